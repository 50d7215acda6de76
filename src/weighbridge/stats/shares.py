"""Amounts to shares, with every value that the unlisted rest, unknown names and rounding allow.

Where a publisher lists only the top of its models and the total of all, a share is not a point but bounds: the rest may
hold all of a group or nothing of it (worst-case bounds, Manski 1990). They are sharp: both ends can occur.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from weighbridge.estimate import Choice, Option, Panel, Status
from weighbridge.stats.coverage import coverage
from weighbridge.stats.intervals import interval

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from weighbridge.amounts import Amounts

UNLISTED = Choice(
    "unlisted",
    "What is done with the part of the total that the list does not name.",
    (
        Option("bound", "it may belong to anyone: bounds, no point"),
        Option("alike", "it is split as the listed part is: a point, on that assumption"),
        Option("left_out", "shares of the listed part"),
    ),
)


def shares(found: Amounts, unlisted: str) -> Panel:
    """Give shares in [0, 1] of shape (periods, groups); under `bound` there is no value where the list is cut off."""
    rest = _rest(found, unlisted)
    base = found.amount.sum(axis=1) + found.unknown if found.whole is None else found.whole
    total = base + rest
    with np.errstate(invalid="ignore", divide="ignore"):
        part = found.amount / (total if unlisted == "bound" else base)[:, None]
        slack = (found.unknown + rest if unlisted == "bound" else found.unknown) / (
            total if unlisted == "bound" else base
        )
    drawn = _drawn(found, rest if unlisted == "bound" else np.zeros_like(rest))
    low, high = interval(drawn, part)
    cut = (rest > 0) | np.isnan(rest) if unlisted == "bound" else np.zeros(len(rest), bool)
    return Panel(
        starts=found.starts,
        ends=found.ends,
        groups=found.groups,
        value=np.where(cut[:, None], np.nan, part),
        low=low,
        high=np.minimum(high + slack[:, None], 1.0),
        n=found.n,
        status=_statuses(found, unlisted, cut, base),
        coverage=coverage(found),
        certain=drawn is None,
        ci_method=_method(found, unlisted),
        draws=drawn,
        slack=slack,
        resolution_days=found.resolution_days,
        sources=found.sources,
        complete=found.complete,
    )


def _rest(found: Amounts, unlisted: str) -> NDArray[np.float64]:
    return found.remainder if unlisted == "bound" else np.nan_to_num(found.remainder)


def _drawn(found: Amounts, rest: NDArray[np.float64]) -> NDArray[np.float64] | None:
    if found.draws is None:
        return None
    totals = found.draws.sum(axis=2) + found.unknown if found.whole_draws is None else found.whole_draws
    totals = totals + np.nan_to_num(rest)
    with np.errstate(invalid="ignore", divide="ignore"):
        drawn: NDArray[np.float64] = found.draws / totals[:, :, None]
    return drawn


def _statuses(found: Amounts, unlisted: str, cut: NDArray[np.bool_], base: NDArray[np.float64]) -> NDArray[np.str_]:
    words = found.status.astype(object)
    if unlisted == "alike":
        words = np.where(words == Status.OBSERVED, str(Status.ESTIMATED), words)
    # A null value between bounds says that it is bounded; that it will be restated must be said.
    words = np.where(cut & (words != Status.PROVISIONAL), str(Status.BOUNDED), words)
    # Without a stated total nothing bounds the share but none and all.
    words = np.where((base > 0) & ~(cut & np.isnan(found.remainder)), words, str(Status.MISSING))
    return np.repeat(words.astype(np.str_)[:, None], len(found.groups), axis=1)


def _method(found: Amounts, unlisted: str) -> str:
    parts = [found.ci_method] if found.ci_method else []
    if unlisted == "bound" and np.nan_to_num(found.remainder).any():
        parts.append("worst-case bounds over the unlisted rest and unknown names")
    elif found.unknown.any():
        parts.append("worst-case bound over unknown names")
    return "; ".join(parts) or "none: a complete count"
