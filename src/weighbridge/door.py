"""The door of the lake: rows that break their table's schema, key or bounds are refused, by table, column and row."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.compute as pc

from weighbridge.arrow import arrow_schema
from weighbridge.errors import TableError
from weighbridge.schema import Kind

if TYPE_CHECKING:
    from weighbridge.schema import Column, Table

# Clocks differ and a day ends earlier in the east: what is dated later than this is a mistake, not a time zone.
SLACK = dt.timedelta(days=1)


def admit(table: Table, rows: pa.Table, today: dt.date) -> pa.Table:
    """Give `rows` in the schema of `table`; TableError if a row has no place in it.

    Refused are: a missing, unknown or mistyped column, a null where none may be, a value out of bounds, a day later
    than `today`, a word that the column does not list, and a key that stands twice.
    """
    rows = _shaped(table, rows)
    for column in table.columns:
        _check_column(table, column, rows.column(column.name), rows, today)
    _check_key(table, rows)
    return rows


def _shaped(table: Table, rows: pa.Table) -> pa.Table:
    schema = arrow_schema(table)
    if missing := sorted(set(schema.names) - set(rows.column_names)):
        raise TableError(f"column {missing[0]} is missing", where=table.name, then="give every column of the schema")
    if unknown := sorted(set(rows.column_names) - set(schema.names)):
        raise TableError(
            f"column {unknown[0]} is not in the schema", where=table.name, then="drop it or extend the schema"
        )
    rows = rows.select(schema.names)
    for wanted, column in zip(schema, rows.columns, strict=True):
        if column.null_count and not wanted.nullable:
            _refuse(table, wanted.name, rows, pc.is_null(column), "is null")
    try:
        return rows.cast(schema)
    except (pa.ArrowInvalid, pa.ArrowNotImplementedError) as error:
        raise TableError(f"a column has the wrong type: {error}", where=table.name, then="see the schema") from None


def _check_column(table: Table, column: Column, values: pa.ChunkedArray, rows: pa.Table, today: dt.date) -> None:
    if column.one_of:
        wrong = pc.and_kleene(pc.is_valid(values), pc.invert(pc.is_in(values, pa.array(column.one_of))))
        _refuse(table, column.name, rows, wrong, f"is not one of {', '.join(column.one_of)}")
    if column.low is not None:
        _refuse(table, column.name, rows, pc.less(values, _scalar(column.low, values)), f"is below {column.low}")
    if column.high is not None:
        _refuse(table, column.name, rows, pc.greater(values, _scalar(column.high, values)), f"is above {column.high:g}")
    if column.kind is Kind.DAY:
        _refuse(table, column.name, rows, pc.greater(values, pa.scalar(today + SLACK)), "lies in the future")
    if column.kind is Kind.INSTANT:
        latest = dt.datetime.combine(today + 2 * SLACK, dt.time(), dt.UTC)
        _refuse(table, column.name, rows, pc.greater(values, pa.scalar(latest, values.type)), "lies in the future")
    if column.kind is Kind.NUMBER:
        _refuse(table, column.name, rows, pc.invert(pc.is_finite(values)), "is not a finite number")


def _scalar(bound: float | dt.date, values: pa.ChunkedArray) -> pa.Scalar:
    return pa.scalar(
        int(bound) if isinstance(bound, float) and pa.types.is_integer(values.type) else bound, values.type
    )


def _check_key(table: Table, rows: pa.Table) -> None:
    counted = rows.group_by(list(table.key)).aggregate([([], "count_all")])
    if counted.num_rows == rows.num_rows:
        return
    twice = counted.filter(pc.greater(counted.column("count_all"), 1)).slice(0, 1).to_pylist()[0]
    n = twice.pop("count_all")
    shown = ", ".join(f"{name}={value}" for name, value in twice.items())
    raise TableError(f"key stands {n} times: {shown}", where=table.name, then="keep the latest row of each key")


def _refuse(table: Table, column: str, rows: pa.Table, wrong: pa.ChunkedArray, why: str) -> None:
    wrong = pc.fill_null(wrong, fill_value=False)
    n = pc.sum(wrong).as_py() or 0
    if not n:
        return
    row = rows.filter(wrong).slice(0, 1).to_pylist()[0]
    keys = ", ".join(f"{name}={row[name]}" for name in table.key)
    raise TableError(
        f"{column} {why} ({row[column]!r}; {n} such row{'s' if n > 1 else ''}, first {keys})",
        where=table.name,
        then="the table keeps what it had",
    )
