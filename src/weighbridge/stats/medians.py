"""Medians of groups of numbers, and of each number's group without it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray


class Others(NamedTuple):
    """What stands beside each number in its group: the median of the others, how many, and their middle's spread.

    `spread`: of the two numbers in the middle the higher by the lower; 1 where one number is the middle.
    """

    middle: NDArray[np.float64]
    many: NDArray[np.int64]
    spread: NDArray[np.float64]


def medians(group: NDArray[np.int64], values: NDArray[np.float64], groups: int) -> NDArray[np.float64]:
    """Give the median of the values of each of `groups`; NaN where a group has none, or a value is NaN: left out."""
    known = ~np.isnan(values)
    group, values = group[known], values[known]
    ordered = values[np.lexsort((values, group))]
    sizes = np.bincount(group, minlength=groups)
    starts = np.cumsum(sizes) - sizes
    out = np.full(groups, np.nan)
    some = sizes > 0
    low, high = (ordered[(starts + (sizes - 1 + up) // 2)[some]] for up in (0, 1))
    out[some] = (low + high) / 2
    return out


def others(group: NDArray[np.int64], values: NDArray[np.float64]) -> Others:
    """Look at the rest of each positive value's group; a value alone in its group has a NaN beside it."""
    order = np.lexsort((values, group))
    ordered, inside = values[order], group[order]
    starts = np.searchsorted(inside, inside)
    count = np.searchsorted(inside, inside, "right") - starts - 1
    rank = np.arange(len(values)) - starts
    low, high = (_without(ordered, starts, rank, np.maximum(count - 1 + up, 0) // 2) for up in (0, 1))
    alone = count == 0
    out = Others(np.empty(len(values)), np.empty(len(values), np.int64), np.empty(len(values)))
    out.middle[order] = np.where(alone, np.nan, (low + high) / 2)
    out.spread[order] = np.where(alone, np.nan, high / low)
    out.many[order] = count
    return out


def _without(
    ordered: NDArray[np.float64], starts: NDArray[np.int64], rank: NDArray[np.int64], place: NDArray[np.int64]
) -> NDArray[np.float64]:
    """Give the number at `place` of each group from which the one at `rank` is taken out."""
    found: NDArray[np.float64] = ordered[np.minimum(starts + place + (place >= rank), len(ordered) - 1)]
    return found
