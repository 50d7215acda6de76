"""Days, months, quarters and halves of a year that the words name, or leave to the day of the article."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from weighbridge.claims.dates import periods
from weighbridge.claims.dates.periods import Days, Part
from weighbridge.claims.dates.rules import Reading, plausible, relative
from weighbridge.moment import Grain

# Days of a year, by its number; fails where that year has none, as February 29.
Yearly = Callable[[int], Days]
# A year is leap at least every eight, so what comes at all has come within so many.
_FURTHEST = 8


@dataclass(frozen=True)
class Year:
    """The year of a date: a number, or so many years from the article's own, or neither where the words name none."""

    number: int | None = None
    shift: int | None = None


def of_year(year: Year, on: dt.date | None, grain: Grain, days: Yearly, says: str = "") -> Reading | None:
    """Read what comes every year, of the year that is meant; null where no calendar has it, as February 30."""
    try:
        return _of_year(year, on, grain, days, says)
    except (ValueError, OverflowError):
        return None


def month(year: Year, on: dt.date | None, which: int, part: Part | None = None) -> Reading | None:
    """Read a month, or a part of it."""
    grain = Grain.WEEK if part else Grain.MONTH
    return of_year(year, on, grain, lambda number: periods.month(number, which, part), part.says if part else "")


def day(year: Year, on: dt.date | None, which: int, number: int) -> Reading | None:
    """Read one day of a month."""
    return of_year(year, on, Grain.DAY, lambda of: (dt.date(of, which, number), dt.date(of, which, number)))


def whole(year: Year, on: dt.date | None, part: Part | None = None) -> Reading | None:
    """Read a year, or a part of it; a part of no named year is of the article's own."""
    grain = part.year_grain if part else Grain.YEAR
    year = Year(shift=0) if year == Year() else year
    return of_year(year, on, grain, lambda number: periods.year(number, part), part.says if part else "")


def _of_year(year: Year, on: dt.date | None, grain: Grain, days: Yearly, says: str) -> Reading | None:
    if year.number is not None:
        return Reading(days(year.number), grain, says or "as written") if plausible(year.number) else None
    days(2000)  # a leap year: what it does not have, none has
    shift = year.shift
    if shift is None:
        # Without a year the press means what has just been: `in December` of an article in March is last year's.
        return relative(on, grain, _joined(says, "the latest that began by"), lambda day: _latest(day, days))
    return relative(on, grain, _joined(says, _distance(shift)), lambda day: days(day.year + shift))


def _latest(on: dt.date, days: Yearly) -> Days:
    for number in range(on.year, on.year - _FURTHEST - 1, -1):
        try:
            found = days(number)
        except ValueError:
            continue
        if found[0] <= on:
            return found
    raise ValueError(on)


def _distance(shift: int) -> str:
    if shift == 0:
        return "of the year of"
    years = "year" if abs(shift) == 1 else f"{abs(shift)} years"
    return f"of the {years} {'before' if shift < 0 else 'after'} that of"


def _joined(*words: str) -> str:
    return ", ".join(word for word in words if word)
