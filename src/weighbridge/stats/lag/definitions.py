"""The definitions of lag by name, and which models they see."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weighbridge.stats.lag import censoring
from weighbridge.stats.lag.catching_up import waits
from weighbridge.stats.lag.distance import mean_distance
from weighbridge.stats.lag.elapsed import over_days, time_since
from weighbridge.stats.lag.likeness import Models, matched
from weighbridge.stats.lag.running_best import running_best

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from weighbridge.stats.lag.between import Between
    from weighbridge.stats.lag.running_best import RunningBest

WAITING = ("catch_up", "catch_up_mean")
NAMES = ("time_since", "mean_time_since", "mean_distance", *WAITING)


def lag(
    curves: tuple[RunningBest, RunningBest], days: NDArray[np.float64], first: float, definition: str, extent: str
) -> Between:
    """Give the lag of the second of `curves` behind the first, in months, as of each of `days`.

    `first`: the day from which `mean_time_since` counts days; of these, `extent` takes the mean or an extreme.
    """
    if definition == "time_since":
        return time_since(*curves, days)
    if definition == "mean_distance":
        return mean_distance(*curves, days)
    if definition == "mean_time_since":
        return over_days(*curves, first, days, extent)
    return caught_up(*curves, days)[definition]


def caught_up(leader: RunningBest, follower: RunningBest, days: NDArray[np.float64]) -> dict[str, Between]:
    """Give the lags that rest on the same times of waiting, by definition."""
    found = waits(leader, follower, days)
    return dict(zip(WAITING, (censoring.median(found), censoring.mean(found)), strict=True))


def curves(leader: Models, follower: Models, tolerance: float | None) -> tuple[RunningBest, RunningBest]:
    """Give both running bests; with a `tolerance`, what the interval at that level cannot tell apart is matched."""
    behind = follower if tolerance is None else matched(leader, follower, tolerance)
    return running_best(leader.released, leader.ability), running_best(behind.released, behind.ability)
