"""A day's sum has bounds too: rows that each fit must not overflow the cell that they are summed into."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weighbridge.errors import TableError
from weighbridge.schema import MOST, Kind, Layer

if TYPE_CHECKING:
    import pyarrow as pa

    from weighbridge.schema import Table

# Where several snapshots state one day together, each may state this part of what a cell holds.
SHARED = 1_000


def check_sums(table: Table, rows: pa.Table) -> None:
    """Refuse the facts of one snapshot whose sum over a day is beyond `MOST`; TableError names column and day."""
    if table.layer is not Layer.FACT:
        return
    most = MOST if table.stated_whole else MOST / SHARED
    for name in (column.name for column in table.columns if column.kind is Kind.INTEGER):
        _check(table, name, rows, most)


def _check(table: Table, name: str, rows: pa.Table, most: float) -> None:
    import pyarrow as pa
    import pyarrow.compute as pc

    keys = [key for key in (table.stated_whole or (table.day,)) if key in rows.column_names]
    # As floats: a sum of integers would wrap around and look small.
    counts = rows.select(keys).append_column(name, rows.column(name).cast(pa.float64(), safe=False))
    sums = counts.group_by(keys).aggregate([(name, "sum")])
    wrong = sums.filter(pc.greater(sums.column(f"{name}_sum"), most)).slice(0, 1).to_pylist()
    if wrong:
        what = f"{name} sums to {wrong[0][f'{name}_sum']:g} on {wrong[0][table.day]}, more than {most:g}"
        raise TableError(what, where=table.name, then="the table keeps what it had")
