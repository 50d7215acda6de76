"""Strict catch-up: for each record of the leader, how long until the follower reached it, or how long it has not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from weighbridge.stats.lag.between import months
from weighbridge.stats.lag.censoring import Survival, survival

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from weighbridge.stats.lag.running_best import RunningBest


def waits(leader: RunningBest, follower: RunningBest, days: NDArray[np.float64]) -> Survival:
    """Give how long records of the leader waited for the follower, in months, as of each of `days`: (rows, days, n).

    A record that the follower has not reached by the day is still waiting. Records no higher than where one of the
    curves begins are left out: when they were first reached is not in the data. Negative: the follower was first.
    """
    began = np.broadcast_to(_records(leader, follower)[:, None, :], (len(leader.best), len(days), len(leader.days)))
    reached = follower.reached(leader.best)[:, None, :]
    now = np.where(np.isfinite(follower.at(days)), days, np.nan)[:, :, None]
    happened = reached <= now
    time = np.where(happened, reached, now) - np.where(began <= now, began, np.nan)
    return survival(months(time), happened)


def _records(leader: RunningBest, follower: RunningBest) -> NDArray[np.float64]:
    """Give the day of each record that counts, of shape (rows, steps); NaN where the step is none in that row."""
    rises = np.concatenate([leader.best[:, :1] > np.inf, leader.best[:, 1:] > leader.best[:, :-1]], axis=1)
    return np.where(rises & (leader.best > np.maximum(leader.floor, follower.floor)), leader.days, np.nan)
