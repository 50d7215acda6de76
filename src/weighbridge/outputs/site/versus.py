"""Which contenders are laid beside one another: pairs among those best known, and the first of a kind together."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from weighbridge.countries import SEVERAL
from weighbridge.outputs.site import addresses

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from weighbridge.contender import Contender
    from weighbridge.outputs.site.register import Key, Register

LEADING = {"country": 6, "organisation": 8, "family": 8}  # of each kind, laid beside one another in pairs
APART = "--"  # between the ids in an address
LONGEST = 200  # letters of the last part of an address
TOGETHER = 4  # the first of a kind, in one comparison


@dataclass(frozen=True)
class Versus:
    """Two to four contenders of a kind; the ids are sorted, so that who asks for a pair need not know its order."""

    kind: str
    ids: tuple[str, ...]

    @property
    def path(self) -> str:
        """The path of their page."""
        slugs = [addresses.contender(self.kind, key).rpartition("/")[2] for key in self.ids]
        own = APART.join(slugs)
        # An id that holds what stands between ids could make two comparisons one; no system has room for a longer name.
        if len(own) > LONGEST or any(APART in slug for slug in slugs):
            own = addresses.slug("\n".join(self.ids))
        return f"compare/{self.kind}/{own}"

    @property
    def pair(self) -> bool:
        """Whether they are two."""
        return len(self.ids) == 2  # noqa: PLR2004 - a pair

    def other(self, key: str) -> str:
        """Give the other one of a pair."""
        return next(other for other in self.ids if other != key)


def leading(register: Register, kind: str) -> list[Contender]:
    """Give the contenders of a kind that have a place in a race, those first of which most is known."""
    # Several countries together are no side to be laid beside one.
    sides = [one for one in register.kin.named.values() if one.kind == kind and one.id != SEVERAL]
    raced = [one for one in sides if any(track.raced for track in register.own(one))]
    return sorted(raced, key=lambda one: (*(-n for n in register.known(one)), one.id))


def chosen(register: Register) -> tuple[Versus, ...]:
    """Give the ready comparisons, the first of each kind together before its pairs."""
    return tuple(versus for kind, most in LEADING.items() for versus in _of_kind(kind, leading(register, kind)[:most]))


def by_contender(every: Sequence[Versus]) -> Mapping[Key, tuple[Versus, ...]]:
    """Give the comparisons that each contender stands in."""
    found: dict[Key, list[Versus]] = {}
    for versus in every:
        for key in versus.ids:
            found.setdefault((versus.kind, key), []).append(versus)
    return {key: tuple(held) for key, held in found.items()}


def _of_kind(kind: str, first: Sequence[Contender]) -> Iterator[Versus]:
    ids = [one.id for one in first]
    if len(ids) > 2:  # noqa: PLR2004 - two stand beside one another as a pair already
        yield Versus(kind, tuple(sorted(ids[:TOGETHER])))
    yield from (Versus(kind, tuple(sorted(pair))) for pair in combinations(ids, 2))
