"""Ratios and quantiles of sums with weights, of one point or of many draws."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

# A sum of fractions may miss its part by rounding.
ROUNDING = 1e-9


def ratio(part: NDArray[np.float64], whole: NDArray[np.float64]) -> NDArray[np.float64]:
    """Divide where there is something to divide by; NaN elsewhere."""
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(whole > 0, part / whole, np.nan)


def quantile(weight: NDArray[np.float64], level: float) -> NDArray[np.float64]:
    """Give the least number up to which a part `level` of the weight stands; NaN where there is no weight.

    `weight` has shape (..., numbers): that of 0, 1, 2 and so on.
    """
    total = weight.sum(axis=-1)
    reached = np.cumsum(weight, axis=-1) >= (level * total * (1 - ROUNDING))[..., None]
    return np.where(total > 0, np.argmax(reached, axis=-1).astype(np.float64), np.nan)
