"""The day on which an article speaks: as given, as stated, or as its own dates tell."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from weighbridge.article import Kind
from weighbridge.errors import UsageError

if TYPE_CHECKING:
    from weighbridge.article import Article, YearlessDay

How = Literal["given", "stated", "weekday", "own_dates", "unknown"]
_MONTH_DAY = re.compile(r"(?<!\d)(\d{1,2})月(\d{1,2})[日号]")
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_ENGLISH = re.compile(rf"\b({'|'.join(_MONTHS)})\s(\d{{1,2}})\b(?!,?\s*\d{{4}})")
_YEAR = re.compile(r"(?<!\d)(20[12]\d)(?!\d)")
_YEARS_BACK = 12
# Nobody wrote of such models earlier; years are counted from either end of a claim's time, so neither may be
# that of the calendar.
_EARLIEST, _LATEST = dt.date(1950, 1, 1), dt.date(2150, 12, 31)


@dataclass(frozen=True)
class Dated:
    """The day of an article, null where nobody knows it, and how it is known."""

    day: dt.date | None
    how: How


def speakable(day: dt.date) -> dt.date:
    """Give a day on which an article may speak, or of which it may; UsageError for any other."""
    if not _EARLIEST <= day <= _LATEST:
        raise UsageError(f"{day} is too far away", then=f"give a day from {_EARLIEST} to {_LATEST}")
    return day


def dated(article: Article, as_of: dt.date | None, today: dt.date) -> Dated:
    """Tell the day of an article. `as_of`: as its reader gives it; none is later than `today` unless given.

    UsageError for a day that is far from any article's.
    """
    if as_of is not None:
        return Dated(speakable(as_of), "given")
    if article.published_on is not None:
        return Dated(article.published_on, "stated")
    if article.day_without_year is not None and (day := _recent(article.day_without_year, today)) is not None:
        return Dated(day, "weekday")
    day = _newest(_told(article), today)
    return Dated(day, "own_dates" if day else "unknown")


def _recent(stated: YearlessDay, today: dt.date) -> dt.date | None:
    """Give the newest day of that month, day and weekday that is not in the future."""
    for year in range(today.year, today.year - _YEARS_BACK, -1):
        day = _day(year, stated.month, stated.day)
        if day is not None and day <= today and stated.weekday in (None, day.weekday()):
            return day
    return None


def _told(article: Article) -> str:
    """Give the text of the article itself: readers' comments and the site's lines tell no day of it."""
    parts = (article.text[p.start : p.end] for p in article.passages if p.kind not in (Kind.COMMENT, Kind.BOILERPLATE))
    return "\n".join(parts)


def _newest(text: str, today: dt.date) -> dt.date | None:
    """Give the newest day named without a year, in the newest year named: the article is of that day or later."""
    years = {int(year) for year in _YEAR.findall(text) if int(year) <= today.year}
    named = [(int(m), int(d)) for m, d in _MONTH_DAY.findall(text)]
    named += [(_MONTHS.index(m) + 1, int(d)) for m, d in _ENGLISH.findall(text)]
    days = [day for m, d in named if (day := _day(max(years, default=0), m, d)) is not None and day <= today]
    return max(days, default=None)


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
