"""Rows of a source to an Arrow table of the first waist."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from weighbridge.arrow import arrow_schema

if TYPE_CHECKING:
    import pyarrow as pa

    from weighbridge.record import Reading
    from weighbridge.schema import Table

Row = Mapping[str, object]


def table_of(table: Table, rows: Sequence[Row], reading: Reading) -> pa.Table:
    """Build the Arrow table of `rows`, each a mapping of every column.

    A row that stands twice is dropped and counted; two rows that disagree under one key raise ParseError.
    """
    import pyarrow as pa

    kept = _without_repeats(table, rows, reading)
    schema = arrow_schema(table)
    columns = [pa.array([row[name] for row in kept], type=schema.field(name).type) for name in schema.names]
    return pa.Table.from_arrays(columns, schema=schema)


def _without_repeats(table: Table, rows: Sequence[Row], reading: Reading) -> Sequence[Row]:
    kept: dict[tuple[object, ...], Row] = {}
    for row in rows:
        key = tuple(row[name] for name in table.key)
        earlier = kept.setdefault(key, row)
        if earlier is row:
            continue
        shown = ", ".join(str(part)[:80] for part in key[1:])
        if earlier != row:
            raise reading.fail(f"two rows state `{table.name}` differently for {shown}")
        reading.note("repeated row", shown)
    return list(kept.values())
