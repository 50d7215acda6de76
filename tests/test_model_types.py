from __future__ import annotations

import pytest

from weighbridge.model_types import MODEL_TYPES, model_type_of
from weighbridge.record import Reading
from weighbridge.sources import Issues


def read(*tags: str) -> tuple[str | None, Issues]:
    issues = Issues()
    return model_type_of(tags, "maker/model", Reading("file", issues)), issues


def test_a_tag_that_is_a_model_type_is_read() -> None:
    assert read("transformers", "qwen3_5", "conversational") == ("qwen3_5", Issues())


@pytest.mark.parametrize("tags", [(), ("qwen3.5",), ("Qwen3_5",), ("qwen",), ("rag",), ("license:bert",)])
def test_other_words_are_no_model_type(tags: tuple[str, ...]) -> None:
    assert read(*tags) == (None, Issues())


def test_two_model_types_are_none_and_counted() -> None:
    found, issues = read("gemma4", "gemma")
    assert found is None
    assert issues.examples == {"more than one model type": "file: maker/model is gemma and gemma4"}


def test_a_model_type_that_stands_twice_is_one() -> None:
    assert read("llama", "llama") == ("llama", Issues())


def test_the_vocabulary_is_whole() -> None:
    assert len(MODEL_TYPES) == 803
    assert {"qwen3", "llama", "gpt_oss", "deepseek_v3", "wav2vec2-bert", "EvollaModel"} <= MODEL_TYPES
