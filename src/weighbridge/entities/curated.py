"""What people decided: the files in `curated/`, strictly read and cross-checked."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING, Annotated, Any, Literal, Self, get_args

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from weighbridge.countries import SEVERAL
from weighbridge.errors import CuratedError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from importlib.resources.abc import Traversable

FILES = ("organisations", "families", "benchmarks", "licences")
Id = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9.\-]*$", max_length=80)]
Name = Annotated[str, Field(min_length=1, max_length=120)]
Country = Annotated[str, Field(pattern=r"^[A-Z]{2}$")]
Params = Annotated[float, Field(gt=0, lt=1e14)]


class Strict(BaseModel):
    """An entry whose every field is known."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Organisation(Strict):
    """A maker: its names in three scripts, its country with basis and evidence, its accounts."""

    id: Id
    name: Name
    zh_hans: Name
    zh_hant: Name
    aliases: tuple[Name, ...] = ()
    kind: Literal["maker", "repackager", "community", "individual"]
    country: Country | None
    basis: Literal["headquarters", "primary_team", "incorporated", "stated_by_source", "distributed", "unknown"]
    evidence: Name | Annotated[str, Field(max_length=500)]
    checked_on: dt.date
    hub: tuple[Name, ...] = ()
    openrouter: tuple[Name, ...] = ()

    @model_validator(mode="after")
    def _a_basis_for_each_country(self) -> Self:
        expected = {"unknown": self.country is None, "distributed": self.country == SEVERAL}
        if not expected.get(self.basis, self.country not in {None, SEVERAL}):
            msg = f"basis {self.basis} and country {self.country} contradict one another"
            raise ValueError(msg)
        return self


class Release(Strict):
    """A model as its maker announced it, with the names that publishers give it."""

    id: Id
    name: Name
    released_on: dt.date | None = None
    openness: Literal["open_licence", "restricted", "closed", "unknown"]
    licence: Name | None = None
    kind: Literal[
        "language", "embedding", "reranker", "encoder", "image", "video", "audio", "vision", "time_series", "other"
    ]
    params_total: Params | None = None
    params_active: Params | None = None
    base: Id | None = None
    names: tuple[Name, ...] = ()
    ollama: tuple[Name, ...] = ()
    repos: tuple[Name, ...] = ()
    # Of OpenRouter, any account, without serving variant: code names, and names that only a date tells apart.
    slugs: tuple[Name, ...] = ()
    # On boards and price lists: exact names, case and separators aside, with or without the setting that they state.
    titles: tuple[Name, ...] = ()
    evidence: Annotated[str, Field(max_length=500)] | None = None


class Family(Strict):
    """A line of releases under one name; `evidence` and `checked_on` hold for releases that state none."""

    id: Id
    name: Name
    zh_hans: Name
    zh_hant: Name
    aliases: tuple[Name, ...] = ()
    organisation: Id
    # Names that point to whatever is newest: they have a family and a maker, and no release.
    moving: tuple[Name, ...] = ()
    evidence: Annotated[str, Field(min_length=3, max_length=500)]
    checked_on: dt.date
    releases: tuple[Release, ...]


class Benchmark(Strict):
    """What a benchmark asks for, and the domain whose index it counts in; `titles` are its names at publishers."""

    id: Id
    titles: tuple[Name, ...]
    domain: Literal["mathematics", "programming", "reasoning_and_knowledge", "agentic"] | None
    asks: Annotated[str, Field(min_length=3, max_length=200)]


LicenceKind = Literal["permissive", "share_alike", "use_restricted", "non_commercial", "no_derivatives", "unknown"]


class Licence(Strict):
    """What a licence says about a model built on one under it, under each of its names; what `clause` rests on.

    `allows` and `forbids` name licences or kinds of them: of what stands in neither, the text decides nothing.
    """

    id: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9.+\-]*$", max_length=80)]
    name: Name
    names: Annotated[tuple[Name, ...], Field(min_length=1)]
    kind: LicenceKind
    allows: Literal["any"] | tuple[Name, ...] | None = None
    forbids: tuple[Name, ...] = ()
    clause: Annotated[str, Field(min_length=3, max_length=300)]
    read: Literal["whole", "quoted", "recalled"]
    evidence: Annotated[str, Field(min_length=3, max_length=500)]
    checked_on: dt.date


@dataclass(frozen=True)
class Curated:
    """All entries of the curated files."""

    organisations: tuple[Organisation, ...]
    families: tuple[Family, ...]
    benchmarks: tuple[Benchmark, ...] = ()
    licences: tuple[Licence, ...] = ()


def load(folder: Traversable | None = None) -> Curated:
    """Read the curated files of `folder` (default: the package's own); CuratedError names the entry that is wrong."""
    return _own() if folder is None else _read(folder)


@cache
def _own() -> Curated:
    """Read the package's own files once: that takes half a second, and they do not change while it runs."""
    return _read(None)


