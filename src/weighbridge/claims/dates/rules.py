"""Rules of dates: a pattern, and how what it finds is read on the day of the article."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from weighbridge.claims.dates.periods import Days
    from weighbridge.claims.pieces import Sought
    from weighbridge.moment import Grain

OLDEST_YEAR, LATEST_YEAR = 1900, 2099
UNKNOWN_DAY = "relative to the day of the article, which is not known"


@dataclass(frozen=True)
class Reading:
    """What words mean: their days (null: not known), how finely, and how the days follow from the words."""

    days: Days | None
    grain: Grain
    said: str
    relative: bool = False


# What a pattern found, on which day: a reading, or null where it is no date after all (a month 13).
Reader = Callable[[re.Match[str], "dt.date | None"], "Reading | None"]


@dataclass(frozen=True)
class Rule:
    """What a text is sought for, and how it is read."""

    pattern: Sought
    read: Reader


def relative(day: dt.date | None, grain: Grain, said: str, days: Callable[[dt.date], Days]) -> Reading:
    """Read words that need the day of the article; without one their days are not known."""
    if day is None:
        return Reading(None, grain, UNKNOWN_DAY, relative=True)
    return Reading(days(day), grain, f"{said} {day}", relative=True)


def plausible(year: int) -> bool:
    """Say whether a number can be the year of an event in the press."""
    return OLDEST_YEAR <= year <= LATEST_YEAR
