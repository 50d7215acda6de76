"""What a contender issued: its releases in a table, the newest first, and every scored setting with its ability."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from weighbridge.outputs.site import columns
from weighbridge.outputs.site.identity import Link, link

if TYPE_CHECKING:
    from collections.abc import Iterator

    from weighbridge.contender import Contender
    from weighbridge.model import Model
    from weighbridge.outputs.site.columns import Cell
    from weighbridge.outputs.site.languages import Language
    from weighbridge.outputs.site.register import Register

MOST = 50  # releases on a page; the file has all
MOST_ABLE = 12  # scored settings of one that has many models
ABILITIES = ("capability", "published")


@dataclass(frozen=True)
class Line:
    """One release, or one scored model. Empty is not known."""

    name: Link
    cells: tuple[Cell, ...]
    note: str = ""  # below the name
    setting: str = ""
    day: str = ""
    openness: str = ""


def view(language: Language, register: Register, one: Contender) -> dict[str, Any]:
    """Give the tables of releases and abilities, or of the models of one release, and the facts of their columns."""
    kin = register.kin
    releases = kin.releases(one)
    rows = [row for release in ((one,) if one.kind == "model" else releases) for row in kin.rows(release)]
    lines = [_release(language, register, release) for release in releases[:MOST]]
    models = [_model(language, row) for row in rows] if one.kind == "model" else []
    able = [] if one.kind == "model" else _able(language, register, rows)
    shown = {cell.column for line in (*lines, *models, *able) for cell in line.cells if cell.figure}
    return {
        "releases": lines,
        "left": max(len(releases) - MOST, 0),
        "models_of": models,
        "able": able,
        "column_facts_of": register.columns.facts(language, shown),
    }


def rows(register: Register, one: Contender) -> Iterator[tuple[object, ...]]:
    """Give every release and every figure of its models, as `running.heads` names the columns."""
    kin = register.kin
    for release in (one,) if one.kind == "model" else kin.releases(one):
        day, announced = kin.day(release)
        note = "announced" if announced else "first known" if day else None
        yield ("release", release.id, release.name, "released_on", None, day, *(None,) * 9, note)
        for row in kin.rows(release):
            yield from _figures(row)


def _figures(row: Model) -> Iterator[tuple[object, ...]]:
    name = row.scored_as or row.name
    for column in columns.COLUMNS:
        ends = [getattr(row, f"{column.field}{end}", None) for end in ("", "_low", "_high")]
        if ends[0] is not None:
            yield ("model", row.model_id, name, column.field, column.unit, None, *ends, *(None,) * 7)


def _release(language: Language, register: Register, release: Contender) -> Line:
    held = columns.cells(language, register.kin.rows(release))
    return Line(
        link(language, register, "model", release.id),
        tuple(cell for cell in held if cell.column != "published"),
        day=_day(language, register, release),
        openness=language.words.OPENNESS.get(release.openness or "", ""),
    )


def _day(language: Language, register: Register, release: Contender) -> str:
    day, announced = register.kin.day(release)
    if day is None or announced:
        return language.day(day) if day else ""
    return language.says("first_known", day=language.day(day))


def _model(language: Language, row: Model) -> Line:
    scored = language.says("scored_as", name=row.scored_as) if row.scored_as and row.scored_as != row.name else ""
    openness = language.words.OPENNESS.get(row.openness or "", "")
    return Line(Link(row.name, ""), tuple(columns.cells(language, (row,))), note=scored, openness=openness)


def _able(language: Language, register: Register, rows: list[Model]) -> list[Line]:
    """Give the most capable settings, each with its own ability and that of the publisher of the scores."""
    scored = sorted((row for row in rows if row.capability is not None), key=lambda row: -(row.capability or 0.0))
    return [_scored(language, register, row) for row in scored[:MOST_ABLE]]


def _scored(language: Language, register: Register, row: Model) -> Line:
    return Line(
        named(language, register, row),
        tuple(cell for cell in columns.cells(language, (row,)) if cell.column in ABILITIES),
        setting=row.setting or "",
        day=language.day(row.released_on) if row.released_on else "",
    )


def named(language: Language, register: Register, row: Model) -> Link:
    """Name a row of the table of models as its board does, with the page of its release."""
    release = register.kin.release(row.model_id)
    return Link(row.scored_as or row.name, language.path("model", release.id) if release else "")
