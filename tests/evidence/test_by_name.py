from __future__ import annotations

import datetime as dt
from functools import cache
from typing import Any

import pytest

from tests.evidence.worlds import DAY, ENGINE, base, listed, world
from weighbridge.entities.evidence.bases import bases as known
from weighbridge.entities.evidence.bases import children
from weighbridge.entities.evidence.by_name import by_name

QWEN, LLAMA, GEMMA = "Qwen/Qwen3-8B", "meta-llama/Llama-3.1-8B-Instruct", "google/gemma-3-12b-it"
BASES = [base(QWEN, "qwen"), base(LLAMA, "llama"), base(GEMMA, "gemma"), base("openai/gpt2", "gpt2"),
         base("Qwen/Qwen3-30B-A3B", "qwen"), base("deepseek-ai/DeepSeek-V3", "deepseek"),
         base("meta-llama/Llama-3.1-8B", "llama")]  # fmt: skip


PARENTS = [
    ("a/Qwen3-8B-abliterated", QWEN),
    ("a/qwen3_8b_medical", QWEN),
    ("bartowski/Qwen_Qwen3-8B-GGUF", QWEN),
    ("a/my-Qwen3-8B-for-law", QWEN),
    ("a/Llama-3.1-8B-Instruct-abliterated", LLAMA),
    ("a/Llama-3.1-8B-law", "meta-llama/Llama-3.1-8B"),
    ("a/Qwen3-30B-A3B-law", "Qwen/Qwen3-30B-A3B"),
    ("a/DeepSeek-V3-law", "deepseek-ai/DeepSeek-V3"),
]
NOTHING = [
    "a/Qwen3-8Bx",  # a word goes on
    "a/MyQwen3-8B",
    "a/Qwen3-law-8B",  # words between
    "a/Qwen3-4B",  # another size
    "a/Qwen3-8B-draft-0.6B",  # two sizes
    "a/Qwen3-30B",  # less than the name
    "a/gpt2-law",  # one word alone
    "a/law",
    "a/DeepSeek-V3-8B",  # a size that its base does not state
    "a/" + "-".join(["Qwen3-8B", *"abcdefghijklmnopqrstuvwxyz"]),
    "a/",
    "---",
    "a/___",
    "a/Ünï-8B",
]
RELATIONS = [
    ("a/Qwen3-8B-GGUF", "quantized"),
    ("a/Qwen3-8B-Q4_K_M-GGUF", "quantized"),
    ("a/Qwen3-8B-law-GGUF", "unspecified"),  # a copy, but of something else
    ("a/Qwen3-8B-law", "unspecified"),
    ("a/Qwen3-8B", "unspecified"),
]


def found(*facts: dict[str, Any], edges: dict[str, str] | None = None, bases: Any = BASES) -> dict[str, Any]:  # noqa: ANN401 - rows
    stated = world(bases, list(facts), edges)
    rows = ENGINE.arrow(by_name(ENGINE, children(ENGINE, stated), known(ENGINE, stated))).to_pylist()
    assert len(rows) == len({row["child"] for row in rows})
    return {row["child"]: row for row in rows}


@cache
def of_all() -> dict[str, Any]:
    """What is found of every name above, in one world: names do not meddle with one another."""
    every = [*(child for child, _ in [*PARENTS, *RELATIONS]), *NOTHING]
    return found(*(listed(child) for child in dict.fromkeys(every)))


@pytest.mark.parametrize(("child", "parent"), PARENTS)
def test_the_longest_name_that_stands_in_the_childs_is_the_parent(child: str, parent: str) -> None:
    assert of_all()[child]["parent"] == parent


@pytest.mark.parametrize("child", NOTHING)
def test_anything_else_says_nothing(child: str) -> None:
    assert child not in of_all()


@pytest.mark.parametrize(("child", "relation"), RELATIONS)
def test_what_the_parents_name_leaves_says_whether_it_is_a_copy(child: str, relation: str) -> None:
    assert of_all()[child]["relation"] == relation


def test_a_parent_is_not_younger() -> None:
    early = listed("a/Qwen3-8B-law", DAY - dt.timedelta(days=2))
    same_day = listed("b/Qwen3-8B-law")
    assert found(early, same_day, listed(QWEN, DAY)).keys() == {"b/Qwen3-8B-law"}


def test_who_states_a_parent_is_not_asked() -> None:
    assert found(listed("a/Qwen3-8B-law"), edges={"a/Qwen3-8B-law": LLAMA}) == {}


def test_a_release_is_not_asked_but_its_copy_is() -> None:
    made = [*BASES, base("Qwen/Qwen3-8B-Thinking", "qwen"), base("Qwen/Qwen3-8B-GGUF", "qwen")]
    got = found(listed("Qwen/Qwen3-8B-Thinking"), listed("Qwen/Qwen3-8B-GGUF"), bases=made)
    assert {child: row["parent"] for child, row in got.items()} == {"Qwen/Qwen3-8B-GGUF": QWEN}


def test_a_parent_that_others_name_counts_where_its_family_is_known() -> None:
    facts = [listed("a/Qwen3-8B-law"), listed("b/x"), listed("b/y"), listed("c/Qwen3-8B-law-v2-GGUF")]
    edges = {"a/Qwen3-8B-law": QWEN, "b/x": "a/Qwen3-8B-law"}
    assert found(*facts, edges=edges)["c/Qwen3-8B-law-v2-GGUF"]["parent"] == "a/Qwen3-8B-law"


def test_a_name_that_two_bear_is_read_as_the_shorter_name_in_it() -> None:
    facts = [listed("a/Qwen3-8B-law"), listed("b/Qwen3-8B-law"), listed("c/Qwen3-8B-law-GGUF")]
    edges = {"a/Qwen3-8B-law": QWEN, "b/Qwen3-8B-law": QWEN, "d/x": "a/Qwen3-8B-law", "d/y": "b/Qwen3-8B-law"}
    got = found(*facts, edges=edges)["c/Qwen3-8B-law-GGUF"]
    assert (got["parent"], got["relation"]) == (QWEN, "unspecified")


def test_of_a_release_and_its_mirror_the_older_is_the_parent() -> None:
    mirrored = [*BASES, base("mirror/Qwen3-8B", "qwen", rule="listed")]
    facts = [listed(QWEN, DAY), listed("mirror/Qwen3-8B", DAY + dt.timedelta(days=1)),
             listed("a/Qwen3-8B-law", DAY + dt.timedelta(days=9))]  # fmt: skip
    assert found(*facts, bases=mirrored)["a/Qwen3-8B-law"]["parent"] == QWEN


def test_one_name_of_two_families_says_nothing() -> None:
    assert found(listed("a/Qwen3-8B-law"), bases=[base(QWEN, "qwen"), base("other/Qwen3-8B", "other")]) == {}


def test_two_names_of_one_length_say_nothing() -> None:
    bases = [base("x/Alpha-One", "alpha"), base("y/Beta-Two", "beta")]
    assert found(listed("a/Alpha-One-Beta-Two-merge"), bases=bases) == {}
