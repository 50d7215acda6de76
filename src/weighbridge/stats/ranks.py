"""Ranks as intervals: the best and the worst place that overlapping intervals leave to each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray


def rank_bounds(low: NDArray[np.float64], high: NDArray[np.float64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Give (best, worst) possible rank of each, from 1, of the ends of their intervals; all of shape (contenders,).

    Ahead for sure is who lies wholly above; whoever reaches up to one's low end may be ahead. An end that is not known
    (NaN) bounds nothing: such a contender may stand anywhere, and every other's worst rank counts it.
    """
    low, high = np.where(np.isnan(low), -np.inf, low), np.where(np.isnan(high), np.inf, high)
    best = 1 + len(low) - np.searchsorted(np.sort(low), high, side="right")
    worst = len(low) - np.searchsorted(np.sort(high), low, side="left")
    return best.astype(np.int64), worst.astype(np.int64)
