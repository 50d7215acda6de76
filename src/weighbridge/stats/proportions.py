"""Intervals of a part of a count."""

from __future__ import annotations

from statistics import NormalDist
from typing import TYPE_CHECKING

import numpy as np

from weighbridge.stats.intervals import LEVEL

if TYPE_CHECKING:
    from numpy.typing import NDArray


def wilson(
    hits: NDArray[np.float64], whole: NDArray[np.float64], level: float = LEVEL
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Give Wilson's interval (1927) of the part `hits` of `whole`, both of one shape, as (low, high) in [0, 1].

    The counts may be fractions; of nothing there is no interval (NaN).
    """
    z = NormalDist().inv_cdf((1 + level) / 2)
    with np.errstate(invalid="ignore", divide="ignore"):
        part = hits / whole
        centre = (part + z**2 / (2 * whole)) / (1 + z**2 / whole)
        half = z / (1 + z**2 / whole) * np.sqrt(part * (1 - part) / whole + z**2 / (4 * whole**2))
        return np.clip(centre - half, 0, part), np.clip(centre + half, part, 1)
