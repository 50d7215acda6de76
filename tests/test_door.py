from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from weighbridge import lake as lakes
from weighbridge.arrow import arrow_schema
from weighbridge.door import admit
from weighbridge.engine import Engine
from weighbridge.errors import TableError
from weighbridge.lake import Lake
from weighbridge.schema import DOWNLOADS, TABLES, TOKEN_CELLS, TOKENS

if TYPE_CHECKING:
    from pathlib import Path

    from weighbridge.schema import Table

TODAY = dt.date(2026, 8, 22)
TOKEN = {
    "source": "openrouter_daily",
    "series": "daily",
    "period_start": TODAY,
    "period_end": TODAY,
    "row": "model",
    "slug": "qwen/qwen3",
    "total_tokens": 5,
    "rounding_tokens": 0,
    "observed_at": dt.datetime(2026, 8, 22, 1, tzinfo=dt.UTC),
}


def rows(*changes: dict[str, Any]) -> pa.Table:
    loose = pa.schema([field.with_nullable(True) for field in arrow_schema(TOKENS)])
    return pa.Table.from_pylist([TOKEN | change for change in changes], schema=loose)


def refusal(table: Table, given: pa.Table) -> str:
    with pytest.raises(TableError) as caught:
        admit(table, given, TODAY)
    assert caught.value.exit_code == 6
    assert table.name in str(caught.value)
    return str(caught.value)


def test_good_rows_pass_in_the_order_of_the_schema() -> None:
    given = rows({}, {"slug": "z-ai/glm-5"})
    shuffled = given.select(sorted(given.column_names))
    admitted = admit(TOKENS, shuffled, TODAY)
    assert admitted.schema == arrow_schema(TOKENS)
    assert admitted.to_pylist() == given.to_pylist()


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"total_tokens": -1}, "total_tokens is below 0 (-1; 1 such row, first source=openrouter_daily"),
        ({"total_tokens": 10**17 + 1}, "total_tokens is above 1e+17"),
        ({"total_tokens": None}, "total_tokens is null"),
        ({"series": "monthly"}, "series is not one of daily, leaderboard, chart"),
        ({"period_end": dt.date(2026, 8, 24)}, "period_end lies in the future"),
        ({"period_end": dt.date(2016, 12, 31)}, "period_end is below 2017-01-01"),
        ({"observed_at": dt.datetime(2026, 8, 25, tzinfo=dt.UTC)}, "observed_at lies in the future"),
    ],
)
def test_a_bad_row_is_named(change: dict[str, Any], why: str) -> None:
    said = refusal(TOKENS, rows({"slug": "good"}, change))
    assert why in said
    assert "slug=qwen/qwen3" in said


def test_bounds_are_inclusive() -> None:
    edges = ({"total_tokens": 0}, {"total_tokens": 10**17, "slug": "b"}, {"period_end": dt.date(2026, 8, 23)})
    assert admit(TOKENS, rows(*edges), TODAY).num_rows == 3


def test_a_key_stands_once() -> None:
    assert "key stands 2 times" in refusal(TOKENS, rows({}, {"total_tokens": 6}))


def test_an_empty_key_stands_once_too() -> None:
    """Cells of unknown identity have nulls in their key: two of them are the same cell."""
    cell = dict.fromkeys(arrow_schema(TOKEN_CELLS).names) | {
        **{name: TOKEN[name] for name in ("source", "series", "period_start", "period_end", "row", "total_tokens")},
        **dict.fromkeys(("tracked", "copy", "free"), False),
        "rounding_tokens": 0,
        "rounding_variance": 0.0,
        "n": 1,
        "observed_at": TOKEN["observed_at"],
    }
    twice = pa.Table.from_pylist([cell, cell], schema=arrow_schema(TOKEN_CELLS))
    assert "key stands 2 times" in refusal(TOKEN_CELLS, twice)


def test_a_number_is_finite() -> None:
    cell = dict.fromkeys(arrow_schema(TOKEN_CELLS).names) | {
        **{name: TOKEN[name] for name in ("source", "series", "period_start", "period_end", "row", "total_tokens")},
        **dict.fromkeys(("tracked", "copy", "free"), False),
        "rounding_tokens": 0,
        "rounding_variance": float("nan"),
        "n": 1,
        "observed_at": TOKEN["observed_at"],
    }
    given = pa.Table.from_pylist([cell], schema=arrow_schema(TOKEN_CELLS))
    assert "rounding_variance is not a finite number" in refusal(TOKEN_CELLS, given)


def test_columns_are_those_of_the_schema() -> None:
    assert "column slug is missing" in refusal(TOKENS, rows({}).drop_columns("slug"))
    assert "column price is not in the schema" in refusal(TOKENS, rows({}).append_column("price", pa.array([1])))
    wrong = rows({}).set_column(6, "total_tokens", pa.array(["many"]))
    assert "wrong type" in refusal(TOKENS, wrong)


@pytest.mark.parametrize("name", TABLES)
def test_an_empty_table_passes(name: str) -> None:
    empty = arrow_schema(TABLES[name]).empty_table()
    assert admit(TABLES[name], empty, TODAY).num_rows == 0


def test_what_is_refused_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    lake = Lake(tmp_path, Engine(threads=1), name="store")
    path = lake.write(TOKENS, rows({}), TODAY, source="openrouter_daily", day=str(TODAY))
    before = path.read_bytes()
    with pytest.raises(TableError):
        lake.write(TOKENS, rows({"total_tokens": -1}), TODAY, source="openrouter_daily", day=str(TODAY))
    assert path.read_bytes() == before
    assert [file.name for file in path.parent.iterdir()] == [path.name]
    assert lake.engine.arrow(lake.read(TOKENS)).to_pylist() == [TOKEN]
    assert lake.engine.arrow(lake.read(DOWNLOADS)).num_rows == 0


@pytest.mark.parametrize("at_once", [1, 2, 3, 1_000])
def test_days_checked_together_are_the_files_of_each(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at_once: int
) -> None:
    monkeypatch.setattr(lakes, "CHECKED_AT_ONCE", at_once)
    lake = Lake(tmp_path, Engine(threads=1), name="store")
    days = [TODAY - dt.timedelta(days=n) for n in (3, 2, 1, 0)]
    spread = [(days[3], "c"), (days[0], "b"), (days[3], "a"), (days[2], "d"), (days[0], "a"), (days[3], "b")]
    given = rows(*({"period_start": day, "period_end": day, "slug": slug} for day, slug in spread))
    lake.write_days(TOKENS, given, [str(day) for day in days], TODAY, source="openrouter_daily")
    found = [pq.read_table(lake.path(TOKENS, "openrouter_daily", str(day))) for day in days]
    assert [table.column("slug").to_pylist() for table in found] == [["a", "b"], [], ["d"], ["a", "b", "c"]]
    assert all(set(table.column("period_end").to_pylist()) <= {day} for day, table in zip(days, found, strict=True))
    with pytest.raises(TableError, match="key stands 2 times"):
        lake.write_days(TOKENS, pa.concat_tables([given, given]), [str(TODAY)], TODAY, source="openrouter_daily")
