"""How much of what is counted has a known group."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from weighbridge.amounts import Amounts


def coverage(found: Amounts) -> NDArray[np.float64]:
    """Give the part of the total whose group is known; of the list's own total where the publisher states no other."""
    known = found.amount.sum(axis=1) if found.whole is None else found.whole - found.unknown
    with np.errstate(invalid="ignore", divide="ignore"):
        seen: NDArray[np.float64] = known / (known + found.unknown + np.nan_to_num(found.remainder))
    return seen
