from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pytest

from benchmarks import lineage
from benchmarks.lineage import SPARK, Result, bench, has_spark
from benchmarks.lineage_hub import REPOSITORIES, arrived, invented
from benchmarks.lineage_report import saved, shown
from weighbridge.engine import Engine


@pytest.fixture(scope="module")
def result() -> Result:
    return bench(20_000, repeats=1)


def test_full_size_is_what_is_promised() -> None:
    assert REPOSITORIES == 3_000_000
    hub = invented(100_000)
    parents = hub.edges.group_by("child").aggregate([([], "count_all")]).column("count_all").to_numpy()
    assert hub.edges.num_rows / 100_000 == pytest.approx(0.3, rel=0.02)
    assert len(parents) / 100_000 == pytest.approx(0.28, rel=0.02)
    assert (parents > 1).sum() / 100_000 == pytest.approx(0.015, rel=0.1)
    assert hub.renames.num_rows > 50


def test_the_same_is_invented_every_time() -> None:
    first, second = invented(5_000), invented(5_000)
    assert first == second
    assert arrived(first) == arrived(second)


def test_new_ones_were_not_there() -> None:
    hub = invented(5_000)
    day = arrived(hub, 100)
    both = pa.concat_arrays([hub.nodes["repo_id"].combine_chunks(), day.nodes["repo_id"].combine_chunks()])
    assert pc.count_distinct(both).as_py() == 5_100


def test_all_agree(result: Result) -> None:
    assert set(result.runs) == {"weighbridge", "networkx", "new day", *SPARK * has_spark()}
    assert result.difference <= 1e-9
    assert result.rows > 20_000
    assert min(result.counts[name] for name in ("cycle", "repeated", "unknown roots")) > 0


def test_result_is_saved_and_shown(result: Result, tmp_path: Path) -> None:
    saved(result, tmp_path / "new" / "lineage.json")
    kept = json.loads((tmp_path / "new" / "lineage.json").read_text("utf-8"))
    assert kept["runs"]["networkx"][0]["peak_mib"] > 0
    assert "| Weighbridge, one more day of 5,000 repositories |" in shown(result)
    assert ("| Weighbridge on Spark, local mode |" in shown(result)) == has_spark()
    assert ("Spark was not measured" in shown(result)) != has_spark()


@pytest.mark.parametrize(("column", "message"), [("depth", "only 0 are equal"), ("weight", "weights differ by up to")])
def test_a_difference_is_seen(column: str, message: str) -> None:
    engine = Engine(threads=1)
    row = {"repo_id": "a", "nearest": "b", "root": "b", "weight": 1.0, "depth": 1, "known": True, "copy": False}
    ours = engine.table(pa.Table.from_pylist([row | {"cut": False}]))
    theirs = engine.table(pa.Table.from_pylist([row | {"cut": False, column: np.float64(0.5).item()}]))
    with pytest.raises(ValueError, match=message):
        lineage._apart(engine, ours, theirs)
