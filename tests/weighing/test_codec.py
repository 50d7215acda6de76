from __future__ import annotations

import json
import lzma
import struct
import subprocess
import sys
import zlib
from dataclasses import fields, replace
from hashlib import sha256
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.weighing.series import MAYBE, TEXT, panels, small, whole_series
from weighbridge.errors import NoDataError, StoreError
from weighbridge.estimate import Estimate, Panel, Run, Series
from weighbridge.series import _estimates
from weighbridge.weighing import LENGTH, Weighing, read, written
from weighbridge.weighing.column import ColumnError, column, opened
from weighbridge.weighing.packed import MARK, MOST_BYTES, SECTION, START, VERSION, packed
from weighbridge.weighing.paneled import Part, runs
from weighbridge.weighing.plain import PlainError, plain, restored
from weighbridge.weighing.stretch import Stretch, table_of
from weighbridge.weighing.table import COUNTS, FIGURES, laid

HEAVY = {"pyarrow", "ibis", "duckdb", "pandas", "polars", "scipy", "numpy", "pydantic"}
COUNT = st.none() | st.integers(-(2**63), 2**63 - 2)


def held(whole: Series) -> Weighing:
    return Weighing("key", replace(whole, runs=()), whole)


def exactly(one: object, other: object) -> bool:
    """Equal down to the sign of zero and the kind of each number, and with all mappings in order."""
    return one == other and repr(one) == repr(other)


@given(whole_series(), st.booleans())
@settings(max_examples=150)
def test_what_is_written_comes_back_exactly(whole: Series, small: bool) -> None:  # noqa: FBT001 - from Hypothesis
    back = read(written(held(whole), small=small), "here", runs=True)
    assert exactly(back, held(whole))


@given(st.lists(MAYBE))
def test_a_column_of_figures_keeps_every_bit(values: list[float | None]) -> None:
    laid = column(values)
    back, rest = opened(laid.code, laid.same, len(values), memoryview(laid.raw() + b"rest"))
    assert bytes(rest) == b"rest"
    assert repr(back.take(range(len(values)))) == repr(values)


@given(st.lists(COUNT), st.integers(0, 9))
def test_whole_numbers_keep_their_kind_and_width(values: list[int | None], start: int) -> None:
    laid = column(values, whole=True)
    back, _ = opened(laid.code, laid.same, len(values), memoryview(laid.raw()))
    assert repr(back.take(range(len(values))[start:])) == repr(values[start:])


@pytest.mark.parametrize("top", [2**8, 2**16, 2**32])
def test_the_number_that_stands_for_null_is_never_a_value(top: int) -> None:
    values = [0, top - 2, top - 1, None]
    assert column(values, whole=True).take([0, 1, 2, 3]) == values


def test_nan_is_no_figure() -> None:
    with pytest.raises(ColumnError, match="unknown is null"):
        column([1.0, float("nan")])
    with pytest.raises(ColumnError, match="does not fit"):
        column([2**63], whole=True)


@given(TEXT)
def test_why_there_are_no_figures_is_kept(what: str) -> None:
    back = read(written(Weighing("key", None, missing=NoDataError(what, where="w", then="t"))), "here")
    assert back.series is None
    assert back.missing is not None
    assert str(back.missing) == str(NoDataError(what, where="w", then="t"))


def test_runs_are_a_sequence_that_equals_its_tuple() -> None:
    whole = small()
    found = read(written(held(whole)), "here", runs=True).whole
    assert found is not None
    first = found.runs[0].estimates
    assert first == whole.runs[0].estimates
    assert (whole.runs[0].estimates == first, first != whole.runs[1].estimates) == (True, True)
    assert (len(first), first[0], first[-1]) == (9, whole.estimates[0], whole.estimates[-1])
    assert first[2:5] == whole.estimates[2:5]
    assert hash(found.runs[0].estimates) == hash(whole.estimates)
    with pytest.raises(IndexError):
        first[9]


def test_a_column_of_a_run_needs_no_estimate() -> None:
    whole = small()
    found = read(written(held(whole)), "here", runs=True).whole
    assert found is not None
    run, rows = found.runs[1].estimates, whole.runs[1].estimates
    assert isinstance(run, Stretch)
    assert run.column("value") == [each.value for each in rows]
    assert run.column("ci_low") == [None] * len(rows)
    assert run.group_ids() == [each.group_id for each in rows]
    assert run.statuses() == [each.status for each in rows]
    assert run.of("g1") == [each for each in rows if each.group_id == "g1"]
    assert run.of("nobody") == []
    assert run.periods() == [(each.period_start, each.period_end) for each in rows]


def test_rows_in_the_order_of_a_series_stand_by_group_and_come_back() -> None:
    rows = sorted(small().estimates, key=lambda each: (each.period_end, -(each.value or 0)))
    table = laid([rows, rows[3:]])
    assert table.by_group
    keys = table.picked(table.groups, "group", range(9))
    assert keys == sorted(keys)
    assert [*Stretch(table, range(9)), *Stretch(table, range(9, 15))] == [*rows, *rows[3:]]
    assert not laid([rows, rows[::-1]]).by_group


