"""The stages of a build in order, with the state saved after each whole stage."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from weighbridge.building import cells, descend, merge, parse, resolve, state, uses
from weighbridge.building.alone import alone
from weighbridge.schema import ISSUES, SOURCE_USES

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable
    from pathlib import Path

    from weighbridge.errors import WeighbridgeError
    from weighbridge.lake import Lake
    from weighbridge.snapshot import Snapshot


@dataclass
class BuildReport:
    """What a build made: snapshots parsed now, days merged, days weighed, and snapshots that were refused."""

    snapshots: int = 0
    parsed: int = 0
    days: int = 0
    weighed: int = 0
    refused: list[tuple[str, WeighbridgeError]] = field(default_factory=list)

    def complain(self) -> None:
        """Raise for the snapshots that were refused, if any: the first by name, the others by number."""
        if not self.refused:
            return
        _, first = self.refused[0]
        more = f" (and {len(self.refused) - 1} more)" if len(self.refused) > 1 else ""
        raise type(first)(first.what + more, where=first.where, then=first.then)


def run(
    snapshots: list[Snapshot],
    read: Callable[[Snapshot], bytes],
    modules: dict[str, Any],
    root: Path,
    lake: Lake,
    today: dt.date,
    progress: Callable[[str], None] = lambda _: None,
) -> BuildReport:
    """Bring the lake up to what the store holds. A kill between stages costs at most the stage that ran.

    One build of a store runs at a time; StoreError where another does not end, or where nothing can be written.
    """
    with alone(root):
        return _run(snapshots, read, modules, root, lake, today, progress)


def _run(
    snapshots: list[Snapshot],
    read: Callable[[Snapshot], bytes],
    modules: dict[str, Any],
    root: Path,
    lake: Lake,
    today: dt.date,
    progress: Callable[[str], None],
) -> BuildReport:
    path = root / "state.json"
    kept = state.load(path)
    parsing = parse.parse_all(snapshots, read, modules, root / "raw", today, lambda name: progress(f"parse {name}"))
    report = BuildReport(len(parsing.parsed), parsing.fresh, refused=parsing.refused)
    progress("merge facts by day")
    report.days = merge.merge(lake, parsing.parsed, kept, today)
    progress("resolve names")
    moved = resolve.resolve(lake, parsing.parsed, kept, today)
    progress("follow descent")
    descend.descend(lake, parsing.parsed, kept, today)
    progress("weigh cells")
    report.weighed = cells.weigh(lake, kept, moved, today)
    made = state.digest([item.digest for item in parsing.parsed])
    if made != kept.uses or not lake.holds_all((SOURCE_USES, ISSUES)):
        uses.record_uses(lake, parsing.parsed, modules, today)
        uses.record_issues(lake, parsing.parsed, today)
        kept.uses = made
    state.save(path, kept)
    resolve.settled(lake)
    return report
