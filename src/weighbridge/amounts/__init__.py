"""Counted amounts by period and group: tokens, pulls, downloads. Shares, indices and totals start from them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from weighbridge.amounts.grouping import COLUMNS

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

GROUPINGS = tuple(COLUMNS)


@dataclass(frozen=True)
class Amounts:
    """Amounts of shape (periods, groups), and what belongs to no group, of shape (periods,).

    `unknown`: counted, but the group is not known. `remainder`: not listed by the publisher, of any group; NaN where
    the publisher states no total. `draws` has shape (draws, periods, groups) where counts are rounded, interpolated or
    sampled; the spread of `unknown` is not drawn. `whole`, with its `whole_draws`: what the amounts are parts of, where
    groups overlap or draws move it; else their sum with `unknown`. `status` is a word of `Status` per period.
    `complete`: what the publisher does not list has none.
    """

    starts: tuple[dt.date, ...]
    ends: tuple[dt.date, ...]
    groups: tuple[str, ...]
    amount: NDArray[np.float64]
    n: NDArray[np.int64]
    unknown: NDArray[np.float64]
    remainder: NDArray[np.float64]
    status: NDArray[np.str_]
    draws: NDArray[np.float64] | None = None
    whole: NDArray[np.float64] | None = None
    whole_draws: NDArray[np.float64] | None = None
    resolution_days: int = 1
    sources: tuple[str, ...] = ()
    ci_method: str = ""
    complete: bool = False
