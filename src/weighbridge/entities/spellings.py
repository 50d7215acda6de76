"""What countries and openness are called and what transcripts make of names: three curated files, strictly read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import Field

from weighbridge.entities.curated import Country, Id, Name, Strict, entries
from weighbridge.errors import CuratedError
from weighbridge.mention import Named, Naming

if TYPE_CHECKING:
    from collections.abc import Iterable
    from importlib.resources.abc import Traversable

    from weighbridge.entities.curated import Curated

Spellings = Annotated[tuple[Name, ...], Field(min_length=1)]


class _CountryNames(Strict):
    id: Country
    name: Name
    names: Spellings
    zh: Spellings


class _Openness(Strict):
    id: Literal["open", "closed"]
    name: Name
    spellings: Spellings


class _Slips(Strict):
    id: Id
    named: Literal["organisation", "family"]
    slips: Spellings


def read_countries(folder: Traversable) -> Iterable[Naming]:
    """Give the countries of `countries.yml`."""
    for of in _entries(folder, "countries", _CountryNames):
        yield Naming(Named.COUNTRY, of.id, of.name, tuple(dict.fromkeys((of.name, *of.names, *of.zh))), (), of.id)


def read_openness(folder: Traversable) -> Iterable[Naming]:
    """Give what `openness.yml` says of weights."""
    for of in _entries(folder, "openness", _Openness):
        yield Naming(Named.OPENNESS, of.id, of.name, of.spellings)


def read_slips(folder: Traversable, curated: Curated) -> dict[tuple[Named, str], tuple[str, ...]]:
    """Give the slips of `slips.yml` by what they are slips of; CuratedError where that does not exist."""
    known = {(Named.ORGANISATION, of.id) for of in curated.organisations}
    known |= {(Named.FAMILY, of.id) for of in curated.families}
    slips = {(Named(of.named), of.id): of.slips for of in _entries(folder, "slips", _Slips)}
    for named, identifier in slips.keys() - known:
        raise CuratedError(f"{named} {identifier!r} does not exist", where="curated/slips.yml", then="mend the id")
    return slips


def _entries(folder: Traversable, name: str, kind: type[Strict]) -> list[Any]:
    read = entries(name, {name: (folder / f"{name}.yml").read_bytes()}, kind)
    seen: set[str] = set()
    for entry in read:
        key = " ".join(str(getattr(entry, part, "")) for part in ("named", "id"))
        if key in seen:
            raise CuratedError(f"{key.strip()} stands twice", where=f"curated/{name}.yml", then="keep one")
        seen.add(key)
    return read
