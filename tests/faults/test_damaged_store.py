"""A store that a full disk, a power cut, a careless hand or another process has been at."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

import weighbridge
from tests.building.folders import contents, copied, put, taken_in
from tests.sources.captures import snapshots
from weighbridge.building import state
from weighbridge.errors import ParseError, StoreError
from weighbridge.soundness import is_whole

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SOURCES = ("openrouter_daily", "ollama")


@pytest.fixture(scope="module")
def built(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small store, built; tests work on copies of it."""
    store = taken_in(archive, tmp_path_factory.mktemp("built"), *SOURCES, last=1)
    weighbridge.open(store).build().complain()
    return store


@pytest.fixture
def store(built: Path, tmp_path: Path) -> Path:
    return copied(built, tmp_path / "copy")


def lake(store: Path) -> dict[str, str]:
    return contents(store / "lake", "*.parquet")


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-20])


def empty(path: Path) -> None:
    path.write_bytes(b"")


def junk(path: Path) -> None:
    path.write_bytes(b"\xff\x00" * 2_000)


def first(store: Path, room: str) -> Path:
    return min((store / room).rglob("*.parquet"))


@pytest.mark.parametrize("spoil", [cut, empty, junk])
def test_a_damaged_file_is_named_and_made_again(store: Path, spoil: Callable[[Path], None]) -> None:
    before = lake(store)
    damaged = [first(store, f"lake/{room}") for room in ("token_cells", "tokens", "pulls", "subjects", "source_uses")]
    for path in damaged:
        spoil(path)
        assert not is_whole(path)
    with pytest.raises(StoreError, match="is damaged") as caught:
        weighbridge.open(store).measure("token_share")
    assert caught.value.where in map(str, damaged)
    assert "weighbridge build" in caught.value.then
    looked_at = weighbridge.open(store).doctor()
    assert all(any(str(path) in finding.says and finding.bad for finding in looked_at) for path in damaged)
    weighbridge.open(store).build().complain()
    assert lake(store) == before


def test_damage_within_a_file_is_told_and_found_by_the_doctor(store: Path) -> None:
    path = first(store, "lake/token_cells")
    body = bytearray(path.read_bytes())
    body[4:200] = b"\xff" * 196
    path.write_bytes(bytes(body))
    with pytest.raises(StoreError, match="weighbridge"):
        weighbridge.open(store).measure("token_share")
    assert any(str(path) in finding.says for finding in weighbridge.open(store).doctor() if finding.bad)
    path.unlink()
    weighbridge.open(store).build().complain()
    assert not any(finding.bad for finding in weighbridge.open(store).doctor() if finding.what != "space")


