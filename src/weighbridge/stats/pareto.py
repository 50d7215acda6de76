"""Which points no other betters in both directions, by the figures and by what their intervals allow."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray


def undominated(across: NDArray[np.float64], up: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Say which points have none that is at most as far across and at least as far up, and one of both strictly."""
    return ~_bettered(across, up, across, up)


def perhaps_undominated(
    low: NDArray[np.float64], high: NDArray[np.float64], up_low: NDArray[np.float64], up_high: NDArray[np.float64]
) -> NDArray[np.bool_]:
    """Say which points at their best are not bettered by any other at its worst; arrays are ends of intervals."""
    return ~_bettered(high, up_low, low, up_high)


def _bettered(
    across: NDArray[np.float64], up: NDArray[np.float64], mine: NDArray[np.float64], my_up: NDArray[np.float64]
) -> NDArray[np.bool_]:
    """Say for each (mine, my_up) whether one of (across, up) of another point betters it."""
    nearer, higher = across[None, :] - mine[:, None], up[None, :] - my_up[:, None]
    better = (nearer <= 0) & (higher >= 0) & ((nearer < 0) | (higher > 0))
    np.fill_diagonal(better, val=False)
    return np.asarray(better.any(axis=1), bool)
