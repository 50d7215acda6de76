"""Small panels and amounts, made by hand or by Hypothesis."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from weighbridge.amounts import Amounts
from weighbridge.estimate import Panel, Status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import ArrayLike, NDArray

FIRST = dt.date(2026, 1, 7)
WEEK = dt.timedelta(days=7)


def weeks(n: int) -> tuple[dt.date, ...]:
    """Give the last days of `n` weeks."""
    return tuple(FIRST + i * WEEK for i in range(n))


def panel(value: ArrayLike, low: ArrayLike | None = None, high: ArrayLike | None = None) -> Panel:
    """Give a weekly panel of shape (periods, groups a, b, ...); bounds default to the value."""
    values = np.asarray(value, np.float64)
    periods, n = values.shape
    ends = weeks(periods)
    return Panel(
        starts=tuple(end - WEEK + dt.timedelta(days=1) for end in ends),
        ends=ends,
        groups=tuple("abcdefgh"[:n]),
        value=values,
        low=values if low is None else np.asarray(low, np.float64),
        high=values if high is None else np.asarray(high, np.float64),
        n=np.ones((periods, n), np.int64),
        status=np.full((periods, n), str(Status.OBSERVED)),
        coverage=np.ones(periods),
        certain=True,
        ci_method="",
        resolution_days=7,
    )


def permuted(found: Panel, order: Sequence[int]) -> Panel:
    """Give the same panel with its groups in another order."""
    columns = np.array(order, np.int64)
    return replace(
        found,
        groups=tuple(found.groups[i] for i in order),
        value=found.value[:, columns],
        low=found.low[:, columns],
        high=found.high[:, columns],
        n=found.n[:, columns],
        status=found.status[:, columns],
        draws=None if found.draws is None else found.draws[:, :, columns],
    )


def amounts(
    amount: ArrayLike, unknown: ArrayLike = 0.0, remainder: ArrayLike = 0.0, draws: NDArray[np.float64] | None = None
) -> Amounts:
    """Give weekly amounts of shape (periods, groups)."""
    counted = np.asarray(amount, np.float64)
    periods, n = counted.shape
    ends = weeks(periods)
    return Amounts(
        starts=ends,
        ends=ends,
        groups=tuple("abcdefgh"[:n]),
        amount=counted,
        n=(counted > 0).astype(np.int64),
        unknown=np.broadcast_to(np.asarray(unknown, np.float64), (periods,)).copy(),
        remainder=np.broadcast_to(np.asarray(remainder, np.float64), (periods,)).copy(),
        status=np.full(periods, str(Status.OBSERVED)),
        draws=draws,
    )
