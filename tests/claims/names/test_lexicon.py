from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.claims.names.lexicon import lexicon
from tests.claims.names.test_table import SENTENCES, named
from weighbridge.claims.names import Lexicon
from weighbridge.claims.names.folding import folded, key
from weighbridge.mention import Named, Naming

PIECES = st.sampled_from(
    [
        *SENTENCES,
        "Qwen",
        "3",
        ".5",
        "-",
        " ",
        "中美",
        "中",
        "国",
        "(",
        ")",
        "DeepSeek",
        "R1",
        "Q1",
        "Zippo",
        "AI",
        "\u200b",
        "\u202e",
    ]
)
TEXTS = st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=12).map("".join))
HOSTILE = {
    "one letter": "a",
    "a name without end": "Qwen",
    "slips": "Zippo ",
    "quarters": "Q1 ",
    "versions": "Qwen 3-3-3.3.3 ",
    "tails": "DeepSeek R1 ",
    "pairs of countries": "中美",
    "brackets": "深度求索(",
    "common words": "StepFun Step ",
    "not to be seen": "\u200b\u202e",
    "separators": " -.",
    "points": "1.",
}


@given(TEXTS)
def test_mentions_lie_in_order_inside_the_text_and_apart(text: str) -> None:
    edges = [edge for one in lexicon().mentions(text) for edge in (one.start, one.end)]
    assert edges == sorted(edges)
    assert all(0 <= edge <= len(text) for edge in edges)
    assert all(one.start < one.end for one in lexicon().mentions(text))


@given(TEXTS)
def test_the_same_text_has_the_same_mentions(text: str) -> None:
    assert lexicon().mentions(text) == lexicon().mentions(text)


@given(st.text(max_size=60))
def test_a_text_folds_as_a_spelling_does(text: str) -> None:
    whole = folded(text)
    assert whole.text == key(text)
    assert len(whole.places) == len(whole.text)
    assert [text[place].lower() for place in whole.places if text[place].isascii()] == [
        char for char, place in zip(whole.text, whole.places, strict=True) if text[place].isascii()
    ]


def calls(text: str) -> int:
    """Count the calls that reading `text` takes: time that no other process can disturb."""
    counted = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal counted
        counted += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        lexicon().mentions(text)
    finally:
        sys.setprofile(None)
    return counted


@pytest.mark.parametrize("unit", HOSTILE.values(), ids=HOSTILE)
def test_twice_the_text_takes_twice_the_work(unit: str) -> None:
    calls(unit * 500)  # how spellings are written is thought of once
    assert calls(unit * 2000) <= 2.2 * calls(unit * 1000) + 200


@pytest.fixture(params=["a", "\u200b", "\u202e ", "💥"])
def ten_megabytes(request: pytest.FixtureRequest) -> Iterator[str]:
    unit: str = request.param
    return iter([unit * (10_000_000 // len(unit.encode()))])


def test_ten_megabytes_of_one_character_name_nothing(ten_megabytes: Iterator[str]) -> None:
    assert lexicon().mentions(next(ten_megabytes)) == ()


def test_what_cannot_be_seen_parts_no_name() -> None:
    assert named("Q\u200bwen and Deep\u202eSeek") == (
        ("Q\u200bwen", "family", "qwen"),
        ("Deep\u202eSeek", "organisation", "deepseek"),
    )


def test_a_gap_without_end_is_no_name() -> None:
    assert named("Hugging" + " " * 1000 + "Face") == ()


def test_half_a_character_is_no_fault() -> None:
    assert named("\ud800Qwen\udfff") == (("Qwen", "family", "qwen"),)


def test_an_empty_lexicon_finds_nothing() -> None:
    assert Lexicon(()).mentions("Qwen") == ()


def test_one_spelling_of_two_things_is_first_what_is_called_so() -> None:
    maker = Naming(Named.ORGANISATION, "maker", "Maker", ("Maker", "Thingy"), organisation="maker")
    family = Naming(Named.FAMILY, "thingy", "Thingy", ("Thingy",), organisation="maker")
    (found,) = Lexicon((maker, family)).mentions("A Thingy here.")
    assert found.naming is family
