"""Units of measure right after an amount, in both languages: per cent, points, times, and spans of time."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from weighbridge.quantity import Unit

_HUNDREDTH = Decimal("0.01")
_UNITS: tuple[tuple[Unit, str], ...] = (
    (
        Unit.PERCENTAGE_POINTS,
        r"(?:\s|-)?(?:%|percentage|percent)(?:\s|-)?points?(?![A-Za-z])|\s?pp(?![A-Za-z])|\s?个?百分点",
    ),
    (Unit.SHARE, r"\s?%|(?:\s|-)?(?:per\s?cent|pct)(?![A-Za-z])"),
    (Unit.TIMES, r"(?:\s|-)times(?![A-Za-z])(?!\s(?:a|per|each|this|in\sa\srow)\b)|[x×](?![A-Za-z0-9])|\s?倍(?!数)"),
    (Unit.HOURS, r"(?:\s|-)?hours?(?![A-Za-z])|\s?个?(?:多|半)?(?:小时|钟头)"),
    (Unit.DAYS, r"(?:\s|-)days?(?![A-Za-z])|\s?(?:天|个工作日)(?![然下才空地气花生])"),
    (Unit.WEEKS, r"(?:\s|-)weeks?(?![A-Za-z])|\s?(?:个?(?:星期|礼拜)|周(?![一二三四五六日年]))"),
    (Unit.MONTHS, r"(?:\s|-)months?(?![A-Za-z])|\s?个(?:多|半)?月"),
    (Unit.YEARS, r"(?:\s|-)years?(?![A-Za-z])|\s?(?:年(?![级代轻度月初底末报货])|周年)"),
    (
        Unit.POINTS,
        r"[\s-](?:(?:rating|index|Elo)\s)?(?:points?|Elo)(?![A-Za-z])|\s?个点(?![击赞评])|\s?个?分(?![之钟析别布支享成子裂工明类校家公散销店组])",
    ),
)  # fmt: skip - a table
_PATTERNS = tuple((unit, re.compile(words, re.IGNORECASE)) for unit, words in _UNITS)
_AND_A_HALF = re.compile(r"半")
_HALF = Decimal("0.5")


@dataclass(frozen=True)
class Measured:
    """A unit at the end of an amount: where its words end, and by what the number is multiplied and then raised."""

    end: int
    unit: Unit
    factor: Decimal = Decimal(1)
    plus: Decimal = Decimal(0)


def after(text: str, end: int) -> Measured | None:
    """Give the unit of measure whose words follow at `end`; null where none do."""
    for unit, words in _PATTERNS:
        found = words.match(text, end)
        if found is None:
            continue
        factor = _HUNDREDTH if unit is Unit.SHARE else Decimal(1)
        half = unit in (Unit.YEARS, Unit.TIMES) and found[0][-1] >= "\u4e00" and _AND_A_HALF.match(text, found.end())
        inner = "半" in found[0]
        return Measured(found.end() + bool(half), unit, factor, _HALF if half or inner else Decimal(0))
    return None
