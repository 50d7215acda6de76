"""The day on which an article says of itself that it was published: in the line under its title, or where it begins."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from weighbridge.article import YearlessDay

if TYPE_CHECKING:
    from re import Match

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTH = r"(?P<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_DAYS = (
    re.compile(
        r"(?<!\d)(?P<year>(?:19|20)\d\d)\s?(?P<mark>[-/.年])\s?(?P<m>\d{1,2})\s?(?:(?P=mark)|月)\s?(?P<day>\d{1,2})(?!\d)"
    ),
    re.compile(rf"\b{_MONTH}\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?P<year>(?:19|20)\d\d)(?!\d)", re.IGNORECASE),
    re.compile(rf"(?<!\d)(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s{_MONTH},?\s(?P<year>(?:19|20)\d\d)(?!\d)", re.IGNORECASE),
)
# `PLACE, March 23 (Agency) -` and `北京,3月23日(路透社)`: news agencies leave the year out.
_AGENCY = r"\([^()]{2,40}\)"
_DATELINES = (
    re.compile(
        rf"[^\W\d_][\w .'/-]{{1,40}},\s(?:[A-Z][\w .]{{1,20}},\s)?{_MONTH}\s(?P<day>\d{{1,2}})(?:,\s(?P<year>20\d\d))?"
        rf"\s?{_AGENCY}\s?[-—–]",
        re.IGNORECASE,
    ),
    re.compile(
        r"[\u4e00-\u9fff]{2,8}[,，]?\s?(?:(?P<year>20\d\d)年)?(?P<m>\d{1,2})月(?P<day>\d{1,2})日\s?"
        rf"(?:{_AGENCY}|[\u4e00-\u9fff]{{2,6}}电)"
    ),
)
_WEEKDAY = re.compile(rf"\bon ({'|'.join(_WEEKDAYS)})\b", re.IGNORECASE)
_LABEL = re.compile(r"(?:发布|发表|更新|日期|时间|来源|published|posted|updated|date)", re.IGNORECASE)
_PLAIN_NUMBER = re.compile(r"[\W\d_年月日]*")
# A line that states a day says little else.
_LONGEST_LINE, _LONGEST_REST = 80, 30
_FIRST, _LAST = 8, 4


def stated_day(text: str) -> dt.date | None:
    """Give the first full day in `text`; None without one."""
    for pattern in _DAYS:
        for found in pattern.finditer(text[:2_000]):
            if day := _day(found):
                return day
    return None


def published_on(paragraphs: Sequence[str]) -> dt.date | None:
    """Give the day that a line near the beginning or the end states, or the dateline; None where none does."""
    edges = [*paragraphs[:_FIRST], *paragraphs[max(_FIRST, len(paragraphs) - _LAST) :]]
    for line in edges:
        if is_byline(line) and (day := stated_day(line)):
            return day
    for line in paragraphs[:_FIRST]:
        if (found := _dateline(line)) and found["year"] and (day := _day(found)):
            return day
    return None


def yearless(paragraphs: Sequence[str]) -> YearlessDay | None:
    """Give the day of the dateline without its year, and the weekday that its paragraph states; None without one."""
    for paragraph in paragraphs[:_FIRST]:
        found = _dateline(paragraph)
        if found and not found["year"] and (named := _month_and_day(found)):
            weekday = _WEEKDAY.search(paragraph)
            return YearlessDay(*named, _WEEKDAYS.index(weekday[1].lower()) if weekday else None)
    return None


def is_byline(line: str) -> bool:
    """Say whether a line states a day and little else: who published it, and when."""
    if len(line) > _LONGEST_LINE or not (found := next((f for p in _DAYS if (f := p.search(line))), None)):
        return False
    rest = line[: found.start()] + line[found.end() :]
    return len(rest) <= _LONGEST_REST or _LABEL.search(rest) is not None


def _dateline(paragraph: str) -> Match[str] | None:
    return next((found for pattern in _DATELINES if (found := pattern.match(paragraph))), None)


def _month_and_day(found: Match[str]) -> tuple[int, int] | None:
    named = found.groupdict()
    month = int(named["m"]) if named.get("m") else _MONTHS.index(named["month"][:3].lower()) + 1
    day = int(named["day"])
    try:
        # Of a leap year, so that 29 February stays.
        dt.date(2000, month, day)
    except ValueError:
        return None
    return month, day


def _day(found: Match[str]) -> dt.date | None:
    named = _month_and_day(found)
    try:
        return dt.date(int(found["year"]), *named) if named else None
    except ValueError:
        return None
