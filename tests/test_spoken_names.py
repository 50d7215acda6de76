from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest

from tests.stated import stated
from weighbridge.engine import Engine
from weighbridge.entities import curated
from weighbridge.entities.resolve import Resolver

if TYPE_CHECKING:
    from collections.abc import Iterable

Found = dict[tuple[str, str], dict[str, Any]]

# As Epoch AI, LMArena and Aider publish them: release and setting.
EPOCH = {
    "GPT-5.6 Sol": ("gpt-5.6-sol", None),
    "gpt-5-2025-08-07_high": ("gpt-5", "2025-08-07, high"),
    "claude-opus-4-20250514_27K": ("claude-opus-4", "2025-05-14, 27k thinking"),
    "moonshotai/Kimi-K2-Thinking": ("kimi-k2-thinking", None),
    "Claude 3.5 Sonnet (October 2024)": ("claude-3.5-sonnet", "2024-10"),
    "Qwen3-235B-A22B-Thinking (Jul 2025)": ("qwen3", "thinking, 2025-07"),
    "fireworks/deepseek-v3p2": ("deepseek-v3.2", None),
    "Qwen2.5-Coder-32B": ("qwen2.5-coder", None),
}
ARENA = {
    "Claude Opus 4 (thinking-16k)": ("claude-opus-4", "16k thinking"),
    "deepseek-v3.1-thinking": ("deepseek-v3.1", "thinking"),
    "o3-mini-high": ("o3-mini", "high"),
    "Gemini-2.5-Pro-Preview-05-06": ("gemini-2.5-pro", "preview, 05-06"),
    "Meta-Llama-3.1-405B-Instruct-fp8": ("llama-3.1", None),
    "qwen2.5-coder-32b-instruct": ("qwen2.5-coder", None),
}
AIDER = {
    "Quasar Alpha": ("gpt-4.1", None),
    "claude-3-7-sonnet-20250219 (32k thinking tokens)": ("claude-3.7-sonnet", "2025-02-19, 32k thinking"),
    "DeepSeek R1 (0528)": ("deepseek-r1", "0528"),
}
# As price lists name offers.
OFFERS = {
    ("models_dev", "fireworks-ai/accounts/fireworks/models/deepseek-v3p1"): ("deepseek-v3.1", None),
    ("models_dev", "amazon-bedrock/us.anthropic.claude-sonnet-4-20250514-v1:0"): ("claude-sonnet-4", "2025-05-14"),
    ("models_dev", "chutes/moonshotai/Kimi-K2.5-TEE"): ("kimi-k2.5", None),
    ("models_dev", "cloudflare-workers-ai/@cf/meta/llama-3.1-8b-instruct"): ("llama-3.1", None),
    ("models_dev", "synthetic/hf:meta-llama/Llama-3.1-405B-Instruct"): ("llama-3.1", None),
    ("models_dev", "digitalocean/anthropic-claude-4.6-sonnet"): ("claude-sonnet-4.6", None),
    ("models_dev", "ollama-cloud/gpt-oss:20b"): ("gpt-oss", None),
    ("litellm_prices", "bedrock/us-east-2/deepseek.v3.2"): ("deepseek-v3.2", None),
    ("litellm_prices", "bedrock_converse/moonshot.kimi-k2-thinking"): ("kimi-k2-thinking", None),
    ("litellm_prices", "databricks/databricks-claude-haiku-4-5"): ("claude-haiku-4.5", None),
    ("litellm_prices", "vertex_ai-anthropic_models/vertex_ai/claude-3-7-sonnet@20250219"): (
        "claude-3.7-sonnet",
        "2025-02-19",
    ),
    ("llm_prices", "google/gemini-3-1-pro-preview"): ("gemini-3.1-pro", "preview"),
    ("genai_prices", "openrouter/deepseek/deepseek-r1:free"): ("deepseek-r1", "free"),
}
# What a name does not say, nobody guesses.
NOBODYS = [
    ("aider", "o3 (high) + gpt-4.1"),
    ("epoch", "Qwen3-Nonesuch-8B"),
    ("arena", "im-also-a-late-june-chatbot"),
    ("models_dev", "stranger/nonesuch-8b"),
    ("models_dev", "openai/ft:gpt-4.1-nano-2025-04-14"),
    ("litellm_prices", "azure/model_router"),
]
MOVING = {
    ("models_dev", "deepseek/deepseek-chat"): "deepseek",
    ("litellm_prices", "mistral/mistral-large-latest"): "mistral",
    ("llm_prices", "mistral/codestral-latest"): "mistral",
}
STAYING = {
    ("arena", "ChatGPT-4o-latest (2025-03-26)"): (False, "gpt"),
    ("litellm_prices", "anthropic/claude-3-7-sonnet-latest"): (True, "claude"),
}
SAID: list[dict[str, Any]] = [
    {"model": "Nonesuch 1", "maker": "Nobody Known,Google DeepMind,Google", "access": "API access"},
    {"model": "Nonesuch 2", "maker": "Z.ai (Zhipu AI)", "access": "Open weights (restricted use)"},
    {"model": "Nonesuch 3", "maker": "Nobody Known", "access": "Unknown"},
    {"model": "GPT-5.6 Sol", "maker": "OpenAI", "released_on": dt.date(2026, 7, 9), "training_flop": 1e27},
    {"model": "Qwen2.5-Coder-32B", "maker": "Alibaba", "released_on": dt.date(2024, 11, 11)},
    {"model": "Claude 3 Haiku", "maker": "Anthropic"},
]
MEETING = {
    ("epoch", "Qwen2.5-Coder-32B"),
    ("arena", "qwen2.5-coder-32b-instruct"),
    ("openrouter", "qwen/qwen-2.5-coder-32b-instruct"),
    ("hub", "Qwen/Qwen2.5-Coder-32B-Instruct"),
    ("hub", "bartowski/Qwen2.5-Coder-32B-Instruct-GGUF"),
    ("models_dev", "host/qwen/qwen2.5-coder-32b-instruct"),
}


