"""Models with figures made by hand, some with names that strangers might choose, and a plane they stand on."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from tests.outputs.books import HOSTILE, PROVENANCE, bounded, chapter
from weighbridge.model import Model
from weighbridge.outputs import Book, Entry
from weighbridge.plane import Place, Plane, Reach

UNKNOWN = Model(
    model_id="bare", name="Bare", setting=None, organisation=None, maker=None, country=None, openness=None,
    released_on=None, params_total=None, params_active=None, scored_as=None,
    capability=None, capability_low=None, capability_high=None,
    published=None, published_low=None, published_high=None,
    usd_per_mtok=None, tokens_7d=None, downloads_30d=None, pulls_all_time=None,
)  # fmt: skip
WHOLE = Model(
    model_id="whole/7b", name="Whole 7B", setting="thinking", organisation="acme", maker="Acme Labs", country="FR",
    openness="open_licence", released_on=dt.date(2026, 5, 4), params_total=7_000_000_000, params_active=1_500_000_000,
    scored_as="Whole-7B (thinking)", capability=150.04, capability_low=148.0, capability_high=152.96,
    published=149.5, published_low=147.0, published_high=151.0,
    usd_per_mtok=0.0, tokens_7d=0, downloads_30d=1_234_567, pulls_all_time=950,
)  # fmt: skip


def scored(name: str, capability: float | None, openness: str | None = "closed", **known: object) -> Model:
    """Give a model of which little is known beside its ability."""
    ends = {} if capability is None else {"capability_low": capability - 1, "capability_high": capability + 1}
    named = {"model_id": name, "name": name, "scored_as": name, "openness": openness, "capability": capability}
    return replace(UNKNOWN, **{**named, **ends, **known})  # type: ignore[arg-type] # names of fields


def many() -> tuple[Model, ...]:
    """Forty closed models, then forty open ones, then one without any figure; the most capable first."""
    closed = [scored(f"closed {i}", 160 - i / 4, maker=HOSTILE[i % len(HOSTILE)]) for i in range(40)]
    others = [scored(HOSTILE[i] if i < len(HOSTILE) else f"open {i}", 140 - i / 4, "restricted") for i in range(40)]
    return (WHOLE, *closed, *others, UNKNOWN)


def book() -> Book:
    """Give a book with one chart and every model; its models rest on one of its two sources."""
    uses = PROVENANCE.sources[:1]
    return Book((chapter(Entry("country", bounded())),), PROVENANCE, (), many(), uses)


def place(name: str, across: float, up: float, reach: Reach = Reach.BEHIND, kind: str | None = "closed") -> Place:
    return Place(name, name, kind, across, None, None, up, up - 1, up + 1, reach)


def plane(*places: Place, unplaced: int = 0) -> Plane:
    return Plane(
        name="capability-by-price",
        title="Capability and price",
        across="list price",
        across_unit="USD per million tokens",
        up="capability",
        up_unit="points",
        places=places,
        unplaced=unplaced,
        as_of=dt.date(2026, 8, 11),
        provenance=PROVENANCE,
    )
