from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.stated import stated
from weighbridge.engine import Engine
from weighbridge.entities import curated, names
from weighbridge.entities.resolve import Resolver

if TYPE_CHECKING:
    from collections.abc import Iterable

RENAMED = ["THUDM/glm-4-9b-chat", "zai-org/glm-4-9b-chat-hf"]
VARIED = ["Qwen/Qwen3-8B", "Qwen/Qwen3-8B-FP8", "Qwen/Qwen3-235B-A22B-Instruct-2507", "Qwen/Qwen3-4B-AWQ",
          "Qwen/Qwen3-8B-GGUF", "qwen/QWEN3-0.6B"]  # fmt: skip
OTHER = ["Qwen/Qwen3-Coder-30B-A3B-Instruct", "Qwen/Qwen3-Embedding-8B", "Qwen/Qwen3-Nonesuch-8B"]
COPIES = ["unsloth/Qwen3-8B-GGUF", "bartowski/Qwen_Qwen3-8B-GGUF", "lmstudio-community/Qwen3-8B-MLX-4bit",
          "stranger/Qwen3-8B-AWQ"]  # fmt: skip
STRANGERS = ["stranger/Qwen3-8B", "stranger/Qwen3-Nonesuch-8B-GGUF"]
TUNED = "stranger/my-tune"
DATED = ["deepseek/deepseek-v3.2", "deepseek/deepseek-v3.2-20251201", "deepseek/deepseek-v3.2:free"]
WHOLE = ["z-ai/glm-4.6", "z-ai/glm-4.6-20251208", "mistralai/mistral-large-2411", "mistralai/mistral-large-2512:free"]
REVEALED = ["openrouter/owl-alpha", "stealth/ox-alpha", "openrouter/quasar-alpha"]
NOBODYS = ["openrouter/auto", "openrouter/nonesuch-alpha"]
MOVING = ["~anthropic/claude-sonnet-latest", "~google/gemini-pro-latest"]
LIBRARY = ["llama3.1", "llama3.1x"]


@pytest.fixture(scope="module")
def resolver() -> Resolver:
    return Resolver(curated.load(), Engine(threads=1))


@pytest.fixture(scope="module")
def found(resolver: Resolver) -> dict[str, dict[str, Any]]:
    """What each name of this file is, as a build would resolve it."""
    slugs = [*DATED, *WHOLE, *REVEALED, *NOBODYS, *MOVING]
    repos = [*RENAMED, *VARIED, *OTHER, *COPIES, *STRANGERS]
    parents = [{"repo_id": TUNED, "base_models": ["Qwen/Qwen3-8B"], "relation": "finetune"}]
    facts = stated(
        resolver.engine,
        tokens=[{"slug": s, "row": "model"} for s in slugs],
        pulls=[{"name": n} for n in LIBRARY],
        downloads=[{"repo_id": r} for r in repos],
        repo_facts=parents,
    )
    return {row["key"]: row for row in resolver.subjects(facts).to_pylist()}


def releases(found: dict[str, dict[str, Any]], keys: Iterable[str]) -> list[tuple[str | None, str]]:
    return [(found[key]["release_id"], found[key]["rule"]) for key in keys]


def test_a_renamed_account_keeps_its_releases(found: dict[str, dict[str, Any]]) -> None:
    assert set(releases(found, RENAMED)) == {("glm-4", "stem")}


def test_sizes_stages_dates_and_precisions_are_one_release(found: dict[str, dict[str, Any]]) -> None:
    assert set(releases(found, VARIED)) == {("qwen3", "stem")}


def test_another_product_of_the_maker_is_another_release_or_unknown(found: dict[str, dict[str, Any]]) -> None:
    assert releases(found, OTHER) == [("qwen3-coder", "stem"), ("qwen3-embedding", "stem"), (None, "account")]


def test_a_router_dates_and_varies_one_release(found: dict[str, dict[str, Any]]) -> None:
    assert set(releases(found, DATED)) == {("deepseek-v3.2", "stem")}


def test_what_only_a_date_tells_apart_is_listed_whole(found: dict[str, dict[str, Any]]) -> None:
    assert releases(found, WHOLE) == [("glm-4.6", "stem"), ("glm-4.6v", "listed"), ("mistral-large-2", "stem"),
                                      ("mistral-large-3", "listed")]  # fmt: skip


def test_a_revealed_code_name_is_its_makers_release(found: dict[str, dict[str, Any]]) -> None:
    assert releases(found, REVEALED) == [("longcat-2.0", "listed"), ("glm-5.3-flash", "listed"), ("gpt-4.1", "listed")]
    assert [found[key]["organisation_id"] for key in REVEALED] == ["meituan", "zhipu-ai", "openai"]


def test_a_router_that_chooses_is_nobodys_model(found: dict[str, dict[str, Any]]) -> None:
    assert set(releases(found, NOBODYS)) == {(None, "unresolved")}
    assert {found[key]["organisation_id"] for key in NOBODYS} == {None}


def test_a_moving_alias_names_the_family_and_no_version(found: dict[str, dict[str, Any]]) -> None:
    assert releases(found, MOVING) == [("claude-moving", "stem"), ("gemini-moving", "stem")]


def test_a_repackagers_copy_is_the_makers_release(found: dict[str, dict[str, Any]]) -> None:
    assert set(releases(found, COPIES)) == {("qwen3", "repackaged_stem")}
    assert {(found[key]["copy"], found[key]["organisation_id"]) for key in COPIES} == {(True, "alibaba")}


def test_a_strangers_name_says_nothing_unless_it_says_that_it_is_a_copy(found: dict[str, dict[str, Any]]) -> None:
    assert set(releases(found, STRANGERS)) == {(None, "unresolved")}


def test_a_finetune_keeps_its_base_and_is_no_copy(found: dict[str, dict[str, Any]]) -> None:
    tuned = found[TUNED]
    assert (tuned["base_family_id"], tuned["base_organisation_id"], tuned["base_country"]) == ("qwen", "alibaba", "CN")
    assert (tuned["release_id"], tuned["copy"]) == (None, False)


def test_a_library_name_is_listed_or_unknown(found: dict[str, dict[str, Any]]) -> None:
    assert releases(found, LIBRARY) == [("llama-3.1", "listed"), (None, "unresolved")]


# Letters that make no token of the vocabularies: none of sizes, stages, dates, precisions and packages.
WORDS = st.text(alphabet="acdehjklopruvwyz", min_size=5, max_size=12)


@settings(max_examples=25)
@given(words=st.lists(WORDS, min_size=1, max_size=40, unique=True), end=st.sampled_from(["", "-8b", "-instruct-fp8"]))
def test_a_word_that_nobody_listed_makes_a_name_unknown(resolver: Resolver, words: list[str], end: str) -> None:
    """There is no prefix rule: whatever stands before or after a known stem stays in the stem."""
    spoken = pa.table({"name": [f"Qwen3-{w}{end}" for w in words] + [f"{w}_Qwen3{end}" for w in words]})
    table = resolver.engine.table(spoken)
    stems = resolver.engine.arrow(table.select(stem=names.stem(table.name))).column("stem").to_pylist()
    assert sorted(stems) == sorted([f"qwen3-{w}" for w in words] + [f"{w}-qwen3" for w in words])
