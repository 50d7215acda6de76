"""The result as tables for people and as JSON for programs."""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from benchmarks.contender import Run
    from benchmarks.downloads import Result

LIBRARIES = ("weighbridge", "duckdb", "ibis-framework", "numpy", "pandas", "polars", "pyarrow", "scipy")
TITLES = {
    "weighbridge": "Weighbridge, facts to figures",
    "polars": "Polars, lazy and streamed",
    "pandas": "pandas, 32 days at a time",
    "weighbridge-lake": "Weighbridge, cells written by day, then read",
}


def shown(result: Result) -> str:
    """Give the tables as Markdown."""
    head = ["", "wall s, median", "lowest to highest", "processor s", "million rows/s", "peak MiB"]
    head.append("pandas takes")
    rows = [_row(result, name, title) for name, title in TITLES.items()]
    taken = {title: result.middle(name).seconds for name, title in TITLES.items()}
    steps = [[title, step, f"{took:.2f}"] for title, seconds in taken.items() for step, took in seconds.items()]
    days = [[f"{age:,}", f"{took:.2f}"] for age, took in result.new_day.items()]
    equal = max(result.differences.values())
    plan = f"{result.plan.rows:,} observations, {result.plan.repos:,} repositories, {result.plan.days:,} days"
    return "\n\n".join(
        [
            f"{plan}; 12 series (2 measures by 6 groupings), largest relative difference {equal:.1e}.",
            table(head, rows),
            table(["", "step", "wall s"], steps),
            table(["days in the lake", "one more day: merge and cells, wall s, median"], days),
            ", ".join(f"{name} {found}" for name, found in machine().items()),
        ]
    )


def saved(result: Result, path: Path) -> None:
    """Write the result as JSON."""
    path.parent.mkdir(parents=True, exist_ok=True)
    plan = {"rows": result.plan.rows, "repositories": result.plan.repos, "days": result.plan.days}
    found = {
        "plan": plan,
        "machine": machine(),
        "generated_seconds": result.generated,
        "runs": {name: [_run(run, result.plan.rows) for run in runs] for name, runs in result.runs.items()},
        "largest_relative_difference": result.differences,
        "new_day_seconds": result.new_day,
    }
    path.write_text(json.dumps(found, indent=1) + "\n", "utf-8")


def _run(run: Run, rows: int) -> dict[str, object]:
    return {
        "wall_seconds": run.seconds,
        "processor_seconds": run.processor,
        "total_wall_seconds": run.total,
        "rows_per_second": rows / run.total,
        "peak_mib": run.peak_mib,
    }


def _row(result: Result, name: str, title: str) -> list[str]:
    runs, run, slowest = result.runs[name], result.middle(name), result.middle("pandas")
    totals = [each.total for each in runs]
    return [
        title,
        f"{run.total:.1f}",
        f"{min(totals):.1f} to {max(totals):.1f} (n={len(runs)})",
        f"{sum(run.processor.values()):.1f}",
        f"{result.plan.rows / run.total / 1e6:.1f}",
        f"{max(each.peak_mib for each in runs):,.0f}",
        f"{slowest.total / run.total:.1f} times as long",
    ]


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Give a table in Markdown."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def machine() -> dict[str, str]:
    """Say what the figures were measured on."""
    found = {"cores": str(os.cpu_count()), "machine": platform.machine(), "Python": platform.python_version()}
    return found | {name: version(name) for name in LIBRARIES}
