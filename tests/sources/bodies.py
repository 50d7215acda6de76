"""Stored bytes by plain Python, for sources that have no parser and for what parsers leave out."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable

    from weighbridge.snapshot import Snapshot, SnapshotStore

Row = dict[str, str]
T = TypeVar("T")

# A tree keeps what the Hub says of a model in one cell, longer than the module's usual limit.
LONGEST_CELL = 2_000_000


def lines(raw: bytes) -> list[Row]:
    """Give the rows of a CSV file, every cell as text."""
    csv.field_size_limit(LONGEST_CELL)
    return list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"), newline="")))


def header(raw: bytes) -> list[str]:
    return next(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline="")))


def day(snapshot: Snapshot) -> str:
    return snapshot.retrieved_at.date().isoformat()


def bodies(store: SnapshotStore, source: str, *file_names: str) -> list[tuple[Snapshot, bytes]]:
    """Give the captures of `source`, oldest first; of the files so called, if any are named."""
    found = [one for one in store.snapshots(source) if not file_names or one.file_name in file_names]
    return [(one, store.read(one)) for one in found]


def only(store: SnapshotStore, source: str, file_name: str) -> bytes:
    """Give the bytes of a file that was captured once."""
    [(_, raw)] = bodies(store, source, file_name)
    return raw


def documents(store: SnapshotStore, source: str, *file_names: str) -> dict[str, Any]:
    """Give the JSON documents of `source` by day, oldest first; one file name a day."""
    found = bodies(store, source, *file_names)
    by_day = {day(snapshot): json.loads(raw) for snapshot, raw in found}
    assert len(by_day) == len(found)
    return by_day


def changes(series: Iterable[tuple[str, T]]) -> list[tuple[str, T]]:
    """Keep the entries that differ from the one before."""
    kept: list[tuple[str, T]] = []
    for on, value in series:
        if not kept or kept[-1][1] != value:
            kept.append((on, value))
    return kept
