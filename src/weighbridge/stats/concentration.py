"""Concentration of shares: Herfindahl-Hirschman index and Gini coefficient, with bounds where part is unlisted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray


def hhi(parts: NDArray[np.float64]) -> NDArray[np.float64]:
    """Give the sum of squared shares over the last axis, in (0, 1]; NaN where nothing is counted."""
    with np.errstate(invalid="ignore", divide="ignore"):
        shares = parts / parts.sum(axis=-1, keepdims=True)
    out: NDArray[np.float64] = (shares**2).sum(axis=-1)
    return out


def gini(parts: NDArray[np.float64]) -> NDArray[np.float64]:
    """Give the Gini coefficient over the groups with any amount, in [0, 1); NaN where nothing is counted.

    A group without any amount is not a member of the population: it could be any group of the world.
    """
    flat = parts.reshape(int(np.prod(parts.shape[:-1])), parts.shape[-1])
    out = np.array([_gini(row[row > 0]) for row in flat], dtype=np.float64)
    return out.reshape(parts.shape[:-1])


def _gini(values: NDArray[np.float64]) -> float:
    if not len(values):
        return float("nan")
    ordered = np.sort(values)
    rank = np.arange(1, len(ordered) + 1)
    return float(((2 * rank - len(ordered) - 1) * ordered).sum() / (len(ordered) * ordered.sum()))


def hhi_bounds(
    parts: NDArray[np.float64], rest: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Give the lowest and highest index that a rest of unknown groups allows, over the last axis of `parts`.

    Highest: all of it to the largest group. Lowest: spread over so many new groups that it weighs nothing.
    """
    total = parts.sum(axis=-1) + rest
    with np.errstate(invalid="ignore", divide="ignore"):
        low = (parts**2).sum(axis=-1) / total**2
        top = parts.max(axis=-1, initial=0.0)
        high = low + ((top + rest) ** 2 - top**2) / total**2
    return low, np.minimum(high, 1.0)  # adding up squares may pass one by a rounding


def gini_bounds(
    parts: NDArray[np.float64], rest: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Give the lowest and highest coefficient that a rest of unknown groups allows, over the last axis of `parts`.

    Lowest: the rest lifts the smallest groups to one level. Highest: a thousand new groups share next to nothing of it
    and the largest takes it, which comes as near to one as one likes.
    """
    low = np.array([_gini(_levelled(row[row > 0], float(r))) for row, r in zip(parts, rest, strict=True)])
    return np.where(np.isnan(low), 0.0, low), np.ones(len(low))


def _levelled(values: NDArray[np.float64], rest: float) -> NDArray[np.float64]:
    """Pour `rest` over the smallest of `values` as water would lie."""
    if not len(values):
        return values
    ordered = np.sort(values)
    levels = (np.cumsum(ordered) + rest) / np.arange(1, len(ordered) + 1)
    # One more group is lifted as long as the level over it and all smaller ones is above its own.
    level = levels[np.flatnonzero(levels >= ordered)[-1]]
    lifted: NDArray[np.float64] = np.maximum(ordered, level)
    return lifted
