"""Capability against price and against size, from the one row of every model."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from weighbridge.errors import NoDataError
from weighbridge.models import of_prices, of_sizes
from weighbridge.plane import Place, Plane, Reach

if TYPE_CHECKING:
    import datetime as dt

    from weighbridge.api import Weighbridge
    from weighbridge.estimate import Provenance
    from weighbridge.model import Model

BILLION = 1e9


@dataclass(frozen=True)
class Axis:
    """What is laid across: its title, its unit, how a model's figure is read (null is unknown), and who states it."""

    title: str
    across: str
    unit: str
    read: Callable[[Model], float | None]
    sources: Callable[[Weighbridge], set[str]]


def _billions(count: int | None) -> float | None:
    return None if count is None else count / BILLION


AXES = {
    "capability-by-price": Axis(
        "Capability and price", "list price, three parts read to one written", "USD per million tokens",
        lambda model: model.usd_per_mtok, of_prices,
    ),
    "capability-by-size": Axis(
        "Capability and total parameters", "total parameters", "billions",
        lambda model: _billions(model.params_total), of_sizes,
    ),
    "capability-by-active-size": Axis(
        "Capability and active parameters", "active parameters", "billions",
        lambda model: _billions(model.params_active), of_sizes,
    ),
}  # fmt: skip


def plane(models: list[Model], name: str, as_of: dt.date | None, provenance: Provenance) -> Plane:
    """Lay the scored models on one of AXES; NoDataError where none has both figures."""
    axis = AXES[name]
    scored = [model for model in models if model.capability is not None]
    places = [_place(model, axis) for model in scored if axis.read(model) is not None]
    if not places:
        raise NoDataError(f"no scored model has a figure of {axis.across}", where=name, then="fetch prices and scores")
    return Plane(
        name=name,
        title=axis.title,
        across=axis.across,
        across_unit=axis.unit,
        up="capability",
        up_unit="points",
        places=_reached(places),
        unplaced=len(scored) - len(places),
        as_of=as_of,
        provenance=provenance,
    )


def _place(model: Model, axis: Axis) -> Place:
    return Place(
        group=model.scored_as or model.name,
        group_id=model.model_id,
        kind=model.openness,
        across=axis.read(model) or 0.0,
        across_low=None,
        across_high=None,
        up=model.capability or 0.0,
        up_low=model.capability_low,
        up_high=model.capability_high,
        reach=Reach.BEHIND,
    )


def _reached(places: list[Place]) -> tuple[Place, ...]:
    """Say of each place where it stands to the frontier."""
    import numpy as np

    from weighbridge.stats.pareto import perhaps_undominated, undominated

    across, up = np.array([p.across for p in places]), np.array([p.up for p in places])
    low = np.array([-np.inf if p.up_low is None else p.up_low for p in places])
    high = np.array([np.inf if p.up_high is None else p.up_high for p in places])
    on, perhaps = undominated(across, up), perhaps_undominated(across, across, low, high)
    words = np.where(on, str(Reach.FRONTIER), np.where(perhaps, str(Reach.POSSIBLE), str(Reach.BEHIND)))
    return tuple(replace(place, reach=Reach(str(word))) for place, word in zip(places, words, strict=True))
