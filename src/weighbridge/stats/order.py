"""The middle of a sample, with the interval that its order statistics give: no shape of distribution is assumed."""

from __future__ import annotations

import math
from statistics import NormalDist
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray


def median_interval(sample: NDArray[np.float64], level: float) -> tuple[float, float, float]:
    """Give (median, low, high) of a sample of at least one; the smallest samples reach from least to most.

    One value alone has no interval (NaN): how far it lies from the middle of all is not known. From least to most of
    fewer than five holds the median less often than nine times in ten.

    The number of values below the true median is binomial with one half; its normal approximation picks the ranks
    (Conover, Practical Nonparametric Statistics, 3.2).
    """
    ordered = np.sort(sample)
    n = len(ordered)
    if n == 1:
        return float(ordered[0]), math.nan, math.nan
    reach = NormalDist().inv_cdf((1 + level) / 2) * math.sqrt(n) / 2
    first = max(math.floor(n / 2 - reach), 0)
    last = min(math.ceil(n / 2 + reach), n - 1)
    return float(np.median(ordered)), float(ordered[first]), float(ordered[last])
