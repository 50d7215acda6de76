"""The sources: what each is, whose, under which terms, how fresh, how it misleads, and what its reading met."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from weighbridge.outputs.site import addresses, facts
from weighbridge.outputs.site.page import Page
from weighbridge.outputs.site.words import catalogue

if TYPE_CHECKING:
    from weighbridge.outputs import Book, Chapter, Sheet
    from weighbridge.outputs.site.facts import Facts
    from weighbridge.outputs.site.languages import Language

LIST = "source"
UNSTATED = "unstated"
_QUOTED, _OTHER = re.compile(r"`([^`]*)`"), re.compile(r"[^a-z0-9]+")
HEADS = ("name", "publisher", "licence", "as_of", "grain", "snapshots", "attribution", "homepage")


@dataclass(frozen=True)
class Reader:
    """A measure that reads a source, by the groupings whose figures rest on it."""

    chapter: Chapter
    by: tuple[str, ...]


def pages(book: Book) -> Iterator[Page]:
    """Give the list of sources and a page for each."""
    read = readers(book)
    day = newest(book)
    yield Page(
        LIST,
        "sources",
        title=lambda language: language.says("sources_title"),
        says=lambda language: language.says("sources_says"),
        view=lambda language: {"rows": [_row(language, sheet, read, day) for sheet in book.sheets]},
        made_of=f"{day} {[(sheet, _measures(read, sheet)) for sheet in book.sheets]}",
        record=lambda: {"sources": [_record(sheet, read) for sheet in book.sheets]},
        heads=HEADS,
        rows=lambda: [_line(sheet) for sheet in book.sheets],
    )
    for sheet in book.sheets:
        yield _page(sheet, read, day)


def _page(sheet: Sheet, read: Mapping[str, tuple[Reader, ...]], day: dt.date | None) -> Page:
    return Page(
        addresses.source(sheet.name),
        "source",
        title=lambda language: language.says("source_title", publisher=sheet.publisher, name=sheet.name),
        says=lambda language: language.source_says(sheet),
        view=lambda language: _row(language, sheet, read, day),
        made_of=f"{day} {sheet} {_measures(read, sheet)}",
        record=lambda: _record(sheet, read),
        heads=("kind", "n", "example"),
        rows=lambda: sheet.met,
    )


def readers(book: Book) -> dict[str, tuple[Reader, ...]]:
    """Give by source which measures read it, in the order of the book."""
    found: dict[str, dict[str, Reader]] = {}
    for chapter, series in book.series():
        for use in series.provenance.sources:
            own = found.setdefault(use.name, {})
            own[chapter.name] = Reader(chapter, (*(own[chapter.name].by if chapter.name in own else ()), series.by))
    return {name: tuple(own.values()) for name, own in found.items()}


def newest(book: Book) -> dt.date | None:
    """Give the newest day of any source: the ages of all are counted to it."""
    return max((sheet.use.as_of for sheet in book.sheets if sheet.use), default=None)


def stated(language: Language, sheet: Sheet) -> Facts | None:
    """Give what every figure about a source states: it is counted from what was read, and nothing is estimated."""
    if sheet.use is None:
        return None
    return facts.Facts(
        language.day(sheet.use.as_of),
        facts.sources(language, (sheet.use,)),
        language.says("source_covered"),
        language.says("source_sure"),
    )


def met(language: Language, kind: str) -> tuple[str, str]:
    """Say what reading met, and in which language: a kind that the catalogue lacks is shown as its parser words it."""
    name = _QUOTED.search(kind)
    key = "met_" + _OTHER.sub("_", _QUOTED.sub("", kind).lower()).strip("_")
    if key not in catalogue():
        return kind, "en"
    return language.says(key, name=name[1] if name else ""), language.lang


def _row(
    language: Language, sheet: Sheet, read: Mapping[str, tuple[Reader, ...]], day: dt.date | None
) -> dict[str, Any]:
    use = sheet.use
    return {
        "sheet": sheet,
        "use": use,
        "path": addresses.source(sheet.name),
        "told": language.source_says(sheet),
        "misleads": language.source_misleads(sheet),
        "licence": facts.licence(language, use.licence if use else sheet.licence),
        "homepage": sheet.homepage if sheet.homepage.startswith(("https://", "http://")) else "",
        "attribution": use.attribution if use else sheet.attribution,
        "age": (day - use.as_of).days if use and day else None,
        "grain": _grain(language, sheet),
        "met": [(*met(language, kind), n, example) for kind, n, example in sheet.met],
        "readers": read.get(sheet.name, ()),
        "stated": stated(language, sheet),
    }


def _grain(language: Language, sheet: Sheet) -> str:
    """Say how fine what stands from a source is, and why no finer."""
    if sheet.use is None:
        return language.says("grain_none")
    summed = sheet.use.grain != "name"
    return language.says("grain_sums" if summed else "grain_names_unstated" if _silent(sheet) else "grain_names")


def _silent(sheet: Sheet) -> bool:
    return (sheet.use.licence if sheet.use else sheet.licence) == UNSTATED


def _measures(read: Mapping[str, tuple[Reader, ...]], sheet: Sheet) -> list[tuple[str, tuple[str, ...]]]:
    return [(reader.chapter.name, reader.by) for reader in read.get(sheet.name, ())]


def _line(sheet: Sheet) -> tuple[object, ...]:
    use = sheet.use
    held = (use.licence, use.as_of, use.grain, use.snapshots, use.attribution) if use else (sheet.licence, *(None,) * 4)
    return (sheet.name, sheet.publisher, *held, sheet.homepage)


def _record(sheet: Sheet, read: Mapping[str, tuple[Reader, ...]]) -> dict[str, Any]:
    return {"source": sheet, "read_by": [{"measure": name, "by": by} for name, by in _measures(read, sheet)]}
