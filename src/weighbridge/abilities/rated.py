"""Ratings from people's choices as abilities: each board of a publisher is a fit of its own, on a scale of its own."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import numpy as np

from weighbridge.abilities import Abilities
from weighbridge.amounts.grouping import codes, numbers
from weighbridge.schema import RATINGS

if TYPE_CHECKING:
    import ibis.expr.types as ir
    import pyarrow as pa

    from weighbridge.engine import Engine
    from weighbridge.lake import Lake

SOURCE, BOARD, CATEGORY = "arena", "text", "full"
DRAWS = 100
SEED = 20250804
# Of a normal error: from the middle to an end of the publisher's 95 % interval, in standard deviations.
ENDS_AT = 1.959964
METHOD = f"{DRAWS} draws from the publisher's 95 % intervals, each rating by itself"


def boards(lake: Lake) -> tuple[Abilities, ...]:
    """Give the text board of each day, oldest first; none where the lake has no ratings."""
    return lake.once(RATINGS, _boards) if lake.has(RATINGS) else ()


def _boards(engine: Engine, ratings: ir.Table) -> tuple[Abilities, ...]:
    rows = ratings.filter((ratings.source == SOURCE) & (ratings.board == BOARD) & (ratings.category == CATEGORY))
    rows = rows.filter(rows.rating_low.notnull() & rows.rating_high.notnull()).order_by("observed_on", "model")
    found = engine.arrow(rows.select("observed_on", "model", "rating", "rating_low", "rating_high", "votes"))
    days, day = codes(found.column("observed_on"))
    return tuple(_board(on, found.filter(day == i)) for i, on in enumerate(days))


def _board(on: dt.date, rows: pa.Table) -> Abilities:
    """Draw each rating from two halves of a normal curve: the published intervals are not even on both sides."""
    rating, low, high = (numbers(rows, name) for name in ("rating", "rating_low", "rating_high"))
    error = np.random.default_rng(SEED).normal(size=(DRAWS, len(rating))) / ENDS_AT
    return Abilities(
        models=tuple(rows.column("model").to_pylist()),
        ability=rating,
        draws=rating + error * np.where(error < 0, rating - low, high - rating),
        n=np.nan_to_num(numbers(rows, "votes")).astype(np.int64),
        few=np.zeros(len(rating), bool),
        bounded=False,
        source=SOURCE,
        as_of=on,
        method=METHOD,
    )