def _read(folder: Traversable | None) -> Curated:
    texts = _texts(folder)
    organisations = tuple(entries("organisations", texts, Organisation))
    families = tuple(entries("families", texts, Family))
    benchmarks = tuple(entries("benchmarks", texts, Benchmark))
    licences = tuple(entries("licences", texts, Licence))
    curated = Curated(organisations, families, benchmarks, licences)
    _check(curated)
    return curated


def digest(folder: Traversable | None = None) -> str:
    """Give one name for what the curated files say, without reading them as YAML, which takes seconds."""
    return sha256(b"\0".join(_texts(folder).values())).hexdigest()


def _texts(folder: Traversable | None) -> dict[str, bytes]:
    folder = folder or files("weighbridge") / "curated"
    return {name: (folder / f"{name}.yml").read_bytes() for name in FILES}


def entries(name: str, texts: dict[str, bytes], kind: type[Strict]) -> list[Any]:
    """Read the entries of `texts[name]`, a file of `curated/`, each as a `kind`; CuratedError names the wrong one."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        raw = yaml.load(texts[name], Loader=loader)  # noqa: S506 - both are safe loaders
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise CuratedError(str(error).replace("\n", " "), where=f"curated/{name}.yml", then="mend the file") from None
    if not isinstance(raw, list):
        raise CuratedError("is not a list of entries", where=f"curated/{name}.yml", then="mend the file")
    return [_entry(f"curated/{name}.yml", entry, kind) for entry in raw]


def _entry(file: str, raw: Any, kind: type[Strict]) -> Any:  # noqa: ANN401 - YAML in, an entry of `kind` out
    try:
        return kind.model_validate(raw)
    except ValidationError as error:
        first = error.errors()[0]
        title = raw.get("id", "without id") if isinstance(raw, dict) else "?"
        place = ".".join(map(str, first["loc"]))
        where = f"{file}, {kind.__name__.lower()} {title}"
        raise CuratedError(f"{place}: {first['msg']}", where=where, then="mend the entry") from None


def _check(curated: Curated) -> None:
    releases = [release for family in curated.families for release in family.releases]
    unique("organisations", "id", (o.id for o in curated.organisations))
    unique("organisations", "hub account", (a.lower() for o in curated.organisations for a in o.hub))
    unique("organisations", "openrouter account", (a.lower() for o in curated.organisations for a in o.openrouter))
    unique("families", "id", (f.id for f in curated.families))
    unique("families", "release id", (r.id for r in releases))
    unique("families", "ollama name", (n for r in releases for n in r.ollama))
    unique("families", "repository", (n.lower() for r in releases for n in r.repos))
    unique("families", "openrouter slug", (n.lower() for r in releases for n in r.slugs))
    unique("families", "title", _titles(curated))
    unique("benchmarks", "id", (b.id for b in curated.benchmarks))
    unique("benchmarks", "title", (t.lower() for b in curated.benchmarks for t in b.titles))
    organisations = {o.id for o in curated.organisations}
    families = {f.id for f in curated.families}
    check_known("organisation", {f.organisation: f.id for f in curated.families}, organisations)
    check_known("base", {r.base: r.id for r in releases if r.base}, families)
    _check_licences(curated.licences)


def _check_licences(licences: tuple[Licence, ...]) -> None:
    unique("licences", "id", (of.id for of in licences))
    unique("licences", "name", (name.lower() for of in licences for name in of.names))
    words = {of.id for of in licences} | set(get_args(LicenceKind)) - {"unknown"}
    for of in licences:
        if (of.allows is None) != (of.kind == "unknown") or (of.kind == "unknown" and of.forbids):
            raise CuratedError(
                "says what it allows although its terms are unknown, or does not although they are not",
                where=f"curated/licences.yml, licence {of.id}",
                then="mend the entry",
            )
        named = of.forbids if of.allows in (None, "any") else (*of.allows, *of.forbids)
        unique("licences", f"of {of.id}, among what it allows and forbids,", named)
        check_known("licence or kind", dict.fromkeys(named, of.id), words, "licences")


def folded(title: str) -> str:
    """Give `title` as it is compared: in lower case, with one separator; the same as `names.folded` of a column."""
    return re.sub(r"[_\s/-]+", "-", title.strip().lower()).strip("-")


def _titles(curated: Curated) -> Iterator[str]:
    """Give every title once for each release or family that claims it: spellings that fold alike are one."""
    for family in curated.families:
        yield from {folded(name) for name in family.moving}
        for release in family.releases:
            yield from {folded(title) for title in release.titles}


def unique(file: str, what: str, values: Iterable[str]) -> None:
    """Refuse a value that stands twice in `file`."""
    for value, n in Counter(values).items():
        if n > 1:
            raise CuratedError(f"{what} {value!r} stands {n} times", where=f"curated/{file}.yml", then="keep one")


def check_known(what: str, used: dict[str, str], known: set[str], file: str = "families") -> None:
    """Refuse a value of `used`, which maps each to the entry that names it, that is not among `known`."""
    for value, entry in used.items():
        if value not in known:
            raise CuratedError(
                f"{what} {value!r} of {entry} does not exist",
                where=f"curated/{file}.yml",
                then="add it or mend the id",
            )
