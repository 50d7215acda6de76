"""The archive's captures as parsers see them: a snapshot, its plain bytes, and what parsing gives."""

from __future__ import annotations

import datetime as dt
import gzip
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from weighbridge.discover import sources
from weighbridge.snapshot import Snapshot
from weighbridge.sources import Issues

if TYPE_CHECKING:
    import pyarrow as pa

    from weighbridge.schema import Table
    from weighbridge.sources import SourceModule

SOURCES: dict[str, SourceModule] = sources()
NOW = dt.datetime(2026, 8, 23, 1, tzinfo=dt.UTC)
# Only ever read from the network: the archive holds the Hub as others listed it.
LIVE_ONLY = frozenset({"huggingface", "hub_history", "hub_stats"})
ARCHIVED = sorted(SOURCES.keys() - LIVE_ONLY)
ENOUGH_LINES = {"hf_radar": 3_500, "redhat_hf_stats": 10_500}
_FIELDS = {field.name for field in fields(Snapshot)}


@dataclass(frozen=True)
class Capture:
    """One stored document."""

    snapshot: Snapshot
    raw: bytes

    def parse(self) -> tuple[dict[str, pa.Table], Issues]:
        issues = Issues()
        return SOURCES[self.snapshot.source].parse(self.snapshot, self.raw, issues), issues


def snapshot_of(source: str, file_name: str, raw: bytes, retrieved_at: dt.datetime = NOW) -> Snapshot:
    """Make the snapshot of bytes that were never stored."""
    return Snapshot(
        source=source,
        url=None,
        retrieved_at=retrieved_at,
        path=f"{source}/{retrieved_at.date()}/{file_name}",
        sha256=hashlib.sha256(raw).hexdigest(),
        bytes=len(raw),
        media_type="",
        licence="unstated",
        attribution="",
    )


@cache
def snapshots(archive: Path, source: str) -> tuple[Snapshot, ...]:
    """Give the manifest's entries of `source`, oldest first."""
    lines = (archive / "manifest.jsonl").read_text("utf-8").splitlines()
    entries = [entry for entry in map(json.loads, lines) if entry["source"] == source]
    ordered = sorted(entries, key=lambda entry: (entry["retrieved_at"], entry["path"]))
    known: list[dict[str, Any]] = [{name: entry[name] for name in _FIELDS & entry.keys()} for entry in ordered]
    return tuple(Snapshot(**e | {"retrieved_at": dt.datetime.fromisoformat(e["retrieved_at"])}) for e in known)


def captures(archive: Path, source: str) -> Iterator[Capture]:
    """Give the captures of `source`, oldest first."""
    return (_capture(archive, snapshot) for snapshot in snapshots(archive, source))


def _capture(archive: Path, snapshot: Snapshot) -> Capture:
    stored = (archive / snapshot.path).read_bytes()
    return Capture(snapshot, gzip.decompress(stored) if snapshot.path.endswith(".gz") else stored)


def shortened(archive: Path, source: str, file_name: str) -> Capture:
    """Give the newest capture of a file; a long file of lines keeps just enough of them to be accepted."""
    snapshot = [snapshot for snapshot in snapshots(archive, source) if snapshot.file_name == file_name][-1]
    whole = _capture(archive, snapshot)
    lines = whole.raw.splitlines(keepends=True)[: ENOUGH_LINES.get(source)]
    return Capture(snapshot, b"".join(lines)) if file_name.endswith((".jsonl", ".csv")) else whole


@cache
def parsed(archive: Path, source: str) -> tuple[tuple[Snapshot, dict[str, pa.Table], Issues], ...]:
    """Parse every capture of `source`, oldest first."""
    return tuple((capture.snapshot, *capture.parse()) for capture in captures(archive, source))


def tables(archive: Path, source: str, name: str) -> list[tuple[Snapshot, pa.Table]]:
    """Give the tables called `name` that the captures of `source` give, oldest first."""
    return [(snapshot, given[name]) for snapshot, given, _ in parsed(archive, source) if name in given]


def newest_wins(table: Table, stated: list[pa.Table]) -> list[dict[str, Any]]:
    """Give the rows of all tables; where two state one key, the later observed wins."""
    rows = [row for each in stated for row in each.to_pylist()]
    ordered = sorted(rows, key=lambda row: row["observed_at"])
    return list({tuple(row[name] for name in table.key): row for row in ordered}.values())
