"""The files of uses and events, strictly read: entries without a source and its day, or with unknown ids, are refused.

After a change `python -m weighbridge.entities.testimony` must write their kept form anew.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import AfterValidator, Field

from weighbridge.adoption import Adoption, Depth, Grade, Reference, Summary
from weighbridge.entities import curated
from weighbridge.entities.curated import Country, Id, Name, Strict, check_known, unique
from weighbridge.entities.testimony.held import FILES, Party, Testimony, Titled
from weighbridge.errors import CuratedError
from weighbridge.event import Event, Happening
from weighbridge.quantity import Unit  # noqa: TC001 - pydantic reads it when the class is made

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from importlib.resources.abc import Traversable

    from weighbridge.entities.curated import Curated

IDEOGRAPH = re.compile(r"[\u3400-\u9fff]")
OPENNESS = ("open", "closed")
Bare = Literal["refuted", "conflicting", "not_enough_evidence"]
Ids = Annotated[tuple[Annotated[str, Field(max_length=80)], ...], Field(max_length=12)]


def _english(text: str) -> str:
    if IDEOGRAPH.search(text):
        raise ValueError("holds Chinese characters")
    return text


def _chinese(text: str) -> str:
    if not IDEOGRAPH.search(text):
        raise ValueError("holds no Chinese characters")
    return text


class Words(Strict):
    """The same in English and in simplified Chinese."""

    en: Annotated[str, Field(min_length=3, max_length=600), AfterValidator(_english)]
    zh: Annotated[str, Field(min_length=3, max_length=300), AfterValidator(_chinese)]


class Citation(Strict):
    """One text that entries rest on."""

    id: Id
    publisher: Name
    title: Annotated[str, Field(min_length=3, max_length=300)]
    stated_on: dt.date
    stated_from: dt.date | None = None
    url: Annotated[str, Field(pattern=r"^https?://[^\s]+$", max_length=300)] | None = None
    quotes: Name | None = None


class Adopter(Strict):
    """Who uses models, or says something of them, and makes none; a group has no name of its own to be found by."""

    id: Id
    name: Name
    zh_hans: Name
    zh_hant: Name
    aliases: tuple[Name, ...] = ()
    kind: Literal["company", "public_body", "research", "person", "group"]
    country: Country | None = None


class Platform(Strict):
    """Where use is counted or models are listed."""

    id: Id
    name: Name
    zh_hans: Name
    zh_hant: Name
    aliases: tuple[Name, ...] = ()
    kind: Literal["hub", "router", "library", "app_store", "board"]


class Use(Strict):
    """One use, as `Adoption`; `sources` are ids of citations."""

    id: Id
    adopter: Id
    models: Annotated[Ids, Field(min_length=1)]
    use: Annotated[str, Field(min_length=3, max_length=200), AfterValidator(_english)]
    grade: Grade
    depth: Depth
    since: dt.date | None = None
    until: dt.date | None = None
    count: Annotated[int, Field(gt=0)] | None = None
    not_only: bool
    summary: Words
    nuance: Words | None = None
    sources: Annotated[tuple[Id, ...], Field(min_length=1)]
    bare: Bare | None = None


class Occurrence(Strict):
    """One event, as `Event`; `sources` are ids of citations."""

    id: Id
    happening: Happening
    subjects: Annotated[Ids, Field(min_length=1)]
    objects: Ids = ()
    first: dt.date
    last: dt.date
    grade: Grade
    summary: Words
    nuance: Words | None = None
    sources: Annotated[tuple[Id, ...], Field(min_length=1)]
    bare: Bare | None = None
    measure: Annotated[str, Field(pattern=r"^[a-z_]+$", max_length=80)] | None = None
    platform: Id | None = None
    place: Annotated[int, Field(gt=0)] | None = None
    value: float | None = None
    value_low: float | None = None
    value_high: float | None = None
    unit: Unit | None = None
    of_what: Words | None = None
    openness: Literal["open"] | None = None


@dataclass(frozen=True)
class _Entries:
    """The entries of all files, by themselves well formed."""

    citations: list[Citation]
    adopters: list[Adopter]
    platforms: list[Platform]
    uses: list[Use]
    occurrences: list[Occurrence]


def read(folder: Traversable | None = None, decided: Curated | None = None, today: dt.date | None = None) -> Testimony:
    """Read the files of `folder` (default: the package's own) against the makers and models of `decided`.

    CuratedError names the entry that is wrong: a missing field or source, an unknown or repeated id, a day later than
    `today` (default: of now, in UTC), or words in the wrong script.
    """
    folder = folder or files("weighbridge") / "curated"
    texts = {name: (folder / f"{name}.yml").read_bytes() for name in FILES}
    held = _Entries(
        curated.entries("citations", texts, Citation),
        curated.entries("adopters", texts, Adopter),
        curated.entries("platforms", texts, Platform),
        curated.entries("evidence", texts, Use),
        curated.entries("events", texts, Occurrence),
    )
    decided = decided or curated.load()
    _check_once(held)
    _check_known(held, decided)
    _check_days(held, today or dt.datetime.now(dt.UTC).date())
    for of in held.occurrences:
        _check_figure(of)
    references = {of.id: Reference(**of.model_dump(exclude={"id"})) for of in held.citations}
    return Testimony(
        tuple(Party(**of.model_dump()) for of in held.adopters),
        tuple(Party(**of.model_dump()) for of in held.platforms),
        tuple(Adoption(**_told(of, references)) for of in held.uses),
        tuple(Event(**_told(of, references)) for of in held.occurrences),
        _titles(held, decided),
    )


def _told(of: Use | Occurrence, references: Mapping[str, Reference]) -> dict[str, Any]:
    """Give the fields of a use or an event as the words of `adoption` and `event` have them."""
    row = of.model_dump(exclude={"sources"})
    for name in {"summary", "nuance", "of_what"} & row.keys():
        row[name] = None if row[name] is None else Summary(**row[name])
    if isinstance(of, Occurrence):
        row["unit"] = None if of.unit is None else str(of.unit)
    return {**row, "references": tuple(references[id_] for id_ in of.sources)}


def _titles(held: _Entries, decided: Curated) -> dict[str, Titled]:
    """Give the titles of what entries name. A maker and a family, or a family and a release, may share one id."""
    parties: tuple[Adopter | Platform, ...] = (*held.adopters, *held.platforms)
    found = {of.id: Titled(of.name, of.zh_hans) for of in parties}
    for family in decided.families:
        for release in family.releases:
            found[release.id] = Titled(release.name, release.name, (family.id, family.organisation))
    for family in decided.families:
        found[family.id] = Titled(family.name, family.zh_hans, (family.organisation,))
    for maker in decided.organisations:
        found[maker.id] = Titled(maker.name, maker.zh_hans, found[maker.id].above if maker.id in found else ())
    used = {id_ for use in held.uses for id_ in (use.adopter, *use.models)}
    used |= {id_ for of in held.occurrences for id_ in (*of.subjects, *of.objects, of.platform) if id_}
    return {id_: title for id_, title in sorted(found.items()) if id_ in used}


def _check_once(held: _Entries) -> None:
    unique("citations", "id", (of.id for of in held.citations))
    unique("adopters", "id", (of.id for of in held.adopters))
    unique("platforms", "id", (of.id for of in held.platforms))
    # Both are shown in one list.
    both: tuple[Use | Occurrence, ...] = (*held.uses, *held.occurrences)
    unique("events", "id, of evidence or events,", (of.id for of in both))


def _check_known(held: _Entries, decided: Curated) -> None:
    makers = {of.id for of in decided.organisations}
    named = makers | {of.id for of in decided.families} | {r.id for of in decided.families for r in of.releases}
    adopters = {of.id for of in held.adopters}
    for id_ in sorted(adopters & named):
        raise CuratedError(
            "is a maker or a model too", where=f"curated/adopters.yml, adopter {id_}", then="keep one of them"
        )
    models = named | {of.country for of in decided.organisations if of.country}
    platforms = {of.id for of in held.platforms}
    cited = {of.id for of in held.citations}
    for use in held.uses:
        check_known("adopter", {use.adopter: use.id}, adopters | makers, "evidence")
        check_known("model", dict.fromkeys(use.models, use.id), models, "evidence")
        check_known("source", dict.fromkeys(use.sources, use.id), cited, "evidence")
    anyone = models | adopters | platforms | {*OPENNESS}
    for of in held.occurrences:
        check_known("subject or object", dict.fromkeys((*of.subjects, *of.objects), of.id), anyone, "events")
        check_known("platform", {of.platform: of.id} if of.platform else {}, platforms, "events")
        check_known("source", dict.fromkeys(of.sources, of.id), cited, "events")


def _check_days(held: _Entries, today: dt.date) -> None:
    stretches: list[tuple[str, str, Iterable[dt.date | None]]] = [
        *(("citations", of.id, (of.stated_from, of.stated_on)) for of in held.citations),
        *(("evidence", of.id, (of.since, of.until)) for of in held.uses),
        *(("events", of.id, (of.first, of.last)) for of in held.occurrences),
    ]
    for file, id_, stretch in stretches:
        days = [day for day in stretch if day is not None]
        if days != sorted(days):
            raise _wrong(file, id_, f"begins on {days[0]} and ends on {days[1]}")
        if days and days[-1] > today:
            raise _wrong(file, id_, f"lies in the future: {days[-1]}")


def _check_figure(of: Occurrence) -> None:
    figures = [figure for figure in (of.value_low, of.value, of.value_high) if figure is not None]
    if figures != sorted(figures):
        raise _wrong("events", of.id, f"has the figures {figures} out of order")
    if bool(figures) != (of.unit is not None):
        raise _wrong("events", of.id, "has a figure without a unit, or a unit without a figure")


def _wrong(file: str, id_: str, what: str) -> CuratedError:
    return CuratedError(what, where=f"curated/{file}.yml, {id_}", then="mend the entry")
