"""Files put down by several hands: all stand when the block ends, and what could not be written is said."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path

import pytest

from weighbridge.errors import StoreError
from weighbridge.outputs.site.hands import MOST, Hands
from weighbridge.outputs.site.writing import place


def test_all_stand_when_the_block_ends_and_each_was_told(tmp_path: Path) -> None:
    told: list[int] = []
    with Hands() as hands:
        for i in range(MOST * 3):
            hands.put({tmp_path / str(i) / "a": b"%d" % i, tmp_path / "b" / str(i): b""}, partial(told.append, i))
    assert sorted(told) == list(range(MOST * 3))
    assert all((tmp_path / str(i) / "a").read_bytes() == b"%d" % i for i in range(MOST * 3))


def test_one_body_under_two_names_is_one_file(tmp_path: Path) -> None:
    body = b"the record of a page"
    with Hands() as hands:
        hands.put({tmp_path / "en" / "a": body, tmp_path / "zh" / "a": body}, lambda: None)
    assert (tmp_path / "en" / "a").samefile(tmp_path / "zh" / "a")


def test_one_body_is_two_files_where_a_file_has_one_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    with Hands() as hands:
        hands.put(dict.fromkeys((tmp_path / "en" / "a", tmp_path / "zh" / "a"), b"a record"), lambda: None)
    assert {(tmp_path / code / "a").read_bytes() for code in ("en", "zh")} == {b"a record"}
    assert not (tmp_path / "en" / "a").samefile(tmp_path / "zh" / "a")


def test_what_replaces_one_name_of_a_file_leaves_the_other(tmp_path: Path) -> None:
    names = tmp_path / "en" / "a", tmp_path / "zh" / "a"
    with Hands() as hands:
        hands.put(dict.fromkeys(names, b"as it was"), lambda: None)
    with Hands() as hands:
        hands.put({names[0]: b"as it is"}, lambda: None)
    assert [path.read_bytes() for path in names] == [b"as it is", b"as it was"]
    with Hands() as hands:
        hands.put(dict.fromkeys(names, b"as it will be"), lambda: None)
    assert names[0].samefile(names[1])
    assert {path.read_bytes() for path in names} == {b"as it will be"}
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["a", "a", "en", "zh"]


def test_what_cannot_be_written_is_said_and_never_told(tmp_path: Path) -> None:
    (tmp_path / "taken").write_bytes(b"a file where a folder would be")
    told: list[str] = []
    with pytest.raises(StoreError, match="cannot be written") as refused, Hands() as hands:
        hands.put({tmp_path / "taken" / "index.html": b""}, partial(told.append, "written"))
    assert "taken" in refused.value.where
    assert told == []


def test_another_error_is_not_hidden_by_files_that_wait(tmp_path: Path) -> None:
    def begun() -> None:
        with Hands() as hands:
            hands.put({tmp_path / "a": b""}, lambda: None)
            raise KeyError("a page")

    with pytest.raises(KeyError, match="a page"):
        begun()


def test_a_link_that_stands_for_one_name_is_not_taken_for_the_other(tmp_path: Path) -> None:
    kept, names = tmp_path / "kept", [tmp_path / code / "a" for code in ("en", "zh")]
    kept.write_bytes(b"a record")
    names[0].parent.mkdir()
    names[0].symlink_to(kept)
    with Hands() as hands:
        hands.put(dict.fromkeys(names, b"a record"), lambda: None)
    assert not names[1].is_symlink()
    assert names[1].read_bytes() == b"a record"
    assert not names[1].samefile(kept)


def test_what_another_wrote_in_the_place_of_one_name_is_not_taken_for_the_other(tmp_path: Path) -> None:
    twin, path = tmp_path / "en", tmp_path / "zh"
    place(b"of another", place(b"a record", twin))
    assert place(b"a record", path, twin).read_bytes() == b"a record"
    assert not path.samefile(twin)
    assert sorted(tmp_path.iterdir()) == [twin, path]


def test_nothing_is_left_where_another_made_the_same_link(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    twin, path = place(b"a record", tmp_path / "en"), tmp_path / "zh"
    link = os.link

    def both(source: Path, made: Path) -> None:
        link(source, made)
        link(source, path)

    monkeypatch.setattr(os, "link", both)
    place(b"a record", path, twin)
    assert path.samefile(twin)
    assert sorted(tmp_path.iterdir()) == [twin, path]


@pytest.mark.parametrize("name", ["a" * 300, "a\0b"])
def test_a_name_that_the_system_refuses_is_said(tmp_path: Path, name: str) -> None:
    with pytest.raises(StoreError, match="cannot be written"), Hands() as hands:
        hands.put({tmp_path / name: b""}, lambda: None)
