"""How long ago the leader first had what is the follower's best today; and over all days, the mean and the extremes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from weighbridge.stats.lag.between import Between, exactly, months

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from weighbridge.stats.lag.running_best import RunningBest


@dataclass(frozen=True)
class OverDays:
    """Mean, least and greatest time since, over all days from a first day to each of `days` asked for."""

    mean: Between
    shortest: Between
    longest: Between


def time_since(leader: RunningBest, follower: RunningBest, days: NDArray[np.float64]) -> Between:
    """Give the months since the leader first had the follower's best of each of `days`.

    Where the follower is ahead: minus the months since it first had the leader's best. What the one ahead had on its
    first day in the data it may have had before: the figure is a bound there. NaN before either curve begins.
    """
    behind = _since(leader, follower, days)
    ahead = _since(follower, leader, days)
    led = follower.at(days) > leader.at(days)
    return Between(np.where(led, -ahead.most, behind.least), np.where(led, -ahead.least, behind.most))


def over_days(leader: RunningBest, follower: RunningBest, first: float, days: NDArray[np.float64]) -> OverDays:
    """Take `time_since` on every day from `first` to each of `days`; days without a known figure are left out."""
    every = np.arange(first, max(days, default=first) + 1)
    daily = time_since(leader, follower, every).known
    counted = ~np.isnan(daily)
    total, n = np.cumsum(np.where(counted, daily, 0.0), axis=1), np.cumsum(counted, axis=1)
    mean = np.divide(total, n, out=np.full_like(total, np.nan), where=n > 0)
    runs = (mean, np.fmin.accumulate(daily, axis=1), np.fmax.accumulate(daily, axis=1))
    at = (days - first).astype(np.int64)
    taken = [np.where(at >= 0, run[:, np.maximum(at, 0)], np.nan) for run in runs]
    return OverDays(*(exactly(run) for run in taken))


def _since(ahead: RunningBest, behind: RunningBest, days: NDArray[np.float64]) -> Between:
    """Give the time since `ahead` first had the best of `behind`; NaN where it has not, or a curve has not begun."""
    step = behind.step(days)
    level, reached = behind.best[:, step], ahead.reached(behind.best)[:, step]
    least = months(np.where(np.isfinite(level) & (reached <= days), days - reached, np.nan))
    return Between(least, np.where((level <= ahead.floor) & ~np.isnan(least), np.inf, least))
