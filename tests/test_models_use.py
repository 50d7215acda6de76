"""Which reading of a name's use, and which list's price, stands in the row of its model."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import ibis
import pyarrow as pa
import pytest

import weighbridge
from weighbridge import models

if TYPE_CHECKING:
    from weighbridge.estimate import Estimate

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


def test_a_list_of_free_offers_gives_way_to_one_that_charges(tmp_path: Path) -> None:
    scale = weighbridge.open(tmp_path)
    first, second = ({e.group_id: e.value for e in newest(scale, source)} for source in models.LISTS)
    told = {row.model_id: row.usd_per_mtok for row in scale.models}
    given_away = {key for key, price in first.items() if price == 0 and second.get(key)} & told.keys()
    assert given_away
    assert {key: told[key] for key in given_away} == {key: second[key] for key in given_away}
    free = {key for key, price in told.items() if price == 0}
    assert free
    assert not any(first.get(key) or second.get(key) for key in free)


def newest(scale: weighbridge.Weighbridge, source: str) -> list[Estimate]:
    found = scale.of_each_model("token_price", models._pinned("token_price", models._listed(source))[1]).estimates
    last = max(e.period_end for e in found)
    return [e for e in found if e.period_end == last and e.value is not None]
