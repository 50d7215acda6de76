"""What is found in the four real articles. They are not part of the repository, so nothing here quotes them."""

from __future__ import annotations

import datetime as dt
import itertools
import os
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from tests.claims.reading.mending import check_origin
from tests.conftest import ROOT, missing
from weighbridge.article import Article, Kind, YearlessDay
from weighbridge.claims.reading import read

INTERVIEW, SUMMARY = "bloomberg_toner_interview.txt", "open_source_race_summary.txt"
AGENCY, VALLEY = "reuters_uscc.txt", "silicon_valley_chinese_models.txt"


@cache
def article(name: str) -> Article:
    named = os.environ.get("WEIGHBRIDGE_ARTICLES")
    folder = Path(named) if named else ROOT.parent / "shared" / "articles"
    if not (folder / name).is_file():
        missing(f"no {name} in {folder}", "put the real articles there, or name their folder in WEIGHBRIDGE_ARTICLES")
    return read((folder / name).read_bytes(), None, name)


def kinds(name: str) -> Counter[str]:
    return Counter(str(passage.kind) for passage in article(name).passages)


def untied(name: str, kind: Kind) -> list[int]:
    """Give the passages of one kind that neither are a translation nor have one."""
    passages = article(name).passages
    sources = {passage.translation_of for passage in passages}
    return [
        index
        for index, passage in enumerate(passages)
        if passage.kind is kind and passage.translation_of is None and index not in sources
    ]


@pytest.mark.parametrize("name", [INTERVIEW, SUMMARY, AGENCY, VALLEY])
def test_every_character_has_a_place(name: str) -> None:
    found = article(name)
    check_origin(found.text, found.origin, found.original)
    inside = [found.quoted(passage.start, passage.end) for passage in found.passages]
    # The text's letters stand in the original where the passages say, and nowhere twice.
    places = [found.span(passage.start, passage.end) for passage in found.passages]
    assert places == sorted(places)
    assert all(before[1] <= after[0] for before, after in itertools.pairwise(places))
    assert all(part.strip() for part in inside)


@pytest.mark.parametrize(
    ("name", "language", "published_on"),
    [(INTERVIEW, "en", None), (SUMMARY, "en", dt.date(2025, 8, 14)), (AGENCY, "en", None), (VALLEY, "zh", None)],
)
def test_language_and_day_are_what_is_stated(name: str, language: str, published_on: dt.date | None) -> None:
    assert (article(name).language, article(name).published_on) == (language, published_on)


def test_the_interview_has_comments_in_two_languages() -> None:
    found = article(INTERVIEW)
    assert kinds(INTERVIEW) == {"boilerplate": 4, "title": 3, "body": 16, "comment": 103}
    assert found.comments_from is not None
    comments = [passage for passage in found.passages if passage.kind is Kind.COMMENT]
    assert min(comment.start for comment in comments) == found.comments_from
    # One line announces them; then 34 names, 34 comments, 34 translations.
    assert sum(comment.translation_of is not None for comment in comments) == 34
    assert len(untied(INTERVIEW, Kind.COMMENT)) == 1 + 34


def test_the_interviews_every_answer_has_its_translation() -> None:
    found = article(INTERVIEW)
    assert untied(INTERVIEW, Kind.BODY) == []
    for passage in found.passages:
        if passage.translation_of is not None:
            assert found.passages[passage.translation_of].language == "en"
            assert passage.language == "zh"


def test_the_interviews_slips_of_names_are_left() -> None:
    text = article(INTERVIEW).text
    assert all(slip in text for slip in ("Zippo", "Deep Sea", "deep SIK", "Q1", "ZG"))


def test_the_agencys_report_is_tied_line_by_line() -> None:
    found = article(AGENCY)
    assert kinds(AGENCY) == {"body": 38}
    assert [passage.translation_of for passage in found.passages] == [
        None if index % 2 == 0 else index - 1 for index in range(38)
    ]
    assert found.title is None
    # It was a Monday; the year is nowhere stated.
    assert found.day_without_year == YearlessDay(3, 23, 0)


def test_the_summarys_list_is_taken_apart() -> None:
    found = article(SUMMARY)
    assert kinds(SUMMARY) == {"body": 11, "title": 1, "boilerplate": 1}
    assert found.passages[-2].kind is Kind.TITLE
    assert found.passages[-2].language == "zh"
    assert all(passage.translation_of is None for passage in found.passages)


def test_the_valleys_readings_and_lost_quotes_are_mended() -> None:
    found = article(VALLEY)
    assert found.repairs == {"byte_slips": 4, "remnants": 2, "readings": 90, "simplified": 605}
    assert kinds(VALLEY) == {"title": 1, "body": 28, "caption": 1, "boilerplate": 1}
    body = [found.text[passage.start : passage.end] for passage in found.passages if passage.kind is Kind.BODY]
    assert not any(mark in text for text in body for mark in ("?!", "/p>", "(fā)", "(zhàn)"))
    assert all(text.count("“") == text.count("”") for text in body)


@pytest.mark.parametrize(("figure", "stood"), [("3.853亿", "3.853億"), ("3.462亿", "3.462億"), ("1060万", "1060萬")])
def test_the_valleys_figures_are_found_where_they_stand(figure: str, stood: str) -> None:
    found = article(VALLEY)
    start = found.text.index(figure)
    assert found.quoted(start, start + len(figure)) == stood


def test_the_valleys_names_in_brackets_stay() -> None:
    text = article(VALLEY).text
    assert all(f"({name})" in text for name in ("Chamath Palihapitiya", "Brian Chesky", "Moonshot AI", "Qwen"))
