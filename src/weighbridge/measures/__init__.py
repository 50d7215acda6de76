"""The contract of a measure: what it asks, its unit, its choices, when it misleads. The file's name is its name.

A module in this folder is a measure if it has `MEASURE`, a `Measure`, and the functions

    read(lake: Lake, by: str, where: Mapping[str, str]) -> object
    compute(read: object, choices: Mapping[str, str]) -> Panel

`read` asks the engine once for a grouping; `compute` is numpy on that small answer, once per combination of choices.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING, Protocol

from weighbridge.errors import UsageError

if TYPE_CHECKING:
    from weighbridge.estimate import Choice, Panel
    from weighbridge.lake import Lake


TOPICS = ("used", "downloaded", "built_upon", "capable", "cheap", "small")


@dataclass(frozen=True)
class Measure:
    """What a figure means. `version` moves when the meaning moves; `topic` is one of TOPICS."""

    name: str
    title: str
    question: str
    topic: str
    definition: str
    unit: str
    version: int
    higher_is_better: bool | None
    reads: tuple[str, ...]
    misleads: tuple[str, ...]
    choices: tuple[Choice, ...]
    groupings: tuple[str, ...]
    place: int = 100  # where it stands on the board: what is used first, then what is downloaded, then summaries
    steps: bool = False  # the figure stands still between changes, as prices do: each change is dated
    race: bool = True  # groups compete for the lead; false where the figure is about all groups together
    # Pairs of options that cannot be combined: (choice, option, choice, option).
    excluded: tuple[tuple[str, str, str, str], ...] = ()

    def settled(self, given: Mapping[str, str]) -> dict[str, str]:
        """Fill the defaults into `given`; UsageError names a choice, an option or a pair that does not exist."""
        from weighbridge.discover import pick

        known = {choice.name: choice for choice in self.choices}
        for name, option in given.items():
            choice = pick(known, name, "choice")
            pick(dict.fromkeys(choice.names()), option, f"option of {name}")
        settled = {choice.name: given.get(choice.name, choice.default) for choice in self.choices}
        if pair := self._clash(settled):
            a, b, c, d = pair
            raise UsageError(f"{a}={b} cannot be combined with {c}={d}", where=self.name, then=f"choose another {c}")
        return settled

    def combinations(self, pinned: Mapping[str, str]) -> list[dict[str, str]]:
        """Give every combination of the choices that `pinned` leaves open.

        Of a choice that moves intervals alone, other options than the default meet the defaults of all others only.
        """
        names = [choice.name for choice in self.choices]
        options = [(pinned[c.name],) if c.name in pinned else c.names() for c in self.choices]
        every = (dict(zip(names, combination, strict=True)) for combination in product(*options))
        return [c for c in every if not self._clash(c) and not self._idle(c, pinned)]

    def _idle(self, choices: Mapping[str, str], pinned: Mapping[str, str]) -> bool:
        """Say whether a combination would only show once more what another way to draw does to an interval."""
        open_ = [choice for choice in self.choices if choice.name not in pinned]
        moved = [choice for choice in open_ if choices[choice.name] != choice.default]
        return len(moved) > 1 and any(choice.interval for choice in moved)

    def comparable(self, settled: Mapping[str, str]) -> dict[str, str]:
        """Give the options of `settled` that a figure must share to be compared with one under `settled`."""
        return {choice.name: settled[choice.name] for choice in self.choices if choice.apart or choice.interval}

    def _clash(self, choices: Mapping[str, str]) -> tuple[str, str, str, str] | None:
        for pair in self.excluded:
            a, b, c, d = pair
            if choices.get(a) == b and choices.get(c) == d:
                return pair
        return None


class MeasureModule(Protocol):
    """What a module in this folder gives."""

    MEASURE: Measure

    def read(self, lake: Lake, by: str, where: Mapping[str, str]) -> object:
        """Ask the engine for the rows of one grouping."""
        ...

    def compute(self, read: object, choices: Mapping[str, str]) -> Panel:
        """Give the panel under one combination of choices."""
        ...
