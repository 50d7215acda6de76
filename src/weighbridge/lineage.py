"""Lineage of a family or a release: what descends from it, by kind, steps and maker, and what it is built on itself.

All counts are of repositories, each once, that a source lists: there may be more.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from weighbridge.estimate import SourceUse


@dataclass(frozen=True)
class Held:
    """Repositories counted, and their downloads in the 30 days before each was last read.

    `downloads_30d` is null where no count of any of them is known; `uncounted` of them have none.
    """

    repositories: int
    downloads_30d: int | None
    uncounted: int


@dataclass(frozen=True)
class Kind:
    """Descendants of one kind: `relation` is a word of `schema.RELATIONS`, the newest step's own.

    `direct`: one of its parents is a repository of the family or release itself; `further`: none is.
    """

    relation: str
    direct: int
    further: int
    held: Held


@dataclass(frozen=True)
class Home:
    """Descendants by the country that their uploaders' makers are based in; null: of no maker that is known."""

    country: str | None
    held: Held


@dataclass(frozen=True)
class Builder:
    """An uploader of descendants: a maker that is known, or else an account, by name."""

    organisation: str | None
    account: str | None
    country: str | None
    held: Held


@dataclass(frozen=True)
class Sureness:
    """Descendants by the weakest statement on their surest line: each counts in one.

    `declared`: by cards alone; `hub_inferred`: a step is the Hub's inference; `evidence`: one is drawn from a name, a
    configuration or a tokenizer, of which the part `low` to `high` hold, as measured; null where that is not known.
    """

    declared: int
    hub_inferred: int
    evidence: int
    low: float | None
    high: float | None


@dataclass(frozen=True)
class Ancestry:
    """One step above its repositories: a row of the table `lineage` that lines of descent follow."""

    child: str
    parent: str
    relation: str
    known_by: str
    confidence: float | None
    source: str
    stated_on: dt.date


@dataclass(frozen=True)
class Ancestor:
    """What a repository among `Ancestry` is; `own`: of the family or release itself. Null is not known."""

    repo_id: str
    own: bool
    organisation: str | None
    family: str | None
    release: str | None
    downloads_30d: int | None


@dataclass(frozen=True)
class Lineage:
    """Of one family or release: `kind` and `id` as its contender's. `own`: its repositories, which are not counted.

    `builders`: the most downloaded; `others` are more uploaders, with `rest`. Only accounts that a source with a stated
    licence names are told: `unnamed` have another. `removed`: descendants that a source says are gone.
    `listed` and `with_parent`: repositories that the sources list, and those of them with a parent. `unnamed_steps`:
    steps above its own repositories that sources without a stated licence alone give.
    """

    kind: str
    id: str
    own: int
    kinds: tuple[Kind, ...]
    homes: tuple[Home, ...]
    builders: tuple[Builder, ...]
    others: int
    rest: Held
    unnamed: Held
    sure: Sureness
    removed: int
    sources: tuple[str, ...]
    listed: int
    with_parent: int
    steps: tuple[Ancestry, ...]
    ancestors: tuple[Ancestor, ...]
    unnamed_steps: int

    @property
    def direct(self) -> int:
        """Count those built on it directly."""
        return sum(kind.direct for kind in self.kinds)

    @property
    def further(self) -> int:
        """Count those built on what is built on it."""
        return sum(kind.further for kind in self.kinds)


@dataclass(frozen=True)
class Lineages:
    """Of all families and releases that have repositories, by kind and id.

    `uses`: sources that list repositories with their parents or evidence of them. `absent`: sources of descent of which
    the data hold nothing. `whole`: one of `uses` lists every repository there is.
    """

    of: Mapping[tuple[str, str], Lineage] = field(default_factory=dict)
    uses: tuple[SourceUse, ...] = ()
    absent: tuple[SourceUse, ...] = ()
    whole: bool = False
