"""Small stores for building: a few captures of the archive, or documents made by hand, in a store of their own."""

from __future__ import annotations

import datetime as dt
import gzip
import hashlib
import shutil
from typing import TYPE_CHECKING

from tests.sources.captures import snapshots
from weighbridge.snapshot import SnapshotStore
from weighbridge.sources import Document

if TYPE_CHECKING:
    from pathlib import Path

    from weighbridge.snapshot import Snapshot

PUBLISHER = "https://example.org/"


def put(store: Path, source: str, file_name: str, body: bytes, at: dt.datetime) -> Snapshot:
    """Store one document as if `source` had been read at that instant."""
    document = Document(file_name, PUBLISHER, body, "application/json", "MIT", "Example")
    return SnapshotStore(store).put(source, document, at)


def taken_in(archive: Path, folder: Path, *sources: str, first: int = 0, last: int | None = None) -> Path:
    """Give a store that holds the captures of `sources` (of each the `first`-th to the `last`-th)."""
    store = folder / "store"
    for source in sources:
        for snapshot in snapshots(archive, source)[first:last]:
            add(archive, store, snapshot)
    return store


def add(archive: Path, store: Path, snapshot: Snapshot) -> Snapshot:
    """Store one capture of the archive under its own instant and terms."""
    stored = (archive / snapshot.path).read_bytes()
    body = gzip.decompress(stored) if snapshot.path.endswith(".gz") else stored
    document = Document(
        snapshot.file_name, snapshot.url or "", body, snapshot.media_type, snapshot.licence, snapshot.attribution
    )
    return SnapshotStore(store).put(snapshot.source, document, snapshot.retrieved_at)


def contents(folder: Path, pattern: str = "*") -> dict[str, str]:
    """Give every file below `folder` by a hash of its bytes."""
    files = sorted(path for path in folder.rglob(pattern) if path.is_file())
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def copied(store: Path, to: Path) -> Path:
    """Give a copy of a store, times kept."""
    return shutil.copytree(store, to, copy_function=shutil.copy2)
