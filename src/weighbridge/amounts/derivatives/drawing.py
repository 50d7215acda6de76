"""Draws of parts of the accounts: what one account uploads stays together."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from weighbridge.amounts.derivatives import PARTS
from weighbridge.stats.threads import one_thread

if TYPE_CHECKING:
    from numpy.typing import NDArray

DRAWS = 200
SEED = 20_260_822
METHOD = f"bootstrap over {PARTS} parts of the accounts: what one account uploads stays together"


def drawn(sums: NDArray[np.float64]) -> NDArray[np.float64]:
    """Give draws of sums by part, of shape (PARTS, *the rest); shape (DRAWS, *the rest)."""
    with one_thread():
        found: NDArray[np.float64] = weights() @ sums.reshape(PARTS, -1)
    return found.reshape(DRAWS, *sums.shape[1:])


@cache
def weights() -> NDArray[np.float64]:
    """Give how often each part is taken in each draw; shape (DRAWS, PARTS)."""
    return np.random.default_rng(SEED).multinomial(PARTS, np.full(PARTS, 1 / PARTS), DRAWS).astype(np.float64)
