"""What sources state, in a few rows, as a build would hand it to the resolver."""

from __future__ import annotations

import datetime as dt
from dataclasses import fields
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from weighbridge.arrow import arrow_schema
from weighbridge.entities.resolve import Stated
from weighbridge.schema import TABLES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from weighbridge.engine import Engine

Row = dict[str, Any]
DAY = dt.date(2026, 8, 22)
AT = dt.datetime(2026, 8, 22, tzinfo=dt.UTC)
FILLERS = {"text": "x", "texts": [], "integer": 0, "number": 0.0, "flag": False, "day": DAY, "instant": AT}


def stated(engine: Engine, **given: Sequence[Row]) -> Stated:
    """Give the tables of `given`, by name, with every other table empty; columns that a row leaves out are filled."""
    return Stated(**{field.name: _table(engine, field.name, given.get(field.name, ())) for field in fields(Stated)})


def _table(engine: Engine, name: str, rows: Sequence[Row]) -> Any:  # noqa: ANN401 - Ibis
    table = TABLES[name]
    filled = {c.name: None if c.nullable else FILLERS[c.kind] for c in table.columns}
    # As read back from files, where every column may be null.
    schema = pa.schema([field.with_nullable(True) for field in arrow_schema(table)])
    return engine.table(pa.Table.from_pylist([filled | row for row in rows], schema=schema))
