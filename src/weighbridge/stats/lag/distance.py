"""Mean horizontal distance between two running bests: over all levels that both reached, how much later was one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from weighbridge.stats.lag.between import Between, exactly, months

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from weighbridge.stats.lag.running_best import RunningBest


def mean_distance(leader: RunningBest, follower: RunningBest, days: NDArray[np.float64]) -> Between:
    """Give the mean over levels of (day the follower reached it - day the leader did), in months, as of `days`.

    Levels run from where the higher of the two curves begins to the lower of the two bests of the day, all weighing
    alike; the mean is exact. Negative where the follower was first. NaN where no level was reached by both.
    """
    low = np.maximum(leader.floor, follower.floor)
    high = np.minimum(leader.at(days), follower.at(days))
    width = np.where(high > low, high - low, np.nan)
    return exactly(months((_area(follower, low, high) - _area(leader, low, high)) / width))


def _area(curve: RunningBest, low: NDArray[np.float64], high: NDArray[np.float64]) -> NDArray[np.float64]:
    """Integrate the day of first reaching a level over levels from `low`, (rows, 1), to `high`, (rows, days)."""
    floor, ceiling = (np.where(np.isfinite(end), end, 0.0)[:, :, None] for end in (low, high))
    steps = np.diff(np.clip(curve.best[:, None, :], floor, np.maximum(floor, ceiling)), axis=2)
    return np.asarray(steps @ curve.days[1:], np.float64)
