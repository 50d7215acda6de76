"""What is known of the archived asset graph and model trees, asserted on their bytes."""

from __future__ import annotations

import ast
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from tests.sources.bodies import Row, bodies, header, lines, only

if TYPE_CHECKING:
    from weighbridge.snapshot import SnapshotStore

    Tree = list[Row]


@pytest.fixture(scope="module")
def assets(stored: SnapshotStore) -> list[Row]:
    return lines(only(stored, "ecosystem_graphs", "all_assets.csv"))


class TestEcosystemGraphs:
    def test_types(self, assets: list[Row]) -> None:
        assert len(assets) == 639
        assert Counter(row["type"] for row in assets) == {"model": 429, "dataset": 112, "application": 98}

    def test_ends_in_january_2025(self, assets: list[Row]) -> None:
        assert max(row["created_date"] for row in assets if row["created_date"][:2] == "20") == "2025-01-14"

    def test_access_is_spelt_twice(self, assets: list[Row]) -> None:
        assert Counter(row["access"] for row in assets if row["type"] == "model") == {
            "Open": 1, "closed": 89, "limited": 68, "open": 271,
        }  # fmt: skip

    def test_dependencies_are_lists_of_names(self, assets: list[Row]) -> None:
        stated = [ast.literal_eval(row["dependencies"]) for row in assets if row["dependencies"]]
        assert {type(names) for names in stated} == {list}


@pytest.fixture(scope="module")
def trees(stored: SnapshotStore) -> list[Tree]:
    return [lines(raw) for _, raw in bodies(stored, "laufer_trees")]


class TestTrees:
    def test_sizes(self, trees: list[Tree]) -> None:
        assert (len(trees), sum(len(rows) for rows in trees)) == (39, 4_092)
        assert len({row["model_id"] for rows in trees for row in rows if row["depth"] == "0"}) == 26

    def test_no_model_cards(self, stored: SnapshotStore) -> None:
        headers = [header(raw) for _, raw in bodies(stored, "laufer_trees")]
        assert all("model_id" in names and "card" not in names for names in headers)

    def test_largest_trees(self, trees: list[Tree]) -> None:
        # Some bases were walked several times: the newest walk counts.
        newest = Counter({rows[0]["model_id"]: len(rows) for rows in trees})
        assert newest.most_common(4) == [
            ("meta-llama/Llama-2-7b-chat-hf", 465),
            ("google/gemma-7b", 390),
            ("deepseek-ai/DeepSeek-R1", 316),
            ("microsoft/phi-2", 315),
        ]
