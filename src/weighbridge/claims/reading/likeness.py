"""How much one paragraph looks like another's translation: by length, numbers, and names that keep their letters."""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import log
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from weighbridge.claims.reading.languages import Letters

# Chinese characters for one English word, as news is translated, and how far that strays (in logarithms).
_HAN_PER_WORD, _SPREAD = 1.75, 0.45
_NUMBER = re.compile(r"(\d[\d,]*(?:\.\d+)?)(?:\s?(trillion|billion|million|thousand|[KMB]\b|万亿|亿|万))?")
_UNITS = {
    "": 1.0,
    "万亿": 1e12,
    "亿": 1e8,
    "万": 1e4,
    "trillion": 1e12,
    "billion": 1e9,
    "million": 1e6,
    "thousand": 1e3,
}
_UNITS |= {"B": 1e9, "M": 1e6, "K": 1e3}
_LATIN = re.compile(r"[A-Za-z][A-Za-z\d]+")
_MONTH = re.compile(
    r"\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)(?:uary|ruary|ch|il|e|y|ust|t(?:ember)?|ober|ember)?\b"
)
_MONTHS = {
    name: str(number)
    for number, name in enumerate(
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"], 1
    )
}
_MOST_COUNTED = 4
# Written in Latin letters in every Chinese text, so that sharing them shows nothing.
_EVERYWHERE = frozenset({"ai", "app", "it", "us", "pc"})
# What equal length alone is worth.
_BASE = 1.0


@dataclass(frozen=True)
class Traits:
    """What survives translation. `length`: in English words."""

    length: float
    numbers: frozenset[str]
    names: frozenset[str]
    asks: bool

    @classmethod
    def of(cls, text: str, letters: Letters) -> Traits:
        """Take them from a paragraph."""
        length = letters.words + letters.han / _HAN_PER_WORD
        months = {_MONTHS[name] for name in _MONTH.findall(text)}
        numbers = {_value(*number) for number in _NUMBER.findall(text)} | months
        names = {name.lower() for name in _LATIN.findall(text)} - _EVERYWHERE
        return cls(max(length, 1.0), frozenset(numbers), frozenset(names), "?" in text)


def _value(digits: str, unit: str) -> str:
    """Give a number as both languages have it: 3.853 and a unit of 10^8 is 385.3 million."""
    return f"{float(digits.replace(',', '')[:20]) * _UNITS[unit]:.6g}"


def likeness(english: Traits, chinese: Traits) -> tuple[float, int]:
    """Give how alike two paragraphs are (above 0: rather one than not), and how many numbers and names they share."""
    strayed = log(chinese.length / english.length) / _SPREAD
    shared = len(english.numbers & chinese.numbers) + len(english.names & chinese.names)
    # Chinese text names what the English names; the English has many more words in the same letters.
    foreign = len(chinese.names - english.names)
    numbers = len(chinese.numbers ^ english.numbers)
    score = _BASE - strayed**2 / 2 + 0.6 * min(shared, _MOST_COUNTED) - 0.3 * min(foreign + numbers, _MOST_COUNTED)
    score += 0.4 if english.asks and chinese.asks else -0.4 if english.asks != chinese.asks else 0.0
    return score, shared
