"""The values that a number allows, given how it is rounded and hedged.

A number is true to half of its last digit. Trailing zeros are rounding too (`1060万` is `10.6 million`), yet two digits
are always meant: nobody says two hundred million of 150. Counts under a thousand are counts, each one of them. Shares,
scores and spans of time are measured, and rounded as written; a size in parameters is a maker's label.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from weighbridge.claims.quantities.money import MONEY
from weighbridge.claims.quantities.shares import WORD_SLACK
from weighbridge.quantity import MEASURED, Hedge, Unit

if TYPE_CHECKING:
    from weighbridge.claims.quantities.amount import Amount

Ends = tuple[Decimal | None, Decimal | None]

# A tenth either way: `around 80 %` is said of 72 to 88, and then the next round numbers (70, 90) begin to be nearer.
ABOUT_SLACK = Decimal("0.1")
# `Nearly` and `just over` say that the round number is the next one, so they keep to the same tenth on one side.
CLOSE_SLACK = Decimal("0.1")
LEAST_DIGITS = 2
COUNTED_BELOW = 1000


def precision(amount: Amount, unit: Unit) -> Decimal | None:
    """Give the worth of the last digit meant, in `unit`; 0 where each one is counted, null where none is written."""
    value, last = amount.value, amount.last
    if last is None or value is None:
        return last
    if unit is Unit.RANK:
        return Decimal(0)
    if unit is Unit.PARAMETERS or value == 0 or (unit in MEASURED - MONEY and value < COUNTED_BELOW):
        return last
    if unit in MONEY or amount.scale > 1 or value >= COUNTED_BELOW:
        return min(last if amount.decimals else _last_digit(value), _leading_digit(value).scaleb(1 - LEAST_DIGITS))
    return last if amount.decimals else Decimal(0)


def ends(amount: Amount, unit: Unit, hedge: Hedge, *, close: bool) -> Ends:
    """Give the least and the greatest value that the words allow; null where they leave an end open."""
    value = amount.value
    if amount.hedge is hedge and (amount.low is not None or amount.high is not None):
        return amount.low, amount.high
    if value is None:
        return _hedged_order(amount, hedge)
    half = (precision(amount, unit) or Decimal(0)) / 2
    if unit is Unit.TIMES and not amount.decimals:
        half = min(half, value * WORD_SLACK)  # `2 times` is no wider than `twice`
    if hedge is Hedge.EXACT:
        return (value - half, value + half) if amount.low is None else (amount.low, amount.high)
    return _hedged(value, half, hedge, close=close)


def _hedged(value: Decimal, half: Decimal, hedge: Hedge, *, close: bool) -> Ends:
    about = max(value * ABOUT_SLACK, half)
    near = value * CLOSE_SLACK
    return {
        Hedge.ABOUT: (value - about, value + about),
        Hedge.OVER: (value, value + near if close else None),
        Hedge.AT_LEAST: (value, None),
        Hedge.UNDER: (None, value),
        Hedge.AT_MOST: (None, value),
        Hedge.NEARLY: (value - near, value),
        Hedge.AS_MUCH_AS: (None, value + half),
    }[hedge]


def _hedged_order(amount: Amount, hedge: Hedge) -> Ends:
    """Hedge words that name no number: `over a dozen` does, `more than several months` keeps its lower end alone."""
    if hedge in (Hedge.OVER, Hedge.AT_LEAST):
        return amount.low, None
    if hedge in (Hedge.UNDER, Hedge.AT_MOST, Hedge.AS_MUCH_AS):
        return None, amount.high
    return amount.low, amount.high


def _last_digit(value: Decimal) -> Decimal:
    return Decimal(1).scaleb(int(value.normalize().as_tuple().exponent))


def _leading_digit(value: Decimal) -> Decimal:
    return Decimal(1).scaleb(value.adjusted())
