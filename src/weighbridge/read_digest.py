"""What a measure read, as one digest: equal only where all of it is, so figures made of the one stand for the other.

What a measure reads is data alone, tables and arrays in dataclasses: what could ask for more has no digest.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from hashlib import sha256
from typing import Any

import numpy as np

from weighbridge.row_digests import raw

# What is told apart by its type and how it is written.
PLAIN = (str, bytes, bool, int, float, dt.date, np.generic, type(None))
# What a table or an object that is not known can raise: it costs the time to make the figures again.
FAULTS = (TypeError, ValueError, NotImplementedError, RecursionError)


def digest(read: object) -> str:
    """Give a sha256 over all that `read` holds, empty where some of it is no data.

    The order of rows counts, since arrays may point to them; that of the keys of a mapping does not. Fields of a
    dataclass that are not compared hold what was made of the others.
    """
    found = sha256()
    try:
        for part in _parts(read):
            found.update(len(part).to_bytes(8, "little"))
            found.update(part)
    except FAULTS:
        return ""
    return found.hexdigest()


def _parts(value: Any) -> Iterator[bytes]:  # noqa: ANN401 - whatever a measure reads
    if isinstance(value, PLAIN):
        yield f"{type(value).__name__} {value!r}".encode("utf-8", "surrogatepass")
    elif is_dataclass(value) and not isinstance(value, type):
        yield type(value).__qualname__.encode()
        yield from _inner((field.name, getattr(value, field.name)) for field in fields(value) if field.compare)
    else:
        yield from _kept(value)(value)


def _kept(value: object) -> Callable[[Any], Iterator[bytes]]:
    """Say how the parts of what holds other things are had; TypeError for what is no data."""
    import pyarrow as pa

    kinds: dict[type, Callable[[Any], Iterator[bytes]]] = {
        np.ndarray: _array, pa.Table: _table, Mapping: _mapping, tuple: _listed, list: _listed
    }  # fmt: skip
    for kind, parts in kinds.items():
        if isinstance(value, kind):
            return parts
    raise TypeError(type(value).__name__)


def _inner(named: Iterator[tuple[str, object]]) -> Iterator[bytes]:
    for name, value in named:
        yield name.encode()
        yield from _parts(value)
    yield b"end"


def _listed(values: tuple[object, ...] | list[object]) -> Iterator[bytes]:
    yield f"{len(values)} listed".encode()
    for value in values:
        yield from _parts(value)


def _mapping(value: Mapping[object, object]) -> Iterator[bytes]:
    yield f"{len(value)} named".encode()
    for key, inner in sorted(((repr(key), inner) for key, inner in value.items()), key=lambda pair: pair[0]):
        yield key.encode("utf-8", "surrogatepass")
        yield from _parts(inner)


def _array(value: np.ndarray[Any, Any]) -> Iterator[bytes]:
    yield f"array {value.dtype.str} {value.shape}".encode()
    if value.dtype.hasobject:
        yield from _listed(value.ravel().tolist())
    else:
        yield np.ascontiguousarray(value).tobytes()


def _table(value: Any) -> Iterator[bytes]:  # noqa: ANN401 - an Arrow table
    yield f"table of {value.num_rows}".encode()
    for name, column in zip(value.column_names, value.combine_chunks().columns, strict=True):
        yield f"{name} {column.type}".encode()
        for chunk in column.chunks:
            for part, body in raw(chunk):
                yield part.encode()
                yield body
