"""A weighing stands as long as what it read: whatever becomes of the lake's files, it says what is computed anew."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import weighbridge
from tests.weighing.test_keeping import Asked, renew, store
from weighbridge.errors import NoDataError
from weighbridge.row_digests import digests

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from weighbridge import Weighbridge
    from weighbridge.estimate import Series

__all__ = ["store"]  # a fixture
RACES = (("pull_share", "openness"), ("token_share", "openness"), ("arena_rating", "country"))
TABLES = ("pulls", "token_cells", "ratings", "subjects", "source_uses", "families")


def changed(path: Path, make: Callable[[pa.Table], pa.Table]) -> None:
    """Put other rows in place of a table's, as a build does."""
    rows = make(pq.read_table(path))
    part = path.with_name(".part")
    pq.write_table(rows, part)
    part.replace(path)


def half(rows: pa.Table) -> pa.Table:
    return rows.slice(0, max(rows.num_rows // 2, 1))


def fewer(path: Path, chance: random.Random) -> None:
    changed(path, lambda rows: rows.take(sorted(chance.sample(range(rows.num_rows), max(rows.num_rows * 4 // 5, 1)))))


def parted(path: Path, _: random.Random) -> None:
    rows = pq.read_table(path)
    pq.write_table(rows.slice(rows.num_rows // 2), path.with_name(f"more-{path.name}"))
    changed(path, half)


CHANGES: tuple[Callable[[Path, random.Random], None], ...] = (
    lambda path, _: path.touch(),
    lambda path, _: renew(path),
    fewer,
    parted,
    lambda path, _: path.unlink(),
)


def said(ask: Callable[[str, str], Series], race: tuple[str, str]) -> Series | str:
    try:
        return ask(*race)
    except NoDataError as error:
        return str(error)


@pytest.mark.parametrize("seed", range(3))
def test_what_is_kept_is_what_is_computed_whatever_becomes_of_the_files(store: Path, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - no secret
    for _ in range(5):
        path = chance.choice(sorted((store / "lake" / chance.choice(TABLES)).rglob("*.parquet")) or [None])
        if path is not None and not (path.parent.name == "source_uses" and len([*path.parent.iterdir()]) == 1):
            chance.choice(CHANGES)(path, chance)
        kept, fresh = weighbridge.open(store), weighbridge.open(store)
        for race in RACES:
            assert said(kept.weighed, race) == said(fresh.measure, race)


DESCENT = ("derivative_share", "openness")


@pytest.mark.parametrize(
    ("race", "table", "column", "value", "times"),
    [
        (RACES[0], "subjects", "namespace", "hub", 0),
        (RACES[0], "subjects", "namespace", "ollama", 1),
        (DESCENT, "derivatives", "source", "hf_radar", 1),
    ],
)
def test_rows_of_others_leave_a_weighing(
    store: Path, monkeypatch: pytest.MonkeyPatch, race: tuple[str, str], table: str, column: str, value: str, times: int
) -> None:
    weighbridge.open(store).weighed(*race)
    path = store / "lake" / table / "all.parquet"
    first = pc.index(pq.read_table(path).column(column), value).as_py()
    assert first >= 0
    changed(path, lambda rows: pa.concat_tables([rows.slice(0, first), rows.slice(first + 1)]))
    asked = Asked(store, monkeypatch)
    assert asked.scale.weighed(*race).estimates
    assert asked.times == times


def test_descent_that_other_lists_state_leaves_a_weighing(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    weighbridge.open(store).weighed(*DESCENT)
    at = pq.read_schema(path := store / "lake" / "derivatives" / "all.parquet").get_field_index("source")
    changed(path, lambda rows: pa.concat_tables([
        rows, rows.slice(0, 9).set_column(at, rows.schema.field(at), [["huggingface_listing_trending30"] * 9])
    ]))  # fmt: skip
    asked = Asked(store, monkeypatch)
    assert asked.scale.weighed(*DESCENT) == weighbridge.open(store).measure(*DESCENT)
    assert asked.times == 0


def test_sources_are_told_as_they_are_now(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    weighbridge.open(store).weighed(*RACES[0])
    path = store / "lake" / "source_uses" / "all.parquet"
    read = pq.read_table(path).column("attribution").to_pylist()
    changed(path, lambda rows: rows.set_column(
        rows.schema.get_field_index("attribution"), rows.schema.field("attribution"), [[f"{each}!" for each in read]]
    ))  # fmt: skip
    asked = Asked(store, monkeypatch)
    found = asked.scale.weighed(*RACES[0])
    assert asked.times == 0
    assert found.provenance.sources
    assert all(use.attribution.endswith("!") for use in found.provenance.sources)
    assert found == weighbridge.open(store).measure(*RACES[0])


def test_a_source_more_or_less_weighs_anew(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    weighbridge.open(store).weighed(*RACES[0])
    changed(store / "lake" / "source_uses" / "all.parquet", lambda rows: rows.slice(1))
    asked = Asked(store, monkeypatch)
    asked.scale.weighed(*RACES[0])
    assert asked.times == 1


@pytest.mark.parametrize("key", ["", "[]", "{", '{"nothing": ""}', '{"pulls": 3}', '{"../pulls": ""}', "null", "{}x"])
def test_a_key_of_something_else_holds_nothing(store: Path, key: str) -> None:
    assert not weighbridge.open(store)._shelf.grounds.hold(key)


def test_what_was_found_out_is_noted_once(store: Path) -> None:
    scale: Weighbridge = weighbridge.open(store)
    scale.weighed(*RACES[0])
    folder = scale._shelf.folder
    assert {path.name for path in folder.glob("*.json")} == {"provenance.json", "subjects.json"}
    for path in folder.glob("*.json"):
        path.write_text("spoilt")
    again = weighbridge.open(store)
    assert again.weighed(*RACES[0]) == scale.weighed(*RACES[0])
    assert again.provenance == scale.provenance


ROW = st.tuples(st.sampled_from("ab"), st.none() | st.text(max_size=3), st.none() | st.integers(0, 3), st.booleans())


def put(rows: list[tuple[str, str | None, int | None, bool]], path: Path, at_once: int) -> Path:
    kinds = {"of": pa.string(), "text": pa.string(), "count": pa.int64(), "flag": pa.bool_()}
    columns = zip(*rows, strict=True) if rows else [()] * len(kinds)
    table = pa.table([pa.array(c, kind) for c, kind in zip(columns, kinds.values(), strict=True)], names=list(kinds))
    pq.write_table(table, path, row_group_size=at_once)
    return path


@given(st.lists(ROW, max_size=6), st.lists(ROW, max_size=6), st.integers(1, 4))
@settings(max_examples=60)
def test_digests_are_equal_where_the_rows_are(
    tmp_path_factory: pytest.TempPathFactory,
    one: list[tuple[str, str | None, int | None, bool]],
    other: list[tuple[str, str | None, int | None, bool]],
    at_once: int,
) -> None:
    folder = tmp_path_factory.mktemp("rows")
    mine, theirs = (
        digests([put(rows, folder / name, at)], "of")
        for rows, name, at in ((one, "one.parquet", 64), (other, "other.parquet", at_once))
    )
    for value in "ab":
        alike = [row for row in one if row[0] == value] == [row for row in other if row[0] == value]
        assert (mine.get(value) == theirs.get(value)) is alike
    assert digests([put(one, folder / "again.parquet", at_once)], "of") == mine
