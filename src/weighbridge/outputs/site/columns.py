"""The figures of models in columns: what a cell says, and what stands for all figures of a column at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from weighbridge.outputs.site import facts
from weighbridge.outputs.site.facts import Facts

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from weighbridge.estimate import SourceUse
    from weighbridge.model import Model
    from weighbridge.outputs import Book
    from weighbridge.outputs.site.languages import Language


@dataclass(frozen=True)
class Column:
    """A field of a model. Who states it stands in a plane or in the measure that reads the same."""

    field: str
    measure: str
    plane: str = ""
    unit: str = "parameters"


@dataclass(frozen=True)
class Cell:
    """A figure and what stands below it; an empty one is not known."""

    column: str
    figure: str = ""
    below: str = ""


COLUMNS = (
    Column("params_total", "model_size", "capability-by-size"),
    Column("capability", "capability", unit="points"),
    Column("published", "capability", unit="points"),
    Column("usd_per_mtok", "token_price", unit="USD per million tokens"),
    Column("tokens_7d", "token_share", unit="tokens"),
    Column("downloads_30d", "download_share", unit="downloads"),
    Column("pulls_all_time", "pull_share", unit="pulls"),
)
SUMMED = ("tokens_7d", "downloads_30d", "pulls_all_time")


def cells(language: Language, rows: Sequence[Model]) -> list[Cell]:
    """Give a cell for each column of one model, or of all sizes of a release together.

    Use is summed over sizes, prices that are charged and sizes span them, and an ability is that of the most capable.
    """
    return [_cell(language, column, rows) for column in COLUMNS]


class Columns:
    """What stands for all figures of each column of a book: who states them, and for how many models."""

    def __init__(self, book: Book) -> None:
        self._uses = {column.field: _uses(book, column) for column in COLUMNS}
        self._known = {c.field: sum(getattr(row, c.field) is not None for row in book.models) for c in COLUMNS}
        self._every = len(book.models)
        self._facts: dict[tuple[str, str], Facts] = {}

    def uses(self, field: str) -> tuple[SourceUse, ...]:
        """Give the sources of the figures of a column."""
        return self._uses[field]

    def facts(self, language: Language, shown: Iterable[str]) -> list[tuple[str, Facts]]:
        """Give, for each column of which figures are shown, what every figure states."""
        held = set(shown)
        return [(column.field, self._of(language, column.field)) for column in COLUMNS if column.field in held]

    def made_of(self, shown: Iterable[str]) -> list[object]:
        """Give what the facts of the columns shown rest on."""
        return [(field, self._part(field), facts.made_of(self._uses[field])) for field in sorted(shown)]

    def _of(self, language: Language, field: str) -> Facts:
        key = language.code, field
        if key not in self._facts:
            of = self._uses[field]
            self._facts[key] = Facts(
                facts.days(language, [use.as_of for use in of]),
                facts.sources(language, of),
                language.says("column_covered", part=self._part(field)),
                language.says("sure_" + field),
            )
        return self._facts[key]

    def _part(self, field: str) -> int:
        """Give the part of all models that have a figure, in percent: 0 and 100 are told of none and of all alone.

        It stands on thousands of pages, which one model more should leave as they are.
        """
        n = self._known[field]
        return n and (100 if n == self._every else min(max(round(100 * n / self._every), 1), 99))


def known(rows: Iterable[Model]) -> set[str]:
    """Give the columns in which any of the rows has a figure."""
    held = tuple(rows)
    return {column.field for column in COLUMNS if any(getattr(row, column.field) is not None for row in held)}


def _uses(book: Book, column: Column) -> tuple[SourceUse, ...]:
    """Give the sources of a column; where neither plane nor measure says which, all that models rest on."""
    named = {use.name for plane in book.planes if plane.name == column.plane for use in plane.provenance.sources}
    if not named:
        named = {use.name for chapter, series in book.series() if chapter.name == column.measure
                 for use in series.provenance.sources}  # fmt: skip
    return tuple(use for use in book.model_sources if use.name in named) or book.model_sources


def _cell(language: Language, column: Column, rows: Sequence[Model]) -> Cell:
    one = {row.model_id: row for row in rows}.values()
    known_ = [getattr(row, column.field) for row in one if getattr(row, column.field) is not None]
    if not known_:
        return Cell(column.field)
    if column.unit == "points":
        return _ability(language, column, rows)
    if column.field in SUMMED:
        return Cell(column.field, language.words.compact(sum(known_)))
    return _size(language, rows) if column.field == "params_total" else _price(language, column, known_)


def _ability(language: Language, column: Column, rows: Sequence[Model]) -> Cell:
    best = max(rows, key=lambda row: -500.0 if (own := getattr(row, column.field)) is None else own)
    point, low, high = (getattr(best, f"{column.field}{end}") for end in ("", "_low", "_high"))
    told = language.words.brief(None, low, high, column.unit) if (low, high) != (None, None) else ""
    return Cell(column.field, language.words.brief(point, None, None, column.unit), told)


def _price(language: Language, column: Column, prices: Sequence[float]) -> Cell:
    """Tell the prices that are charged: 0 is that of a free quota or a subscription, and told where there is no other.

    With the rest of the prices it would make a span that nobody is offered.
    """
    charged = [price for price in prices if price > 0]
    free = "" if len(charged) == len(prices) else language.says("some_free" if charged else "only_free")
    told = charged or prices
    return Cell(column.field, language.words.brief(None, min(told), max(told), column.unit), free)


def _size(language: Language, rows: Sequence[Model]) -> Cell:
    def ends(field: str) -> str:
        sizes = sorted({size for row in rows if (size := getattr(row, field)) is not None})
        return "–".join(dict.fromkeys(map(language.words.compact, (sizes[0], sizes[-1])))) if sizes else ""

    active = ends("params_active")
    return Cell("params_total", ends("params_total"), language.says("active", size=active) if active else "")
