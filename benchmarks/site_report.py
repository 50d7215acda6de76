"""What the site took, as tables for people and as JSON for programs."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

from benchmarks.report import machine, table

if TYPE_CHECKING:
    from pathlib import Path

    from benchmarks.site import Result


def shown(result: Result) -> str:
    """Give the tables as Markdown."""
    steps = [[step, f"{wall:.1f}", f"{result.processor[step]:.1f}"] for step, wall in result.seconds.items()]
    changed = [[one.source, f"{one.tables:.1f}", f"{one.figures:.1f}", f"{one.site:.1f}", f"{one.pages:,}"]
               for one in result.changes]  # fmt: skip
    grown = [[f"{pages:,}", f"{wall:.1f}", f"{1000 * wall / pages:.2f}", f"{peak:,.0f}"]
             for pages, wall, peak in result.growth]  # fmt: skip
    return "\n\n".join([
        f"The site of the archive: {result.pages:,} pages.",
        table(["step", "wall s", "processor s"], steps),
        "The newest day of a source came, one after another:",
        table(["source", "tables s", "figures s", "site s", "pages changed"], changed),
        "Invented contenders:",
        table(["pages", "wall s", "ms a page", "peak MiB"], grown),
        ", ".join(f"{name} {found}" for name, found in machine().items()),
    ])  # fmt: skip


def saved(result: Result, path: Path) -> None:
    """Write the result as JSON."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({"machine": machine(), **asdict(result)}, indent=1) + "\n", "utf-8")
