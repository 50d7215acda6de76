"""What was measured of checking, as a table for people and as JSON for programs."""

from __future__ import annotations

import json
import statistics
from dataclasses import asdict
from pathlib import Path

from benchmarks.check import FROM_SHELL, MEMORY_OF_LARGE, OF_LARGE, PER_1000_WORDS, SIZES, Result, Timed
from benchmarks.report import machine, table

THOUSAND = 1_000


def per_1000_words(run: Timed) -> float:
    """Give processor seconds for 1,000 words, start-up left out."""
    return run.seconds / run.words * THOUSAND


def shown(result: Result) -> str:
    """Give the tables as Markdown."""
    head = ["article", "words", "claims", "reading, s", "checking, s", "ms per 1,000 words", "peak MiB"]
    first = result.growing[0]
    ratios = ", ".join(f"{run.seconds / first.seconds:.2f}" for run in result.growing)
    sizes = ", ".join(f"{run.words / first.words:.2f}" for run in result.growing)
    slowest = max(per_1000_words(run) for run in result.growing)
    longest = max(run.seconds for run in result.large)
    largest = max(run.peak_mib for run in result.large)
    held = [
        ["1,000 words after start-up, ms", f"{PER_1000_WORDS * THOUSAND:.0f}", f"{slowest * THOUSAND:.1f}"],
        [
            f"from shell to answer, {SIZES[0]:,} words, wall s",
            f"{FROM_SHELL}",
            f"{statistics.median(result.shell):.2f}",
        ],
        ["times the words", "", sizes],
        ["times the time", "the same", ratios],
        ["the largest articles, s", f"{OF_LARGE:.0f}", f"{longest:.1f}"],
        ["the largest articles, peak MiB", f"{MEMORY_OF_LARGE:.0f}", f"{largest:.0f}"],
    ]
    rows = [_row(run) for run in (*result.growing, *result.large)]
    return "\n\n".join([table(head, rows), table(["", "at most", "measured"], held)])


def saved(result: Result, path: Path) -> None:
    """Write the result as JSON."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({"machine": machine(), **asdict(result)}, indent=1) + "\n", "utf-8")


def _row(run: Timed) -> list[str]:
    return [
        f"{run.what}, {run.characters:,} characters",
        f"{run.words:,}",
        f"{run.claims:,}",
        f"{run.reading_seconds:.2f}",
        f"{run.checking_seconds:.2f}",
        f"{per_1000_words(run) * THOUSAND:.1f}",
        f"{run.peak_mib:,.0f}",
    ]
