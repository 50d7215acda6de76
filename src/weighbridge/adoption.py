"""Who uses which model for what, how surely that is known, and how deep it goes."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


class Grade(StrEnum):
    """How surely something is known, and by whose word."""

    ANNOUNCED = "announced"  # by the maker, or by whoever gains by it
    CONFIRMED_BY_USER = "confirmed_by_user"
    CONFIRMED_BY_THIRD_PARTY = "confirmed_by_third_party"
    RUMOURED = "rumoured"
    DENIED = "denied"
    RETRACTED = "retracted"


class Depth(StrEnum):
    """How far a use goes; `unknown` where nobody says."""

    TRIAL = "trial"
    PRODUCTION = "production"
    CORE = "core"  # the product rests on it
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Reference:
    """Where something is stated. `url`: null where no address is known; `stated_on`: when it was said or printed.

    `stated_from`: where the day is not known, the first that it may have been; `stated_on` is then the last.
    """

    publisher: str
    title: str
    stated_on: dt.date
    url: str | None = None
    quotes: str | None = None  # whom the publisher cites, where it is not the first to say so
    stated_from: dt.date | None = None


@dataclass(frozen=True)
class Summary:
    """One or two plain sentences of our own, in English and in simplified Chinese."""

    en: str
    zh: str


@dataclass(frozen=True)
class Adoption:
    """One use of models: `adopter` is the id of who uses, `models` the ids of families, releases, makers or countries.

    `count`: how many tools, models or cases, where one is stated. `not_only`: models of other makers are used beside.
    `nuance`: what a reader who repeats the bare claim gets wrong; null where nothing is. `bare`: what the claim as it
    is usually repeated is, where the nuance decides that: refuted, conflicting, or not_enough_evidence.
    """

    id: str
    adopter: str
    models: tuple[str, ...]
    use: str
    grade: Grade
    depth: Depth
    since: dt.date | None
    until: dt.date | None
    count: int | None
    not_only: bool
    summary: Summary
    nuance: Summary | None
    references: tuple[Reference, ...]
    bare: str | None = None
