"""What one more day costs: merge and cells of a new day on lakes of different age. It must not grow with history."""

from __future__ import annotations

import datetime as dt
import json
import os
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.generate import LAST, SOURCE, Plan, observed
from benchmarks.population import populate
from weighbridge.building import cells
from weighbridge.building.merge import merge
from weighbridge.building.parse import Parsed
from weighbridge.building.state import State, digest
from weighbridge.engine import Engine
from weighbridge.lake import Lake, put_parquet
from weighbridge.schema import DOWNLOAD_CELLS, DOWNLOADS, SUBJECTS
from weighbridge.snapshot import Snapshot

AGES = (30, 365, 1095)
REPEATS = 3
TODAY = LAST + dt.timedelta(days=1)


def measured(root: Path, scratch: Path, plan: Plan) -> dict[int, float]:
    """Give the median seconds by age of the lake: `root` has facts and cells of all days, each age gets its newest."""
    _state_new_day(scratch, plan)
    return {age: _timed(root, scratch, age) for age in AGES if age <= plan.days}


def _timed(root: Path, scratch: Path, age: int) -> float:
    lake = scratch / f"{age}-days"
    command = [sys.executable, "-m", "benchmarks.new_day", str(lake), str(scratch / "raw")]
    seconds = []
    for _ in range(REPEATS):
        _linked(root, lake, age)
        done = subprocess.run(command, check=True, stdout=subprocess.PIPE, cwd=Path(__file__).parents[1])  # noqa: S603 - ours
        seconds.append(float(json.loads(done.stdout)))
        shutil.rmtree(lake)
    return statistics.median(seconds)


def _linked(root: Path, lake: Path, age: int) -> None:
    """Make a lake of the newest `age` days without copying a byte."""
    for table in (DOWNLOADS, DOWNLOAD_CELLS):
        (lake / table.name / SOURCE).mkdir(parents=True)
        for file in sorted((root / table.name / SOURCE).iterdir())[-age:]:
            os.link(file, lake / table.name / SOURCE / file.name)
    (lake / SUBJECTS.name).mkdir()
    os.link(root / SUBJECTS.name / "all.parquet", lake / SUBJECTS.name / "all.parquet")


def _state_new_day(scratch: Path, plan: Plan) -> None:
    crowd = populate(plan.repos)
    rows = observed(crowd, plan.days, TODAY, plan.repos)
    put_parquet(rows, scratch / "raw" / f"{DOWNLOADS.name}.parquet")


def _parsed(folder: Path, day: str) -> Parsed:
    read_at = dt.datetime.combine(dt.date.fromisoformat(day), dt.time(6, 17), dt.UTC)
    path, kind = f"{SOURCE}/{day}/models.json", "application/json"
    snapshot = Snapshot(SOURCE, None, read_at, path, "0" * 64, 0, kind, "unstated", "")
    return Parsed(snapshot, folder, day, {DOWNLOADS.name: [day]})


def added(root: Path, raw: Path) -> float:
    """Bring the lake under `root` up to the day in `raw`; give the seconds of merge and cells together."""
    lake = Lake(root, Engine(), name="the benchmark's lake")
    history = [_parsed(raw, file.stem) for file in lake.files(DOWNLOADS)]
    kept = _noted(history)
    # With all files there, these two only write down what they find.
    assert merge(lake, history, kept, TODAY) == 0
    assert cells.weigh(lake, kept, None, TODAY) == 0
    begin = time.perf_counter()
    done = merge(lake, [*history, _parsed(raw, str(TODAY))], kept, TODAY), cells.weigh(lake, kept, None, TODAY)
    seconds = time.perf_counter() - begin
    assert done == (1, 1), "one day is new: one is merged and one is weighed"
    return seconds


def _noted(history: Sequence[Parsed]) -> State:
    facts = {f"{SOURCE}/{item.digest}": digest([item.digest]) for item in history}
    of_cells = {part: digest([made, f"cells {cells.CELLS_VERSION}"]) for part, made in facts.items()}
    return State(facts={DOWNLOADS.name: facts}, cells={DOWNLOAD_CELLS.name: of_cells})


if __name__ == "__main__":
    print(json.dumps(added(Path(sys.argv[1]), Path(sys.argv[2]))))
