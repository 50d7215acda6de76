"""Precision and recall on four real articles, against what was labelled by reading them."""

from __future__ import annotations

import os
import unicodedata
from decimal import Decimal
from pathlib import Path

import pytest

from tests.claims.labels import ARTICLES
from tests.conftest import ROOT
from weighbridge.claims.dates import moments
from weighbridge.claims.quantities import quantities

FOLDER = Path(os.environ.get("WEIGHBRIDGE_ARTICLES") or ROOT.parent / "shared" / "articles")
# One character for one, so that the labels' places hold: what the reading of an article does, as far as these need it.
SIMPLIFIED = str.maketrans(
    "萬億約個過來從幾兩為時間載開發數這報進當週歲後質業國達與",
    "万亿约个过来从几两为时间载开发数这报进当周岁后质业国达与",
)
LEAST = 0.95

needs_articles = pytest.mark.skipif(
    not FOLDER.is_dir(), reason=f"NOT MEASURED: no articles in {FOLDER}; set WEIGHBRIDGE_ARTICLES to their folder"
)
# Where it begins and ends, and what it is.
Seen = tuple[int, int, tuple[object, ...]]


def text(name: str) -> str:
    raw = (FOLDER / name).read_text("utf-8")
    narrow = (unicodedata.normalize("NFKC", char) for char in raw)
    return "".join(new if len(new) == 1 else old for old, new in zip(raw, narrow, strict=True)).translate(SIMPLIFIED)


def labelled() -> tuple[list[Seen], list[Seen]]:
    """What the labels hold, and what is found, article after article: places of one begin far after the other's."""
    said: list[Seen] = []
    found: list[Seen] = []
    for number, (name, labels) in enumerate(ARTICLES.items()):
        far = number * 10**6
        for start, end, unit, value in labels.quantities:
            said.append((far + start, far + end, (unit, None if value is None else Decimal(value))))
        found += [(far + one.start, far + one.end, (str(one.unit), one.value)) for one in quantities(text(name))]
    return said, found


def dated() -> tuple[list[Seen], list[Seen]]:
    said: list[Seen] = []
    found: list[Seen] = []
    for number, (name, labels) in enumerate(ARTICLES.items()):
        far = number * 10**6
        said += [(far + start, far + end, (first, last)) for start, end, first, last in labels.moments]
        for one in moments(text(name), labels.day):
            days = tuple(None if day is None else str(day) for day in (one.first, one.last))
            found.append((far + one.start, far + one.end, days))
    return said, found


def agreeing(ones: list[Seen], others: list[Seen]) -> list[Seen]:
    """Those of `ones` that overlap one of the others which is the same thing."""
    return [one for one in ones if any(one[0] < two[1] and two[0] < one[1] and one[2] == two[2] for two in others)]


@needs_articles
@pytest.mark.parametrize("seen", [labelled, dated], ids=["quantities", "moments"])
def test_the_articles_are_understood(seen: object, capsys: pytest.CaptureFixture[str]) -> None:
    said, found = labelled() if seen is labelled else dated()
    recall, precision = len(agreeing(said, found)) / len(said), len(agreeing(found, said)) / len(found)
    with capsys.disabled():
        print(f"\n{len(said)} labelled, {len(found)} found: recall {recall:.3f}, precision {precision:.3f}")  # noqa: T201 - scores are to be seen
    missed = [one for one in said if one not in agreeing(said, found)]
    wrong = [one for one in found if one not in agreeing(found, said)]
    assert recall >= LEAST, missed
    assert precision >= LEAST, wrong


def test_labels_lie_apart() -> None:
    for labels in ARTICLES.values():
        for rows in (labels.quantities, labels.moments):
            edges = [edge for start, end, *_ in rows for edge in (start, end)]
            assert edges == sorted(edges)
