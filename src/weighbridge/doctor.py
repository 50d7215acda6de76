"""Is everything sound: the store's bytes, the lake, the surroundings."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from weighbridge.lake import Lake
    from weighbridge.snapshot import SnapshotStore

LOW_SPACE = 1_000_000_000


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at, what was found, and whether it wants mending."""

    what: str
    says: str
    bad: bool = False


def examine(root: Path, store: SnapshotStore, lake: Lake) -> list[Finding]:
    """Look at everything, one finding each; nothing is changed."""
    return [*_surroundings(root), *_store(store), *_lake(lake)]


def _surroundings(root: Path) -> Iterator[Finding]:
    from importlib.metadata import version

    from weighbridge.engine import PACKAGES

    packages = ", ".join(f"{name} {version(name)}" for name in ("weighbridge", *PACKAGES, "pyarrow", "numpy"))
    yield Finding("versions", f"Python {sys.version.split()[0]}, {packages}")
    place = root if root.exists() else next(p for p in root.parents if p.exists())
    free = shutil.disk_usage(place).free
    yield Finding("space", f"{free / 1e9:.1f} GB free for {root}", bad=free < LOW_SPACE)


def _store(store: SnapshotStore) -> Iterator[Finding]:
    held = store.snapshots()
    flaws = store.verify()
    yield Finding("snapshots", f"{len(held)} held, {len(flaws)} flaws" if held else "none; the starter data answer")
    for flaw in flaws:
        yield Finding(f"snapshot {flaw.path}", flaw.says, bad=True)


def _lake(lake: Lake) -> Iterator[Finding]:
    from weighbridge.schema import TABLES

    for table in TABLES.values():
        files = lake.files(table)
        if files:
            counted = lake.read(table)
            rows = lake.engine.arrow(counted.aggregate(n=counted.count())).column("n")[0].as_py()
            yield Finding(f"{lake.name}: {table.name}", f"{rows:,} rows in {len(files)} files")
