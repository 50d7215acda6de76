"""The cheapest of what is good enough, under many rows of how good each is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from weighbridge.stats.intervals import ENOUGH_DRAWS, next_below

if TYPE_CHECKING:
    from numpy.typing import NDArray


def cheapest(price: NDArray[np.float64], ability: NDArray[np.float64], level: float) -> NDArray[np.float64]:
    """Give by row and day the lowest price of models whose ability is at least `level`; infinite where there is none.

    `price` has shape (days, models), NaN where a model is not sold; `ability` (rows, models), NaN where not known.
    """
    enough = ability >= level
    out = np.full((len(ability), len(price)), np.inf)
    for day, asked in enumerate(price):
        order = np.argsort(asked)[: int((~np.isnan(asked)).sum())]
        if len(order):
            good = enough[:, order]
            out[:, day] = np.where(good.any(axis=1), asked[order][good.argmax(axis=1)], np.inf)
    return out


def open_interval(
    drawn: NDArray[np.float64], point: NDArray[np.float64], level: float
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Give the middle part `level` of draws (draws, ...) that may be infinite; an infinite end is NaN: open.

    The interval holds the point. Ends are draws, not between two of them: between a number and infinity is nothing.
    NaN at both ends where fewer than half of the draws have a figure.
    """
    enough = (~np.isnan(drawn)).mean(axis=0) >= ENOUGH_DRAWS
    tail = (1 - level) / 2
    ends = np.fmin(next_below(drawn, tail), point), np.fmax(-next_below(-drawn, tail), point)
    low, high = (np.where(enough & np.isfinite(end), end, np.nan) for end in ends)
    return low, high
