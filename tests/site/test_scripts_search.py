from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.outputs.books import HOSTILE

if TYPE_CHECKING:
    from pathlib import Path


def index(written: Path, code: str) -> dict[str, Any]:
    told: dict[str, Any] = json.loads((written / code / "search.json").read_bytes())
    return told


@pytest.mark.parametrize("code", ["en", "zh"])
def test_what_is_found_is_there(written: Path, code: str) -> None:
    told = index(written, code)
    assert len(told["entries"]) > 20
    for name, kind, path, *_ in told["entries"]:
        assert name
        assert kind in told["kinds"]
        assert (written / code / path / "index.html").is_file(), path


def test_a_contender_is_found_by_its_names_in_both_languages(written: Path) -> None:
    for code, own in (("en", "China"), ("zh", "中国")):
        (entry,) = (entry for entry in index(written, code)["entries"] if entry[2] == "country/cn")
        assert entry[0] == own
        assert {"China", "中国", "CN"} <= {entry[0], *entry[3:]}


def test_kinds_are_told_in_the_language(written: Path) -> None:
    assert index(written, "en")["kinds"]["race"] == "race"
    assert index(written, "zh")["kinds"]["race"] == "竞赛"


def test_old_versions_and_lists_are_not_found(written: Path) -> None:
    paths = [entry[2] for entry in index(written, "en")["entries"]]
    assert len(paths) == len(set(paths))
    assert all("/" in path for path in paths)
    assert not any(path.endswith("/v1") for path in paths)


def test_names_of_strangers_are_plain(written: Path) -> None:
    names = [name for entry in index(written, "en")["entries"] for name in entry]
    assert HOSTILE[0] in names
    assert not any("\u202e" in name or "\n" in name for name in names)
