"""Amounts of which the words give an order and no number: `dozens`, `billions`, `several hundred`, `数十`, `几个月`.

English plurals have no upper end: ten billions are billions still. Chinese `数` and `几` stand for one digit from 2
to 9, so they end where the next place begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from weighbridge.claims.numerals import chinese
from weighbridge.claims.pieces import sought
from weighbridge.claims.quantities.amount import Amount
from weighbridge.quantity import Hedge, Unit

_SCALES = {"ten": 10, "dozen": 12, "score": 20, "hundred": 10**2, "thousand": 10**3, "million": 10**6}
_SCALES |= {"billion": 10**9, "trillion": 10**12}
_GREAT = "thousand|million|billion|trillion"
_FEWEST = 2
_PLURAL = sought(
    rf"(?<![A-Za-z0-9-])(?:(?P<many>tens|hundreds)\sof\s(?P<of>{_GREAT})s?"
    rf"|(?P<one>dozen|hundred|{_GREAT})s)(?![A-Za-z-])(?:\sof(?=\s))?",
    "dozens hundreds thousands millions billions trillions tens",
    any_case=True,
)
_FEW = r"(?:(?:a\s|the\s)?(?P<few>few|couple(?:\sof)?)|(?P<several>several|multiple))"
_SOME = sought(
    rf"(?<![A-Za-z0-9-]){_FEW}\s(?P<scale>dozen|hundred|{_GREAT})(?![A-Za-z])",
    "few couple several multiple",
    any_case=True,
)
_SOME_TIME = sought(
    rf"(?<![A-Za-z0-9-]){_FEW}(?=\s(?:more\s)?(?:hours|days|weeks|months|years|times|points|percent)\b)",
    "few couple several multiple",
    any_case=True,
)
_TIME = sought(
    r"(?<![A-Za-z0-9-])(?P<unit>weeks|months|years)(?=\s(?:later|after|before|behind|ahead|earlier)\b)",
    "weeks months years",
)
_UNITS = {"weeks": Unit.WEEKS, "months": Unit.MONTHS, "years": Unit.YEARS}
_LEAST = {"few": 2, "couple": 2, "couple of": 2, "several": 3, "multiple": 2}
_HAN_SCALE = r"[十百千]?万亿|[十百千]?[万亿]|[十百千]"
_HAN = sought(rf"(?<![多少无参指系函小整分因个])[数几](?P<scale>{_HAN_SCALE})(?![分])", "数 几")
_TEENS = sought(r"(?P<tens>[二三四五六七八九]?)十几(?P<scale>[万亿]?)", "十几")
_HAN_TIME = sought(
    r"(?<![多少无参指系函小整分因])[数几](?=个?(?:小时|星期|月|季度)|[天周年倍]|个百分点)(?!年[级轻])", "数 几"
)
_REACHING = sought(
    r"(?<![以之向同网史])[上近](?P<scale>百|千|百?万|亿)(?=[个款家名位种项次万亿人])|数以(?P<by>[十百千万亿])计",
    "上 近 数以",
)


def find(text: str) -> Iterator[Amount]:
    """Give every amount of which the words give the order alone."""
    for found in _PLURAL.finditer(text):
        scale = _SCALES[(found["of"] or found["one"]).lower()]
        yield _several(found, _FEWEST * scale * {"tens": 10, "hundreds": 100}.get((found["many"] or "").lower(), 1))
    for found in _SOME.finditer(text):
        yield _several(found, _least(found) * _SCALES[found["scale"].lower()])
    for found in _SOME_TIME.finditer(text):
        yield _several(found, _least(found))
    for found in _TIME.finditer(text):
        yield replace(_several(found, _FEWEST), unit=_UNITS[found["unit"]])
    yield from _in_chinese(text)


def _in_chinese(text: str) -> Iterator[Amount]:
    for found in _HAN.finditer(text):
        scale = chinese.scale(found["scale"])
        yield _several(found, _FEWEST * scale, 10 * scale)
    for found in _TEENS.finditer(text):
        tens, scale = 10 * (chinese.DIGITS.get(found["tens"]) or 1), chinese.scale(found["scale"])
        yield _several(found, (tens + 1) * scale, (tens + 10) * scale)
    for found in _HAN_TIME.finditer(text):
        yield _several(found, _FEWEST, 10)
    for found in _REACHING.finditer(text):
        yield _several(found, chinese.scale(found["scale"]) if found["scale"] else _FEWEST * chinese.scale(found["by"]))


def _least(found: re.Match[str]) -> int:
    return _LEAST[(found["few"] or found["several"]).lower()]


def _several(found: re.Match[str], low: int, high: int | None = None) -> Amount:
    top = None if high is None else Decimal(high)
    return Amount(*found.span(), None, None, low=Decimal(low), high=top, hedge=Hedge.SEVERAL)
