"""Moments in a text: the days that a date, a period or a window of time may mean."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


class Grain(StrEnum):
    """How finely a moment is told."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"


@dataclass(frozen=True)
class Moment:
    """One moment at `text[start:end]`, with the words that open or close it (`since`, `by`).

    `first` and `last`: days, both inclusive; a null end is open, or not known. `relative`: the words need the day of
    the article; without one both ends are null. `said`: how the ends follow from the words.
    """

    start: int
    end: int
    first: dt.date | None
    last: dt.date | None
    precision: Grain
    relative: bool
    said: str