@given(st.lists(panels(), max_size=4), st.data())
def test_runs_of_panels_are_the_estimates_of_these_panels(of: list[Panel], data: st.DataObject) -> None:
    parts = [
        Part({}, panel, sorted(data.draw(st.sets(st.sampled_from(range(len(panel.ends)))))))
        for panel in of
        if panel.ends
    ]
    parts = [replace(part, panel=replace(part.panel, complete=data.draw(st.booleans()))) for part in parts]
    found = runs(parts, {"a": "A"})
    assert exactly(
        [*map(list, (run.estimates for run in found))],
        [list(_estimates(part.panel, list(part.periods), {"a": "A"})) for part in parts],
    )
    tables = {id(run.estimates.table) for run in found if isinstance(run.estimates, Stretch)}
    assert tables <= {id(table_of([run.estimates for run in found]))}  # nothing is laid down twice


def test_runs_are_read_only_where_they_are_wanted() -> None:
    whole = replace(small(), newest_runs=(), one_away=())
    raw = bytearray(written(held(whole)))
    raw[-1] ^= 1  # in the runs
    assert read(bytes(raw), "here").series == held(whole).series
    with pytest.raises(StoreError, match="is not what was written"):
        read(bytes(raw), "here", runs=True)


@pytest.mark.parametrize("small_file", [True, False])
def test_every_byte_counts(*, small_file: bool) -> None:
    raw = written(held(small()), small=small_file)
    for place in range(len(raw)):
        for bit in (1, 128):
            other = bytearray(raw)
            other[place] ^= bit
            with pytest.raises(StoreError, match=r"^here: .*delete the file"):
                read(bytes(other), "here", runs=True)


def test_what_is_cut_off_or_longer_is_damaged() -> None:
    raw = written(held(small()))
    for cut in [*(raw[:length] for length in range(len(raw))), raw + b"\0"]:
        with pytest.raises(StoreError, match=r"^here: "):
            read(cut, "here", runs=True)


def test_another_version_is_named() -> None:
    raw = bytearray(written(held(small())))
    raw[len(MARK)] = VERSION + 1
    with pytest.raises(StoreError, match=f"is of version {VERSION + 1}, not {VERSION}"):
        read(bytes(raw), "here")


def signed(body: bytes, size: int, kind: bytes = b"z") -> bytes:
    """A file of one section that says of itself what it is told to, with a digest that fits."""
    lengths = struct.pack("<cIQ", kind, len(body), size)
    return START.pack(MARK, VERSION, 1) + lengths + sha256(lengths + body).digest() + body


def test_a_section_opens_to_no_more_than_it_says() -> None:
    bomb = bytes(50_000_000)
    for kind, body in ((b"z", zlib.compress(bomb)), (b"x", lzma.compress(bomb))):
        for size in (0, 100, len(bomb) + 1, MOST_BYTES + 1, 2**63):
            with pytest.raises(StoreError, match="here"):
                read(signed(body, size, kind), "here")
    with pytest.raises(StoreError, match="unknown kind"):
        read(signed(b"", 0, b"p"), "here")
    with pytest.raises(StoreError, match="does not open"):
        read(signed(b"no stream", 9), "here")
    assert SECTION.size == struct.calcsize("<cIQ") + 32


def section(head: Any, table: Any, rest: bytes = b"") -> bytes:  # noqa: ANN401 - anything that JSON says
    said = json.dumps([head, table]).encode()
    return LENGTH.pack(len(said)) + said + rest


NONE = [["=", None]] * 12
NO_ROWS = [0, False, [], [], [], NONE]
BARE = plain(replace(small(), estimates=(), runs=(), newest_runs=(), one_away=()))[:-2]
HEAD = ["key", "", None, BARE]


def test_what_the_hostile_sections_are_made_of_is_sound() -> None:
    assert read(packed([section(HEAD, NO_ROWS)], small=False), "here").key == "key"


