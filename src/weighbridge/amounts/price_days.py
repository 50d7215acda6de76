"""One list's prices day by day: on its own days of reading, and carried to other lists' days that come soon after."""

from __future__ import annotations

import datetime as dt
from bisect import bisect
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from weighbridge.amounts.prices import SOURCES
from weighbridge.stats.ranges import SAME_PERIOD_DAYS

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from weighbridge.amounts.prices import Quotes

# Lists are read about once a month: an older reading says nothing of a day.
CARRIED_DAYS = 31


@dataclass(frozen=True)
class Listed:
    """Quotes of one list as arrays of one length, `period` an index into `days`; `carried` marks days (days,)."""

    source: str
    days: tuple[dt.date, ...]
    carried: NDArray[np.bool_]
    period: NDArray[np.int64]
    name: NDArray[np.int64]
    asked: Mapping[str, NDArray[np.float64]]


def listed(quotes: Quotes, source: str) -> Listed:
    """Give what `source` asks on each day on which it speaks."""
    own = np.flatnonzero(quotes.source == SOURCES.index(source))
    read_on = {quotes.days[i]: i for i in np.unique(quotes.day[own]).tolist()}
    speaks = _speaks(read_on, quotes.days)
    rows = [own[quotes.day[own] == read_on[reading]] for reading in speaks.values()]
    taken = np.concatenate(rows) if rows else own
    return Listed(
        source,
        tuple(speaks),
        np.array([day != reading for day, reading in speaks.items()], bool),
        np.repeat(np.arange(len(rows)), [len(row) for row in rows]),
        quotes.name[taken],
        {part: asked[taken] for part, asked in quotes.asked.items()},
    )


def _speaks(own: Collection[dt.date], every: Collection[dt.date]) -> dict[dt.date, dt.date]:
    """Give the reading that stands for each day, in order of days: that of the day, or the last one before it."""
    found, readings = {day: day for day in own}, sorted(own)
    for day in sorted(set(every) - set(own)):
        at = bisect(readings, day)
        near = any(abs((day - other).days) <= SAME_PERIOD_DAYS for other in found)
        if at and not near and (day - readings[at - 1]).days <= CARRIED_DAYS:
            found[day] = readings[at - 1]
    return dict(sorted(found.items()))
