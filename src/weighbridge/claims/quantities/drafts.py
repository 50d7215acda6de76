"""An amount with what stands around it: its money, unit, noun and hedges."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from weighbridge.claims.quantities import counted, hedges, money, multiples, units
from weighbridge.claims.quantities.bounds import COUNTED_BELOW, ends, precision
from weighbridge.quantity import MEASURED, Hedge, Quantity, Unit

if TYPE_CHECKING:
    from weighbridge.claims.quantities.amount import Amount

# `a 7B model` tells its size.
_SIZE_LETTERS = "BT"


@dataclass(frozen=True)
class Draft:
    """An amount in its unit at `text[start:end]`; `unit` is null where nothing says what is counted."""

    start: int
    end: int
    amount: Amount
    unit: Unit | None
    hedge: Hedge
    close: bool = False

    def quantity(self) -> Quantity:
        """Give the quantity, with the values that rounding and hedge allow."""
        unit = self.unit or Unit.PLAIN
        low, high = ends(self.amount, unit, self.hedge, close=self.close)
        last = precision(self.amount, unit)
        return Quantity(self.start, self.end, self.amount.value, low, high, unit, self.hedge, last)


def draft(text: str, amount: Amount, since: int, context: counted.Context) -> Draft | None:
    """Read what stands around an amount; null where it turns out to count nothing. Nothing before `since` is taken."""
    start, end, inner = amount.start, amount.end, hedges.NONE
    if amount.unit is None:
        end, inner = hedges.after(text, end)
    found = _unit(text, amount if end == amount.end else replace(amount, end=end), context)
    if found is None:
        return None
    start, end, amount, unit = found
    outer, trailing = hedges.after(text, end)
    leading_start, leading = hedges.before(text, start, since)
    hedge, close = next((one for one in (leading, trailing, inner) if one is not hedges.NONE), hedges.NONE)
    if amount.hedge and hedge in (Hedge.EXACT, Hedge.ABOUT):
        hedge, close = amount.hedge, False
    return Draft(leading_start, outer, amount, unit, hedge, close)


def carried(text: str, one: Draft, two: Draft) -> Draft:
    """Give a large number that says not what it counts the unit of the count before it: `2m users to 200,000`."""
    silent = two.unit is None and two.amount.value is not None and two.amount.value >= COUNTED_BELOW
    counts = one.unit not in (None, Unit.PLAIN) and one.unit not in MEASURED
    return replace(two, unit=one.unit) if silent and counts and not counted.ends(text, one.end, two.start) else two


def _unit(text: str, amount: Amount, context: counted.Context) -> tuple[int, int, Amount, Unit | None] | None:
    start, end = amount.start, amount.end
    if amount.unit is not None:
        return start, end, amount, amount.unit
    priced = _money(text, amount)
    if priced:
        return priced
    measured = units.after(text, end)
    if measured:
        grown = _in_unit(amount, measured)
        if measured.unit is Unit.TIMES and text[measured.end - 1] in "倍半" and grown.value is not None:
            grown = replace(grown, value=multiples.grown(text, hedges.before(text, start, 0)[0], grown.value))
        return start, measured.end, grown, measured.unit
    return _counted(text, amount, context)


def _money(text: str, amount: Amount) -> tuple[int, int, Amount, Unit] | None:
    sign, word = money.before(text, amount.start), money.after(text, amount.end)
    found = word or sign
    if found is None:
        return None
    unit, start, end = found[1], sign[0] if sign else amount.start, word[0] if word else amount.end
    amount = _scaled_by(amount, word[2]) if word and word[2] != 1 else amount
    per = money.of_tokens(text, hedges.before(text, start, 0)[0], end)
    if per:
        return start, per[0], _scaled_by(amount, per[1]), money.PER_MTOK[unit]
    return start, end, amount, unit


def _counted(text: str, amount: Amount, context: counted.Context) -> tuple[int, int, Amount, Unit | None] | None:
    end, word = counted.measure_word(text, amount.end)
    if amount.bare and amount.value == 1:
        return None
    noun = counted.noun(text, end, word)
    right_there = bool(word or (noun and noun[0] > end))
    if amount.bare and not right_there and amount.scale == 1 and (amount.value or 0) < COUNTED_BELOW:
        return None
    unit = noun[1] if noun else None
    if noun:
        end = noun[0]
    large = amount.value is None or amount.value >= COUNTED_BELOW
    if not word and not large and text[amount.end : amount.end + 1] >= counted.FIRST_HAN:
        # `千问3模型` is a model of that name: without a measure word Chinese counts nothing.
        return amount.start, amount.end, amount, None
    if unit is Unit.MODELS and text[amount.end - 1] in _SIZE_LETTERS:
        unit = Unit.PARAMETERS
    if unit in (None, Unit.PLAIN) and (large or word == "次"):
        unit = context.at(amount.start) or unit
    return amount.start, end, amount, unit


def _in_unit(amount: Amount, measured: units.Measured) -> Amount:
    scaled = _scaled_by(amount, measured.factor)
    if not measured.plus or scaled.value is None:
        return scaled
    return replace(scaled, value=scaled.value + measured.plus, last=measured.plus, decimals=True)


def _scaled_by(amount: Amount, factor: Decimal) -> Amount:
    value, last, low, high = (
        None if number is None else number * factor for number in (amount.value, amount.last, amount.low, amount.high)
    )
    return replace(amount, value=value, last=last, low=low, high=high)
