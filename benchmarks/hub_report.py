"""What one reading of a whole Hub took, as tables for people and as JSON for programs."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

from benchmarks.report import machine, table

if TYPE_CHECKING:
    from pathlib import Path

    from benchmarks.hub_build import Result

HEAD = ["", "stage", "wall s", "processor s", "peak MiB so far"]


def shown(result: Result) -> str:
    """Give the tables as Markdown."""
    rows = [
        [what if place == 0 else "", stage, f"{run.seconds[stage]:.1f}", f"{run.processor[stage]:.1f}",
         f"{result.peaks[what][stage]:,.0f}"]
        for what, run in result.runs.items() for place, stage in enumerate(run.seconds)
    ]  # fmt: skip
    totals = [
        [f"{what}, whole", "", f"{run.total:.1f}", f"{sum(run.processor.values()):.1f}", f"{run.peak_mib:,.0f}"]
        for what, run in result.runs.items()
    ]
    counts = ", ".join(f"{name} {n:,}" for name, n in result.rows.items())
    return "\n\n".join([
        f"{result.repositories:,} repositories, a listing of {result.bytes / 1e6:,.0f} MB; rows: {counts}.",
        table(HEAD, rows + totals),
        ", ".join(f"{name} {found}" for name, found in machine().items()),
    ])  # fmt: skip


def saved(result: Result, path: Path) -> None:
    """Write the result as JSON."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({"machine": machine(), **asdict(result)}, indent=1) + "\n", "utf-8")
