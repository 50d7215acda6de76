"""Answers are refused unless they keep the form; what is refused is counted, and never repeated."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.claims.extracting.articles import edges_out
from tests.claims.extracting.endpoint import completion
from weighbridge.claims.extracting.answer import Answer, UnusableError, answer
from weighbridge.claims.extracting.proposal import MOST_CLAIMS, schema


def said(text: str | None, **more: Any) -> Answer:  # noqa: ANN401 - fields of a choice
    return answer(completion(text, **more).get_data())


def claims(*every: object) -> str:
    return json.dumps({"claims": every})


def test_proposals_are_read() -> None:
    found = said(claims(edges_out(), edges_out()))
    assert len(found.proposals) == 2
    assert found.malformed == 0
    assert said(claims()) == Answer((), 0)


@pytest.mark.parametrize(
    "around",
    ["{}", "\n {} \n", "```json\n{}\n```", "```\n{}```", "<think>hm {{</think>\n{}", "<think>x</think>```\n{}\n```"],
)
def test_what_models_put_around_it_is_taken_off(around: str) -> None:
    assert len(said(around.replace("{{", "[").replace("{}", claims(edges_out()))).proposals) == 1


@pytest.mark.parametrize(
    "changed",
    [
        {"verdict": "supported"},
        {"value": 1},
        {"start": 3},
        {"frame": "truth"},
        {"topic": "<script>"},
        {"relation": None},
        {"subjects": "DeepSeek"},
        {"subjects": ["x"] * 9},
        {"subjects": ["x" * 201]},
        {"subjects": [""]},
        {"subjects": [["DeepSeek"]]},
        {"sentence": "4"},
        {"sentence": 0},
        {"sentence": -1},
        {"sentence": 1.5},
        {"sentence": True},
        {"sentence": None, "quote": None},
        {"quote": "x" * 2001},
        {"quantity": {"words": "40 %", "verdict": "supported"}},
        {"quantity": {"value": 40}},
        {"quantity": 40},
        {"quantity": {"words": "40", "value": float("nan")}},
        {"platform": {"id": "openrouter"}},
    ],
)
def test_a_proposal_out_of_form_is_dropped_and_counted(changed: dict[str, object]) -> None:
    found = said(claims({**edges_out(), **changed}, edges_out()))
    assert len(found.proposals) == 1
    assert found.malformed == 1


def test_what_is_no_proposal_at_all_is_counted_too() -> None:
    assert said(claims(None, 1, "supported", [], [[[[]]]], {})) == Answer((), 6)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("I found no claims.", "form"),
        ("", "without a text"),
        (None, "without a text"),
        ("[]", "form"),
        ("{}", "form"),
        ('{"claims": {}}', "form"),
        ('{"claims": [], "verdicts": ["supported"]}', "form"),
        ('{"claims": [', "form"),
        ("[" * 100_000, "form"),
        ('{"claims": ' + "[" * 100_000 + "]" * 100_000 + "}", "form"),
        ('{"a":' * 50_000 + "1" + "}" * 50_000, "form"),
        (claims(*[{}] * (MOST_CLAIMS + 1)), "more than 100 claims"),
        (claims(*[1] * 300_000), "more than 100 claims"),
        ("```" + " " * 500_000 + "x", "form"),
        ("<think>" * 50_000, "form"),
        ('{"claims": [{"quote": "\\ud800"}]}', "form"),
    ],
)
def test_what_is_no_answer_is_refused(text: str | None, what: str) -> None:
    with pytest.raises(UnusableError, match=what):
        said(text)


@pytest.mark.parametrize(
    "body",
    [b"", b"hello", b"\xff\xfe", b"[]", b"{}", b'{"choices": []}', b'{"choices": [{}]}', b'{"error": "no"}',
     b'{"choices": [{"message": {"content": 5}}]}', b'{"choices": ' + b"[" * 200_000, b'{"x":' * 100_000],
)
def test_what_is_no_completion_is_refused(body: bytes) -> None:
    with pytest.raises(UnusableError, match="no chat completion"):
        answer(body)


def test_a_cut_answer_is_refused() -> None:
    with pytest.raises(UnusableError, match="cut its answer off"):
        said(claims(edges_out())[:-3], finish_reason="length")


def test_what_was_said_is_not_repeated() -> None:
    with pytest.raises(UnusableError) as caught:
        said('{"claims": [], "sk-secret-0123": 1}')
    assert "sk-secret" not in repr(caught.value)
    assert caught.value.__cause__ is None


def test_the_schema_names_every_field_and_no_other() -> None:
    made = schema()
    item = made["properties"]["claims"]["items"]
    assert item["additionalProperties"] is False
    assert set(item["required"]) == set(item["properties"])
    wanted = "sentence quote frame topic relation subjects objects platform quantity moment"
    assert set(item["properties"]) == set(wanted.split())
    assert "verdict" not in json.dumps(made)
    assert "maxLength" not in json.dumps(made)
