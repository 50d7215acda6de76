"""How fast a figure falls: a straight line through its logarithms over time, as of each of its days."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

YEAR = 365.25
# A line through fewer figures, or through less time, says nothing of a year.
FEWEST = 4
SHORTEST_DAYS = 180


def fall(value: NDArray[np.float64], days: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Give by row and day the logarithm of the factor by which `value` falls a year, and that slope's standard error.

    `value` has shape (rows, days); what is not positive and finite counts nowhere. Of each day the line goes through
    the figures up to it; NaN where they are fewer than FEWEST or span less than SHORTEST_DAYS. A rise is negative.
    """
    known = np.isfinite(value) & (value > 0)
    x = np.where(known, (days - days[:1]) / YEAR, 0.0)
    y = np.log(np.where(known, value, 1.0))
    n, sx, sy, sxx, sxy, syy = (np.cumsum(part, axis=1) for part in (known, x, y, x * x, x * y, y * y))
    first = np.where(known.any(axis=1), known.argmax(axis=1), 0)
    span = np.where(known, days, -np.inf)
    enough = (n >= FEWEST) & (np.maximum.accumulate(span, axis=1) - days[first][:, None] >= SHORTEST_DAYS)
    with np.errstate(invalid="ignore", divide="ignore"):
        spread = sxx - sx * sx / n
        slope = (sxy - sx * sy / n) / spread
        left = np.maximum(syy - sy * sy / n - slope * slope * spread, 0.0)
        error = np.sqrt(left / (n - 2) / spread)
    return np.where(enough, -slope, np.nan), np.where(enough, error, np.nan)
