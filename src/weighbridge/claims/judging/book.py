"""The book of what people and publishers say, and what comes of holding a claim against it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from weighbridge.verdict import Cited, Reason, Ruling

if TYPE_CHECKING:
    from weighbridge.adoption import Adoption
    from weighbridge.claim import Claim
    from weighbridge.event import Event, Happening
    from weighbridge.mention import Naming

# For each id, the ids that it belongs to: itself, its family, its maker.
Kinship = Mapping[str, frozenset[str]]


@dataclass(frozen=True)
class Told:
    """What entries say of a claim."""

    ruling: Ruling
    reasons: tuple[Reason, ...]
    cited: tuple[Cited, ...]
    attributed: bool = False  # the claim names the publisher whose figure it repeats


@dataclass(frozen=True)
class Book:
    """All entries, and who belongs to whom. `groups`: ids of users that are kinds of users, not one by name."""

    adoptions: Sequence[Adoption]
    events: Sequence[Event]
    kinship: Kinship
    groups: frozenset[str] = frozenset()
    country: Mapping[str, str] = field(default_factory=dict)  # of families, releases and makers
    names: Mapping[str, str] = field(default_factory=dict)  # of users
    _of_kinds: dict[frozenset[Happening], Sequence[Event]] = field(default_factory=dict, repr=False, compare=False)

    def __post_init__(self) -> None:
        # Of entries that are as near to a claim as each other the first holds: by their names, not by their file.
        for entries in ("adoptions", "events"):
            object.__setattr__(self, entries, tuple(sorted(getattr(self, entries), key=lambda entry: str(entry.id))))

    def told_of(self, kinds: frozenset[Happening]) -> Sequence[Event]:
        """Give the events of some kinds, in the order of all: most claims are of few kinds."""
        if kinds not in self._of_kinds:
            self._of_kinds[kinds] = tuple(event for event in self.events if event.happening in kinds)
        return self._of_kinds[kinds]

    def meets(self, sides: Sequence[Naming], ids: Sequence[str]) -> int:
        """Count the sides that an entry names: itself, what it belongs to, or what belongs to it."""
        return sum(any(self._related(side.id, one) for one in ids) for side in sides)

    def _related(self, one: str, other: str) -> bool:
        none: frozenset[str] = frozenset()
        return one == other or other in self.kinship.get(one, none) or one in self.kinship.get(other, none)


def turned(claim: Claim, ruling: Ruling) -> Ruling:
    """Turn a ruling where the claim denies what an entry states."""
    opposite = {Ruling.SUPPORTED: Ruling.REFUTED, Ruling.REFUTED: Ruling.SUPPORTED}
    return opposite.get(ruling, ruling) if claim.negated else ruling


def cited(entry: Adoption | Event) -> tuple[Cited, ...]:
    """Give where an entry is stated."""
    return tuple(Cited(entry.id, r.publisher, r.title, r.stated_on, r.url) for r in entry.references)
