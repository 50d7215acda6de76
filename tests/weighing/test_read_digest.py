"""Figures stand as long as what their measure read is the same; what it read is data, told apart by all it holds."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

import weighbridge
from tests.weighing.test_grounds import changed
from tests.weighing.test_keeping import renew, store
from weighbridge import discover
from weighbridge.engine import Engine
from weighbridge.lake import Lake
from weighbridge.read_digest import digest
from weighbridge.starter import data

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["store"]  # a fixture
RACE = ("pull_share", "openness")
PULLS = "lake/pulls/all.parquet"


@dataclass(frozen=True)
class Held:
    table: pa.Table
    array: np.ndarray[Any, Any]
    named: dict[str, object]
    listed: tuple[object, ...] = ()
    made: dict[str, object] = field(default_factory=dict, compare=False)


HELD = Held(
    pa.table({"name": ["a", None], "n": [1, 2], "part": [0.5, None], "on": [dt.date(2026, 8, 1), None]}),
    np.array([[1.0, 2.0], [3.0, np.nan]]),
    {"a": 1, "b": None},
    (np.datetime64("2026-08-01"), "text", True),
)
OTHERS = (
    replace(HELD, table=HELD.table.slice(1)),
    replace(HELD, table=HELD.table.rename_columns(["name", "n", "part", "day"])),
    replace(HELD, table=HELD.table.take([1, 0])),
    replace(HELD, table=HELD.table.set_column(0, "name", [["", None]])),
    replace(HELD, table=HELD.table.set_column(1, "n", [pa.array([1.0, 2.0])])),
    replace(HELD, array=HELD.array.T),
    replace(HELD, array=HELD.array.ravel()),
    replace(HELD, array=HELD.array.astype(np.float32)),
    replace(HELD, named={"a": 1}),
    replace(HELD, named={"a": 1, "b": "None"}),
    replace(HELD, named={"a": True, "b": None}),
    replace(HELD, listed=()),
    replace(HELD, listed=(np.datetime64("2026-08-01"), ("text", True))),
)


def test_what_holds_the_same_has_one_digest() -> None:
    again = replace(HELD, table=pa.concat_tables([HELD.table.slice(0, 1), HELD.table.slice(1)]), made={"more": print})
    assert digest(again) == digest(replace(again, named={"b": None, "a": 1})) == digest(HELD)


def test_what_holds_anything_else_has_another() -> None:
    assert len({digest(HELD), *map(digest, OTHERS)}) == 1 + len(OTHERS)


NO_DATA = (print, object(), Lake(data(), Engine(), name="starter"), {1, 2}, pa.table({"l": [[1]]}), Held)


@pytest.mark.parametrize("more", NO_DATA)
def test_what_could_ask_for_more_has_none(more: object) -> None:
    assert digest(replace(HELD, listed=(more,))) == ""


def test_what_goes_round_in_a_circle_has_none() -> None:
    round_: list[object] = []
    round_.append(round_)
    assert digest(round_) == ""


PARTS = st.none() | st.booleans() | st.integers() | st.text() | st.floats(allow_nan=False)
NESTED = st.recursive(PARTS, lambda of: st.tuples(of, of) | st.dictionaries(st.text(max_size=2), of, max_size=2))


@given(NESTED, NESTED)
def test_digests_are_equal_where_values_are(one: object, other: object) -> None:
    assert (digest(one) == digest(other)) is (repr_of(one) == repr_of(other))


def repr_of(value: object) -> str:
    """Write a value so that only the same is written so: 1, 1.0 and True differ, the order of keys does not count."""
    if isinstance(value, dict):
        return f"{{{sorted((key, repr_of(inner)) for key, inner in value.items())}}}"
    return f"({[repr_of(inner) for inner in value]})" if isinstance(value, tuple) else repr(value)


@pytest.mark.parametrize("name", discover.measures())
def test_every_measure_reads_data_alone_and_the_same_on_any_number_of_cores(name: str) -> None:
    module = discover.measures()[name]
    lakes = [Lake(data(), Engine(threads=threads), name="starter") for threads in (1, 2)]
    for by in module.MEASURE.groupings:
        one, other = (digest(module.read(lake, by, {})) for lake in lakes)
        assert one == other != ""


def computed(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Count how often the measure of RACE is computed."""
    module, times = discover.measures()[RACE[0]], []
    compute = module.compute

    def counted(*args: object) -> object:
        times.append(1)
        return compute(*args)

    monkeypatch.setattr(module, "compute", counted)
    return times


@pytest.mark.parametrize("runs", [False, True])
def test_tables_written_anew_with_the_same_rows_are_read_and_no_more(
    store: Path, monkeypatch: pytest.MonkeyPatch, *, runs: bool
) -> None:
    first = weighbridge.open(store).weighed(*RACE, runs=runs)
    times = computed(monkeypatch)
    changed(store / PULLS, lambda rows: rows.slice(0))
    assert weighbridge.open(store).weighed(*RACE, runs=runs) == first
    monkeypatch.setattr(discover.measures()[RACE[0]], "read", None)  # what is kept anew need not be read again
    assert weighbridge.open(store).weighed(*RACE, runs=runs) == first
    assert not times


def test_other_rows_are_computed(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = weighbridge.open(store).weighed(*RACE)
    times = computed(monkeypatch)
    changed(store / PULLS, lambda rows: rows.slice(0, rows.num_rows // 2))
    assert weighbridge.open(store).weighed(*RACE) != first
    assert times


def test_what_is_comparable_stands_too_and_what_is_weighed_beside_it(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = weighbridge.open(store).comparable(*RACE)
    times = computed(monkeypatch)
    renew(store / PULLS)
    again = weighbridge.open(store)
    assert again.comparable(*RACE) == first
    assert again.weighed(*RACE) == replace(first, runs=())
    assert not times


def test_a_name_that_changed_is_told(store: Path) -> None:
    before = weighbridge.open(store).weighed("pull_share", "family")
    leader = before.standing.leader if before.standing else None
    path = store / "lake" / "families" / "all.parquet"
    changed(path, lambda rows: rows.set_column(
        rows.schema.get_field_index("name"), "name", [[f"{name}!" for name in rows.column("name").to_pylist()]]
    ))  # fmt: skip
    after = weighbridge.open(store).weighed("pull_share", "family")
    assert after.standing
    assert after.standing.leader == f"{leader}!"
