"""Every figure of a contender across the measures: its own course in each race, found once for all pages."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from weighbridge.charts.pairs import parted
from weighbridge.charts.points import weight
from weighbridge.outputs.site.sparks import spark

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from weighbridge.estimate import Estimate, Series
    from weighbridge.outputs import Book, Chapter

Key = tuple[str, str]


@dataclass(frozen=True)
class Track:
    """One contender in one race: its known estimates, oldest first. `other` is the id of whom it is held against."""

    chapter: Chapter
    series: Series
    estimates: tuple[Estimate, ...]
    other: str = ""

    @property
    def last(self) -> Estimate:
        """The newest known estimate."""
        return self.estimates[-1]

    @property
    def current(self) -> bool:
        """Whether it has a figure in the newest period of the race."""
        return self.last.period_end == self.series.as_of

    @property
    def raced(self) -> bool:
        """Whether its newest figure has a place in the newest period."""
        return self.current and self.last.rank_best is not None

    @cached_property
    def spark(self) -> str:
        """Its course alone, as SVG; empty where there is one period."""
        return spark(replace(self.series, estimates=self.estimates))


def tracks(book: Book) -> Mapping[Key, tuple[Track, ...]]:
    """Give the tracks by grouping and group, in the order of the book; those of a pair stand with its first."""
    found: dict[Key, list[Track]] = {}
    for chapter, series in book.series():
        for key, track in _of(chapter, series):
            found.setdefault(key, []).append(track)
    return {key: tuple(own) for key, own in found.items()}


def _of(chapter: Chapter, series: Series) -> Iterator[tuple[Key, Track]]:
    known = sorted((e for e in series.estimates if weight(e) is not None), key=attrgetter("group_id", "period_end"))
    for group, own in groupby(known, key=attrgetter("group_id")):
        first, _, other = parted(group)
        track = Track(chapter, series, tuple(own), other)
        if not other or track.current:
            yield (series.by, first), track
