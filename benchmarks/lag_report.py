"""What was measured of the lag's intervals, as a table for people and as JSON for programs."""

from __future__ import annotations

import json
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path

import weighbridge
from benchmarks.fit_simulation import LEVEL
from benchmarks.lag_simulation import DAYS, LagCoverage, Race, coverages, real
from benchmarks.report import machine, table

DRAWS = 100
NOISE = "alike"


@dataclass(frozen=True)
class Result:
    """The coverage of each definition and pair."""

    coverage: tuple[LagCoverage, ...]
    replications: int
    draws: int
    noise: str


def bench(replications: int) -> Result:
    """Simulate on the scores that come with Weighbridge."""
    return Result(coverages(race(), NOISE, replications, DRAWS), replications, DRAWS, NOISE)


def race() -> Race:
    """Read the scores that come with Weighbridge."""
    with tempfile.TemporaryDirectory() as empty:
        return real(weighbridge.open(Path(empty)).lake)


def shown(result: Result) -> str:
    """Give the table as Markdown."""
    rows = [
        [each.definition, each.pair, f"{each.covered:.3f} ({each.low:.3f} to {each.high:.3f})", f"{each.width:.1f}",
         f"{each.open_ended:.1%}", f"{each.unknown:.1%}"]
        for each in result.coverage
    ]  # fmt: skip
    head = ["definition", "pair", "intervals that hold the truth", "width, months", "open at an end", "left out"]
    return "\n\n".join(
        [
            f"Simulation: {result.replications} truths, a matrix each; {LEVEL:.0%} intervals of {result.draws} draws.",
            f"Lags as of {', '.join(DAYS)}.",
            table(head, rows),
        ]
    )


def saved(result: Result, path: Path) -> None:
    """Write the result as JSON."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({"machine": machine(), **asdict(result)}, indent=1) + "\n", "utf-8")
