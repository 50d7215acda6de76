"""Models: the most capable with their price, size and use, and which none betters in both of two figures."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from weighbridge.chart_wording import Laid, laid
from weighbridge.model import Model
from weighbridge.outputs.site import columns, facts, issued
from weighbridge.outputs.site.digest import digest
from weighbridge.outputs.site.facts import Facts
from weighbridge.outputs.site.identity import Link
from weighbridge.outputs.site.issued import Line
from weighbridge.outputs.site.page import Page
from weighbridge.plane import Reach

if TYPE_CHECKING:
    from collections.abc import Iterator

    from weighbridge.outputs.site.drawing import Drawings, Picture
    from weighbridge.outputs.site.languages import Language
    from weighbridge.outputs.site.register import Register
    from weighbridge.plane import Plane

MOST_CAPABLE, MOST_OPEN = 30, 20  # models in the tables; the file has all
OPEN = ("open_licence", "restricted")
FIELDS = tuple(field.name for field in fields(Model))


@dataclass(frozen=True)
class Laying:
    """A plane as the page shows it: the frontier by name, the picture, and what every figure of it states."""

    id: str
    title: str
    frontier: tuple[Link, ...]
    picture: Picture
    facts: Facts


def pages(register: Register, drawings: Drawings) -> Iterator[Page]:
    """Give the page of models."""
    book = register.book
    linked = sorted(key for kind, key in register.pages if kind == "model")
    yield Page(
        "models",
        "models",
        title=lambda language: language.says("models_title"),
        says=lambda language: language.says("models_says"),
        view=lambda language: _view(language, register, drawings),
        made_of=digest(book.models, book.planes, register.columns.made_of(columns.known(book.models)), linked),
        record=lambda: {"planes": book.planes, "models": book.models},
        heads=FIELDS,
        rows=lambda: [tuple(getattr(row, field) for field in FIELDS) for row in book.models],
        drawn=True,
    )


def _view(language: Language, register: Register, drawings: Drawings) -> dict[str, Any]:
    book = register.book
    scored = [row for row in book.models if row.capability is not None]
    first, openly = scored[:MOST_CAPABLE], [row for row in scored if row.openness in OPEN][:MOST_OPEN]
    rest = [row for row in openly if row not in first]
    parts = [
        (key, [_line(language, register, row) for row in part])
        for key, part in (("able", first), ("open", rest))
        if part
    ]
    shown = {cell.column for _, lines in parts for line in lines for cell in line.cells if cell.figure}
    return {
        "parts": parts,
        "column_facts_of": register.columns.facts(language, shown),
        "planes": [_laid(language, register, drawings, plane) for plane in book.planes],
    }


def _line(language: Language, register: Register, row: Model) -> Line:
    known = (("organisation", row.organisation, row.maker), ("country", row.country, row.country))
    made = [language.group(kind, key, label) for kind, key, label in known if key]
    return Line(
        issued.named(language, register, row),
        tuple(columns.cells(language, (row,))),
        note=language.says("listed").join(made) or language.says("maker_unknown"),
        day=language.day(row.released_on) if row.released_on else "",
        openness=language.words.OPENNESS.get(row.openness or "", ""),
    )


def _laid(language: Language, register: Register, drawings: Drawings, plane: Plane) -> Laying:
    called = laid(
        plane.name, Laid(plane.title, plane.across, plane.across_unit, plane.up, plane.up_unit), language.words.TONGUE
    )
    reached = Counter(place.reach for place in plane.places)
    told = Facts(
        language.day(plane.as_of),
        facts.sources(language, plane.provenance.sources),
        language.says("plane_covered", n=len(plane.places), rest=plane.unplaced),
        language.says("plane_sure", on=reached[Reach.FRONTIER], perhaps=reached[Reach.POSSIBLE]),
    )
    return Laying(plane.name, called.title, _frontier(language, register, plane), drawings.plane(language, plane), told)


def _frontier(language: Language, register: Register, plane: Plane) -> tuple[Link, ...]:
    """Name the models that none betters in both, the least capable first."""
    best = sorted((place for place in plane.places if place.reach is Reach.FRONTIER), key=lambda place: place.up)
    found = [(place, register.kin.release(place.group_id)) for place in best]
    return tuple(Link(place.group, language.path("model", own.id) if own else "") for place, own in found)
