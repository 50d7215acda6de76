"""How the figures come about, and what each measure means: definition, choices, when it misleads, how to recompute."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from weighbridge.estimate import Status
from weighbridge.outputs.site import addresses
from weighbridge.outputs.site.board import TOPICS
from weighbridge.outputs.site.page import Page
from weighbridge.outputs.site.source import readers

if TYPE_CHECKING:
    from weighbridge.outputs import Book, Chapter, Sheet
    from weighbridge.outputs.site.languages import Language

PATH = "method"
STEPS = ("publishers", "snapshots", "tables", "names", "estimates", "pages")
# What a figure states beside itself, in the order in which a reader meets it.
PARTS = ("named", "choices", "interval", "range", "coverage", "status", "standing", "since", "sure", "place", "unknown")
LAST = ("versions", "claims")


def pages(book: Book) -> Iterator[Page]:
    """Give the page of the method, and one for each measure."""
    yield Page(
        PATH,
        "method",
        title=lambda language: language.says("method_title"),
        says=lambda language: language.says("method_says"),
        view=lambda language: _overview(language, book),
        made_of=f"{[replace(chapter, entries=()) for chapter in book.chapters]}",
        record=lambda: {"measures": [_stated(chapter) for chapter in book.chapters]},
        heads=("name", "title", "topic", "unit", "version", "question"),
        rows=lambda: [(c.name, c.title, c.topic, c.unit, c.version, c.question) for c in book.chapters],
    )
    read = {sheet.name: sheet for sheet in book.sheets}
    for chapter in book.chapters:
        used = [read[name] for name, found in readers(book).items() if name in read and _is_of(chapter, found)]
        yield _page(chapter, used)


def _is_of(chapter: Chapter, found: tuple[Any, ...]) -> bool:
    return any(reader.chapter.name == chapter.name for reader in found)


def _overview(language: Language, book: Book) -> dict[str, Any]:
    topics = [(topic, [chapter for chapter in book.chapters if chapter.topic == topic]) for topic in TOPICS]
    return {
        "steps": STEPS,
        "parts": PARTS,
        "last": LAST,
        "statuses": [(language.words.status(status), f"status_{status}") for status in Status],
        "topics": [(topic, chapters) for topic, chapters in topics if chapters],
    }


def _page(chapter: Chapter, sources: list[Sheet]) -> Page:
    return Page(
        addresses.measure(chapter.name),
        "measure",
        title=lambda language: language.title(chapter),
        says=lambda language: language.question(chapter),
        view=lambda _: _view(chapter, sources),
        made_of=f"{_bare(chapter)} {[(sheet.name, sheet.publisher) for sheet in sources]}",
        record=lambda: _stated(chapter) | {"sources": [sheet.name for sheet in sources]},
        heads=("choice", "option", "taken", "says"),
        rows=lambda: [(c.name, o.name, o.name == c.default, o.says) for c in chapter.choices for o in c.options],
    )


def _view(chapter: Chapter, sources: list[Sheet]) -> dict[str, Any]:
    return {
        "chapter": chapter,
        "unit": "unit_" + chapter.unit.lower().replace(" ", "_"),
        "sources": sources,
        "groupings": [(entry, addresses.race(chapter.name, entry.by)) for entry in chapter.entries],
        "first": next((entry for entry in chapter.entries if entry.series), None),
        "moved": next((choice for choice in chapter.choices if len(choice.options) > 1), None),
    }


def _bare(chapter: Chapter) -> str:
    """Name what the page of a measure shows: of its figures alone whether there are any."""
    return f"{replace(chapter, entries=())} {[(entry.by, entry.missing) for entry in chapter.entries]}"


def _stated(chapter: Chapter) -> dict[str, Any]:
    words = ("name", "title", "question", "topic", "definition", "unit", "version", "misleads", "choices", "race")
    told = {word: getattr(chapter, word) for word in words}
    return told | {"groupings": [{"by": entry.by, "missing": entry.missing or None} for entry in chapter.entries]}
