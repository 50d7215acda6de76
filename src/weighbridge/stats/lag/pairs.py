"""Who follows whom: ordered pairs of groups of models."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import permutations
from typing import TYPE_CHECKING

import numpy as np

from weighbridge.countries import SEVERAL
from weighbridge.stats.lag.likeness import Models
from weighbridge.wording import country

if TYPE_CHECKING:
    from numpy.typing import NDArray


@dataclass(frozen=True)
class Pair:
    """A follower and a leader, each made of one or more groups, under an id `follower>leader` and a name."""

    group: str
    label: str
    follower: tuple[str, ...]
    leader: tuple[str, ...]


@dataclass(frozen=True)
class Field:
    """Models that have a day of release, the group of each (empty: not known), and whether they rest on few scores."""

    models: Models
    group: NDArray[np.str_]
    few: NDArray[np.bool_]

    def part(self, groups: Sequence[str]) -> Models:
        """Give the models of some groups."""
        own = self.of(groups)
        return Models(self.models.released[own], self.models.ability[:, own])

    def of(self, groups: Sequence[str]) -> NDArray[np.bool_]:
        """Say which models are of some groups."""
        return np.isin(self.group, groups)


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
