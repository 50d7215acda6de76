from __future__ import annotations

import io
import json
from pathlib import Path

import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest

from benchmarks.hub_build import QUESTIONS, Result, bench
from benchmarks.hub_listing import document, listing
from benchmarks.hub_report import saved, shown
from weighbridge.full_hub.columns import repository
from weighbridge.full_hub.wanted import present

STAGES = ("parse", "merge facts by day", "resolve names", "follow descent", "weigh cells")


@pytest.fixture(scope="module")
def result(tmp_path_factory: pytest.TempPathFactory) -> Result:
    return bench(6_000, tmp_path_factory.mktemp("bench"))


def test_a_listing_is_one_that_a_fetch_would_store() -> None:
    rows = pq.read_table(io.BytesIO(document(2_000)))
    assert {wanted.name for wanted in present(rows.schema, "here")} == set(rows.column_names)
    assert pc.all(repository(rows["id"])).as_py()
    assert pc.count_distinct(rows["id"]).as_py() == rows.num_rows == 2_000


def test_the_same_is_invented_every_time() -> None:
    assert document(500) == document(500)


def test_names_have_the_shapes_of_real_ones() -> None:
    rows = listing(20_000)
    stating = pc.is_valid(rows["baseModels"])
    assert pc.mean(stating.cast("int8")).as_py() == pytest.approx(0.28, abs=0.02)
    for sign, part in (("(?i)gguf|awq|gptq|bit|fp8", 0.03), (r"\d[Bb](-|$)", 0.1)):
        assert pc.mean(pc.match_substring_regex(rows["id"], sign).cast("int8")).as_py() > part


@pytest.mark.slow
def test_every_stage_is_timed_and_every_question_answered(result: Result) -> None:
    assert tuple(result.runs["build"].seconds) == STAGES
    assert list(result.runs["measure"].seconds) == [f"{name} by {by}" for name, by in QUESTIONS]
    assert result.rows["downloads"] == 6_000
    assert min(result.rows["subjects"], result.rows["derivatives"]) > 6_000
    assert result.rows["lineage"] > 6_000 * 0.28


@pytest.mark.slow
def test_result_is_saved_and_shown(result: Result, tmp_path: Path) -> None:
    saved(result, tmp_path / "new" / "hub.json")
    kept = json.loads((tmp_path / "new" / "hub.json").read_text("utf-8"))
    assert 0 < kept["peaks"]["build"]["parse"] <= kept["runs"]["build"]["peak_mib"]
    assert "|  | resolve names |" in shown(result)
    assert "| build, whole |" in shown(result)
