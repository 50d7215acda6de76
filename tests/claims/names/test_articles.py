"""Precision and recall on four real articles, against what was labelled by reading them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.claims.names.labels import ARTICLES
from tests.claims.names.lexicon import lexicon
from tests.conftest import ROOT
from weighbridge.claims.reading import read

FOLDER = Path(os.environ.get("WEIGHBRIDGE_ARTICLES") or ROOT.parent / "shared" / "articles")
LEAST = 0.97
# Places in the file as it is, what is named, and its id.
Seen = tuple[str, int, int, str, str]

needs_articles = pytest.mark.skipif(
    not FOLDER.is_dir(), reason=f"NOT MEASURED: no articles in {FOLDER}; set WEIGHBRIDGE_ARTICLES to their folder"
)


def labelled(article: str) -> list[Seen]:
    seen = []
    for label in ARTICLES[article].split():
        place, named, identifier = label.split(":")
        start, end = map(int, place.split("-"))
        seen.append((article, start, end, named, identifier))
    return seen


def found(article: str) -> list[Seen]:
    text = read((FOLDER / article).read_bytes(), None, article)
    return [
        (article, *text.span(one.start, one.end), str(one.naming.named), one.naming.id + "?" * one.possible)
        for one in lexicon().mentions(text.text)
    ]


@needs_articles
def test_the_articles_name_what_was_labelled(capsys: pytest.CaptureFixture[str]) -> None:
    said = {label for article in ARTICLES for label in labelled(article)}
    seen = {one for article in ARTICLES for one in found(article)}
    recall, precision = len(said & seen) / len(said), len(said & seen) / len(seen)
    with capsys.disabled():
        print(f"\n{len(said)} names labelled, {len(seen)} found: recall {recall:.3f}, precision {precision:.3f}")  # noqa: T201 - scores are to be seen
    assert recall >= LEAST, sorted(said - seen)
    assert precision >= LEAST, sorted(seen - said)


@needs_articles
def test_a_country_spoken_of_is_not_the_maker_that_was_meant() -> None:
    spoken = [one for one in found("bloomberg_toner_interview.txt") if one[3:] == ("country", "JP")]
    assert len(spoken) == 5


def test_labels_lie_apart() -> None:
    for article in ARTICLES:
        edges = [edge for one in labelled(article) for edge in one[1:3]]
        assert edges == sorted(edges)
