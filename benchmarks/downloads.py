"""The run: a lake is invented, each contender computes the figures in a process of its own, and all must agree."""

from __future__ import annotations

import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks import new_day
from benchmarks.contender import Run, started
from benchmarks.figures import TOLERANCE, differences

if TYPE_CHECKING:
    from benchmarks.generate import Plan

# pandas takes minutes; the others take turns, so that what else the machine does meets both alike.
TURNS = ("weighbridge", "polars")
ONCE = ("pandas", "weighbridge-lake")


@dataclass(frozen=True)
class Result:
    """What was measured: runs by contender, their largest difference to Weighbridge, seconds of a new day by age."""

    plan: Plan
    generated: float
    runs: dict[str, list[Run]]
    differences: dict[str, float]
    new_day: dict[int, float]

    def middle(self, name: str) -> Run:
        """Give the median run of a contender by wall time: the fastest of several flatters beside a single one."""
        return sorted(self.runs[name], key=lambda run: run.total)[len(self.runs[name]) // 2]


def bench(scratch: Path, plan: Plan, repeats: int) -> Result:
    """Measure in `scratch`; ValueError if contenders differ by more than TOLERANCE."""
    root, out = scratch / "lake", scratch / "figures"
    begin = time.perf_counter()
    _generated(root, plan)
    took = time.perf_counter() - begin
    runs: dict[str, list[Run]] = {name: [] for name in (*TURNS, *ONCE)}
    for name in [*TURNS * repeats, *ONCE]:
        print(f"{name} ...", file=sys.stderr, flush=True)
        runs[name].append(started(name, root, out))
    # The run that writes cells also writes the history to which days are added.
    days = new_day.measured(root, scratch, plan)
    return Result(plan, took, runs, _agreed(out), days)


def _generated(root: Path, plan: Plan) -> None:
    # In a process of its own: a large parent would count towards the memory of its children.
    command = [sys.executable, "-m", "benchmarks.generate", str(root), str(plan.rows), str(plan.days)]
    print(f"inventing {plan.rows:,} observations ...", file=sys.stderr, flush=True)
    subprocess.run(command, check=True, cwd=Path(__file__).parents[1])  # noqa: S603 - ours


def _agreed(out: Path) -> dict[str, float]:
    names = ("polars", "pandas", "weighbridge-lake")
    found = {name: max(differences(out / name, out / "weighbridge").values()) for name in names}
    if worst := {name: apart for name, apart in found.items() if apart > TOLERANCE}:
        raise ValueError(f"the figures differ: {worst}")
    return found
