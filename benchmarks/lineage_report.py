"""What was measured of root attribution, as tables for people and as JSON for programs."""

from __future__ import annotations

import json
from dataclasses import asdict
from importlib.metadata import version
from typing import TYPE_CHECKING

from benchmarks.report import machine, table

if TYPE_CHECKING:
    from pathlib import Path

    from benchmarks.lineage import Result

TITLES = {
    "weighbridge": "Weighbridge",
    "networkx": "networkx",
    "new day": "Weighbridge, one more day of 5,000 repositories",
    "spark": "Weighbridge on Spark, local mode",
    "spark, new day": "Weighbridge on Spark, one more day",
}


def shown(result: Result) -> str:
    """Give the tables as Markdown."""
    rows = [_row(result, name, title) for name, title in TITLES.items() if name in result.runs]
    counts = ", ".join(f"{name} {n:,}" for name, n in result.counts.items() if n)
    size = f"{result.repositories:,} repositories, {result.edges:,} statements, {result.rows:,} lines of descent"
    theirs, ours = result.middle("networkx"), result.middle("weighbridge").total
    without = theirs.seconds["attribute"] / ours
    head = ["", "wall s, median", "lowest to highest", "of which reading", "processor s", "peak MiB"]
    return "\n\n".join([
        f"{size}; largest difference of a weight {result.difference:.1e}, all else equal.",
        f"Statements: {counts}.",
        table(head, rows),
        *_unmeasured(result),
        f"networkx takes {theirs.total / ours:.1f} times as long, {without:.1f} times without its reading.",
        ", ".join(f"{name} {found}" for name, found in _machine(result).items()),
    ])  # fmt: skip


def saved(result: Result, path: Path) -> None:
    """Write the result as JSON."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({"machine": _machine(result), **asdict(result)}, indent=1) + "\n", "utf-8")


def _unmeasured(result: Result) -> list[str]:
    installs = "PySpark is not installed; `make bench` installs it"
    return [] if "spark" in result.runs else [f"Spark was not measured: {installs}."]


def _machine(result: Result) -> dict[str, str]:
    return machine() | ({"pyspark": version("pyspark")} if "spark" in result.runs else {})


def _row(result: Result, name: str, title: str) -> list[str]:
    run, runs = result.middle(name), result.runs[name]
    totals = [each.total for each in runs]
    return [
        title,
        f"{run.total:.2f}",
        f"{min(totals):.2f} to {max(totals):.2f} (n={len(runs)})",
        f"{run.seconds['read']:.2f}" if "read" in run.seconds else "together",
        f"{sum(run.processor.values()):.2f}",
        f"{max(each.peak_mib for each in runs):,.0f}",
    ]
