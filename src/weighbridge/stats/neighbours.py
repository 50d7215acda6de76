"""Prices of models beside those of others that are about as able."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray


def ratios(
    price: NDArray[np.float64],
    ability: NDArray[np.float64],
    sides: tuple[NDArray[np.bool_], NDArray[np.bool_]],
    within: float,
    weights: NDArray[np.float64],
) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    """Give by row and day the mean ratio of the first side's prices to those of their neighbours on the second.

    Of each model of the first side: its price by the geometric mean of those of the second whose abilities differ by
    at most `within` points; of these the geometric mean, weighted by `weights` (rows, models). `price` has shape
    (days, models), NaN where not sold or 0; `ability` (rows, models). The second result counts, in the first row, the
    models of the first side that have a neighbour on each day. NaN where none has.
    """
    mine, theirs = (np.flatnonzero(side) for side in sides)
    logs = np.log(np.where(price > 0, price, np.nan))
    sold = ~np.isnan(logs[:, theirs])
    their_logs, my_logs = np.where(sold, logs[:, theirs], 0.0), logs[:, mine]
    out, many = np.full((len(ability), len(price)), np.nan), np.zeros(len(price), np.int64)
    for row, able in enumerate(ability):
        with np.errstate(invalid="ignore"):
            near = (np.abs(able[mine][:, None] - able[theirs][None, :]) <= within).astype(np.float64)
        found = sold.astype(np.float64) @ near.T
        usual = np.divide(their_logs @ near.T, found, out=np.full(found.shape, np.nan), where=found > 0)
        above = my_logs - usual
        known = ~np.isnan(above)
        weight = np.where(known, weights[row, mine], 0.0)
        total = weight.sum(axis=1)
        mean = np.divide((weight * np.where(known, above, 0.0)).sum(axis=1), total, where=total > 0, out=out[row])
        out[row] = np.exp(mean)
        many = known.sum(axis=1) if row == 0 else many
    return out, many
