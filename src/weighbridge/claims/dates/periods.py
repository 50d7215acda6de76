"""Days of the calendar's periods: first and last, both inclusive."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from weighbridge.moment import Grain
from weighbridge.months import month_end

Days = tuple[dt.date, dt.date]

ONE_DAY = dt.timedelta(days=1)
MONTHS = 12


@dataclass(frozen=True)
class Part:
    """A part of a year and of a month: months and days, from and to; `says` in words, `grain` the nearest."""

    months: tuple[int, int]
    days: tuple[int, int]
    says: str
    year_grain: Grain


# Early, mid and late are thirds; beginning and end are the outer halves of those. Chinese `年初` is used as early is,
# and `年底` as end: the two languages of one article say them for each other.
EARLY = Part((1, 4), (1, 10), "the first third", Grain.QUARTER)
MIDDLE = Part((5, 8), (11, 20), "the middle third", Grain.QUARTER)
LATE = Part((9, 12), (21, 31), "the last third", Grain.QUARTER)
START = Part((1, 2), (1, 5), "the first sixth", Grain.MONTH)
END = Part((11, 12), (26, 31), "the last sixth", Grain.MONTH)
SPRING, SUMMER, AUTUMN = (
    Part(months, (1, 31), f"months {months[0]} to {months[1]}", Grain.QUARTER) for months in ((3, 5), (6, 8), (9, 11))
)


def year(number: int, part: Part | None = None) -> Days:
    """Give the days of a year, or of a part of it."""
    first, last = part.months if part else (1, MONTHS)
    return dt.date(number, first, 1), month(number, last)[1]


def half(number: int, which: int) -> Days:
    """Give the days of the first or the second half of a year."""
    return dt.date(number, 6 * which - 5, 1), month(number, 6 * which)[1]


def quarter(number: int, which: int) -> Days:
    """Give the days of one of the four quarters of a year."""
    return dt.date(number, 3 * which - 2, 1), month(number, 3 * which)[1]


def month(number: int, which: int, part: Part | None = None) -> Days:
    """Give the days of a month, or of a part of it."""
    first = dt.date(number, which, 1)
    last = month_end(first)
    if part is None:
        return first, last
    return first.replace(day=part.days[0]), last.replace(day=min(part.days[1], last.day))


def week(day: dt.date) -> Days:
    """Give Monday to Sunday of the week of `day`."""
    first = day - dt.timedelta(days=day.weekday())
    return first, first + dt.timedelta(days=6)


def months_away(day: dt.date, months: int) -> dt.date:
    """Give the day so many months later, earlier where negative; the last of that month where it has no such day."""
    number, which = divmod(day.year * MONTHS + day.month - 1 + months, MONTHS)
    return day.replace(year=number, month=which + 1, day=min(day.day, month(number, which + 1)[1].day))


def away(day: dt.date, count: int, grain: Grain) -> dt.date:
    """Give the day so many days, weeks, months, quarters, halves or years later; earlier where negative."""
    if grain in (Grain.DAY, Grain.WEEK):
        return day + dt.timedelta(days=count * (7 if grain is Grain.WEEK else 1))
    months = {Grain.MONTH: 1, Grain.QUARTER: 3, Grain.HALF: 6, Grain.YEAR: MONTHS}[grain]
    return months_away(day, count * months)


def around(day: dt.date, grain: Grain) -> Days:
    """Give the calendar period of that grain in which `day` lies."""
    which = day.month
    return {
        Grain.DAY: (day, day),
        Grain.WEEK: week(day),
        Grain.MONTH: month(day.year, which),
        Grain.QUARTER: quarter(day.year, (which + 2) // 3),
        Grain.HALF: half(day.year, (which + 5) // 6),
        Grain.YEAR: year(day.year),
    }[grain]
