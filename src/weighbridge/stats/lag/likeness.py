"""When two abilities are too alike to tell apart, and what a follower has matched by that rule."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray


@dataclass(frozen=True)
class Models:
    """Release days of shape (models,), in days since 1970, and abilities of shape (rows, models)."""

    released: NDArray[np.int64]
    ability: NDArray[np.float64]


def matched(leader: Models, follower: Models, level: float) -> Models:
    """Give the follower's models and, as if they were its own, those of the leader that it matched.

    A model of the leader is matched once a model of the follower is out whose ability is not significantly lower: the
    interval at `level` of the difference, over all rows but the first, holds zero or less. It is matched no earlier
    than it came out itself: likeness can bring a positive lag down to zero, never below.
    """
    first = np.where(alike(leader.ability[1:], follower.ability[1:], level), follower.released, _NEVER)
    met = first.min(axis=1, initial=_NEVER)
    day, own = np.maximum(met, leader.released), met < _NEVER
    return Models(
        np.concatenate([follower.released, day[own]]),
        np.concatenate([follower.ability, leader.ability[:, own]], axis=1),
    )


def alike(higher: NDArray[np.float64], lower: NDArray[np.float64], level: float) -> NDArray[np.bool_]:
    """Say for draws of shapes (draws, a) and (draws, b) whether each b is not significantly below each a: (a, b).

    A pair that no draw holds together is not known to be alike.
    """
    apart = higher[:, :, None] - lower[:, None, :]
    tail = (1 - level) / 2
    n = (~np.isnan(apart)).sum(axis=0)
    return np.asarray((n > 0) & ((apart <= 0).sum(axis=0) > tail * n), np.bool_)


_NEVER = np.iinfo(np.int64).max
