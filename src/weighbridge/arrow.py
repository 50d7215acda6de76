"""The one mapping from the words of `schema.py` to Arrow types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weighbridge.schema import Kind, Table

if TYPE_CHECKING:
    import pyarrow as pa


def arrow_type(kind: Kind) -> pa.DataType:
    """Give the Arrow type of a column kind; instants are microseconds in UTC."""
    import pyarrow as pa

    return {
        Kind.TEXT: pa.string(),
        Kind.TEXTS: pa.list_(pa.string()),
        Kind.INTEGER: pa.int64(),
        Kind.NUMBER: pa.float64(),
        Kind.FLAG: pa.bool_(),
        Kind.DAY: pa.date32(),
        Kind.INSTANT: pa.timestamp("us", tz="UTC"),
    }[kind]


def arrow_schema(table: Table) -> pa.Schema:
    """Give the Arrow schema of a table: its columns in order, null only where a column allows it."""
    import pyarrow as pa

    return pa.schema([pa.field(c.name, arrow_type(c.kind), nullable=c.nullable) for c in table.columns])