@pytest.mark.parametrize(
    ("head", "table", "rest"),
    [
        (HEAD, [2**50, False, [[1, 1]], [["a", "a"]], ["observed"], [["=", 0]] * 3 + NONE[3:]], b""),
        (HEAD, [-1, False, [], [], [], NONE], b""),
        (HEAD, [1, False, [], [], [], [["=", 0]] * 3 + NONE[3:]], b""),
        (HEAD, [1, False, [[1, 1]], [["a", "a"]], ["observed"], [["=", -1]] * 3 + NONE[3:]], b""),
        (HEAD, [1, False, [[1, 1]], [["a", "a"]], ["observed"], [["=", None]] * 3 + NONE[3:]], b""),
        (HEAD, [1, False, [[1, 1]], [["a", "a"]], ["observed"], [["d", None]] * 3 + NONE[3:]], bytes(24)),
        (HEAD, [1, False, [[1, 1]], [["a", "a"]], ["seen"], [["=", 0]] * 3 + NONE[3:]], b""),
        (HEAD, [1, False, [[0, 1]], [["a", "a"]], ["observed"], [["=", 0]] * 3 + NONE[3:]], b""),
        (HEAD, [1, False, [[1, 10**30]], [["a", "a"]], ["observed"], [["=", 0]] * 3 + NONE[3:]], b""),
        (HEAD, [1, False, [[1, 1]], [["a", 7]], ["observed"], [["=", 0]] * 3 + NONE[3:]], b""),
        (HEAD, [1, False, [[1, 1]], [["a", "a"]], ["observed"], [["=", 0]] * 3 + [["d", None]] + NONE[4:]], b"1234567"),
        (HEAD, [1, False, [[1, 1]], [["a", "a"]], ["observed"], [["=", 0]] * 3 + [["u", None]] + NONE[4:]], bytes(8)),
        (HEAD, [1, False, [[1, 1]], [["a", "a"]], ["observed"], [["=", 0]] * 3 + [["=", "x"]] + NONE[4:]], b""),
        (HEAD, NO_ROWS, b"more"),
        (HEAD, None, b""),
        (HEAD, {}, b""),
        (["key", "", None, None], NO_ROWS, b""),
        (["key", "", ["a", "b"], None], NO_ROWS, b""),
        (["key", "", ["a", "b", 3], None], NO_ROWS, b""),
        (["key", "", ["a", "b", "c"], BARE], NO_ROWS, b""),
        ([3, "", None, BARE], NO_ROWS, b""),
        (["key", "", None, BARE[:-1]], NO_ROWS, b""),
        (["key", "", None, [7, *BARE[1:]]], NO_ROWS, b""),
        (["key", "", None, [BARE[0], "3", *BARE[2:]]], NO_ROWS, b""),
        (["key", "", None, [BARE[0], True, *BARE[2:]]], NO_ROWS, b""),
    ],
)  # fmt: skip
def test_what_no_weighing_holds_is_refused(head: object, table: object, rest: bytes) -> None:
    with pytest.raises(StoreError, match=r"^here: "):
        read(packed([section(head, table, rest)], small=False), "here")


@pytest.mark.parametrize("said", [b"[" * 100_000, b"[" + b"9" * 5_000 + b"]", b"\xff", b"{}", b"null", b"[1,2,3]"])
def test_what_is_no_json_of_ours_is_refused(said: bytes) -> None:
    with pytest.raises(StoreError, match=r"^here: "):
        read(packed([LENGTH.pack(len(said)) + said], small=False), "here")


@pytest.mark.parametrize("rows", [-1, 1, True, "1", 2**60])
def test_runs_of_other_lengths_than_their_rows_are_refused(rows: object) -> None:
    told = [[[["list", "daily"]], rows]]
    runs = section([[], [], told], NO_ROWS)
    with pytest.raises(StoreError, match=r"^here: "):
        read(packed([section(HEAD, NO_ROWS), runs], small=False), "here", runs=True)
    with pytest.raises(StoreError, match=r"^here: "):
        read(packed([section([*HEAD, told], NO_ROWS)], small=False), "here")


def test_runs_with_sections_of_their_own_stand_last_in_a_series() -> None:
    assert [field.name for field in fields(Series)[-2:]] == ["newest_runs", "one_away"]


@pytest.mark.parametrize(("newest", "alone"), [(True, True), (True, False), (False, True), (False, False)])
@pytest.mark.parametrize("whole", [True, False])
def test_each_kind_of_runs_is_read_whichever_others_there_are(*, whole: bool, newest: bool, alone: bool) -> None:
    full = small()
    bare = replace(full, newest_runs=full.newest_runs if newest else (), one_away=full.one_away if alone else ())
    found = read(written(replace(held(bare), whole=bare if whole else None)), "here", runs=True)
    assert found.series == replace(bare, runs=())
    assert found.whole == (bare if whole else None)


def test_only_words_are_kept() -> None:
    with pytest.raises(TypeError, match="set cannot be kept"):
        plain({1})
    with pytest.raises(PlainError, match="str for a number"):
        restored(float, "1")
    with pytest.raises(PlainError, match="no day"):
        restored(type(small().as_of), 0)


def test_every_field_of_an_estimate_has_a_column() -> None:
    named = {"period_start", "period_end", "group", "group_id", "status"}
    assert {field.name for field in fields(Estimate)} == {*named, *FIGURES, *COUNTS}
    assert {field.name for field in fields(Run)} == {"choices", "estimates"}


def test_reading_needs_no_engine_and_no_numpy(tmp_path: Any) -> None:  # noqa: ANN401 - Path
    path = tmp_path / "token_share-by-country"
    path.write_bytes(written(held(small())))
    code = (
        "import sys; from pathlib import Path; from weighbridge.weighing import read; "
        "w = read(Path(sys.argv[1]).read_bytes(), 'here', runs=True); "
        "assert len(list(w.whole.runs[0].estimates)) == 9; print(*sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code, path], capture_output=True, check=True, text=True)
    assert not HEAVY & {name.split(".")[0] for name in done.stdout.split()}
