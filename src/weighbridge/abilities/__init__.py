"""Abilities of models, fitted to their scores on benchmarks: what capability, lag and the price of capability share."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

# Of the intervals of a fit: the level that its publisher uses, so that both can be set side by side.
LEVEL = 0.90
SEED = 20260811
# Fewer scores than this fix an ability so loosely that the next one moves it by points.
FEW = 5
# Decimals of points: where a fit ends depends on the order of sums, a place or more further on, and models with equal
# scores would stand one before the other by that alone. A unit of the fit itself is some twenty points.
IN_POINTS, IN_UNITS = 5, 7


@dataclass(frozen=True)
class Abilities:
    """Ability of M models in points of the Epoch scale, NaN where a model could not be fitted.

    `draws` has shape (draws, M). `bounded`: the draws are fits that are each as good as the other, and `ability` is
    NaN throughout. `n`: scores that each model rests on; `few` marks those that rest on too few.
    """

    models: tuple[str, ...]
    ability: NDArray[np.float64]
    draws: NDArray[np.float64]
    n: NDArray[np.int64]
    few: NDArray[np.bool_]
    bounded: bool
    source: str
    as_of: dt.date
    method: str
