"""Is everything sound: the store's bytes, the lake, the surroundings."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from weighbridge.errors import StoreError
from weighbridge.soundness import fault_within

if TYPE_CHECKING:
    from pathlib import Path

    from weighbridge.lake import Lake
    from weighbridge.schema import Table
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
    flaws = store.verify()
    held = [] if any(flaw.path == "manifest.jsonl" for flaw in flaws) else store.snapshots()
    says = f"{len(held)} held, {len(flaws)} flaws" if held or flaws else "none; the starter data answer"
    yield Finding("snapshots", says)
    for flaw in flaws:
        yield Finding(f"snapshot {flaw.path}", flaw.says, bad=True)


def _lake(lake: Lake) -> Iterator[Finding]:
    from weighbridge.engine import MADE_AGAIN
    from weighbridge.schema import TABLES

    for table in TABLES.values():
        files = lake.files(table)
        damaged = {path: fault for path in files if (fault := fault_within(path))}
        for path, fault in damaged.items():
            yield Finding(f"{lake.name}: {table.name}", f"{path} is damaged ({fault}); {MADE_AGAIN}", bad=True)
        if files and not damaged:
            yield _counted(lake, table, len(files))


def _counted(lake: Lake, table: Table, files: int) -> Finding:
    what = f"{lake.name}: {table.name}"
    try:
        rows = lake.read(table)
        n = lake.engine.arrow(rows.aggregate(n=rows.count())).column("n")[0].as_py()
    except StoreError as error:
        return Finding(what, str(error), bad=True)
    return Finding(what, f"{n:,} rows in {files} files")
