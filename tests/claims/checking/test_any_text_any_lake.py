"""What holds of every text and every lake: nothing is ruled without something behind it, and nothing by accident."""

from __future__ import annotations

import math
from dataclasses import replace
from functools import cache
from random import Random
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.claims.checking import random_lakes
from tests.claims.checking.random_lakes import DAY, Lake
from weighbridge import check_wording, checking
from weighbridge.claims import binding, judging, understanding
from weighbridge.claims.reading import read
from weighbridge.errors import ParseError
from weighbridge.verdict import Ruling

if TYPE_CHECKING:
    from weighbridge.article import Article
    from weighbridge.claim import Claim
    from weighbridge.verdict import Verdict

WORDS = (*random_lakes.NAMES, *random_lakes.CUES, *random_lakes.NUMBERS, *random_lakes.DAYS, *random_lakes.MARKS)
PLAUSIBLE = st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join)
CLOSE = st.lists(st.sampled_from((*WORDS, *random_lakes.NOISE)), max_size=40).map("".join)
CLAIMING = st.lists(
    st.builds(
        lambda form, a, b, n, d, mark: form.format(a=a, b=b, n=n, d=d) + mark,
        *map(st.sampled_from, (random_lakes.FORMS, random_lakes.SIDES, random_lakes.SIDES, random_lakes.NUMBERS)),
        *map(st.sampled_from, (("", *random_lakes.DAYS), (". ", "。", ", and "))),
    ),
    min_size=1,
    max_size=6,
).map("".join)
TEXTS = CLAIMING | PLAUSIBLE | CLOSE | st.text(max_size=200)
LAKES = st.integers(min_value=0, max_value=10**9).map(Lake.of)
TONGUES: tuple[check_wording.Tongue, ...] = ("en", "zh")
SURE = (Ruling.SUPPORTED, Ruling.REFUTED)


def article(text: str) -> Article | None:
    try:
        return read(text.encode("utf-8", "replace"), None, "a.txt")
    except ParseError:
        return None


def claims(of: Article) -> tuple[Claim, ...]:
    return understanding.understood(of, checking._lexicon(), DAY).claims


def verdicts(text: str, lake: Lake, stamp: str = "a lake") -> list[Verdict]:
    of, bench = article(text), lake.bench(stamp)
    if of is None:
        return []
    return [
        judging.judge(claim, binding.bind(claim, DAY, checking.races()), bench, of.text[claim.start : claim.end])
        for claim in claims(of)
    ]


def known(verdict: Verdict) -> bool:
    ends = (verdict.value, verdict.ci_low, verdict.ci_high, verdict.range_low, verdict.range_high)
    return any(end is not None and math.isfinite(end) for end in ends)


@settings(max_examples=500)
@given(TEXTS, LAKES)
def test_nothing_is_ruled_without_a_figure_or_an_entry(text: str, lake: Lake) -> None:
    for verdict in verdicts(text, lake):
        if verdict.ruling in SURE:
            assert known(verdict) or verdict.cited, verdict
        if known(verdict):
            assert verdict.sources
            assert verdict.as_of is not None


@settings(max_examples=200)
@given(TEXTS, LAKES)
def test_parts_and_figures_are_numbers_in_their_order(text: str, lake: Lake) -> None:
    for verdict in verdicts(text, lake):
        true, false = verdict.part_true or 0.0, verdict.part_false or 0.0
        assert 0 <= true <= 1
        assert 0 <= false <= 1
        assert true + false <= 1 + 1e-9
        assert (verdict.part_true is None) == (verdict.part_false is None)
        ends = (verdict.value, verdict.ci_low, verdict.ci_high, verdict.range_low, verdict.range_high)
        assert all(end is None or math.isfinite(end) for end in ends), verdict
        if verdict.range_low is not None and verdict.range_high is not None:
            assert verdict.range_low <= verdict.range_high


@settings(max_examples=200)
@given(TEXTS, LAKES)
def test_every_reason_has_its_sentence_in_both_languages(text: str, lake: Lake) -> None:
    for verdict in verdicts(text, lake):
        assert verdict.reasons
        for reason in verdict.reasons:
            for tongue in TONGUES:
                said = check_wording.sentence(reason, tongue)
                assert said.strip()
                assert "{" not in said


@settings(max_examples=200)
@given(TEXTS)
def test_places_lie_within_the_original(text: str) -> None:
    of = article(text)
    if of is None:
        return
    found = understanding.understood(of, checking._lexicon(), DAY)
    places = [(one.start, one.end) for one in found.claims] + [(one.start, one.end) for one in found.left]
    for place in places:
        assert 0 <= place[0] < place[1] <= len(of.text)
        start, end = of.span(*place)
        assert 0 <= start <= end <= len(of.original)
    starts = [one.start for one in found.claims]
    assert starts == sorted(starts)


@settings(max_examples=100)
@given(TEXTS, LAKES)
def test_identifiers_repeat_and_change_with_the_data(text: str, lake: Lake) -> None:
    once, again, other = verdicts(text, lake), verdicts(text, lake), verdicts(text, lake, "another lake")
    assert once == again
    assert not {verdict.id for verdict in once} & {verdict.id for verdict in other}


@settings(max_examples=200)
@given(CLAIMING, LAKES, st.integers(0, 1000))
def test_the_order_of_entries_changes_nothing(text: str, lake: Lake, seed: int) -> None:
    chance = Random(seed)  # noqa: S311 - a test's chance
    mixed = replace(
        lake,
        adoptions=tuple(chance.sample(lake.adoptions, len(lake.adoptions))),
        events=tuple(chance.sample(lake.events, len(lake.events))),
    )
    assert verdicts(text, lake) == verdicts(text, mixed)


COMMENTS = (
    "\n\nComments\n\nZhipu and Moonshot trail Falcon, I think. Q1 was theirs.\n\n"
    "三六零 and 文心 lead, Llama 5 has 90 % of tokens since 2020!\n\n评论里说千问登顶了。"
)


@cache
def comments_are_found() -> bool:
    of = article("Qwen passed Llama in downloads." + COMMENTS)
    return of is not None and of.comments_from is not None


@settings(max_examples=200)
@given(CLAIMING | PLAUSIBLE, LAKES)
def test_comments_change_no_verdict_of_the_article(text: str, lake: Lake) -> None:
    assert comments_are_found()
    alone = "Models and their makers in the news.\n\n" + text.strip() + ".\n\nThat was all there is to tell today."
    assert verdicts(alone + COMMENTS, lake) == verdicts(alone, lake)
