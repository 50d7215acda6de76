"""Intervals over draws."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

LEVEL = 0.95
# With fewer draws that know the figure than this part of them, an interval would say more than is known.
ENOUGH_DRAWS = 0.5
# A level such as 0.9 is no binary fraction.
ROUNDING = 1e-9


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
    """Give the middle part `level` of draws (draws, ...) as (low, high), NaN where fewer than half have a figure.

    Ranks are spaced so that the part expected between the ends is `level` for few draws too: 50 draws read straight
    off would hold 0.86 for 0.90.
    """
    known = ~np.isnan(drawn)
    every, enough = known.all(axis=0), known.mean(axis=0) >= ENOUGH_DRAWS
    ends = np.full((2, *drawn.shape[1:]), np.nan)
    parts = (1 - level) / 2, (1 + level) / 2
    ends[:, every] = np.quantile(drawn[:, every], parts, axis=0, method="weibull")
    some = enough & ~every
    if some.any():
        ends[:, some] = _of_known(drawn[:, some], parts)
    return ends[0], ends[1]


def _of_known(drawn: NDArray[np.float64], parts: tuple[float, float]) -> NDArray[np.float64]:
    """Give quantiles of the draws (draws, figures) that are not NaN, those of figures known in as many draws at once.

    What numpy has for it looks at each figure by itself.
    """
    ordered, n = np.sort(drawn, axis=0), (~np.isnan(drawn)).sum(axis=0)
    ends = np.empty((len(parts), drawn.shape[1]))
    for count in np.unique(n).tolist():
        here = n == count
        ends[:, here] = np.quantile(ordered[:count, here], parts, axis=0, method="weibull")
    return ends


def next_below(drawn: NDArray[np.float64], part: float) -> NDArray[np.float64]:
    """Give the next draw at or below a quantile of those that are not NaN: an open end, infinite, stays open.

    Ranks are spaced so that the part expected beyond an end is what it should be for few draws too, or less.
    """
    if not len(drawn):
        return np.full(drawn.shape[1:], np.nan)
    n = (~np.isnan(drawn)).sum(axis=0)
    at = np.maximum(np.floor(part * (n + 1) + ROUNDING).astype(np.int64) - 1, 0)
    found: NDArray[np.float64] = np.take_along_axis(np.sort(drawn, axis=0), at[None], axis=0)[0]
    return found
