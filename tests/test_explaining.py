"""Which benchmarks stand behind an index, named where the measure is explained."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import weighbridge
from weighbridge.abilities.choices import DOMAINS
from weighbridge.arrow import arrow_schema
from weighbridge.engine import Engine
from weighbridge.explaining import explain
from weighbridge.lake import Lake
from weighbridge.schema import BENCHMARKS, SCORES
from weighbridge.starter import data

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

HEADING = "Benchmarks of each index"
AT = dt.datetime(2026, 8, 11, tzinfo=dt.UTC)


@pytest.fixture
def lake(tmp_path: Path) -> Iterator[Lake]:
    engine = Engine(threads=1)
    yield Lake(tmp_path, engine, name="small")
    engine.close()


def section(lake: Lake, measure: str) -> tuple[str, ...] | None:
    return dict(explain(lake, measure)[0].sections).get(HEADING)


def fill(lake: Lake, domains: dict[str, str | None], scored: list[str]) -> None:
    named = [{"benchmark": name, "benchmark_id": name, "domain": of, "asks": "x"} for name, of in domains.items()]
    lake.write(BENCHMARKS, pa.Table.from_pylist(named, schema=arrow_schema(BENCHMARKS)), AT.date())
    rows = [
        {"source": "epoch", "series": "matrix", "observed_on": AT.date(), "benchmark": name, "model": "m", "run": "",
         "performance": 0.5, "observed_at": AT}
        for name in scored
    ]  # fmt: skip
    table = pa.Table.from_pylist(rows, schema=arrow_schema(SCORES))
    lake.write(SCORES, table, AT.date(), source="epoch", day=str(AT.date()))


def test_an_index_names_the_benchmarks_that_have_scores(lake: Lake) -> None:
    fill(lake, {"sums": "mathematics", "code": "programming", "unscored": "mathematics"}, ["sums", "code", "quiz"])
    assert section(lake, "capability") == (
        *("mathematics: sums", "programming: code", "reasoning_and_knowledge: none", "agentic: none"),
        "in none of them: quiz",
    )


def test_a_lake_without_scores_says_so(lake: Lake) -> None:
    assert section(lake, "capability_lag") == ("the small holds no scores",)


def test_a_measure_without_indices_has_no_such_section(lake: Lake) -> None:
    assert section(lake, "token_share") is None


def test_every_benchmark_of_the_starter_data_stands_in_one_index(tmp_path: Path) -> None:
    """By the tables themselves: the newest matrix, sorted by `benchmarks`."""
    scores = pq.read_table(data() / "scores").to_pylist()
    newest = max(row["observed_on"] for row in scores if row["series"] == "matrix")
    scored = {row["benchmark"] for row in scores if (row["series"], row["observed_on"]) == ("matrix", newest)}
    domain = {row["benchmark"]: row["domain"] for row in pq.read_table(data() / "benchmarks").to_pylist()}
    said = section(weighbridge.open(tmp_path).lake, "capability") or ()
    told = {name: set(names.split(", ")) for name, _, names in (line.partition(": ") for line in said)}
    assert {of: told[of] for of in DOMAINS} == {
        of: {name for name in scored if domain.get(name) == of} for of in DOMAINS
    }
    assert set().union(*told.values()) == scored
