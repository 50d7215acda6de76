"""Which reading of a name's use stands in the row of its model."""

from __future__ import annotations

import datetime as dt

import ibis
import pyarrow as pa
import pytest

from weighbridge import models

READ = dt.datetime(2026, 9, 1, tzinfo=dt.UTC)
LATER = dt.datetime(2026, 9, 2, tzinfo=dt.UTC)
Row = tuple[str, str, dt.date, dt.datetime, int | None]


def day(n: int) -> dt.date:
    return dt.date(2026, 8, n)


def latest(*rows: Row) -> dict[str, tuple[str, int]]:
    names = ("source", "repo_id", "observed_on", "observed_at", "downloads_30d")
    table = ibis.memtable(pa.Table.from_pylist([dict(zip(names, row, strict=True)) for row in rows]))
    found = models._latest(table, "repo_id", "downloads_30d", "hub").to_pyarrow().to_pylist()
    return {row["key"]: (row["source"], row["amount"]) for row in found}


@pytest.mark.parametrize("step", [1, -1])
def test_of_many_days_in_one_file_the_newest_counts(step: int) -> None:
    days = [("history", "a/x", day(n), READ, 100 + n) for n in range(1, 29)]
    assert latest(*days[::step]) == {"a/x": ("history", 128)}


def test_a_newer_day_counts_before_a_later_reading_of_an_older_one() -> None:
    rows = (("history", "a/x", day(3), LATER, 3), ("list", "a/x", day(9), READ, 9), ("other", "a/y", day(1), READ, 1))
    assert latest(*rows) == {"a/x": ("list", 9), "a/y": ("other", 1)}


def test_a_day_without_a_figure_is_passed_over() -> None:
    assert latest(("list", "a/x", day(9), READ, None), ("list", "a/x", day(8), READ, 8)) == {"a/x": ("list", 8)}
