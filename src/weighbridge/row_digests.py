"""Digests of the rows of a table, apart for each value of one column: equal only where the rows are, in their order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import partial
from hashlib import sha256
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

    import pyarrow as pa


def digests(files: Iterable[Path], by: str) -> dict[str, str]:
    """Give a sha256 for each value of column `by` over its rows; OSError or ValueError where a file cannot be read."""
    import pyarrow.parquet as pq

    # A hash for each column: how rows are cut into batches then changes nothing.
    seen: defaultdict[str, defaultdict[str, Any]] = defaultdict(partial(defaultdict, sha256))
    for path in files:
        with pq.ParquetFile(path) as file:
            for batch in file.iter_batches():
                for value, rows in _apart(batch, by):
                    _add(seen[value], rows)
    return {value: _joined(columns) for value, columns in seen.items()}


def _joined(columns: dict[str, Any]) -> str:
    said = "\n".join(f"{name} {found.hexdigest()}" for name, found in sorted(columns.items()))
    return sha256(said.encode()).hexdigest()


def _apart(batch: pa.RecordBatch, by: str) -> Iterator[tuple[str, pa.RecordBatch]]:
    import pyarrow.compute as pc

    column = batch.column(by)
    for value in column.unique().to_pylist():
        yield value, batch.filter(pc.equal(column, value))


def _add(columns: dict[str, Any], rows: pa.RecordBatch) -> None:
    for name in rows.schema.names:
        for part, body in raw(rows.column(name)):
            columns[f"{name} {part} {rows.schema.field(name).type}"].update(body)


def raw(column: pa.Array) -> Iterator[tuple[str, bytes]]:
    """Give the parts of a column as bytes: each row has as many, so rows can be told from one another."""
    import pyarrow as pa

    yield "known", _bytes(column.is_valid())
    kind = column.type
    if pa.types.is_string(kind) or pa.types.is_large_string(kind):
        yield from _text(column.cast(pa.large_string()).fill_null(""))
    elif pa.types.is_floating(kind):
        yield "value", _bytes(column.fill_null(0.0))
    elif pa.types.is_boolean(kind):
        yield "value", _bytes(column.fill_null(False))
    else:
        whole = column.cast(pa.int32()) if pa.types.is_date32(kind) else column
        yield "value", _bytes(whole.cast(pa.int64()).fill_null(0))


def _text(column: pa.LargeStringArray) -> Iterator[tuple[str, bytes]]:
    import numpy as np

    _, ends, text = column.buffers()
    at = np.frombuffer(ends, np.int64)[column.offset : column.offset + len(column) + 1]
    yield "length", np.diff(at).tobytes()
    yield "text", bytes(memoryview(text or b"")[at[0] : at[-1]])


def _bytes(column: pa.Array) -> bytes:
    return bytes(column.to_numpy(zero_copy_only=False).tobytes())
