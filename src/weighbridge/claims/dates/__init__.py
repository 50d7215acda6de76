"""Every date, period and window of time in a text, with the days that it may mean.

Deterministic and linear in the length of the text. Words without a date of their own (`now`, `recently`, `at the same
time`) are not read.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from weighbridge.claims.dates import bounds, chinese_calendar, chinese_windows, english_calendar, english_windows
from weighbridge.claims.pieces import pieces
from weighbridge.moment import Moment

if TYPE_CHECKING:
    from weighbridge.claims.dates.bounds import Bound
    from weighbridge.claims.dates.rules import Reader, Reading

# Where two rules find overlapping words the longer finding holds, and of equals the earlier rule.
_RULES = (*chinese_calendar.RULES, *chinese_windows.RULES, *english_calendar.RULES, *english_windows.RULES)
_LINK = re.compile(r"\s?(?:-|–|—|~|to|through|until|至|到|and|与|和)\s?")
_LONGEST_LINK = len(" through ")
_BOTH = re.compile(r"(?:(?<![A-Za-z])(?:between|from)\s|从|自|在|介于)\Z", re.IGNORECASE)
_LONGEST_BOTH = len("between ")


@dataclass(frozen=True)
class _Found:
    start: int
    end: int
    match: re.Match[str]
    read: Reader


def moments(text: str, day: dt.date | None = None) -> tuple[Moment, ...]:
    """Give the moments of `text` in their order, none overlapping; `day` is the article's own, null where not known.

    `text`: normalised (NFKC, simplified Chinese).
    """
    return tuple(
        replace(moment, start=place + moment.start, end=place + moment.end)
        for place, piece in pieces(text)
        for moment in _moments(piece, day)
    )


def _moments(text: str, day: dt.date | None) -> list[Moment]:
    found = _apart(text)
    read: list[Moment] = []
    at = 0
    while at < len(found):
        pair = found[at + 1] if at + 1 < len(found) else None
        until = read[-1].end if read else 0
        moment = _range(text, found[at], pair, day, until) if pair else None
        at += 2 if moment else 1
        stop = found[at].start if at < len(found) else len(text)
        moment = moment or _single(text, found[at - 1], day, until, stop)
        if moment:
            read.append(moment)
    return read


def _apart(text: str) -> list[_Found]:
    """Find what the rules find; of overlapping findings the one that begins first holds, of those the longest."""
    every = [_Found(*match.span(), match, rule.read) for rule in _RULES for match in rule.pattern.finditer(text)]
    every.sort(key=lambda found: (found.start, -found.end))
    kept: list[_Found] = []
    for found in every:
        if (not kept or found.start >= kept[-1].end) and found.read(found.match, None):
            kept.append(found)
    return kept


def _single(text: str, found: _Found, day: dt.date | None, until: int, stop: int) -> Moment | None:
    reading = _read(found, day)
    if reading is None:
        return None
    start, end, bound = bounds.around(text, found.start, found.end, since=until, stop=stop)
    return _moment(reading, start, end, bound, day)


def _moment(reading: Reading, start: int, end: int, bound: Bound | None, day: dt.date | None) -> Moment:
    first, last = bounds.bounded(reading.days, bound, day) if reading.days else (None, None)
    said = f"{bound.name.lower()}: {reading.said}" if bound else reading.said
    return Moment(start, end, first, last, reading.grain, reading.relative, said)


def _range(text: str, one: _Found, two: _Found, day: dt.date | None, until: int) -> Moment | None:
    """Read `from March to May 2025`: a year that stands with the second date alone is that of the first too."""
    gap = text[one.end : two.start]
    if len(gap) > _LONGEST_LINK or not _LINK.fullmatch(gap):
        return None
    opening = _BOTH.search(text[max(until, one.start - _LONGEST_BOTH) : one.start])
    if gap.strip() in ("and", "与", "和") and not opening:
        return None
    start = one.start - (len(opening[0]) if opening else 0)
    to = _read(two, day)
    if to is None:
        return None
    since = _read(one, to.days[1] if to.days else day)
    if since is None or since.days is None or to.days is None:
        return Moment(start, two.end, None, None, to.grain, relative=True, said=to.said) if since else None
    if since.days[0] > to.days[1]:
        return None
    return Moment(start, two.end, since.days[0], to.days[1], to.grain, to.relative, to.said)


def _read(found: _Found, day: dt.date | None) -> Reading | None:
    """Read a finding; null where the calendar ends before it."""
    try:
        return found.read(found.match, day)
    except (ValueError, OverflowError):
        return None
