"""A walk over the choices of a measure that is shorter than all combinations: each option beside each other one."""

from __future__ import annotations

from dataclasses import fields
from itertools import chain, combinations
from types import SimpleNamespace
from typing import TYPE_CHECKING

from weighbridge import discover
from weighbridge.measures import Measure
from weighbridge.question import Question
from weighbridge.series import answer

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from weighbridge.api import Weighbridge
    from weighbridge.estimate import Series

# Of fewer combinations each is walked: that takes about a second.
MANY = 100


class Covering(Measure):
    """A measure that offers, of many combinations, so many that all pairs of options which can meet do."""

    def combinations(self, pinned: Mapping[str, str]) -> list[dict[str, str]]:
        every = super().combinations(pinned)
        return every if len(every) <= MANY else covering(every)


def met(combination: Mapping[str, str]) -> frozenset[tuple[tuple[str, str], ...]]:
    """Give the pairs of options in a combination, and each option alone: a measure may have one choice."""
    options = sorted(combination.items())
    return frozenset(chain(combinations(options, 1), combinations(options, 2)))


def covering(every: Sequence[dict[str, str]]) -> list[dict[str, str]]:
    """Give the first combination and then whichever has the most pairs that none before it had, until all have met."""
    pairs = [met(combination) for combination in every]
    kept, left = [0], frozenset().union(*pairs) - pairs[0]
    while left:
        kept.append(max(range(len(every)), key=lambda i: len(pairs[i] & left)))
        left -= pairs[kept[-1]]
    return [every[i] for i in kept]


def walked(scale: Weighbridge, name: str, by: str, where: Mapping[str, str] | None = None) -> Series:
    """Give a measure by a grouping with the runs of a covering walk; errors as `Weighbridge.measure`."""
    module = discover.measures()[name]
    measure = Covering(**{field.name: getattr(module.MEASURE, field.name) for field in fields(Measure)})
    covered = SimpleNamespace(MEASURE=measure, read=module.read, compute=module.compute)
    return answer(covered, scale.lake, Question(by, where=where, all_choices=True), scale.labels(by), scale.provenance)
