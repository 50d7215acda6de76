"""The range of a figure over the choices: for each period and group the lowest and highest that any run allows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import datetime as dt

    from numpy.typing import NDArray

    from weighbridge.estimate import Panel

# Two runs speak of the same period when their periods end this close together.
SAME_PERIOD_DAYS = 3


def ranges(main: Panel, runs: Sequence[Panel]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Give (low, high) of the shape of `main`; a run without a point counts with its bounds.

    Where a run's list does not name a group, that run says nothing of it, unless the list holds all there is.
    """
    low = np.where(np.isnan(main.value), main.low, main.value)
    high = np.where(np.isnan(main.value), main.high, main.value)
    for run in runs:
        period = _nearest(main.ends, run.ends)
        where = {group: i for i, group in enumerate(run.groups)}
        group = np.array([where.get(name, -1) for name in main.groups], dtype=np.int64)
        rows, columns = np.flatnonzero(period >= 0), np.flatnonzero(group >= 0)
        if not len(rows) or not len(columns):
            continue
        here, there = np.ix_(rows, columns), np.ix_(period[rows], group[columns])
        point = run.value[there]
        absent = ~np.isnan(point) & (run.n[there] == 0) & (not run.complete)
        least, most = (np.where(np.isnan(point), bound[there], point) for bound in (run.low, run.high))
        low[here] = np.fmin(low[here], np.where(absent, np.nan, least))
        high[here] = np.fmax(high[here], np.where(absent, np.nan, most))
    return low, high


def _nearest(ends: Sequence[dt.date], others: Sequence[dt.date]) -> NDArray[np.int64]:
    """For each day give the index of the nearest other day within SAME_PERIOD_DAYS, else -1."""
    if not others or not ends:
        return np.full(len(ends), -1, np.int64)
    mine = np.array(ends, dtype="datetime64[D]").astype(np.int64)
    theirs = np.array(others, dtype="datetime64[D]").astype(np.int64)
    right = (
        np.clip(np.searchsorted(theirs, mine), 1, len(theirs) - 1) if len(theirs) > 1 else np.zeros(len(mine), np.int64)
    )
    left = np.maximum(right - 1, 0)
    best = np.where(np.abs(theirs[left] - mine) <= np.abs(theirs[right] - mine), left, right)
    return np.where(np.abs(theirs[best] - mine) <= SAME_PERIOD_DAYS, best, -1)
