"""Files put down by several hands: all stand when the block ends, and what could not be written is said."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from weighbridge.errors import StoreError
from weighbridge.outputs.site.hands import MOST, Hands


def test_all_stand_when_the_block_ends_and_each_was_told(tmp_path: Path) -> None:
    told: list[list[Path]] = []
    with Hands() as hands:
        given = [hands.put({tmp_path / str(i) / "a": b"%d" % i, tmp_path / "b" / str(i): b""}, told.append)
                 for i in range(MOST * 3)]  # fmt: skip
    assert sorted(told) == sorted(given)
    assert all((tmp_path / str(i) / "a").read_bytes() == b"%d" % i for i in range(MOST * 3))


def test_one_body_under_two_names_is_one_file(tmp_path: Path) -> None:
    body = b"the record of a page"
    with Hands() as hands:
        hands.put({tmp_path / "en" / "a": body, tmp_path / "zh" / "a": body}, lambda _: None)
    assert (tmp_path / "en" / "a").samefile(tmp_path / "zh" / "a")


def test_one_body_is_two_files_where_a_file_has_one_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    with Hands() as hands:
        hands.put(dict.fromkeys((tmp_path / "en" / "a", tmp_path / "zh" / "a"), b"a record"), lambda _: None)
    assert {(tmp_path / code / "a").read_bytes() for code in ("en", "zh")} == {b"a record"}
    assert not (tmp_path / "en" / "a").samefile(tmp_path / "zh" / "a")


def test_what_replaces_one_name_of_a_file_leaves_the_other(tmp_path: Path) -> None:
    names = tmp_path / "en" / "a", tmp_path / "zh" / "a"
    with Hands() as hands:
        hands.put(dict.fromkeys(names, b"as it was"), lambda _: None)
    with Hands() as hands:
        hands.put({names[0]: b"as it is"}, lambda _: None)
    assert [path.read_bytes() for path in names] == [b"as it is", b"as it was"]
    with Hands() as hands:
        hands.put(dict.fromkeys(names, b"as it will be"), lambda _: None)
    assert names[0].samefile(names[1])
    assert {path.read_bytes() for path in names} == {b"as it will be"}
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["a", "a", "en", "zh"]


def test_what_cannot_be_written_is_said_and_never_told(tmp_path: Path) -> None:
    (tmp_path / "taken").write_bytes(b"a file where a folder would be")
    told: list[list[Path]] = []
    with pytest.raises(StoreError, match="cannot be written") as refused, Hands() as hands:
        hands.put({tmp_path / "taken" / "index.html": b""}, told.append)
    assert "taken" in refused.value.where
    assert told == []


def test_another_error_is_not_hidden_by_files_that_wait(tmp_path: Path) -> None:
    def begun() -> None:
        with Hands() as hands:
            hands.put({tmp_path / "a": b""}, lambda _: None)
            raise KeyError("a page")

    with pytest.raises(KeyError, match="a page"):
        begun()
