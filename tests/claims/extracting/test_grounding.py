"""A proposal is a hint: names, number and days of the claim are those of the text, or there is no claim."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest

from tests.claims.extracting.articles import CHINESE, DAY, ENGLISH, article, edges_out, lexicon, understood
from weighbridge.article import Passage
from weighbridge.claim import Frame, Relation, Topic
from weighbridge.claims.dates import moments
from weighbridge.claims.extracting.excerpts import excerpts
from weighbridge.claims.extracting.grounding import Ground, grounded
from weighbridge.claims.extracting.joining import fresh
from weighbridge.claims.extracting.proposal import Proposal
from weighbridge.claims.extracting.words import DroppedError, Why
from weighbridge.claims.quantities import quantities
from weighbridge.claims.understanding.clauses import Found
from weighbridge.quantity import Hedge, Unit

if TYPE_CHECKING:
    from weighbridge.claim import Claim

SHARE: dict[str, Any] = {
    "sentence": 2,
    "frame": "share",
    "topic": "tokens",
    "relation": "is",
    "subjects": ["Chinese"],
    "platform": "OpenRouter",
    "quantity": {"words": "over 40 percent", "value": 0.9, "unit": "models", "hedge": "exact"},
    "moment": "last week",
}


@cache
def ground(text: str) -> Ground:
    one = article(text)
    found = Found(lexicon().mentions(one.text), quantities(one.text), moments(one.text, DAY))
    return Ground(one, lexicon(), found, understood(one).left)


def claim(said: dict[str, Any], text: str = ENGLISH) -> Claim:
    here = ground(text)
    piece, *_ = excerpts(here.article).pieces
    return grounded(Proposal.model_validate_json(json.dumps(said)), piece, here.within(piece))


def why(said: dict[str, Any], text: str = ENGLISH) -> Why:
    with pytest.raises(DroppedError) as caught:
        claim(said, text)
    return caught.value.why


def test_a_proposal_becomes_an_ordinary_claim() -> None:
    found = claim(edges_out())
    assert (found.frame, found.topic, found.relation) == (Frame.COMPARISON, Topic.DOWNLOADS, Relation.EXCEEDS)
    assert [side.id for side in (*found.subjects, *found.objects)] == ["deepseek", "mistral"]
    assert found.platform is not None
    assert found.platform.id == "hugging-face"
    assert found.proposed
    assert "edges out" in ENGLISH[found.start : found.end]


def test_the_number_is_that_of_the_words() -> None:
    found = claim(SHARE).quantity
    assert found is not None
    assert (found.value, found.unit, found.hedge) == (Decimal("0.4"), Unit.SHARE, Hedge.OVER)


def test_the_days_are_those_of_the_words() -> None:
    found = claim(SHARE).moment
    assert found is not None
    assert found.first is not None
    assert dt.timedelta(0) < DAY - found.first < dt.timedelta(15)


def test_chinese_is_read_alike() -> None:
    said = {**edges_out(), "sentence": 3, "quote": None, "subjects": ["通义千问"], "objects": ["llama"]}
    found = claim(said, CHINESE)
    assert [side.id for side in (*found.subjects, *found.objects)] == ["qwen", "llama"]
    share = {**SHARE, "subjects": ["中国"], "quantity": {"words": "四成以上"}, "moment": "上周"}
    assert claim(share, CHINESE).quantity == next(one for one in quantities(CHINESE))


def test_an_owner_stands_back() -> None:
    said = {**edges_out(), "sentence": 3, "quote": None, "subjects": ["Alibaba's Qwen"], "objects": ["Meta's  LLAMA"]}
    found = claim(said)
    assert [side.id for side in (*found.subjects, *found.objects)] == ["qwen", "llama"]


def test_a_name_may_stand_in_an_earlier_sentence_and_not_in_a_later_one() -> None:
    back = {**edges_out(), "subjects": ["Qwen"]}
    assert [side.id for side in claim(back).subjects] == ["qwen"]
    assert why({**edges_out(), "objects": ["Gemma"]}) is Why.NOT_IN_TEXT


def test_a_quote_alone_finds_its_sentence() -> None:
    assert claim({**edges_out(), "sentence": None}) == claim(edges_out())


def test_negation_is_read_from_the_text() -> None:
    text = "DeepSeek has not yet left Mistral in the dust in downloads on Hugging Face."
    said = {**edges_out(), "sentence": 1, "quote": None}
    assert claim(said, text).negated
    assert not claim(edges_out()).negated


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"sentence": 99}, Why.NOT_IN_TEXT),
        ({"sentence": 3}, Why.NOT_IN_TEXT),
        ({"quote": "DeepSeek has beaten everybody for ever"}, Why.NOT_IN_TEXT),
        ({"subjects": ["GPT-5"]}, Why.NOT_IN_TEXT),
        ({"subjects": ["rival"]}, Why.UNKNOWN_NAME),
        ({"subjects": ["Hugging Face"]}, Why.UNKNOWN_NAME),
        ({"platform": "DeepSeek"}, Why.UNKNOWN_NAME),
        ({"platform": " \u00a0 "}, Why.NOT_IN_TEXT),
        ({"quantity": {"words": "rival"}}, Why.UNREAD_QUANTITY),
        ({"quantity": {"words": "over 40 percent"}}, Why.NOT_IN_TEXT),
        ({"moment": "now"}, Why.UNREAD_MOMENT),
        ({"moment": "in 2019"}, Why.NOT_IN_TEXT),
        ({"objects": []}, Why.NO_FORM),
        ({"objects": ["DeepSeek"]}, Why.NO_FORM),
        ({"frame": "share"}, Why.NO_FORM),
        ({"relation": "is"}, Why.NO_FORM),
        ({"topic": "adoption"}, Why.NO_FORM),
        ({"frame": "lead", "relation": "leads"}, Why.NO_FORM),
        ({"sentence": 5, "quote": None, "objects": ["Llama"], "subjects": ["Qwen"]}, Why.NOT_JUDGED),
        ({"sentence": 6, "quote": None, "objects": ["Qwen"], "subjects": ["Llama"]}, Why.NOT_JUDGED),
    ],
)
def test_what_does_not_hold_is_dropped(changed: dict[str, Any], expected: Why) -> None:
    assert why({**edges_out(), **changed}) is expected


@pytest.mark.parametrize("frame", Frame)
@pytest.mark.parametrize("relation", Relation)
def test_no_form_passes_without_something_to_hold_it_against(frame: Frame, relation: Relation) -> None:
    """A share without a number would hold for every figure."""
    for topic in Topic:
        said = {**edges_out(), "objects": [], "platform": None, "frame": frame, "topic": topic, "relation": relation}
        try:
            found = claim(said)
        except DroppedError:
            continue
        assert relation in (*(Relation.LEADS, Relation.RISES, Relation.FALLS, Relation.HAPPENS),) or frame is Frame.LAG
        assert found.subjects


def test_what_the_rules_found_is_not_found_again() -> None:
    one = article()
    said = understood(one)
    again = claim(SHARE)
    assert fresh([again], said.claims, one.passages) == []
    new = claim(edges_out())
    assert fresh([new, new], [found for found in said.claims if found.start != new.start], one.passages) == [new]


def test_what_was_found_in_the_translation_is_not_found_again() -> None:
    passages = (Passage(0, 1000, "en"), Passage(1000, 2000, "zh", translation_of=0), Passage(2000, 3000, "en"))
    one = claim(SHARE)
    assert one.quantity is not None
    moved = replace(one.quantity, start=1010, end=1020)
    there = replace(one, start=1000, end=1050, quantity=moved)
    assert fresh([one], [there], passages) == []
    assert fresh([one], [replace(there, start=2000, end=2050)], passages) == [one]
    assert fresh([one], [replace(there, quantity=replace(moved, value=Decimal("0.5")))], passages) == [one]
    assert fresh([one], [replace(there, subjects=edges().subjects)], passages) == [one]


def test_two_platforms_and_two_numbers_are_two_claims() -> None:
    one, passages = claim(SHARE), article().passages
    assert one.platform is not None
    assert one.quantity is not None
    elsewhere = replace(one, platform=edges().platform)
    other = replace(one, quantity=replace(one.quantity, start=one.quantity.start + 1))
    assert fresh([one, elsewhere, other], [], passages) == [one, elsewhere, other]
    assert fresh([replace(one, platform=None), replace(one, quantity=None)], [one], passages) == []


def edges() -> Claim:
    return claim(edges_out())
