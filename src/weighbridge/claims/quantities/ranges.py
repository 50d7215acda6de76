"""Two amounts that make one range: `30%-40%`, `between 10 and 15 million`, `3至5个月`.

`from 1 % to 30 %` and `从1%升至30%` stay two: they tell of a change, unless something is said to range.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from weighbridge.claims.quantities import money
from weighbridge.claims.quantities.drafts import Draft
from weighbridge.claims.quantities.money import MONEY
from weighbridge.quantity import Hedge, Unit

_LINK = re.compile(r"\s?(?:-|–|—|~|〜|to|through|至|到|and|和|与)\s?(?:US)?[$€£¥]?")
_LONGEST_LINK = 10
_AND = ("and", "和", "与")
_BETWEEN = re.compile(r"(?:(?<![A-Za-z])between|介于|处于|在)\s?\Z", re.IGNORECASE)
_FROM = re.compile(r"(?:(?<![A-Za-z])from|从|由|自)\s?\Z", re.IGNORECASE)
_RANGING = re.compile(r"rang(?:es?|ed|ing)\sfrom\s?\Z", re.IGNORECASE)
_REACH = 16
_INSIDE = re.compile(r"之间|区间")


def linked(text: str, one: Draft, two: Draft) -> tuple[Draft, ...] | None:
    """Give the range that two neighbouring amounts make, or both with the unit that they share; null where neither."""
    gap = text[one.end : two.start]
    if len(gap) > _LONGEST_LINK or not _LINK.fullmatch(gap) or not _alike(one, two):
        return None
    window = text[max(0, one.start - _REACH) : one.start]
    between, since = _BETWEEN.search(window), _FROM.search(window)
    first = _sharing(one, two)
    if any(word in gap for word in _AND) and not between:
        return None
    if since and not _RANGING.search(window):
        return first, two
    low, high = first.amount.value, two.amount.value
    if low is None or high is None or low >= high:
        return None
    opening = _RANGING.search(window) or between
    start = one.start - (len(opening[0]) if opening else 0)
    inside = _INSIDE.match(text, two.end)
    both = replace(two.amount, start=start, value=None, low=low, high=high, hedge=Hedge.BETWEEN)
    unit, end = first.unit, inside.end() if inside else two.end
    if unit in money.PER_MTOK and money.of_tokens(text, one.start, end) == (end, Decimal(1)):
        unit = money.PER_MTOK[unit]
    return (Draft(start, end, both, unit, Hedge.BETWEEN),)


def _alike(one: Draft, two: Draft) -> bool:
    """Say whether one unit can be that of both: the same, or the first has none of its own."""
    hedged = one.hedge not in (Hedge.EXACT, Hedge.ABOUT) or two.hedge is not Hedge.EXACT
    if hedged or one.amount.hedge or two.amount.hedge or None in (one.amount.value, two.amount.value):
        return False
    if one.unit in MONEY and two.unit in (None, Unit.PLAIN):  # `$10-15 million`
        return True
    return one.unit in (None, Unit.PLAIN, two.unit) or money.PER_MTOK.get(one.unit, one.unit) is two.unit


def _sharing(one: Draft, two: Draft) -> Draft:
    """Give the first amount in the unit, and with the scale, that is written with the second alone."""
    amount, value = one.amount, one.amount.value
    if value is None:
        return one
    if amount.scale == 1 and two.amount.scale > 1 and two.amount.value and value < two.amount.value / two.amount.scale:
        scale = two.amount.scale
        last = None if amount.last is None else amount.last * scale
        amount = replace(amount, value=value * scale, last=last, scale=scale)
    if one.unit in MONEY and two.unit in (None, Unit.PLAIN):
        return replace(one, amount=amount)
    if two.unit is Unit.SHARE and one.unit is not Unit.SHARE:
        amount = replace(amount, value=value / 100, last=Decimal("0.01"))
    return replace(one, amount=amount, unit=two.unit)
