"""Words around a date that open or close it: `since November 2024`, `by the end of 2025`, `自2022年以来`."""

from __future__ import annotations

import datetime as dt
import re
from enum import Enum, auto

from weighbridge.claims.dates.periods import ONE_DAY

End = dt.date | None


class Bound(Enum):
    """What the words make of a date's days."""

    SINCE = auto()
    AFTER = auto()
    BY = auto()
    BEFORE = auto()


_REACH = 16  # characters of the longest words, and a space
_BEFORE = (
    (
        Bound.SINCE,
        r"(?<![A-Za-z])(?:ever\s)?since(?:\sthe)?|(?<![A-Za-z])starting\s(?:in|from|on)|(?<![来源得各])自从?",
    ),
    (Bound.AFTER, r"(?<![A-Za-z])after"),
    (
        Bound.BY,
        r"(?<![A-Za-z])(?:by|until|till|up\sto|no\slater\sthan)(?:\sthe)?|(?<![达来看提感得找受收遇止截])(?:直?到|直?至(?<!甚至))",
    ),
    (Bound.BEFORE, r"(?<![A-Za-z])(?:before|prior\sto)(?:\sthe)?"),
)
_AFTER = (
    (Bound.SINCE, r"以来|起(?![步初源来])|(?<=月)开始|\s(?:on|onwards?)(?![A-Za-z])"),
    (Bound.AFTER, r"(?:以|之)后|后(?![续来端台])"),
    (Bound.BY, r"为止|底?(?:以|之)?前(?![景沿期述总首任所])"),
)
_LEADING = tuple((bound, re.compile(rf"(?:{words})\s{{0,2}}\Z", re.IGNORECASE)) for bound, words in _BEFORE)
_TRAILING = tuple((bound, re.compile(words)) for bound, words in _AFTER)


def around(text: str, start: int, end: int, *, since: int, stop: int) -> tuple[int, int, Bound | None]:
    """Give the place of a date with the words that bound it, and how they do, between `since` and `stop`."""
    window = text[max(since, start - _REACH) : start]
    leading = next(((bound, found[0]) for bound, words in _LEADING if (found := words.search(window))), None)
    stop = max(end, stop)
    trailing = next(((bound, found[0]) for bound, words in _TRAILING if (found := words.match(text, end, stop))), None)
    if leading:
        start -= len(leading[1])
    if trailing and (leading is None or leading[0] is trailing[0] or trailing[0] is Bound.SINCE):
        end += len(trailing[1])
    which = leading or trailing
    return start, end, which[0] if which else None


def bounded(days: tuple[dt.date, dt.date], bound: Bound | None, on: dt.date | None) -> tuple[End, End]:
    """Give the days that a bound leaves: what began goes on to the article's day, where that is known and later."""
    first, last = days
    if bound is Bound.SINCE:
        return first, on if on and on >= first else None
    if bound is Bound.AFTER:
        return last + ONE_DAY, on if on and on > last else None
    if bound is Bound.BY:
        return None, last
    return (None, first - ONE_DAY) if bound is Bound.BEFORE else days
