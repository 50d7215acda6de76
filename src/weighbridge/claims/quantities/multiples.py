"""Multiples in words: `twice`, `threefold`, `an order of magnitude`, `翻番`; and what `增长两倍` comes to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from weighbridge.claims.numerals import chinese, digits, english
from weighbridge.claims.pieces import sought
from weighbridge.claims.quantities.amount import Amount
from weighbridge.claims.quantities.shares import WORD_SLACK
from weighbridge.quantity import Hedge, Unit

_TWO, _THREE, _FOUR = Decimal(2), Decimal(3), Decimal(4)
_HALF = Decimal("0.5")
_WORDS = {
    "twice": _TWO,
    "thrice": _THREE,
    "doubl": _TWO,
    "tripl": _THREE,
    "trebl": _THREE,
    "quadrupl": _FOUR,
    "halv": _HALF,
}
_WORD = sought(
    r"(?<![A-Za-z0-9-])(?:(?P<adverb>twice|thrice)|(?P<verb>doubl|tripl|trebl|quadrupl|halv)(?:e[sd]?|ing)"
    r"(?!\s?-|\s(?:down|check|standard|digit))|(?P<cut>(?:cut|fell|dropped|reduced)(?:\s\w{1,12}){0,3}\s(?:in|by)\shalf))(?![A-Za-z])",
    "twice thrice doubl tripl trebl quadrupl halv half",
    any_case=True,
)
_FOLD = sought(
    r"(?<![A-Za-z0-9.,-])(?P<number>[A-Za-z]{3,12}|[0-9]{1,6}(?:\.[0-9]{1,3})?)[\s-]?fold(?![A-Za-z])",
    "fold",
    any_case=True,
)
_ORDERS = sought(
    r"(?<![A-Za-z0-9-])(?:(?P<number>an?|one|two|three|four|five|six|[0-9])\s|(?P<some>several\s|a\sfew\s)?)"
    r"orders?[\s-]of[\s-]magnitude(?![A-Za-z])",
    "magnitude",
    any_case=True,
)
_HAN_ORDERS = sought(r"(?P<number>[一二两三四五六]|[0-9]|几|数)个?数量级", "数量级")
_TURNS = sought(r"翻了?(?:(?P<number>[一两二三四]|[1-9])番|番|倍|一倍)|(?P<half>减半|腰斩)", "翻 减半 腰斩")
_GROWTH = re.compile(
    r"(?:增长|增加|提高|提升|扩大|上升|上涨|增|涨|升|多|高|高出|多出|贵)(?:了|出|到了)?(?:大?约|近|超过?|逾|至少|将近)?\Z"
)
_REACH = 8
# An order of magnitude is ten, give or take half of one on the scale that it is told on: 10 ** 0.5 is 3.16.
_HALF_ORDER = Decimal("3.16")
_TEN = Decimal(10)


def find(text: str) -> Iterator[Amount]:
    """Give every multiple in words, as a factor."""
    for found in _WORD.finditer(text):
        word = (found["adverb"] or found["verb"] or "halv").lower()
        yield _near(found, _WORDS[word])
    for found in _FOLD.finditer(text):
        number = _number(found["number"].lower())
        if number is not None:
            yield Amount(*found.span(), number, Decimal(1), decimals="." in found["number"], unit=Unit.TIMES)
    for pattern in (_ORDERS, _HAN_ORDERS):
        yield from (_orders(found) for found in pattern.finditer(text))
    for found in _TURNS.finditer(text):
        said = found["number"] or "一"
        turns = int(said) if said.isdecimal() else chinese.DIGITS[said]
        yield _near(found, _HALF if found["half"] else _TWO**turns)


def grown(text: str, start: int, value: Decimal) -> Decimal:
    """Give the factor that `倍` after a number comes to: growth by two is three, and `一倍` is always twice."""
    if value == 1 or _GROWTH.search(text, max(0, start - _REACH), start):
        return value + 1
    return value


def _near(found: re.Match[str], factor: Decimal) -> Amount:
    low, high = factor * (1 - WORD_SLACK), factor * (1 + WORD_SLACK)
    return Amount(*found.span(), factor, None, low=low, high=high, unit=Unit.TIMES)


def _orders(found: re.Match[str]) -> Amount:
    said = str(found["number"] or "").lower()
    if said in ("", "几", "数"):
        return Amount(*found.span(), None, None, low=_TEN**2, hedge=Hedge.SEVERAL, unit=Unit.TIMES)
    count = 1 if said in ("a", "an") else int(said) if said.isdecimal() else _count(said)
    factor = _TEN**count
    return Amount(
        *found.span(),
        factor,
        None,
        low=factor * _HALF_ORDER / _TEN,
        high=factor * _HALF_ORDER,
        hedge=Hedge.ABOUT,
        unit=Unit.TIMES,
    )


def _count(said: str) -> int:
    return chinese.DIGITS.get(said) or english.ONES[said]


def _number(said: str) -> Decimal | None:
    if said[0].isdecimal():
        return digits.value(said)
    read = english.read(said, 0)
    return read[1] if read and read[0] == len(said) else None
