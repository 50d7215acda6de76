"""Who follows whom: ordered pairs of groups of models."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from itertools import permutations

from weighbridge.countries import SEVERAL
from weighbridge.wording import country


@dataclass(frozen=True)
class Pair:
    """A follower and a leader, each made of one or more groups, under an id `follower>leader` and a name."""

    group: str
    label: str
    follower: tuple[str, ...]
    leader: tuple[str, ...]


# Open: anyone can have the weights; under which terms is the second pair's question.
BY_OPENNESS = (
    Pair("open>closed", "open behind closed", ("open_licence", "restricted"), ("closed",)),
    Pair("open_licence>closed", "open licence behind closed", ("open_licence",), ("closed",)),
)


def pairs(by: str, groups: Collection[str]) -> tuple[Pair, ...]:
    """Give the pairs of a grouping: open behind closed, or every ordered pair of the countries in `groups`.

    Several countries together are no side of a pair.
    """
    if by == "openness":
        return BY_OPENNESS
    ordered = permutations(sorted(set(groups) - {"", SEVERAL}), 2)
    return tuple(Pair(f"{a}>{b}", f"{country(a)} behind {country(b)}", (a,), (b,)) for a, b in ordered)
