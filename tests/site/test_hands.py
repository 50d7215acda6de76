"""Files put down by several hands: all stand when the block ends, and what could not be written is said."""

from __future__ import annotations

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
