from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from weighbridge.engine import Engine
from weighbridge.entities import names
from weighbridge.entities import settings as grammar

if TYPE_CHECKING:
    from collections.abc import Iterable

# A published name: the model without its setting, and the setting, of what is sure.
SURE = {
    "gpt-5-2025-08-07_high": ("gpt-5", "2025-08-07, high"),
    "gpt-5 (high)": ("gpt-5", "high"),
    "grok-3-mini-high": ("grok-3-mini", "high"),
    "claude-opus-4-7_max": ("claude-opus-4-7", "max"),
    "gpt-5-2025-08-07_unknown": ("gpt-5", "2025-08-07, unknown"),
    "claude-opus-4-20250514_27K": ("claude-opus-4", "2025-05-14, 27k thinking"),
    "Claude Opus 4 (thinking-16k)": ("claude-opus-4", "16k thinking"),
    "claude-3-7-sonnet-20250219 (32k thinking tokens)": ("claude-3-7-sonnet", "2025-02-19, 32k thinking"),
    "gemini-2.5-flash-preview-04-17 (24K thinking)": ("gemini-2.5-flash-preview", "04-17, 24k thinking"),
    "claude-3-7-sonnet-thinking:1024": ("claude-3-7-sonnet", "1024 tokens thinking"),
    "claude-sonnet-4-20250514 (no thinking)": ("claude-sonnet-4", "2025-05-14, no thinking"),
    "Qwen3-235B-A22B-no-thinking": ("qwen3-235b-a22b", "no thinking"),
    "grok-4-1-fast-non-reasoning": ("grok-4-1-fast", "no thinking"),
    "GPT-4o (May 2024)": ("gpt-4o", "2024-05"),
    "Gemini 1.5 Pro (Sept 2024)": ("gemini-1.5-pro", "2024-09"),
    "Command R+ (08-2024)": ("command-r+", "2024-08"),
    "chatgpt-4o-01-29-2025": ("chatgpt-4o", "2025-01-29"),
    "gpt-4o-2024-05-13": ("gpt-4o", "2024-05-13"),
    "claude-sonnet-4@20250514": ("claude-sonnet-4", "2025-05-14"),
    "Phi-3-Mini-4K-Instruct-June-24": ("phi-3-mini-instruct", "4k, 2024-06"),
    "DeepSeek V3 (0324)": ("deepseek-v3", "0324"),
    "mistral-large-2411": ("mistral-large", "2411"),
    "gemini-1.5-pro-002": ("gemini-1.5-pro", "002"),
    "Codestral 25.01": ("codestral", "25.01"),
    "kimi-k2:free": ("kimi-k2", "free"),
    "us.anthropic.claude-3-5-sonnet-20241022-v2:0": ("us.anthropic.claude-3-5-sonnet", "2024-10-22"),
    "deepseek-v3p1": ("deepseek-v3.1", None),
    "LLAMA 2-CHAT 70B (8-shot)": ("llama-2-chat-70b", "8 shot"),
}
# Words that are as often part of a product's name stay in it.
KEPT = ["qwen3-max", "mistral-medium", "gpt-5.1-codex-max", "kimi-k2-thinking", "grok-4-fast", "qwen-turbo"]
# What comes off at which level, where no release bears the whole name.
LATE = {
    "gemini-2.0-flash-thinking-exp-01-21": [
        ("gemini-2.0-flash-thinking-exp", "01-21"),
        ("gemini-2.0-flash-thinking", "exp, 01-21"),
        ("gemini-2.0-flash", "thinking, exp, 01-21"),
        ("gemini-2.0-flash", "thinking, exp, 01-21"),
    ],
    "DeepSeek-V3.1-TEE": [("deepseek-v3.1-tee", None), *[("deepseek-v3.1", None)] * 3],
    "Llama-3.3-70B-Instruct-Turbo": [
        *[("llama-3.3-70b-instruct-turbo", None)] * 3,
        ("llama-3.3-70b-instruct", "turbo"),
    ],
}


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine(threads=1)


