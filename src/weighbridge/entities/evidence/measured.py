"""How often each kind of evidence is right, as `python -m benchmarks evidence` measured and wrote it."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING

from weighbridge.errors import StoreError

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

FILE = "measured.json"
# Evidence that may be wrong in more than a fifth of all cases is not used unless somebody asks for it.
ENOUGH = 0.8


@dataclass(frozen=True)
class Measured:
    """Of `n` repositories whose family is known, the part that evidence gave the right one, with its 95 % interval.

    `sample`: of what; `until`: the UTC day of the newest statement in it.
    """

    precision: float
    low: float
    high: float
    n: int
    sample: str
    until: dt.date


def measured(folder: Traversable | None = None) -> dict[str, Measured]:
    """Give what was measured of each kind; StoreError where the file is not what the benchmark writes."""
    place = (folder or files("weighbridge.entities.evidence")) / FILE
    try:
        kinds = json.loads(place.read_text("utf-8"))
        return {kind: Measured(**(of | {"until": dt.date.fromisoformat(of["until"])})) for kind, of in kinds.items()}
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
        then = "install Weighbridge again, or run `python -m benchmarks evidence` in its repository"
        raise StoreError(f"cannot be read ({error})", where=str(place), then=then) from error


def trusted(folder: Traversable | None = None) -> tuple[str, ...]:
    """Give the kinds that are right often enough, even at the lower end of their interval."""
    return tuple(kind for kind, of in measured(folder).items() if of.low >= ENOUGH)
