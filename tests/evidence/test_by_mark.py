from __future__ import annotations

import datetime as dt
from typing import Any

from tests.evidence.worlds import AT, DAY, ENGINE, base, configured, listed, world
from weighbridge.entities.evidence.bases import bases, children
from weighbridge.entities.evidence.by_configuration import by_configuration
from weighbridge.entities.evidence.by_dimensions import by_dimensions
from weighbridge.entities.evidence.by_tokenizer import by_tokenizer

BASES = [base("Qwen/A", "qwen"), base("Qwen/B", "qwen"), base("meta-llama/C", "llama")]
SHAPE = {"model_type": "qwen3", "layers": 36, "hidden_size": 4096, "heads": 32, "kv_heads": 8, "vocabulary": 151_936}


def pairs(kind: str, facts: list[dict[str, Any]], stated: list[dict[str, Any]], **more: Any) -> dict[str, str]:  # noqa: ANN401 - rows
    given = world(BASES, facts, more.get("edges"), stated)
    found = {"configuration": by_configuration, "tokenizer": by_tokenizer, "dimensions": by_dimensions}[kind]
    rows = ENGINE.arrow(found(ENGINE, given, children(ENGINE, given), bases(ENGINE, given))).to_pylist()
    assert {row["relation"] for row in rows} <= {"unspecified"}
    return {row["child"]: row["parent"] for row in rows}


def counted(child: dict[str, Any], *bases: dict[str, Any]) -> dict[str, str]:
    """Of repositories given as {repo: (model type, parameters)}: what the configuration says."""
    every = {repo: of for each in (child, *bases) for repo, of in each.items()}
    facts = [listed(repo, params_total=params) for repo, (_, params) in every.items()]
    return pairs("configuration", facts, [configured(repo, model_type=kind) for repo, (kind, _) in every.items()])


class TestConfiguration:
    def test_one_type_and_one_count_are_one_family(self) -> None:
        assert counted({"a/x": ("qwen3", 8_190_735_360)}, {"Qwen/A": ("qwen3", 8_190_735_360)}) == {"a/x": "Qwen/A"}

    def test_near_is_not_equal(self) -> None:
        near = {"a/more": ("qwen3", 8_190_735_361), "a/other": ("qwen2", 8_190_735_360),
                "a/untyped": (None, 8_190_735_360),
                "a/uncounted": ("qwen3", None)}  # fmt: skip
        assert counted(near, {"Qwen/A": ("qwen3", 8_190_735_360)}) == {}

    def test_two_families_of_one_mark_say_nothing(self) -> None:
        assert counted({"a/x": ("llama", 7)}, {"Qwen/A": ("llama", 7), "meta-llama/C": ("llama", 7)}) == {}


class TestDimensions:
    def test_all_dimensions_are_one_family(self) -> None:
        stated = [configured("a/x", **SHAPE), configured("Qwen/A", **SHAPE)]
        assert pairs("dimensions", [listed("a/x")], stated) == {"a/x": "Qwen/A"}

    def test_every_dimension_counts(self) -> None:
        missing = [configured(f"a/no-{name}", **SHAPE | {name: None}) for name in SHAPE]
        other = [configured(f"a/other-{name}", **SHAPE | {name: 7}) for name in SHAPE if name != "model_type"]
        stated = [
            *missing,
            *other,
            configured("a/other", **SHAPE | {"model_type": "qwen2"}),
            configured("Qwen/A", **SHAPE),
        ]
        assert pairs("dimensions", [listed(row["repo_id"]) for row in stated], stated) == {}

    def test_the_newest_statement_counts(self) -> None:
        old = AT - dt.timedelta(days=1)
        stated = [configured("a/x", **SHAPE | {"layers": 1}, observed_at=old, observed_on=old.date()),
                  configured("a/x", **SHAPE), configured("Qwen/A", **SHAPE)]  # fmt: skip
        assert pairs("dimensions", [listed("a/x")], stated) == {"a/x": "Qwen/A"}

    def test_the_oldest_of_a_familys_bases_is_named(self) -> None:
        facts = [listed("Qwen/A", DAY), listed("Qwen/B", DAY - dt.timedelta(days=1)), listed("a/x")]
        stated = [configured(repo, **SHAPE) for repo in ("Qwen/A", "Qwen/B", "a/x")]
        assert pairs("dimensions", facts, stated) == {"a/x": "Qwen/B"}

    def test_a_parent_is_not_younger(self) -> None:
        facts = [listed("Qwen/A", DAY), listed("a/x", DAY - dt.timedelta(days=1))]
        assert pairs("dimensions", facts, [configured(repo, **SHAPE) for repo in ("Qwen/A", "a/x")]) == {}

    def test_a_parent_of_known_family_that_others_name_is_a_base(self) -> None:
        facts = [listed("b/y"), listed("a/x"), listed("b/z")]
        stated = [configured("b/y", **SHAPE), configured("a/x", **SHAPE)]
        assert pairs("dimensions", facts, stated, edges={"b/y": "Qwen/A", "b/z": "b/y"}) == {"a/x": "b/y"}

    def test_a_parent_of_unknown_family_is_none(self) -> None:
        facts = [listed("b/y"), listed("a/x"), listed("b/z")]
        stated = [configured("b/y", **SHAPE), configured("a/x", **SHAPE)]
        assert pairs("dimensions", facts, stated, edges={"b/y": "gone/away", "b/z": "b/y"}) == {}


class TestTokenizer:
    def test_one_fingerprint_is_one_family(self) -> None:
        stated = [
            configured("a/x", tokenizer="ab"),
            configured("Qwen/A", tokenizer="ab"),
            configured("b/y", tokenizer="cd"),
        ]
        assert pairs("tokenizer", [listed("a/x"), listed("b/y")], stated) == {"a/x": "Qwen/A"}

    def test_a_fingerprint_of_two_families_says_nothing(self) -> None:
        stated = [configured(repo, tokenizer="ab") for repo in ("a/x", "Qwen/A", "meta-llama/C")]
        assert pairs("tokenizer", [listed("a/x")], stated) == {}

    def test_an_unknown_tokenizer_is_not_an_equal_one(self) -> None:
        assert pairs("tokenizer", [listed("a/x")], [configured("a/x"), configured("Qwen/A")]) == {}
