from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pytest
import yaml

from weighbridge.engine import Engine
from weighbridge.entities import curated, names
from weighbridge.errors import CuratedError

if TYPE_CHECKING:
    from pathlib import Path

CHECKED: dict[str, Any] = {"evidence": "the card", "checked_on": "2026-11-21"}
NAMED = {"zh_hans": "A", "zh_hant": "A", "name": "A"}
MAKER = {"id": "maker", "kind": "maker", "country": "FR", "basis": "headquarters", **NAMED, **CHECKED}


def decide(folder: Path, titles: list[list[str]], moving: list[str]) -> curated.Curated:
    """Read a folder with one family of a release for each list of titles."""
    releases = [{"id": f"r{i}", "name": "R", "openness": "closed", "kind": "language", "titles": given}
                for i, given in enumerate(titles)]  # fmt: skip
    family = {"id": "f", "organisation": "maker", "moving": moving, "releases": releases, **NAMED, **CHECKED}
    for name, entries in (("organisations", [MAKER]), ("families", [family]), ("benchmarks", []), ("licences", [])):
        (folder / f"{name}.yml").write_text(yaml.safe_dump(entries), encoding="utf-8")
    return curated.load(folder)


def test_a_title_may_be_spelt_in_several_ways(tmp_path: Path) -> None:
    decided = decide(tmp_path, [["Chat One", "chat_one", "CHAT-ONE"], ["Chat Two"]], ["Chat"])
    assert [len(release.titles) for release in decided.families[0].releases] == [3, 1]


@pytest.mark.parametrize(
    ("titles", "moving"), [([["Chat One"], ["chat_one"]], []), ([["Chat One"]], ["chat-one"])], ids=["release", "line"]
)
def test_a_title_belongs_to_one_release(tmp_path: Path, titles: list[list[str]], moving: list[str]) -> None:
    with pytest.raises(CuratedError, match="title 'chat-one' stands 2 times"):
        decide(tmp_path, titles, moving)


def test_a_title_folds_alike_in_the_engine_and_when_it_is_read() -> None:
    spoken = ["Chat One", " chat__one ", "Chat - One", "a/b c", "-x-", "GPT-5 (high)", "Yi\tLarge"]
    engine = Engine(threads=1)
    table = engine.table(pa.table({"name": spoken}))
    columns = table.select(name=table.name, folded=names.folded(table.name))
    found = {row["name"]: row["folded"] for row in engine.arrow(columns).to_pylist()}
    assert found == {name: curated.folded(name) for name in spoken}
    assert found[" chat__one "] == "chat-one"
