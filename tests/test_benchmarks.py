from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from benchmarks.contender import CONTENDERS
from benchmarks.downloads import Result, bench
from benchmarks.figures import GROUPINGS, MEASURES, SCHEMA, Figures, differences, save
from benchmarks.generate import DAYS, LAST, ROWS, Plan, generate, observed
from benchmarks.population import populate
from benchmarks.report import saved, shown
from weighbridge.door import admit
from weighbridge.schema import DOWNLOADS, SUBJECTS

SMALL = Plan(rows=100_000, days=32)


@pytest.fixture(scope="module")
def result(tmp_path_factory: pytest.TempPathFactory) -> Result:
    return bench(tmp_path_factory.mktemp("bench"), SMALL, repeats=1)


def test_full_size_is_what_is_promised() -> None:
    full = Plan()
    assert (full.rows, full.days) == (ROWS, DAYS) == (100_000_000, 1095)
    assert abs(full.repos - 200_000) <= 1
    assert full.alive().sum() == full.rows
    assert full.alive().max() <= full.repos


def test_all_agree(result: Result) -> None:
    assert set(result.runs) == set(CONTENDERS)
    assert set(result.differences) == set(CONTENDERS) - {"weighbridge"}
    assert max(result.differences.values()) <= 1e-9


def test_a_day_is_added_alone(result: Result) -> None:
    assert list(result.new_day) == [30]


def test_result_is_saved_and_shown(result: Result, tmp_path: Path) -> None:
    saved(result, tmp_path / "new" / "latest.json")
    kept = json.loads((tmp_path / "new" / "latest.json").read_text("utf-8"))
    assert kept["plan"] == {"rows": 100_000, "repositories": SMALL.repos, "days": 32}
    run = kept["runs"]["polars"][0]
    assert run["rows_per_second"] == pytest.approx(100_000 / sum(run["wall_seconds"].values()))
    assert 0 < run["peak_mib"] < 4096
    assert "| Polars, lazy and streamed |" in shown(result)


def test_the_same_is_invented_every_time(tmp_path: Path) -> None:
    plan = replace(SMALL, rows=3000, days=3)
    generate(tmp_path / "a", plan)
    generate(tmp_path / "b", plan)
    files = sorted(path.relative_to(tmp_path / "a") for path in (tmp_path / "a").rglob("*.parquet"))
    assert len(files) == plan.days + 1
    assert all(pq.read_table(tmp_path / "a" / file).equals(pq.read_table(tmp_path / "b" / file)) for file in files)
    with pytest.raises(FileExistsError):
        generate(tmp_path / "a", plan)


def test_what_is_invented_passes_the_door() -> None:
    crowd, today = populate(500), SMALL.calendar()[-1]
    assert admit(SUBJECTS, crowd.subjects, today).num_rows == 500
    rows = observed(crowd, 31, today, 400)
    assert admit(DOWNLOADS, rows, today).num_rows == 400
    assert rows.column("downloads_30d").null_count > 0
    assert crowd.subjects.column("organisation_id").null_count > 0


def figures(value: float, rows: int = 2) -> Figures:
    rows_of = pa.table([[LAST] * rows, [f"g{i}" for i in range(rows)], [value] * rows], schema=SCHEMA)
    return {(measure, by): rows_of for measure in MEASURES for by in GROUPINGS}


def test_a_difference_is_seen(tmp_path: Path) -> None:
    save(figures(2.0), tmp_path / "a")
    save(figures(2.0 + 1e-6), tmp_path / "b")
    assert max(differences(tmp_path / "b", tmp_path / "a").values()) == pytest.approx(5e-7)


def test_a_missing_group_is_seen(tmp_path: Path) -> None:
    save(figures(2.0), tmp_path / "a")
    save(figures(2.0, rows=1), tmp_path / "b")
    with pytest.raises(ValueError, match="b and a differ in the rows of download_share-country"):
        differences(tmp_path / "b", tmp_path / "a")
