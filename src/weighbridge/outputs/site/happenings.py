"""Events beside a race: those of its contenders and its measure that fall within its time, numbered by day."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from weighbridge import evidence_wording
from weighbridge.adoption import Grade
from weighbridge.charts.course import Happened
from weighbridge.charts.pairs import parted
from weighbridge.event import Happening

if TYPE_CHECKING:
    from weighbridge.charts.points import Drawing
    from weighbridge.estimate import Series
    from weighbridge.outputs import Book, Chapter
    from weighbridge.outputs.site.languages import Language

MOST, MOST_OF_A_DAY = 8, 2
# What moves a race stands before what somebody printed of it.
_ORDER = (
    Happening.CROSSING, Happening.EXPORT_RULE, Happening.RELEASE, Happening.RANKING, Happening.EVALUATION,
    Happening.PUBLISHED_FIGURE, Happening.REPORT, Happening.STATEMENT,
)  # fmt: skip
# What may change any race, whatever it measures.
_ANYWHERE = (Happening.EXPORT_RULE, Happening.RELEASE)
# What a contender may belong to.
_OWNED = ("country", "organisation", "family", "openness")
_ADDRESS = re.compile(r"https?://[^\s|]+")
Row = Mapping[str, Any]


@dataclass(frozen=True)
class Told:
    """One event in words; `sources` are (what, address)."""

    number: int
    day: str
    kind: str
    grade: str
    summary: str
    nuance: str
    sources: tuple[tuple[str, str], ...]


def of(book: Book, chapter: Chapter, series: Series, shown: Drawing) -> list[Row]:
    """Give the events that concern a race, at most `MOST`, in order of their days."""
    if shown.periods == 1:
        return []
    first, groups = min(e.period_end for e in series.estimates), _groups(book, series, shown)
    ranked: list[tuple[tuple[int, int, int], Row]] = []
    for row in _rows(book):
        nearness = _nearness(book, chapter, series, row)
        inside = series.as_of is not None and first <= row["last_on"] <= series.as_of
        # Of classes of size no event speaks: there what was printed of the measure concerns the race.
        concerns = nearness == 0 if series.by == "size_class" else groups.intersection(_ids(row))
        if nearness is not None and inside and concerns:
            rank = _ORDER.index(Happening(row["happening"]))
            ranked.append(((nearness, rank, -row["last_on"].toordinal()), row))
    ranked.sort(key=lambda each: (each[0], each[1]["event_id"]))
    kept, days = [], Counter[dt.date]()
    for _, row in ranked:
        days[row["last_on"]] += 1
        if days[row["last_on"]] <= MOST_OF_A_DAY:
            kept.append(row)
    return sorted(kept[:MOST], key=lambda row: (row["first_on"], row["last_on"], row["event_id"]))


def concerned(book: Book) -> list[tuple[str | None, ...]]:
    """Give what is known here of all whom events name: on this rests which races an event stands beside."""
    named = {key for row in _rows(book) for key in _ids(row)}
    own = ("kind", "id", *_OWNED)
    return [tuple(getattr(one, word) for word in own) for one in book.contenders if one.id in named]


def numbered(rows: list[Row]) -> list[Happened]:
    """Give what the chart draws of them."""
    return [Happened(i, row["first_on"], row["last_on"]) for i, row in enumerate(rows, 1)]


def told(language: Language, rows: list[Row]) -> list[Told]:
    """Give them in words."""
    tongue = language.words.TONGUE
    own = "en" if language.english else "zh_hans"
    return [
        Told(
            i,
            evidence_wording.stretch(row["first_on"], row["last_on"], tongue),
            evidence_wording.KINDS[tongue][Happening(row["happening"])],
            evidence_wording.GRADES[tongue][Grade(row["grade"])],
            row[f"summary_{own}"],
            row[f"nuance_{own}"] or "",
            tuple(_sources(row["sources"])),
        )
        for i, row in enumerate(rows, 1)
    ]


def _sources(text: str) -> Iterator[tuple[str, str]]:
    for part in text.split("|"):
        address = _ADDRESS.search(part)
        what = _ADDRESS.sub("", part).strip(" ,")
        yield what, address[0] if address else ""


def _rows(book: Book) -> tuple[Row, ...]:
    return next((decided.rows for decided in book.decided if decided.table.name == "events"), ())


def _ids(row: Row) -> set[str]:
    return set(f"{row['subject_ids']} {row['object_ids'] or ''}".split())


def _groups(book: Book, series: Series, shown: Drawing) -> set[str]:
    """Give the ids of what is drawn and of all that belongs to it."""
    drawn = {part for curve in shown.top for part in parted(curve.group_id)}
    by = series.by if series.by in _OWNED else ""
    owned = {one.id for one in book.contenders if by and getattr(one, by) in drawn}
    opened = {"open"} if drawn & {"open_licence", "open"} else set()
    return drawn | owned | opened


def _nearness(book: Book, chapter: Chapter, series: Series, row: Row) -> int | None:
    """Say how near an event is to what a race measures: 0 the same; null is not at all."""
    if row["measure"] == chapter.name:
        return 0
    topics = {one.name: one.topic for one in book.chapters}
    if row["measure"] and topics.get(row["measure"]) == chapter.topic:
        return 1
    if row["platform_id"] and _same(row["platform_id"], series):
        return 2
    return 3 if Happening(row["happening"]) in _ANYWHERE else None


def _same(platform: str, series: Series) -> bool:
    wanted = platform.replace("-", "")
    return any(wanted in use.publisher.lower().replace(" ", "") for use in series.provenance.sources)
