"""Intervals over draws."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

LEVEL = 0.95
# With fewer draws that know the figure than this part of them, an interval would say more than is known.
ENOUGH_DRAWS = 0.5


def interval(
    drawn: NDArray[np.float64] | None, point: NDArray[np.float64], level: float = LEVEL
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Give the middle part `level` of draws of shape (draws, *point.shape) as (low, high); without draws the point.

    The interval always holds the point: rounded counts may stand at an end of what is possible. Draws without a figure
    are left out; what fewer than half of them know has no interval (NaN), not one of no width.
    """
    if drawn is None or not drawn.size:
        return point.copy(), point.copy()
    low, high = middle(drawn, level)
    known = ~np.isnan(low)
    return np.where(known, np.fmin(low, point), np.nan), np.where(known, np.fmax(high, point), np.nan)


def middle(drawn: NDArray[np.float64], level: float) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Give the middle part `level` of draws (draws, ...) as (low, high), NaN where too few have a figure."""
    known = ~np.isnan(drawn)
    every, enough = known.all(axis=0), known.mean(axis=0) >= ENOUGH_DRAWS
    ends = np.full((2, *drawn.shape[1:]), np.nan)
    parts = (1 - level) / 2, (1 + level) / 2
    ends[:, every] = np.quantile(drawn[:, every], parts, axis=0)
    # Slow where it is not needed: it looks at each figure by itself.
    some = enough & ~every
    if some.any():
        ends[:, some] = np.nanquantile(drawn[:, some], parts, axis=0)
    return ends[0], ends[1]
