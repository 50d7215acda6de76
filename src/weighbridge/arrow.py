"""The tables of `schema.py` as Arrow schemas."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow as pa

from weighbridge.schema import Kind

if TYPE_CHECKING:
    from weighbridge.schema import Table

TYPES: dict[Kind, pa.DataType] = {
    Kind.TEXT: pa.string(),
    Kind.TEXTS: pa.list_(pa.string()),
    Kind.INTEGER: pa.int64(),
    Kind.NUMBER: pa.float64(),
    Kind.FLAG: pa.bool_(),
    Kind.DAY: pa.date32(),
    Kind.INSTANT: pa.timestamp("us", tz="UTC"),
}


def arrow_schema(table: Table) -> pa.Schema:
    """Give the Arrow schema of `table`: same columns, same order, same nullability."""
    return pa.schema([pa.field(c.name, TYPES[c.kind], nullable=c.nullable) for c in table.columns])
