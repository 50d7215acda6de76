"""Ends of intervals over draws that take few values: by mid-ranks, so that a value shared by many draws counts half."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

# A level such as 0.9 is no binary fraction.
ROUNDING = 1e-9


def ends(
    least: NDArray[np.float64], most: NDArray[np.float64], level: float
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Give (low, high) of what a figure is at least and at most, both (rows, days) with the point in the first row.

    They are the middle part `level` of all other rows, and hold the point. An infinite end is open, and then the other
    is the bound of a one-sided interval at the same level: all that it may miss lies beyond that one. NaN where there
    are neither draws nor a point.
    """
    tail = (1 - level) / 2
    (low, alone), (high, alone_above) = (_low(rows, (tail, 2 * tail)) for rows in (least, -most))
    return np.where(np.isneginf(high), alone, low), -np.where(np.isneginf(low), alone_above, high)


def _low(rows: NDArray[np.float64], tails: Sequence[float]) -> list[NDArray[np.float64]]:
    """Give the lower end of rows with the point first at each of `tails`, NaN where there is neither."""
    return [np.asarray(np.fmin(end, rows[0]), np.float64) for end in mid_quantiles(rows[1:], tails)]


def mid_quantiles(drawn: NDArray[np.float64], parts: Sequence[float]) -> list[NDArray[np.float64]]:
    """Give for each of `parts` the lowest of draws (draws, days) whose mid-rank is at least that part of all not NaN.

    The mid-rank of a value is the part of draws below it and half of those equal to it (Parzen's mid-distribution; an
    interval made with it is a mid-p interval). By whole ranks an end keeps a value that hardly any of a part is beyond.
    """
    if not len(drawn):
        return [np.full(drawn.shape[1:], np.nan) for _ in parts]
    ordered, n = np.sort(drawn, axis=0), (~np.isnan(drawn)).sum(axis=0)
    ranks = _mid_ranks(ordered)
    # Ranks of n draws are spaced over n + 1: without equal ones, what is expected beyond the k-th is k / (n + 1).
    at = ((ranks < part * (n + 1) - ROUNDING).sum(axis=0) for part in parts)
    last = len(drawn) - 1
    return [np.take_along_axis(ordered, np.minimum(place, last)[None], axis=0)[0] for place in at]


def _mid_ranks(ordered: NDArray[np.float64]) -> NDArray[np.float64]:
    """Give the mean rank, from 1, of the draws equal to each of `ordered` (draws, days)."""
    place = np.broadcast_to(np.arange(len(ordered))[:, None], ordered.shape)
    new = np.ones(ordered.shape, bool)
    new[1:] = ordered[1:] != ordered[:-1]
    last = np.ones(ordered.shape, bool)
    last[:-1] = new[1:]
    first = np.maximum.accumulate(np.where(new, place, 0), axis=0)
    final = np.minimum.accumulate(np.where(last, place, len(ordered))[::-1], axis=0)[::-1]
    return np.asarray((first + final) / 2 + 1, np.float64)
