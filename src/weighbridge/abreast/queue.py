"""Races that wait, given out so that whoever has read the tables of one weighs the next that reads them."""

from __future__ import annotations

import threading
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Race:
    """A measure by a grouping, with the tables that it reads; `comparable` where it is wanted with its runs."""

    name: str
    title: str
    by: str
    reads: frozenset[str]
    comparable: bool = False

    def __str__(self) -> str:
        """Say what is done when it is weighed."""
        return f"weigh {self.title.lower()} by {self.by.replace('_', ' ')}"


class Queue:
    """What is still to be weighed; several threads may take from it at once."""

    def __init__(self, waiting: Sequence[Race]) -> None:
        self._waiting = list(waiting)
        self._read: defaultdict[str, frozenset[str]] = defaultdict(frozenset)
        self._one = threading.Lock()

    def __len__(self) -> int:
        return len(self._waiting)

    def take(self, who: str, says: Callable[[Race], None] = lambda _: None) -> Race | None:
        """Give `who` its next race, told to `says` before; None when none is left."""
        with self._one:
            if not self._waiting:
                return None
            found = min(self._waiting, key=lambda race: self._distance(who, race))
            self._waiting.remove(found)
            self._read[who] |= found.reads
            says(found)
            return found

    def back(self, race: Race) -> None:
        """Put back what was taken and not weighed."""
        with self._one:
            self._waiting.append(race)

    def _distance(self, who: str, race: Race) -> tuple[int, int]:
        """Say how much of what `race` reads others alone have read, and how little this one has."""
        mine = self._read[who]
        others = frozenset[str]().union(*(read for other, read in self._read.items() if other != who)) - mine
        return len(race.reads & others), -len(race.reads & mine)
