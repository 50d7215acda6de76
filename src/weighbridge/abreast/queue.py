"""Races that wait, given out so that whoever has read the tables of one weighs the next that reads them."""

from __future__ import annotations

import threading
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field


def by_model(choices: Mapping[str, str]) -> str:
    """Name the grouping by model with every choice pinned, as the file of its weighing does."""
    return "-".join(("model", *choices.values()))


@dataclass(frozen=True)
class Race:
    """A measure by a grouping, with the tables that it reads; `comparable` where it is wanted with its runs.

    `choices`: of a measure by model, which is weighed with every choice pinned.
    """

    name: str
    title: str
    by: str
    reads: frozenset[str]
    comparable: bool = False
    choices: Mapping[str, str] = field(default_factory=dict)

    @property
    def stands_by(self) -> str:
        """The grouping in the name of the file that keeps it."""
        return by_model(self.choices) if self.choices else self.by

    @property
    def asked(self) -> str:
        """What a helper is asked for, in one line."""
        pinned = (f"{name}={option}" for name, option in self.choices.items())
        return " ".join((self.name, self.by, f"{self.comparable:d}", *pinned))

    def __str__(self) -> str:
        """Say what is done when it is weighed."""
        return f"weigh {self.title.lower()} by {self.by.replace('_', ' ')}"


class Queue:
    """What is still to be weighed; several threads may take from it at once."""

    def __init__(self, waiting: Sequence[Race] = ()) -> None:
        self._waiting = list(waiting)
        self._filling = False
        self._read: defaultdict[str, frozenset[str]] = defaultdict(frozenset)
        self._one = threading.Condition()

    @contextmanager
    def filling(self) -> Iterator[None]:
        """Have whoever finds nothing in the queue wait for more until the block ends."""
        self._filling = True
        try:
            yield
        finally:
            with self._one:
                self._filling = False
                self._one.notify_all()

    def put(self, race: Race) -> None:
        """Add what is to be weighed, or put back what was taken and not weighed."""
        with self._one:
            self._waiting.append(race)
            self._one.notify()

    def take(self, who: str, says: Callable[[Race], None] = lambda _: None) -> Race | None:
        """Give `who` its next race, told to `says` before; None when none is left."""
        with self._one:
            while self._filling and not self._waiting:
                self._one.wait()
            if not self._waiting:
                return None
            found = min(self._waiting, key=lambda race: self._distance(who, race))
            self._waiting.remove(found)
            self._read[who] |= found.reads
            says(found)
            return found

    def _distance(self, who: str, race: Race) -> tuple[int, int]:
        """Say how much of what `race` reads others alone have read, and how little this one has."""
        mine = self._read[who]
        others = frozenset[str]().union(*(read for other, read in self._read.items() if other != who)) - mine
        return len(race.reads & others), -len(race.reads & mine)