@pytest.fixture(scope="module")
def found() -> Found:
    """What each name of this file is, as a build would resolve it."""
    resolver = Resolver(curated.load(), Engine(threads=1))
    other = [*NOBODYS, *MOVING, *STAYING, *MEETING]
    offers = [(source, key) for source, key in (*OFFERS, *other) if source in ("models_dev", "litellm_prices",
              "llm_prices", "genai_prices")]  # fmt: skip
    boards = {"epoch": EPOCH, "arena": ARENA, "aider": AIDER}
    models = [(source, key) for source, keys in boards.items() for key in keys]
    models += [(source, key) for source, key in other if source in boards]
    facts = stated(
        resolver.engine,
        scores=[{"source": source, "model": key} for source, key in models],
        prices=[{"source": source, "offer": key} for source, key in offers],
        stated_models=[row | {"source": "epoch"} for row in SAID],
        downloads=[{"repo_id": key} for source, key in MEETING if source == "hub"],
        tokens=[{"slug": key, "row": "model"} for source, key in MEETING if source == "openrouter"],
    )
    return {(row["namespace"], row["key"]): row for row in resolver.subjects(facts).to_pylist()}


def read(found: Found, keys: Iterable[tuple[str, str]]) -> dict[tuple[str, str], tuple[str | None, str | None]]:
    return {key: (found[key]["release_id"], found[key]["setting"]) for key in keys}


@pytest.mark.parametrize(("board", "names"), [("epoch", EPOCH), ("arena", ARENA), ("aider", AIDER)])
def test_a_boards_name_is_a_release_in_a_setting(
    found: Found, board: str, names: dict[str, tuple[str, str | None]]
) -> None:
    assert read(found, ((board, name) for name in names)) == {(board, name): want for name, want in names.items()}


def test_an_offer_is_a_release_whoever_serves_it(found: Found) -> None:
    assert read(found, OFFERS) == OFFERS


def test_a_name_that_says_nothing_known_is_nobodys(found: Found) -> None:
    assert {key: found[key]["release_id"] for key in NOBODYS} == dict.fromkeys(NOBODYS)
    assert {found[key]["model_id"] for key in NOBODYS} == {None}


def test_a_provider_is_not_the_maker_of_what_it_serves(found: Found) -> None:
    assert found["models_dev", "openai/ft:gpt-4.1-nano-2025-04-14"]["organisation_id"] is None


def test_a_moving_name_has_a_line_and_no_release(found: Found) -> None:
    assert {key: found[key]["family_id"] for key in MOVING} == MOVING
    assert {(found[key]["release_id"], found[key]["alias"], found[key]["rule"]) for key in MOVING} == {
        (None, True, "maker")
    }


def test_a_moving_name_with_a_day_stands_still_and_one_with_a_number_keeps_its_release(found: Found) -> None:
    assert {key: (found[key]["alias"], found[key]["family_id"]) for key in STAYING} == STAYING
    assert all(found[key]["release_id"] for key in STAYING)


def test_one_set_of_weights_has_one_id_everywhere(found: Found) -> None:
    assert {key: found[key]["model_id"] for key in MEETING} == dict.fromkeys(MEETING, "qwen2.5-coder/32b")
    assert {found[key]["params_total"] for key in MEETING} == {32_000_000_000}


def test_the_first_maker_that_is_known_counts_and_the_sources_word_on_access(found: Found) -> None:
    said = [found["epoch", f"Nonesuch {n}"] for n in (1, 2, 3)]
    columns = ("organisation_id", "country", "openness", "rule")
    assert [tuple(row[name] for name in columns) for row in said] == [
        ("google", "US", "closed", "maker"),
        ("zhipu-ai", "CN", "restricted", "maker"),
        (None, None, None, "unresolved"),
    ]


def test_a_model_dates_from_its_stated_release_else_from_its_releases_own(found: Found) -> None:
    assert found["epoch", "GPT-5.6 Sol"]["created_on"] == dt.date(2026, 7, 9)
    assert found["epoch", "Qwen2.5-Coder-32B"]["created_on"] == dt.date(2024, 11, 11)
    assert found["epoch", "Claude 3 Haiku"]["created_on"].year == 2024
    assert found["hub", "Qwen/Qwen2.5-Coder-32B-Instruct"]["created_on"] is None


def test_operations_of_training_are_as_stated_or_unknown(found: Found) -> None:
    assert found["epoch", "GPT-5.6 Sol"]["training_flop"] == 1e27
    assert found["arena", "o3-mini-high"]["training_flop"] is None
