"""Which pictures a race had at the last writing: what is made of the same is not laid out again."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import TYPE_CHECKING

from weighbridge.outputs import noted
from weighbridge.outputs.site.planned import Race
from weighbridge.outputs.site.writing import place
from weighbridge.weighing.plain import PlainError, plain, restored

if TYPE_CHECKING:
    from pathlib import Path

NOTE = ".plans.json"


class PlanMemory:
    """Plans by a digest of all that they rest on; a note that is missing or spoilt costs time, never a picture."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._before = noted(folder / NOTE)
        self._now: dict[str, object] = {}

    def kept(self, key: str, stand: Callable[[Iterable[str]], bool]) -> Race | None:
        """Give the plan that was kept under `key` if the files of its pictures `stand`."""
        with suppress(PlainError, KeyError, TypeError, ValueError):
            found: Race = restored(Race, self._before[key])
            if stand(found.files()):
                return self.keep(key, found)
        return None

    def keep(self, key: str, race: Race) -> Race:
        """Remember a plan."""
        self._now[key] = plain(race)
        return race

    def close(self) -> None:
        """Note the plans that were asked for."""
        place(json.dumps(self._now, separators=(",", ":")).encode(), self._folder / NOTE)
