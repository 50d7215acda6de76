"""Models on a plane of two figures, such as price and capability: what no other betters in both is the frontier."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from weighbridge.estimate import Provenance


class Reach(StrEnum):
    """Where a model stands to the frontier."""

    FRONTIER = "frontier"  # none is at least as good in both figures and better in one
    POSSIBLE = "possible"  # so by its figures one is, but not by the worst that the intervals allow
    BEHIND = "behind"  # one is better whatever the intervals allow


@dataclass(frozen=True)
class Place:
    """One model: less across is better, more up is better; ends are null where there is no interval."""

    group: str
    group_id: str
    kind: str | None  # openness of its weights
    across: float
    across_low: float | None
    across_high: float | None
    up: float
    up_low: float | None
    up_high: float | None
    reach: Reach


@dataclass(frozen=True)
class Plane:
    """All models that have both figures, and what the axes are."""

    name: str
    title: str
    across: str
    across_unit: str
    up: str
    up_unit: str
    places: tuple[Place, ...]
    unplaced: int  # models that have only the figure upwards
    as_of: dt.date | None
    provenance: Provenance
