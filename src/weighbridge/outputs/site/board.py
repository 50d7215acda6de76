"""The board: every race with who leads, by how much, since when and how sure, under the question that it answers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from weighbridge.outputs.site import addresses, facts
from weighbridge.outputs.site.cards import CARD
from weighbridge.outputs.site.choosing import rivals
from weighbridge.outputs.site.figures import named, shown
from weighbridge.outputs.site.page import Page
from weighbridge.outputs.site.sparks import spark

if TYPE_CHECKING:
    from weighbridge.estimate import Series
    from weighbridge.outputs import Book, Chapter, Entry
    from weighbridge.outputs.site.drawing import Drawings
    from weighbridge.outputs.site.facts import Facts
    from weighbridge.outputs.site.languages import Language

TOPICS = ("used", "downloaded", "built_upon", "capable", "cheap", "small")
SHOWN = ("country", "organisation", "family", "openness", "all")
MOST_NEWEST = 3  # groups of a figure that nobody leads


@dataclass(frozen=True)
class Row:
    """One race or figure as the board shows it. `why` stands in place of figures where there are none."""

    by: str
    path: str
    leader: str = ""
    leader_path: str = ""
    decided: bool = False
    figure: str = ""
    interval: str = ""
    margin: str = ""
    second: str = ""
    since: str = ""
    sure: str = ""
    share: float | None = None  # of the choices under which the same one leads
    rivals: tuple[str, ...] = ()
    newest: str = ""  # the newest figures, of what ranks nobody
    spark: str = ""
    facts: Facts | None = None
    why: str = ""


def pages(book: Book, drawings: Drawings) -> Iterator[Page]:
    """Give the board."""
    yield Page(
        "",
        "board",
        title=lambda language: language.says("board_title"),
        says=lambda language: language.says("board_says"),
        view=lambda language: _view(book, language),
        made_of=book.provenance.lake_digest,
        record=lambda: _record(book),
        heads=("measure", "by", "leader_id", "leader", "value", "value_low", "value_high", "unit", "as_of", "since"),
        rows=lambda: [_standing(chapter, entry) for chapter, entry in _raced(book)],
        drawn=True,
        beside=lambda language: {CARD: drawings.board(language)},
    )


def _view(book: Book, language: Language) -> dict[str, Any]:
    topics = []
    for topic in TOPICS:
        chapters = [chapter for chapter in book.chapters if chapter.topic == topic and chapter.entries]
        topics.append((topic, [(chapter, list(_rows(language, chapter))) for chapter in chapters]))
    days = [series.as_of for _, series in book.series() if series.as_of]
    return {"topics": topics, "newest": max(days, default=None)}


def _rows(language: Language, chapter: Chapter) -> Iterator[Row]:
    """Give the rows of a measure; one in place of all where none has a figure for the same reason."""
    rows = [_row(language, chapter, entry) for entry in chapter.entries if entry.by in SHOWN]
    if len(rows) > 1 and rows[0].why and len({row.why for row in rows}) == 1:
        rows = [replace(rows[0], by=language.says("every_grouping"))]
    yield from rows


def _row(language: Language, chapter: Chapter, entry: Entry) -> Row:
    by, path, series = language.words.grouping(entry.by), addresses.race(chapter.name, entry.by), entry.series
    if series is None:
        return Row(by, path, why=language.words.reason(entry.missing))
    stated, line = facts.of_series(language, series), spark(series)
    standing = series.standing
    if standing is None:
        return Row(by, path, newest=named(language, series, MOST_NEWEST), spark=line, facts=stated)
    spoken = language.spoken(series)
    held = spoken.standing or standing
    ids = {e.group: e.group_id for e in series.estimates}
    ahead = standing.leader or standing.ahead
    key = ids.get(ahead or "")
    figure, interval = shown(language, standing.value, standing.value_low, standing.value_high, series.unit)
    return Row(
        by,
        path,
        leader=language.group(series.by, key, ahead),
        leader_path=language.path(series.by, key),
        decided=standing.leader is not None,
        figure=figure,
        interval=interval,
        margin=language.words.margin(held, series.unit),
        second=_second(language, series, ids.get(standing.runner_up or ""), standing.runner_up),
        since=language.words.since(held) if standing.leader is not None else "",
        sure=language.words.sure(held),
        share=standing.share_of_choices,
        rivals=tuple(rivals(language, chapter, series.by, held)),
        spark=line,
        facts=stated,
    )


def _second(language: Language, series: Series, key: str | None, name: str | None) -> str:
    return language.words.inside(series.by, language.group(series.by, key, name)) if name else ""


def _raced(book: Book) -> Iterator[tuple[Chapter, Entry]]:
    for chapter in book.chapters:
        yield from ((chapter, entry) for entry in chapter.entries if entry.series and entry.series.standing)


def _standing(chapter: Chapter, entry: Entry) -> tuple[object, ...]:
    series = entry.series
    assert series is not None and series.standing is not None  # noqa: S101, PT018 - `_raced` gives no other
    held = series.standing
    figures = (held.value, held.value_low, held.value_high)
    return (chapter.name, entry.by, held.leader_id, held.leader, *figures, series.unit, series.as_of, held.since_until)


def _record(book: Book) -> dict[str, Any]:
    return {
        "races": [
            {
                "measure": chapter.name,
                "by": entry.by,
                "as_of": entry.series.as_of,
                "unit": entry.series.unit,
                "standing": entry.series.standing,
            }
            for chapter, entry in _raced(book)
            if entry.series
        ],
        "provenance": book.provenance,
    }
