"""One contender in a process of its own: figures into a folder, times and peak memory as JSON to standard output."""

from __future__ import annotations

import importlib
import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from benchmarks.watch import Watch, peak_mib

# Name -> module and function. `run(root, watch)` gives the figures.
CONTENDERS = {
    "weighbridge": ("benchmarks.in_weighbridge", "run"),
    "weighbridge-lake": ("benchmarks.in_weighbridge", "build"),
    "polars": ("benchmarks.in_polars", "run"),
    "pandas": ("benchmarks.in_pandas", "run"),
}


@dataclass(frozen=True)
class Run:
    """What one contender took: seconds by step (wall and processor) and the process's peak memory in MiB."""

    name: str
    seconds: dict[str, float]
    processor: dict[str, float]
    peak_mib: float

    @property
    def total(self) -> float:
        """Give the wall time of all steps."""
        return sum(self.seconds.values())


def started(name: str, root: Path, out: Path) -> Run:
    """Run the contender in a fresh process; CalledProcessError if it fails."""
    command = [sys.executable, "-m", "benchmarks.contender", name, str(root), str(out)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, cwd=Path(__file__).parents[1])  # noqa: S603 - ours
    return Run(**json.loads(done.stdout))


def main() -> None:
    """Run the contender named on the command line, over the lake and into the folder named after it."""
    name, root, out = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    module, function = CONTENDERS[name]
    run = getattr(importlib.import_module(module), function)
    watch = Watch()
    figures = run(root, watch)
    peak = peak_mib()
    importlib.import_module("benchmarks.figures").save(figures, out / name)
    print(json.dumps({"name": name, "seconds": watch.seconds, "processor": watch.processor, "peak_mib": peak}))


if __name__ == "__main__":
    main()
