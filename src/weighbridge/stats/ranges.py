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

    NaN where an end is open: one run that states no bound there leaves none to the range. Also where no run says
    anything. Where a run's list does not name a group, that run says nothing of it, unless the list holds all there is.
    """
    low, high = _stated(main)
    for run in runs:
        period = _nearest(main.ends, run.ends)
        where = {group: i for i, group in enumerate(run.groups)}
        group = np.array([where.get(name, -1) for name in main.groups], dtype=np.int64)
        rows, columns = np.flatnonzero(period >= 0), np.flatnonzero(group >= 0)
        if not len(rows) or not len(columns):
            continue
        here, there = np.ix_(rows, columns), np.ix_(period[rows], group[columns])
        absent = ~np.isnan(run.value[there]) & (run.n[there] == 0) & (not run.complete)
        least, most = (np.where(absent, np.nan, end[there]) for end in _stated(run))
        low[here], high[here] = np.fmin(low[here], least), np.fmax(high[here], most)
    return np.where(np.isinf(low), np.nan, low), np.where(np.isinf(high), np.nan, high)


def _stated(run: Panel) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Give the least and the most that a run allows: its point, else its bounds; infinite where it leaves one open."""
    point = ~np.isnan(run.value)
    nothing = np.isnan(run.low) & np.isnan(run.high)
    least, most = (
        np.where(np.isnan(bound) & ~nothing, end, bound) for bound, end in ((run.low, -np.inf), (run.high, np.inf))
    )
    return np.where(point, run.value, least), np.where(point, run.value, most)


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
