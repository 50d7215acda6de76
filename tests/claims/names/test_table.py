from __future__ import annotations

import pytest
from opencc import OpenCC

from tests.claims.names.lexicon import lexicon
from tests.claims.names.table import CHINESE, ENGLISH, TRADITIONAL
from tests.claims.tables import Cells, expressions

SENTENCES = {
    **expressions(ENGLISH, CHINESE),
    **{OpenCC("t2s").convert(text): cells for text, cells in expressions(TRADITIONAL).items()},
}


def named(text: str) -> tuple[Cells, ...]:
    return tuple(
        (text[one.start : one.end], str(one.naming.named), one.naming.id + "?" * one.possible)
        for one in lexicon().mentions(text)
    )


@pytest.mark.parametrize("text", SENTENCES)
def test_a_sentence_names_what_it_says(text: str) -> None:
    assert named(text) == SENTENCES[text]


def test_who_only_uses_models_holds_as_the_longer_name() -> None:
    text = "The U.S.-China Economic and Security Review Commission said so."
    (found,) = lexicon(adopters=True).mentions(text)
    assert (found.naming.named, text[found.start : found.end]) == ("adopter", text[4:-9])


def test_a_speaker_of_a_transcript_is_understood_by_the_other_slips() -> None:
    heard = "Something that opening I said. So opening line has been selling. The likes of ZG. And then Zippo."
    assert [one[2] for one in named(heard)] == ["openai?", "openai?", "zhipu-ai?", "zhipu-ai?"]