def read(engine: Engine, spoken: Iterable[str]) -> dict[str, list[tuple[str, str | None]]]:
    """Give each name at every level: without its setting, and the setting."""
    table = engine.table(pa.table({"name": list(spoken)}))
    levels = grammar.marked(table.name)
    columns = {f"without_{n}": grammar.without(m) for n, m in enumerate(levels)}
    columns |= {f"setting_{n}": grammar.setting(m) for n, m in enumerate(levels)}
    rows = engine.arrow(table.select("name", **columns)).to_pylist()
    return {r["name"]: [(r[f"without_{n}"], r[f"setting_{n}"]) for n in range(grammar.LEVELS)] for r in rows}


def test_a_name_falls_into_a_model_and_its_setting(engine: Engine) -> None:
    assert {name: levels[0] for name, levels in read(engine, SURE).items()} == SURE


def test_a_word_of_a_products_name_is_no_setting(engine: Engine) -> None:
    assert {name: levels[0] for name, levels in read(engine, KEPT).items()} == {name: (name, None) for name in KEPT}


def test_doubtful_words_come_off_step_by_step(engine: Engine) -> None:
    assert read(engine, LATE) == LATE


def test_only_a_day_or_a_numbered_version_holds_a_name_still(engine: Engine) -> None:
    spoken = ["ChatGPT-4o-latest (2025-03-26)", "gemini-1.5-pro-002", "chatgpt-4o-latest", "grok-3-mini-high", "phi-4k"]
    table = engine.table(pa.table({"name": spoken}))
    rows = engine.arrow(table.select("name", dated=grammar.dated(grammar.marked(table.name)[0]))).to_pylist()
    assert [row["name"] for row in rows if row["dated"]] == spoken[:2]


def test_a_version_number_is_one_however_it_is_set(engine: Engine) -> None:
    alike = [["llama-3.1", "llama3.1", "llama-3-1", "llama-v3.1"], ["claude-3.5-sonnet", "claude-sonnet-3-5"],
             ["deepseek-v3.2", "deepseek-v3-2"], ["gemini-3.0-pro", "gemini-3-pro"],
             ["o3-mini"], ["llama-3"]]  # fmt: skip
    table = engine.table(pa.table({"name": [name for group in alike for name in group]}))
    found = engine.arrow(table.select("name", loose=names.loose(table.name))).to_pylist()
    loose = {row["name"]: row["loose"] for row in found}
    assert [len({loose[name] for name in group}) for group in alike] == [1] * len(alike)
    assert len(set(loose.values())) == len(alike)


def test_sizes_stand_in_their_order(engine: Engine) -> None:
    sizes = {"Qwen3-235B-A22B-Instruct-2507": "235b-a22b", "Mixtral 8x22B": "8x22b", "Qwen-1_8B": "1.8b", "o3": None,
             "Qwen2.5-14B-Instruct-1M": "14b", "gemma-3n-e4b-it": "e4b", "smollm2:360m": None}  # fmt: skip
    table = engine.table(pa.table({"name": list(sizes)}))
    rows = engine.arrow(table.select("name", size=names.sizes(table.name))).to_pylist()
    assert {row["name"]: row["size"] for row in rows} == sizes


# Letters that make no word of the vocabularies.
WORDS = st.text(alphabet="cdjkqrvwyz", min_size=4, max_size=9)
ENDS = {"_high": "high", " (32k thinking)": "32k thinking", "-2024-05-13": "2024-05-13", ":free": "free", "": None}


@pytest.mark.parametrize("end", ENDS)
@settings(max_examples=2)
@given(words=st.lists(WORDS, min_size=1, max_size=60, unique=True))
def test_a_word_that_nobody_listed_is_no_setting(engine: Engine, words: list[str], end: str) -> None:
    found = read(engine, [f"Qwen3-{word}{end}" for word in words])
    assert {levels[-1] for levels in found.values()} == {(f"qwen3-{word}", ENDS[end]) for word in words}
