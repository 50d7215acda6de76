"""How long ago the leader first had what is the follower's best today; and over all days, the mean and the extremes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from weighbridge.stats.lag.between import Between, exactly, months

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from weighbridge.stats.lag.running_best import RunningBest


def time_since(leader: RunningBest, follower: RunningBest, days: NDArray[np.float64]) -> Between:
    """Give the months since the leader first had the follower's best of each of `days`.

    Where the follower is ahead: minus the months since it first had the leader's best. What the one ahead had on its
    first day in the data it may have had before: the figure is a bound there. NaN before either curve begins.
    """
    behind = _since(leader, follower, days)
    ahead = _since(follower, leader, days)
    led = follower.at(days) > leader.at(days)
    return Between(np.where(led, -ahead.most, behind.least), np.where(led, -ahead.least, behind.most))


def over_days(
    leader: RunningBest, follower: RunningBest, first: float, days: NDArray[np.float64], extent: str
) -> Between:
    """Take `time_since` on every day from `first` to each of `days`: the mean of all, or the one of an `extent`.

    Days without a known figure are left out.
    """
    every = np.arange(first, max(days, default=first) + 1)
    running = _RUNNING[extent](time_since(leader, follower, every).known)
    at = (days - first).astype(np.int64)
    return exactly(np.where(at >= 0, running[:, np.maximum(at, 0)], np.nan))


def _mean(daily: NDArray[np.float64]) -> NDArray[np.float64]:
    """Give the mean of all known figures up to each day."""
    counted = ~np.isnan(daily)
    total, n = np.cumsum(np.where(counted, daily, 0.0), axis=1), np.cumsum(counted, axis=1)
    mean: NDArray[np.float64] = np.divide(total, n, out=np.full_like(total, np.nan), where=n > 0)
    return mean


_RUNNING: Mapping[str, Callable[[NDArray[np.float64]], NDArray[np.float64]]] = {
    "typical": _mean,
    "shortest": partial(np.fmin.accumulate, axis=1),
    "longest": partial(np.fmax.accumulate, axis=1),
}
EXTENTS = tuple(_RUNNING)


def _since(ahead: RunningBest, behind: RunningBest, days: NDArray[np.float64]) -> Between:
    """Give the time since `ahead` first had the best of `behind`; NaN where it has not, or a curve has not begun."""
    step = behind.step(days)  # many days, few steps: what a step says is worked out before it is spread over its days
    reached = np.where(np.isfinite(behind.best), ahead.reached(behind.best), np.inf)[:, step]
    least = months(np.where(reached <= days, days - reached, np.nan))
    perhaps_before = behind.best <= ahead.floor
    if not perhaps_before.any():
        return Between(least, least)
    return Between(least, np.where(perhaps_before[:, step] & ~np.isnan(least), np.inf, least))
