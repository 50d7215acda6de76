"""The data package: its files with rows, columns and terms, and how to load it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from weighbridge import column_wording
from weighbridge.model import MODELS
from weighbridge.outputs import DATA, resource
from weighbridge.outputs.site import addresses, facts
from weighbridge.outputs.site.digest import digest
from weighbridge.outputs.site.facts import Facts
from weighbridge.outputs.site.page import Page
from weighbridge.outputs.site.race import FIELDS

if TYPE_CHECKING:
    from weighbridge.estimate import Series
    from weighbridge.outputs import Book, Decided
    from weighbridge.outputs.site.languages import Language
    from weighbridge.schema import Table

PATH = "data"
OWN_LICENCE = "Apache-2.0"  # of what is decided here, and of the code
STANDINGS = "standings"


@dataclass(frozen=True)
class File:
    """One table of the package: `rows` and `columns` are counts, `endings` those of its forms."""

    name: str
    rows: int
    columns: int
    endings: tuple[str, ...] = ("csv", "parquet")
    measure: str = ""
    by: str = ""


def pages(book: Book) -> Iterator[Page]:
    """Give the page of the data package."""
    listed = list(files(book))
    yield Page(
        PATH,
        "data",
        title=lambda language: language.says("data_title"),
        says=lambda language: language.says("data_says"),
        view=lambda language: _view(language, book, listed),
        made_of=digest(listed, book.provenance, book.model_sources, book.address, [_newest(d) for d in book.decided]),
        record=lambda: {"package": f"{DATA}/datapackage.json", "files": listed, "provenance": book.provenance},
        heads=("name", "rows", "columns", "measure", "by"),
        rows=lambda: [(file.name, file.rows, file.columns, file.measure, file.by) for file in listed],
    )


def files(book: Book) -> Iterator[File]:
    """Give every table of the package, in the order in which the package has them."""
    for _, series in book.series():
        name = resource(series.measure, series.by)
        yield File(name, len(series.estimates), len(FIELDS), measure=series.measure, by=series.by)
    if book.models:
        yield File(MODELS.name, len(book.models), len(MODELS.columns))
    for decided in book.decided:
        yield File(decided.table.name, len(decided.rows), len(decided.table.columns))
    raced = [series.standing for _, series in book.series() if series.standing is not None]
    yield File(STANDINGS, len(raced), 0, ("json",))


def _view(language: Language, book: Book, listed: Sequence[File]) -> dict[str, Any]:
    by_name = {file.name: file for file in listed}
    chapters = []
    for chapter in book.chapters:
        if every := [entry.series for entry in chapter.entries if entry.series]:
            own = f"facts-{chapter.name}"
            rows = [(_row(language, by_name[resource(series.measure, series.by)]), own, None) for series in every]
            chapters.append((chapter, own, rows, _together(language, every)))
    others = [file for file in listed if not file.measure]
    first = listed[0].name
    return {
        "chapters": chapters,
        "others": [(_row(language, file), f"facts-{file.name}", _facts(language, book, file)) for file in others],
        "fields": [(name, language.says(f"field_{name}"), "") for name in FIELDS],
        "tables": [_columns(language, table) for table in _tables(book)],
        "first": first,
        "place": f"{book.address or ''}{DATA}/",
        "folder": DATA,
        "licences": licences(language, book),
    }


def _row(language: Language, file: File) -> dict[str, Any]:
    return {
        "file": file,
        "title": language.words.grouping(file.by) if file.by else language.says(f"file_{file.name}"),
        "path": addresses.race(file.measure, file.by) if file.measure else "",
    }


def _together(language: Language, every: Sequence[Series]) -> Facts:
    """Give the facts of all files of a measure: what they were counted from, and how much of it is placed."""
    uses = {use.name: use for series in every for use in series.provenance.sources}
    newest = [e for series in every for e in series.estimates if e.period_end == series.as_of]
    return Facts(
        language.day(max((series.as_of for series in every if series.as_of), default=None)),
        facts.sources(language, tuple(uses.values())),
        facts.coverage(language, newest),
        language.says("see_columns"),
    )


def _facts(language: Language, book: Book, file: File) -> Facts:
    """Give the facts of a table that is of no one measure."""
    decided = next((one for one in book.decided if one.table.name == file.name), None)
    if decided is not None:
        own = (("Weighbridge", "about", OWN_LICENCE),)
        return Facts(
            language.day(_newest(decided)), own, language.says("entries_covered"), language.says("entries_sure")
        )
    uses = book.model_sources if file.name == MODELS.name else book.provenance.sources
    newest = max((use.as_of for use in uses), default=None)
    covered = language.says("models_covered" if file.name == MODELS.name else "standings_covered")
    return Facts(language.day(newest), facts.sources(language, uses), covered, language.says("see_columns"))


def _newest(decided: Decided) -> dt.date | None:
    return max((row["stated_on"] for row in decided.rows if row.get("stated_on")), default=None)


def _tables(book: Book) -> list[Table]:
    return [*([MODELS] if book.models else []), *(decided.table for decided in book.decided)]


def _columns(language: Language, table: Table) -> dict[str, Any]:
    chinese: Mapping[str, str] = {} if language.english else column_wording.CHINESE.get(table.name, {})
    return {
        "name": table.name,
        "title": language.says(f"file_{table.name}"),
        "columns": [
            (column.name, chinese.get(column.name, column.says), column.unit and language.says(unit_key(column.unit)))
            for column in table.columns
        ],
    }


def unit_key(unit: str) -> str:
    """Name the words for a unit in the catalogue."""
    return "unit_" + unit.lower().replace(" ", "_")


def licences(language: Language, book: Book) -> list[tuple[str, list[tuple[str, str]]]]:
    """Give each licence with the sources under it: (name, path)."""
    found: dict[str, list[tuple[str, str]]] = {}
    for use in book.provenance.sources:
        named = language.says("source_title", publisher=use.publisher, name=use.name)
        found.setdefault(use.licence, []).append((named, addresses.source(use.name)))
    return [(facts.licence(language, name), found[name]) for name in sorted(found)]
