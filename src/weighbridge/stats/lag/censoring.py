"""Times to an event of which some have not come yet: the Kaplan-Meier curve, its median and its mean."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from weighbridge.stats.lag.between import Between

if TYPE_CHECKING:
    from numpy.typing import NDArray

HALF = 0.5
# A product of fractions may miss one half by rounding.
ROUNDING = 1e-12


@dataclass(frozen=True)
class Survival:
    """Part still waiting just after each time: both of shape (..., times), times ascending; plus infinity is padding.

    Times may be negative: an event that came before its clock began.
    """

    times: NDArray[np.float64]
    waiting: NDArray[np.float64]

    @property
    def longest(self) -> NDArray[np.float64]:
        """The longest time watched, of shape (...); NaN where there is none."""
        found = np.where(np.isfinite(self.times), self.times, -np.inf).max(axis=-1, initial=-np.inf)
        return np.where(np.isfinite(found), found, np.nan)

    @property
    def left(self) -> NDArray[np.float64]:
        """The part still waiting at the longest time watched, of shape (...)."""
        return np.asarray(self.waiting[..., -1], np.float64)


def survival(time: NDArray[np.float64], happened: NDArray[np.bool_]) -> Survival:
    """Give the curve for times of shape (..., times), NaN where there is no case.

    A case that has not `happened` was watched for its time and is still waiting: it counts among those at risk until
    then. At equal times events come first. A case that has not happened has a time of at least zero.
    """
    none = np.isnan(time)
    # One plain sort: the lowest bit of a number, too small to matter, says that the event has not happened.
    marked = np.where(none, np.inf, time).view(np.int64) & ~np.int64(1) | (~happened & ~none)
    order = np.sort(marked.view(np.float64), axis=-1).view(np.int64)
    times = (order & ~np.int64(1)).view(np.float64)
    event = (order & 1 == 0) & np.isfinite(times)
    at_risk = (~none).sum(axis=-1, keepdims=True) - np.arange(time.shape[-1])
    return Survival(times, np.cumprod(1 - event / np.maximum(at_risk, 1), axis=-1))


def median(curve: Survival) -> Between:
    """Give the time by which half had the event; where half still wait, it is at least the longest time watched."""
    over = (curve.waiting <= HALF + ROUNDING) & np.isfinite(curve.times)
    found = np.min(np.where(over, curve.times, np.inf), axis=-1, initial=np.inf)
    some = ~np.isnan(curve.longest)
    return Between(
        np.where(some, np.where(np.isfinite(found), found, curve.longest), np.nan), np.where(some, found, np.nan)
    )


def mean(curve: Survival) -> Between:
    """Give the mean time, restricted to the longest time watched: a lower bound where some still wait then."""
    first = np.where(np.isfinite(curve.times[..., :1]), curve.times[..., :1], np.nan)
    times = np.where(np.isfinite(curve.times), curve.times, curve.longest[..., None])
    least = first[..., 0] + (curve.waiting[..., :-1] * np.diff(times, axis=-1)).sum(axis=-1)
    return Between(least, np.where((curve.left > ROUNDING) & ~np.isnan(least), np.inf, least))
