"""Lakes in which there is almost nothing, nothing but zeros, or too much: figures are missing, never NaN."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import orjson
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import weighbridge
from weighbridge import discover
from weighbridge.errors import NoDataError
from weighbridge.lake import put_parquet
from weighbridge.schema import DERIVATIVES, DOWNLOAD_CELLS, PRICES, PULLS, RATINGS, RUNS, SCORES, TABLES, TOKEN_CELLS
from weighbridge.starter import data
from weighbridge.terminal import as_object

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

COUNTS = ("total_tokens", "rounding_tokens", "rounding_variance", "pulls_all_time", "rounding_pulls",
          "downloads_30d", "downloads_all_time")  # fmt: skip
COUNTED = {of.name for of in (TOKEN_CELLS, DOWNLOAD_CELLS, PULLS)}
FACTS = COUNTED | {of.name for of in (DERIVATIVES, SCORES, RATINGS, PRICES, RUNS)}


def all_are(count: int) -> Callable[[pa.Table], pa.Table]:
    def change(rows: pa.Table) -> pa.Table:
        for name in set(COUNTS) & set(rows.column_names):
            place, kind = rows.column_names.index(name), rows.schema.field(name)
            rows = rows.set_column(place, kind, pa.array([count] * rows.num_rows).cast(kind.type, safe=False))
        return rows

    return change


def first(rows: pa.Table) -> pa.Table:
    return rows.slice(0, 1)


def none(rows: pa.Table) -> pa.Table:
    return rows.slice(0, 0)


def impossible(word: str) -> None:
    raise AssertionError(word)


@pytest.mark.parametrize(
    ("change", "tables"),
    [(all_are(0), COUNTED), (all_are(10**16), COUNTED), (first, FACTS), (none, FACTS)],
    ids=["zero", "most", "one row", "none"],
)
def test_a_measure_gives_strict_json_or_has_no_data(
    tmp_path: Path, change: Callable[[pa.Table], pa.Table], tables: set[str]
) -> None:
    for table in TABLES.values():
        path = data() / table.name / "all.parquet"
        if path.exists():
            rows = pq.read_table(path)
            rows = change(rows) if table.name in tables else rows
            put_parquet(rows, tmp_path / "lake" / table.name / "all.parquet")
    scale = weighbridge.open(tmp_path)
    assert scale.lake.name == "store"
    # What reads none of them answers as it does in the contract of measures.
    asked = {name: of for name, of in discover.measures().items() if tables & set(of.MEASURE.reads)}
    assert {"token_share", "pull_share", "download_total"} <= set(asked)
    for name, module in asked.items():
        by = "family" if "family" in module.MEASURE.groupings else module.MEASURE.groupings[0]
        try:
            found = scale.measure(name, by)
        except NoDataError:
            continue
        json.loads(orjson.dumps(as_object(found)), parse_constant=impossible)
        figures = [e.value for e in found.estimates if e.value is not None]
        assert all(figure == figure and abs(figure) < float("inf") for figure in figures)  # noqa: PLR0124 - NaN differs
