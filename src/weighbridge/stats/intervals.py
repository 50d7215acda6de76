"""Intervals over draws."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

LEVEL = 0.95


def interval(
    drawn: NDArray[np.float64] | None, point: NDArray[np.float64], level: float = LEVEL
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Give the middle part `level` of draws of shape (draws, *point.shape) as (low, high); without draws the point.

    The interval always holds the point: rounded counts may stand at an end of what is possible. What has no figure in
    some draw has no interval but its point.
    """
    low, high = point.copy(), point.copy()
    if drawn is None or not drawn.size:
        return low, high
    known = ~np.isnan(drawn).any(axis=0)
    first, last = np.quantile(drawn[:, known], ((1 - level) / 2, (1 + level) / 2), axis=0)
    low[known], high[known] = np.fmin(first, point[known]), np.fmax(last, point[known])
    return low, high
