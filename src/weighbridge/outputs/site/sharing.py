"""What the picture of a race, and that of the board, say to whoever meets them away from the site."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from weighbridge.charts.frame import stated
from weighbridge.outputs.site import race
from weighbridge.outputs.site.board import TOPICS
from weighbridge.outputs.site.cards import Card

if TYPE_CHECKING:
    from weighbridge.estimate import Series
    from weighbridge.outputs import Book, Chapter
    from weighbridge.outputs.site.languages import Language

BY = "country"  # the grouping that tells a race at a glance
MOST_ROWS = 6


def of_race(language: Language, chapter: Chapter, series: Series) -> Card:
    """Give title, finding, sources and terms."""
    from weighbridge.outputs import Entry

    said = race.finding(language, chapter, Entry(series.by, series))
    sources = [stated(use, language.words) for use in series.provenance.sources]
    return Card(language.heading(chapter, series.by), said, sources)


def of_board(language: Language, book: Book) -> Card:
    """Give who leads the races of the board, in its order."""
    rows = [_row(language, *each) for topic in TOPICS for each in _raced(book, topic)][:MOST_ROWS]
    days = [series.as_of for _, series in book.series() if series.as_of]
    small = [language.says("board_newest", day=language.day(max(days)))] if days else []
    return Card(language.says("board_title"), language.says("board_says"), small, rows)


def _raced(book: Book, topic: str) -> Iterator[tuple[Chapter, Series]]:
    for chapter, series in book.series():
        held = series.standing
        if chapter.topic == topic and series.by == BY and held is not None and (held.leader or held.ahead):
            yield chapter, series


def _row(language: Language, chapter: Chapter, series: Series) -> tuple[str, str, str]:
    held = series.standing
    assert held is not None  # noqa: S101 - `_raced` gives no other
    figure = language.words.figure(held.value, held.value_low, held.value_high, series.unit)
    figure = figure.replace(f" {series.unit})", ")")  # once beside the value is enough where room is short
    title = language.heading(chapter, series.by)
    name = language.group(series.by, held.leader or held.ahead)
    if held.leader is None:
        title = f"{title}{language.says('between_facts')}{language.says('undecided')}"
    return title, name, figure