def test_one_flipped_bit_is_found_by_the_doctor(store: Path) -> None:
    path = first(store, "lake/tokens")
    body = bytearray(path.read_bytes())
    body[len(body) // 4] ^= 1
    path.write_bytes(bytes(body))
    assert any(str(path) in finding.says for finding in weighbridge.open(store).doctor() if finding.bad)


@pytest.mark.parametrize("kept", ["{}", "[]", "null", "", '{"days": 1, "issues": {}, "examples": {}}', "[" * 100_000])
def test_a_damaged_note_of_parsing_is_parsed_again(store: Path, kept: str) -> None:
    before = lake(store)
    for note in (store / "raw").rglob("parsed.json"):
        note.write_text(kept)
    assert weighbridge.open(store).build().parsed == 2
    assert lake(store) == before


def gone(path: Path) -> None:
    path.unlink()


@pytest.mark.parametrize("spoils", [(cut, empty), (junk, gone)])
def test_half_a_parsed_snapshot_is_parsed_again(store: Path, spoils: tuple[Callable[[Path], None], ...]) -> None:
    before = lake(store)
    for source, spoil in zip(SOURCES, spoils, strict=True):
        spoil(first(store, f"raw/{source}"))
    (store / "state.json").unlink()
    assert weighbridge.open(store).build().parsed == len(SOURCES)
    assert lake(store) == before


OF_A_STRANGER = {"facts": {"tokens": {"../../../victim": "x"}}}


@pytest.mark.parametrize(
    "said",
    [
        {"facts": 1},
        {"facts": {"tokens": [1]}},
        {"cells": {"token_cells": 3}},
        OF_A_STRANGER,
        {"cells": {"token_cells": {"no-slash": "x"}}},
    ],
)
def test_a_state_that_cannot_be_believed_is_lost(tmp_path: Path, said: dict[str, object]) -> None:
    path = tmp_path / "state.json"
    path.write_text(json.dumps({"version": state.BUILD_VERSION, **said}))
    assert state.load(path) == state.State()


@pytest.mark.parametrize("said", [OF_A_STRANGER, {"subjects": 5}])
def test_a_build_with_a_false_state_gives_the_same_lake(store: Path, said: dict[str, object]) -> None:
    before = lake(store)
    victim = store / "victim.parquet"
    victim.write_bytes(b"not ours")
    (store / "state.json").write_text(json.dumps({"version": state.BUILD_VERSION, **said}))
    weighbridge.open(store).build().complain()
    assert lake(store) == before
    assert victim.exists()


@pytest.mark.parametrize("room", ["lake", "raw"])
def test_a_file_in_the_place_of_a_folder_is_named(store: Path, room: str) -> None:
    (store / room).rename(store / "elsewhere")
    (store / room).write_text("hello")
    (store / "state.json").unlink()
    with pytest.raises(StoreError, match="cannot be written") as caught:
        weighbridge.open(store).build()
    assert str(store / room) in caught.value.where


def test_a_snapshot_whose_bytes_are_gone_costs_only_itself(store: Path, archive: Path) -> None:
    last = snapshots(archive, "ollama")[1]
    bad = put(store, "ollama", last.file_name, b"{}", last.retrieved_at)
    (store / "snapshots" / bad.path).unlink()
    before = lake(store)
    report = weighbridge.open(store).build()
    [(path, error)] = report.refused
    assert path == bad.path
    assert isinstance(error, StoreError)
    assert lake(store) == before


def test_a_parser_that_is_surprised_names_its_snapshot(store: Path, archive: Path) -> None:
    from weighbridge.sources import ollama

    last = snapshots(archive, "ollama")[1]
    bad = put(store, "ollama", last.file_name, b"{}", last.retrieved_at)
    before = lake(store)

    def surprised(*_: object) -> None:
        raise OverflowError("too large for a day")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ollama, "parse", surprised)
        [(path, error)] = weighbridge.open(store).build().refused
    assert path == bad.path
    assert isinstance(error, ParseError)
    assert bad.path in str(error)
    assert lake(store) == before


BUILD = "import sys, weighbridge; weighbridge.open(sys.argv[1]).build().complain()"


def test_two_builds_at_once_are_one_after_the_other(store: Path) -> None:
    before = lake(store)
    (store / "state.json").unlink()
    for folder in ("lake", "raw"):
        (store / folder).rename(store / f"old {folder}")
    both = [subprocess.Popen([sys.executable, "-c", BUILD, str(store)], stderr=subprocess.PIPE) for _ in range(3)]
    said = [process.communicate()[1] for process in both]
    assert [(process.returncode, words) for process, words in zip(both, said, strict=True)] == [(0, b"")] * 3
    assert lake(store) == before


def test_what_a_killed_build_began_is_cleared(store: Path) -> None:
    begun = [store / ".state.json.1.part", store / "lake/tokens/.x.parquet.1.part", store / "raw/ollama/.a.1.part"]
    begun[2].mkdir()
    (begun[2] / "pulls.parquet").write_bytes(b"half")
    for path in begun[:2]:
        path.write_bytes(b"half")
    weighbridge.open(store).build().complain()
    assert not any(path.exists() for path in begun)


def test_lost_subjects_are_all_weighed_again(store: Path) -> None:
    """What moved cannot be known without the subjects that were: no cell may keep an identity of theirs."""
    first(store, "lake/subjects").unlink()
    assert weighbridge.open(store).build().weighed == len(list((store / "lake/token_cells").rglob("*.parquet")))
