"""The best of each group over time: running best of models released by then, in every draw."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray


@dataclass(frozen=True)
class Frontier:
    """Best ability of shape (periods, groups) and (draws, periods, groups); NaN where a group has no model yet.

    `n`: models released by then; `holder`: index of the model that is best at the point, -1 where there is none.
    """

    best: NDArray[np.float64]
    draws: NDArray[np.float64]
    n: NDArray[np.int64]
    holder: NDArray[np.int64]


def frontier(
    released: NDArray[np.datetime64],
    ability: NDArray[np.float64],
    draws: NDArray[np.float64],
    member: Sequence[NDArray[np.bool_]],
    ends: Sequence[dt.date],
) -> Frontier:
    """Give the running best of each group in `member` (masks over models) at the end of each period."""
    days = np.array(ends, "datetime64[D]")
    parts = [_one(released, ability, draws, mask, days) for mask in member]
    if not parts:
        shape = (len(ends), 0)
        return Frontier(np.empty(shape), np.empty((len(draws), *shape)), np.empty(shape, int), np.empty(shape, int))
    return Frontier(*(np.stack(arrays, axis=-1) for arrays in zip(*parts, strict=True)))


def _one(
    released: NDArray[np.datetime64],
    ability: NDArray[np.float64],
    draws: NDArray[np.float64],
    mask: NDArray[np.bool_],
    days: NDArray[np.datetime64],
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.int64], NDArray[np.int64]]:
    fitted = ~np.isnan(ability) | ~np.isnan(draws).all(axis=0)
    index = np.flatnonzero(mask & fitted)
    rows = np.vstack([ability, draws])[:, index]
    held, n = holders(released[index], rows, days)
    # Nobody, whom index -1 finds, stands in a column after the last.
    best = np.take_along_axis(np.pad(rows, ((0, 0), (0, 1)), constant_values=np.nan), held, axis=1)
    return best[0], best[1:], n, np.append(index, -1)[held[0]]


def _record(values: NDArray[np.float64]) -> NDArray[np.int64]:
    """Give for each place the place of the best value so far; a later equal does not replace an earlier."""
    best, at = np.fmax.accumulate(values), np.arange(len(values))
    new = np.concatenate([[True], (best[1:] > best[:-1]) | (np.isnan(best[:-1]) & ~np.isnan(best[1:]))])
    held: NDArray[np.int64] = np.maximum.accumulate(np.where(new, at, 0))
    return held


def holders(
    released: NDArray[np.datetime64], ability: NDArray[np.float64], days: NDArray[np.datetime64]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Give in each row of `ability` (rows, models) the index of the best model out by each day, and how many were out.

    The first has shape (rows, days), -1 where none is out; the second (days,).
    """
    order = np.flatnonzero(~np.isnat(released))
    order = order[np.argsort(released[order], kind="stable")]
    upto = np.searchsorted(released[order], days, side="right")
    if not len(order):
        return np.full((len(ability), len(days)), -1), upto
    held = np.stack([order[_record(row)] for row in ability[:, order]])
    nobody = np.full((len(ability), 1), -1)
    return np.concatenate([nobody, held], axis=1)[:, upto], upto


def month_ends(first: dt.date, last: dt.date) -> tuple[dt.date, ...]:
    """Give the last day of every month from that of `first` on, and `last` itself."""
    starts = (dt.date(year, month, 1) for year in range(first.year, last.year + 2) for month in range(1, 13))
    ends = [start - dt.timedelta(days=1) for start in starts]
    return (*(end for end in ends if first <= end < last), last)
