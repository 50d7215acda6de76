"""Snapshots to raw tables: each once per parser version, into a folder of its own that appears whole or not at all."""

from __future__ import annotations

import json
import os
import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from weighbridge.building.sums import check_sums
from weighbridge.errors import ParseError, StoreError, TableError, WeighbridgeError
from weighbridge.schema import TABLES, Layer
from weighbridge.soundness import is_whole

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable

    import pyarrow as pa

    from weighbridge.schema import Table
    from weighbridge.snapshot import Snapshot
    from weighbridge.sources import Issues

DONE = "parsed.json"


@dataclass(frozen=True)
class Parsed:
    """One snapshot's raw tables: for each table its days (empty for statements), and what parsing could not use."""

    snapshot: Snapshot
    folder: Path
    digest: str
    days: dict[str, list[str]] = field(default_factory=dict)
    issues: dict[str, int] = field(default_factory=dict)
    examples: dict[str, str] = field(default_factory=dict)

    def file(self, table: Table) -> Path:
        """Say where the rows of `table` stand."""
        return self.folder / f"{table.name}.parquet"


@dataclass
class Parsing:
    """All that is parsed, and the snapshots that could not be."""

    parsed: list[Parsed] = field(default_factory=list)
    refused: list[tuple[str, WeighbridgeError]] = field(default_factory=list)
    fresh: int = 0


def parse_all(
    snapshots: Iterable[Snapshot],
    read: Callable[[Snapshot], bytes],
    modules: dict[str, Any],
    root: Path,
    today: dt.date,
    progress: Callable[[str], None],
) -> Parsing:
    """Parse what is not parsed yet. A snapshot that cannot be parsed is refused by name; the others go on."""
    result = Parsing()
    for snapshot in snapshots:
        module = modules.get(snapshot.source)
        if module is None:
            continue
        folder = root / snapshot.source / f"{snapshot.sha256[:20]}-{_stamp(snapshot)}-v{module.SOURCE.version}"
        parsed = _kept(snapshot, folder)
        if parsed is None:
            progress(snapshot.path)
            try:
                tables, issues = _understood(snapshot, read, module, today)
            except (ParseError, TableError, StoreError) as error:
                result.refused.append((snapshot.path, error))
                continue
            parsed = _kept_now(snapshot, tables, issues, folder)
            result.fresh += 1
        result.parsed.append(parsed)
    return result


def _stamp(snapshot: Snapshot) -> str:
    # The same bytes captured twice state two readings: the instant belongs to the name.
    return snapshot.retrieved_at.strftime("%Y%m%dT%H%M%S")


def _kept(snapshot: Snapshot, folder: Path) -> Parsed | None:
    """Give what was parsed before, or None where any of it is missing or damaged: then it is parsed again."""
    try:
        kept = json.loads((folder / DONE).read_bytes())
        parsed = Parsed(snapshot, folder, folder.name, dict(kept["days"]), dict(kept["issues"]), dict(kept["examples"]))
        whole = all(is_whole(parsed.file(TABLES[name])) for name in parsed.days)
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
    return parsed if whole else None


def _understood(
    snapshot: Snapshot,
    read: Callable[[Snapshot], bytes],
    module: Any,  # noqa: ANN401 - a module
    today: dt.date,
) -> tuple[dict[Table, pa.Table], Issues]:
    """Give the tables of a snapshot, admitted at the door. Whatever a parser dies of, its snapshot is named."""
    from weighbridge.door import admit
    from weighbridge.sources import Issues

    issues = Issues()
    raw = read(snapshot)
    try:
        stated = {TABLES[name]: rows for name, rows in module.parse(snapshot, raw, issues).items()}
        return {table: _named(table, admit, rows, today, snapshot) for table, rows in stated.items()}, issues
    except WeighbridgeError:
        raise
    except Exception as error:
        what = f"holds something that its parser does not expect ({type(error).__name__}: {str(error)[:200]})"
        then = "earlier snapshots stay in use; report this as a bug"
        raise ParseError(what, where=snapshot.path, then=then) from error


def _kept_now(snapshot: Snapshot, tables: dict[Table, pa.Table], issues: Issues, folder: Path) -> Parsed:
    """Write the tables of a snapshot into `folder`, which appears whole or not at all."""
    from weighbridge.lake import put_parquet

    part = folder.with_name(f".{folder.name}.{os.getpid()}.part")
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir(parents=True)
    for table, rows in tables.items():
        put_parquet(rows, part / f"{table.name}.parquet")
    days = {table.name: _days(table, rows) for table, rows in tables.items()}
    parsed = Parsed(snapshot, folder, folder.name, days, dict(issues.counts), issues.examples)
    kept = {"days": parsed.days, "issues": parsed.issues, "examples": parsed.examples}
    (part / DONE).write_text(json.dumps(kept, ensure_ascii=False), "utf-8")
    shutil.rmtree(folder, ignore_errors=True)
    part.rename(folder)
    return parsed


def _named(
    table: Table, admit: Callable[..., pa.Table], rows: pa.Table, today: dt.date, snapshot: Snapshot
) -> pa.Table:
    try:
        admitted = admit(table, rows, today)
        check_sums(table, admitted)
    except TableError as error:
        raise TableError(error.what, where=f"{snapshot.path}, {error.where}", then=error.then) from None
    return admitted


def _days(table: Table, rows: pa.Table) -> list[str]:
    if table.layer is not Layer.FACT:
        return []
    return sorted(str(day) for day in rows.column(table.day).unique().to_pylist())
