"""Spans of time that count from the day of the article, whatever the language."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from weighbridge.claims.dates import periods
from weighbridge.claims.dates.rules import Reading, relative
from weighbridge.moment import Grain

if TYPE_CHECKING:
    from weighbridge.claims.dates.periods import Days

# The most that "a few", "several" and "recent" are taken to reach back: with more of them the press names the next
# longer unit (weeks give way to months at about eight, months to years at a year, years to a decade at ten).
FEW, SEVERAL = 5, 9
_RECENT = {Grain.DAY: 10, Grain.WEEK: 8, Grain.MONTH: 12, Grain.QUARTER: 4, Grain.HALF: 4, Grain.YEAR: 5}
_MANY = {Grain.DAY: 14, Grain.WEEK: 12, Grain.MONTH: 18, Grain.QUARTER: 8, Grain.HALF: 4, Grain.YEAR: 10}


def calendar(on: dt.date | None, grain: Grain, shift: int) -> Reading:
    """Read the calendar period `shift` after the article's own: `last month` is -1."""
    which = {-1: "before", 0: "of", 1: "after"}.get(shift, f"{abs(shift)} {'before' if shift < 0 else 'after'}")
    return relative(
        on, grain, f"the {grain} {which}", lambda day: periods.around(periods.away(day, shift, grain), grain)
    )


def window(on: dt.date | None, grain: Grain, count: int, *, ahead: bool = False) -> Reading:
    """Read a window of so many units that ends with the article's day, or begins with it."""

    def days(day: dt.date) -> Days:
        other = periods.away(day, count if ahead else -count, grain)
        return (day, other) if ahead else (other, day)

    return relative(on, grain, f"{_many(count, grain)} {'from' if ahead else 'to'}", days)


def recent(on: dt.date | None, grain: Grain) -> Reading:
    """Read `in recent weeks`: a window of no stated length, at most a bound of its unit."""
    count = _RECENT[grain]
    return relative(on, grain, f"at most {_many(count, grain)} to", lambda day: (periods.away(day, -count, grain), day))


def ago(on: dt.date | None, grain: Grain, count: int) -> Reading:
    """Read `two years ago`: the calendar period so many units back, since the words round to the unit."""
    return relative(
        on, grain, f"{_many(count, grain)} before", lambda day: periods.around(periods.away(day, -count, grain), grain)
    )


def vaguely_ago(on: dt.date | None, grain: Grain, factor: int = 1) -> Reading:
    """Read `weeks ago`: two units back at the latest, and no further than the unit is counted in."""
    most = _MANY[grain] * factor

    def days(day: dt.date) -> Days:
        return periods.away(day, -most, grain), periods.away(day, -2 * factor, grain)

    return relative(on, grain, f"{2 * factor} to {_many(most, grain)} before", days)


def weekday(on: dt.date | None, which: int) -> Reading:
    """Read a day of the week (0: Monday): the latest up to the article's day, as news agencies use it."""

    def days(day: dt.date) -> Days:
        found = day - dt.timedelta(days=(day.weekday() - which) % 7)
        return found, found

    return relative(on, Grain.DAY, "the latest such day up to", days)


def weekday_of_week(on: dt.date | None, which: int, shift: int) -> Reading:
    """Read a day of the week before (`shift` -1), of or after the article's own."""

    def days(day: dt.date) -> Days:
        found = periods.week(day)[0] + dt.timedelta(days=which + 7 * shift)
        return found, found

    return relative(on, Grain.DAY, "that day, counted from the week of", days)


def _many(count: int, grain: Grain) -> str:
    return f"{count} {grain}{'s' if count != 1 else ''}"
