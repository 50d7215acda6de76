"""What a reader asks of a measure, and who is told what the measure read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

# Told what a measure read, with the names of its groups, before anything is made of it.
Met: TypeAlias = Callable[[object], None]


def unmet(_: object) -> None:
    """Look at nothing of what was read."""


@dataclass(frozen=True)
class Question:
    """What a reader asks of a measure."""

    by: str
    since: dt.date | None = None
    until: dt.date | None = None
    at: dt.date | None = None
    where: Mapping[str, str] | None = None
    choices: Mapping[str, str] | None = None
    all_choices: bool = False
