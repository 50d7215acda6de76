"""Sums of fractions: the same in any order of the rows, and whole however large what is summed."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pyarrow as pa
import pytest

from tests.measures.descent_lake import base, found, lake_of, line
from weighbridge.amounts.derivatives.reading import summed
from weighbridge.engine import Engine
from weighbridge.measures import derivative_share

if TYPE_CHECKING:
    from pathlib import Path

LARGEST = 10**17  # that a column of counts holds


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine(threads=1)


def total(engine: Engine, fractions: list[float], one: int) -> float:
    rows = engine.table(pa.table({"fraction": pa.array(fractions, pa.float64())}))
    (found,) = engine.arrow(rows.aggregate(total=summed(rows.fraction, one))).column("total").to_pylist()
    return float(found)


@pytest.mark.parametrize("largest", [9e12, 1e15, float(LARGEST)])
def test_what_one_repository_is_downloaded_has_no_bound_but_the_column_s(engine: Engine, largest: float) -> None:
    assert total(engine, [largest] * 3, 2**20) == 3 * largest


def test_order_of_rows_is_no_matter(engine: Engine) -> None:
    parts = [1 / 3, 1e15, 1 / 7, 1e-4, 2.0**52] * 200
    assert total(engine, parts, 2**20) == total(engine, sorted(parts), 2**20) == total(engine, parts[::-1], 2**20)


def test_sums_are_those_of_exact_fractions(engine: Engine) -> None:
    """Each part is rounded to a millionth, nothing else is."""
    parts = [1 / 3, 2 / 3, 1 / 7, 123456.789, 3e12 / 7]
    exact = sum(Fraction(round(Fraction(part) * 2**20), 2**20) for part in parts)
    assert total(engine, parts, 2**20) == float(exact)


def test_none_is_none(engine: Engine) -> None:
    rows = engine.table(pa.table({"fraction": pa.array([None], pa.float64())}))
    assert engine.arrow(rows.aggregate(total=summed(rows.fraction, 2**20))).column("total").to_pylist() == [None]


def test_a_repository_of_any_downloads_is_counted(tmp_path: Path) -> None:
    rows = (base("qwen/base"), line("a/most", "qwen/base", downloads_30d=LARGEST), line("b/few", "meta/base"))
    for lake in lake_of(tmp_path, rows):
        shares = found(derivative_share, lake, counted="downloads")
        assert {key: share.value for key, share in shares.items()} == {"qwen": 1.0, "llama": 0.0}
