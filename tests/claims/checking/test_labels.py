"""The labels are well formed: places lie within texts, ids exist, and what the issue names is covered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest

from tests.claims.checking.labelled import Article, Claim, Expected, Frame, Span, Unjudged, Written
from tests.claims.checking.labels import (
    ARTICLES,
    FURTHER,
    HELD_OUT,
    MORE,
    WITHOUT_CLAIMS,
    WITHOUT_CLAIMS_FURTHER,
    WITHOUT_CLAIMS_HELD_OUT,
    WITHOUT_CLAIMS_MORE,
    WRITTEN,
)
from tests.claims.test_articles import FOLDER, needs_articles
from weighbridge import discover
from weighbridge.entities import testimony
from weighbridge.entities.curated import load
from weighbridge.quantity import Hedge, Unit

SENTENCES = WRITTEN + MORE + FURTHER + HELD_OUT
SILENT = WITHOUT_CLAIMS + WITHOUT_CLAIMS_MORE + WITHOUT_CLAIMS_FURTHER + WITHOUT_CLAIMS_HELD_OUT
WRITTEN_CLAIMS = [claim for one in SENTENCES for claim in one.claims]
ARTICLE_CLAIMS = [one.claim for article in ARTICLES.values() for one in article.claims]
# Units that the issue names; a unit of a count without a name is `plain`.
NAMED_UNITS = frozenset(
    {
        *(Unit.SHARE, Unit.PERCENTAGE_POINTS, Unit.TIMES, Unit.TOKENS, Unit.DOWNLOADS, Unit.DERIVATIVES),
        *(Unit.PARAMETERS, Unit.MODELS, Unit.MONTHS, Unit.USD_PER_MTOK, Unit.CNY_PER_MTOK, Unit.POINTS, Unit.RANK),
        *(Unit.PLAIN, Unit.ORGANISATIONS),
    }
)
# A run of so many characters that also stands in an article is taken for a copy.
COPIED = {"en": 40, "zh-Hans": 14, "zh-Hant": 14}


def spans(article: Article) -> Iterator[Span]:
    yield from (span for one in article.claims for span in one.spans)
    yield from (span for one in article.not_judged for span in one.spans)


def text(name: str) -> str:
    return (FOLDER / name).read_bytes().decode("utf-8")


def splits_a_word(whole: str, at: int) -> bool:
    around = whole[max(at - 1, 0) : at + 1]
    return len(around) == 2 and all(char.isascii() and char.isalnum() for char in around)


@needs_articles
@pytest.mark.parametrize("name", ARTICLES)
def test_spans_hold_their_key_words(name: str) -> None:
    whole = text(name)
    for span in spans(ARTICLES[name]):
        inside = whole[span.start : span.end]
        assert 0 <= span.start < span.end <= len(whole)
        assert span.key in inside, span
        assert inside == inside.strip(), span
        assert not splits_a_word(whole, span.start), span
        assert not splits_a_word(whole, span.end), span


@needs_articles
def test_comments_begin_after_the_last_claim() -> None:
    for name, article in ARTICLES.items():
        if article.comments_from is not None:
            assert max(span.end for span in spans(article)) <= article.comments_from < len(text(name))


@needs_articles
def test_both_languages_of_a_bilingual_article_are_one_claim() -> None:
    for name in ("bloomberg_toner_interview.txt", "reuters_uscc.txt"):
        for one in ARTICLES[name].claims:
            english, chinese = (text(name)[span.start : span.end] for span in one.spans)
            assert sum(char.isascii() for char in english) > len(english) * 0.9
            assert sum("一" <= char <= "鿿" for char in chinese) > 3


def runs(whole: str, length: int) -> set[str]:
    return {whole[at : at + length] for at in range(len(whole) - length + 1)}


@needs_articles
def test_no_sentence_is_copied() -> None:
    everything = [(one.text, one.language) for one in SENTENCES + SILENT]
    for claim in WRITTEN_CLAIMS + ARTICLE_CLAIMS:
        everything += [(claim.reason, "en"), (claim.nuance, "en")]
    for name in ARTICLES:
        whole = text(name)
        theirs = {length: runs(whole, length) for length in set(COPIED.values())}
        for words, language in everything:
            length = COPIED[language]
            assert not runs(words, length) & theirs[length], words


def known() -> set[str]:
    entries = load()
    ids = {one.id for one in entries.organisations} | {one.id for one in entries.families}
    ids |= {release.id for family in entries.families for release in family.releases}
    ids |= {one.country for one in entries.organisations if one.country}
    return ids | {naming.id for naming in testimony.namings()} | {"open", "closed"}


def test_entities_exist() -> None:
    ids = known()
    for claim in WRITTEN_CLAIMS + ARTICLE_CLAIMS:
        assert claim.entities
        assert set(claim.entities) <= ids, set(claim.entities) - ids


def test_measures_exist_and_weigh_by_what_labels_say() -> None:
    measures = discover.measures()
    for claim in WRITTEN_CLAIMS + ARTICLE_CLAIMS:
        assert claim.measures
        assert set(claim.measures) <= {*measures, "evidence", "events"}
        weighing = [measures[name].MEASURE for name in claim.measures if name in measures]
        assert claim.by is None or claim.by in weighing[0].groupings, claim


def test_reasons_are_given() -> None:
    for claim in WRITTEN_CLAIMS + ARTICLE_CLAIMS:
        assert claim.reason.endswith(".")
        assert not claim.nuance or claim.nuance.endswith(".")


def forwards(claim: Claim) -> bool:
    first, last = claim.days or (None, None)
    low, high = (claim.said.low, claim.said.high) if claim.said else (None, None)
    days = first is None or last is None or first <= last
    return days and (low is None or high is None or low <= high)


def test_days_and_quantities_run_forwards_and_are_not_open_twice() -> None:
    for claim in WRITTEN_CLAIMS + ARTICLE_CLAIMS:
        assert forwards(claim), claim
        assert claim.days != (None, None), claim
        assert claim.said is None or (claim.said.low, claim.said.high) != (None, None), claim


def test_clauses_stand_in_their_texts() -> None:
    for one in SENTENCES:
        assert one.claims, one.text
        assert all(claim.clause in one.text for claim in one.claims)
        assert len({(claim.clause, claim.frame, claim.entities) for claim in one.claims}) == len(one.claims)
        assert len(one.claims) == 1 or all(claim.clause for claim in one.claims)


def languages(ones: tuple[Written, ...]) -> Counter[str]:
    return Counter(one.language for one in ones)


def test_there_are_enough_of_each_language() -> None:
    counted = languages(SENTENCES)
    assert counted["en"] >= 30
    assert counted["zh-Hans"] >= 15
    assert counted["zh-Hant"] >= 15
    assert len({one.text for one in SENTENCES + SILENT}) == len(SENTENCES) + len(SILENT)


def test_a_third_is_false_or_cannot_be_answered() -> None:
    for half in (WRITTEN, MORE, FURTHER, HELD_OUT):
        claims = [claim for one in half for claim in one.claims]
        wrong = [claim for claim in claims if claim.verdict in {Expected.REFUTED, Expected.NOT_ENOUGH}]
        assert len(wrong) * 3 >= len(claims)


def test_the_halves_are_alike() -> None:
    assert not any(one.held_out for one in WRITTEN + MORE + FURTHER)
    assert not any(one.held_out for one in WITHOUT_CLAIMS + WITHOUT_CLAIMS_MORE + WITHOUT_CLAIMS_FURTHER)
    assert all(one.held_out for one in HELD_OUT + WITHOUT_CLAIMS_HELD_OUT)
    mine, theirs = languages(WRITTEN), languages(HELD_OUT)
    assert all(abs(mine[language] - theirs[language]) <= 1 for language in mine)


def test_every_frame_hedge_unit_and_verdict_is_covered() -> None:
    said = [claim.said for claim in WRITTEN_CLAIMS if claim.said is not None]
    assert {claim.frame for claim in WRITTEN_CLAIMS} == set(Frame)
    assert {claim.verdict for claim in WRITTEN_CLAIMS} == set(Expected)
    assert {one.hedge for one in said} == set(Hedge)
    assert {one.unit for one in said} >= NAMED_UNITS


def test_every_frame_stands_in_both_halves() -> None:
    for half in (WRITTEN, MORE, FURTHER, HELD_OUT):
        assert {claim.frame for one in half for claim in one.claims} == set(Frame)


def test_texts_without_claims_make_none() -> None:
    assert len(SILENT) >= 15
    assert {one.unjudged for one in SILENT} == set(Unjudged)
    assert not any(one.claims for one in SILENT)
    assert not any(one.unjudged for one in SENTENCES)


@pytest.mark.parametrize("claim", [claim for claim in ARTICLE_CLAIMS if claim.optional], ids=lambda claim: claim.reason)
def test_what_may_be_missed_is_never_a_number(claim: Claim) -> None:
    assert claim.said is None
