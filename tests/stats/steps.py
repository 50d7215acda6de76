"""Step curves of two groups, made by hand or by Hypothesis."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from hypothesis import strategies as st

from weighbridge.stats.lag.between import DAYS_A_MONTH
from weighbridge.stats.lag.running_best import RunningBest, running_best

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

# Of (day, ability): no two models share a level, so that no tie decides.
MODELS = st.dictionaries(st.integers(0, 900), st.integers(0, 60), min_size=1, max_size=8)
END = 1000
TODAY = np.array([float(END)])


def curve(models: Mapping[int, float]) -> RunningBest:
    """Give the running best of one row from day to ability."""
    return running_best(np.array(list(models), np.int64), np.array([list(models.values())], np.float64))


def days(*at: float) -> NDArray[np.float64]:
    return np.array(at, np.float64)


def in_months(n: float) -> float:
    """Say how many months `n` days are."""
    return n / DAYS_A_MONTH
