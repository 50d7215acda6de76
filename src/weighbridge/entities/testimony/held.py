"""Uses and events as their files have them, and the parties that they name beside makers and models."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING

from weighbridge.mention import Named, Naming

if TYPE_CHECKING:
    from collections.abc import Mapping
    from importlib.resources.abc import Traversable

    from weighbridge.adoption import Adoption
    from weighbridge.event import Event

FILES = ("citations", "adopters", "platforms", "evidence", "events")


@dataclass(frozen=True)
class Party:
    """Who uses models or speaks of them and makes none, or where use is counted; `country`: ISO 3166-1 alpha-2."""

    id: str
    name: str
    zh_hans: str
    zh_hant: str
    kind: str
    aliases: tuple[str, ...] = ()
    country: str | None = None

    @property
    def spellings(self) -> tuple[str, ...]:
        """All its names, each once."""
        return tuple(dict.fromkeys((self.name, self.zh_hans, self.zh_hant, *self.aliases)))


@dataclass(frozen=True)
class Titled:
    """What an id that entries name is called, and what stands above it: of a model its family and its maker."""

    name: str
    name_zh: str
    above: tuple[str, ...] = ()


@dataclass(frozen=True)
class Testimony:
    """All uses and events that are held, the parties that they name beside makers and models, and every name's title.

    `titles` has each maker, family, release, adopter and platform that an entry names, by id; countries and openness
    are not among them.
    """

    adopters: tuple[Party, ...]
    platforms: tuple[Party, ...]
    adoptions: tuple[Adoption, ...]
    events: tuple[Event, ...]
    titles: Mapping[str, Titled]

    def namings(self) -> tuple[Naming, ...]:
        """Give the names of adopters and platforms, as a text is searched for them."""
        sides = ((Named.ADOPTER, self.adopters), (Named.PLATFORM, self.platforms))
        return tuple(Naming(named, of.id, of.name, of.spellings, country=of.country, person=of.kind == "person")
                     for named, parties in sides for of in parties)  # fmt: skip


def digest(folder: Traversable | None = None) -> str:
    """Give one name for what the files say, without reading them as YAML."""
    folder = folder or files("weighbridge") / "curated"
    return sha256(b"\0".join((folder / f"{name}.yml").read_bytes() for name in FILES)).hexdigest()
