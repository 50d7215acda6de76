"""How long ago the leader first had what is the follower's best today; and over all days, the mean and the extremes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from weighbridge.stats.lag.between import Between, exactly, months

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from weighbridge.stats.lag.running_best import RunningBest

Days: TypeAlias = "NDArray[np.float64]"


def time_since(leader: RunningBest, follower: RunningBest, days: NDArray[np.float64]) -> Between:
    """Give the months since the leader first had the follower's best of each of `days`.

    Where the follower is ahead: minus the months since it first had the leader's best. What the one ahead had on its
    first day in the data it may have had before: the figure is a bound there. NaN before either curve begins.
    """
    found = _in_days(leader, follower, days, _led(leader, follower, days))
    return Between(months(found.least), months(found.most))


def over_days(
    leader: RunningBest, follower: RunningBest, first: float, days: NDArray[np.float64], extent: str
) -> Between:
    """Take `time_since` on every day from `first` to each of `days`: the mean of all, or the one of an `extent`.

    Days without a known figure are left out. Between two days on which a curve rises or a figure is asked for, the
    time grows by a day a day, or falls where the follower is ahead: a stretch is worked out from its first day.
    """
    turns = np.unique(np.concatenate([[first, first + 1], leader.days, follower.days, days + 1]))
    turns = turns[(turns >= first) & (turns <= max([first, *days]) + 1)]
    begun, lasts = turns[:-1], np.diff(turns)
    led = _led(leader, follower, begun)
    running = _RUNNING[extent](_in_days(leader, follower, begun, led).known, np.where(led, -1.0, 1.0), lasts)
    at = np.searchsorted(begun, days, side="right") - 1
    return exactly(months(np.where(at >= 0, running[:, np.maximum(at, 0)], np.nan)))


def _mean(known: Days, grows: Days, lasts: Days) -> Days:
    """Give the mean of all known figures up to the end of each stretch; sums of whole days are exact."""
    counted = ~np.isnan(known)
    each = np.where(counted, known * lasts + grows * (lasts * (lasts - 1) / 2), 0.0)
    total, n = np.cumsum(each, axis=1), np.cumsum(np.where(counted, lasts, 0.0), axis=1)
    mean: Days = np.divide(total, n, out=np.full_like(total, np.nan), where=n > 0)
    return mean


def _extreme(chosen: np.ufunc, known: Days, grows: Days, lasts: Days) -> Days:
    """Give the one `chosen` of all known figures: a stretch has it on its first day or on its last."""
    return np.asarray(chosen.accumulate(chosen(known, known + grows * (lasts - 1)), axis=1), np.float64)


# Of the figures on first days of stretches and by which they grow each day, both (rows, stretches), and how long each
# lasts (stretches,).
_RUNNING: Mapping[str, Callable[[Days, Days, Days], Days]] = {
    "typical": _mean,
    "shortest": partial(_extreme, np.fmin),
    "longest": partial(_extreme, np.fmax),
}
EXTENTS = tuple(_RUNNING)


def _led(leader: RunningBest, follower: RunningBest, days: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Say where the follower is ahead."""
    return np.asarray(follower.at(days) > leader.at(days), np.bool_)


def _in_days(leader: RunningBest, follower: RunningBest, days: NDArray[np.float64], led: NDArray[np.bool_]) -> Between:
    behind = _since(leader, follower, days)
    ahead = _since(follower, leader, days)
    return Between(np.where(led, -ahead.most, behind.least), np.where(led, -ahead.least, behind.most))


def _since(ahead: RunningBest, behind: RunningBest, days: NDArray[np.float64]) -> Between:
    """Give the days since `ahead` first had the best of `behind`; NaN where it has not, or a curve has not begun."""
    step = behind.step(days)  # many days, few steps: what a step says is worked out before it is spread over its days
    reached = np.where(np.isfinite(behind.best), ahead.reached(behind.best), np.inf)[:, step]
    least = np.where(reached <= days, days - reached, np.nan)
    perhaps_before = behind.best <= ahead.floor
    if not perhaps_before.any():
        return Between(least, least)
    return Between(least, np.where(perhaps_before[:, step] & ~np.isnan(least), np.inf, least))
