"""A pedigree: what a repository is built on and what is built on it, with who says so and what is not known."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from weighbridge.estimate import Provenance


class Descends(StrEnum):
    """What is known of a repository's parents."""

    STATED = "stated"  # its card or the Hub states one
    INFERRED = "inferred"  # nothing is stated; evidence points to one
    LEFT_OUT = "left_out"  # it has statements, and no line of descent follows any
    STATES_NONE = "states_none"  # a source that gives parents lists it without one: it may still have one
    NOT_READ = "not_read"  # it is listed by sources alone that give no parents
    NOT_LISTED = "not_listed"  # nothing lists it: a name that others give as their parent


class FoundBy(StrEnum):
    """How the name that was asked for led to repositories."""

    REPOSITORY = "repository"  # it is the repository's
    LETTER_CASE = "letter_case"  # it is, but for capitals
    OLD_NAME = "old_name"  # others state it as their parent, which bears another name today
    MODEL = "model"  # a curated model or one of its sizes: its maker's repositories
    FAMILY = "family"  # a curated family: its maker's repositories
    OWN_NAME = "own_name"  # of repositories called so under any account, the maker's own


@dataclass(frozen=True)
class Relative:
    """One repository. Null is unknown.

    `steps`: the fewest from what was asked, ancestors below 0. `parents` and `children`: how many there are whose
    statements are followed, shown or not; `children_inferred`: those by evidence alone. `country` is the code of
    the maker's base (`countries`); `downloads_30d` those in the 30 days before `observed_on`.
    """

    repo_id: str
    steps: int
    descends: Descends
    organisation: str | None
    country: str | None
    family: str | None
    openness: str | None
    created_on: dt.date | None
    downloads_30d: int | None
    observed_on: dt.date | None
    removed: bool | None
    parents: int
    children: int
    children_inferred: int

    @property
    def listed(self) -> bool:
        """Say whether a source lists it."""
        return self.descends is not Descends.NOT_LISTED


@dataclass(frozen=True)
class Descent:
    """One step: a row of the table `lineage` between two relatives.

    `stated_as`: the parent's name in the statement, where it bears another today. `share`: the fraction of the
    child's descent, 1 over its parents; null where the statement is left out, and `left_out` says why.
    """

    child: str
    parent: str
    stated_as: str | None
    relation: str
    known_by: str
    confidence: float | None
    left_out: str | None
    share: float | None
    source: str
    stated_on: dt.date


@dataclass(frozen=True)
class Line:
    """One line of descent of a repository that was asked for, to its end: a row of `derivatives`."""

    repo_id: str
    basis: str
    nearest: str
    root: str
    share: float
    depth: int
    cut: bool


@dataclass(frozen=True)
class Pedigree:
    """The relatives of what was asked for, as far as they are shown; the one object that `--format json` prints.

    `asked`: the repositories that `name` means, those with most descendants first; `unasked` more are not shown.
    `ends_here`: repositories listed whose line of descent, as stated, ends at one of `asked`. `relatives`: nearest
    first. `descents`: child and parent are both among the relatives. `up`, `down`, `most`: levels of ancestors and of
    descendants, and relatives of one repository, that were asked for; `crowded`: there were too many to show so many.
    """

    name: str
    found_by: FoundBy
    asked: tuple[str, ...]
    unasked: int
    ends_here: int
    lines: tuple[Line, ...]
    relatives: tuple[Relative, ...]
    descents: tuple[Descent, ...]
    up: int
    down: int
    most: int
    crowded: bool
    as_of: dt.date | None
    provenance: Provenance
