"""Names in a text: which maker, country, family, release, platform or adopter stands where."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


class Named(StrEnum):
    """What a name is the name of."""

    COUNTRY = "country"  # id: ISO 3166-1 alpha-2; `Chinese` and `American` name one too
    ORGANISATION = "organisation"
    FAMILY = "family"
    RELEASE = "release"
    OPENNESS = "openness"  # id: open (weights are published) or closed
    PLATFORM = "platform"  # where use is counted, or listed: a hub, a router, a store of apps, a board
    ADOPTER = "adopter"  # who uses models, or says something of them, and makes none


@dataclass(frozen=True)
class Naming:
    """One thing with all its spellings. `spellings`: in any script; `slips`: what speech recognition makes of them."""

    named: Named
    id: str
    name: str  # in English, as readers are shown it
    spellings: tuple[str, ...]
    slips: tuple[str, ...] = ()
    country: str | None = None  # of its maker or of itself, where one is known
    organisation: str | None = None  # the id of its maker
    family: str | None = None  # of a release: the id of its family
    released_on: dt.date | None = None  # of a release, where its day is known
    openness: str | None = None  # of a release, as in `releases`
    person: bool = False  # who speaks, and uses nothing


@dataclass(frozen=True)
class Mention:
    """One name at `text[start:end]`. `possible`: written as a slip of the name, so it may mean something else."""

    start: int
    end: int
    naming: Naming
    possible: bool = False
