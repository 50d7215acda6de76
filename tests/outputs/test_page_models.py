from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from tests.outputs.books import HOSTILE
from tests.outputs.placed import UNKNOWN, WHOLE, book, many, place, plane
from tests.outputs.test_page import Reader
from weighbridge.outputs import datapackage, page
from weighbridge.plane import Reach

CELLS = re.compile(r"<t([dh]) role=\"(?:cell|rowheader)\" (?:scope=\"row\"|data-label)[^>]*>(.*?)</t\1>", re.DOTALL)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    where = tmp_path_factory.mktemp("site")
    made = replace(book(), planes=(plane(place("a", 1, 150, Reach.FRONTIER)),))
    page.write(made, where)
    datapackage.write(made, where)
    return where


@pytest.fixture(scope="module")
def html(site: Path) -> str:
    return (site / "index.html").read_text("utf-8")


def listed(html: str) -> list[list[str]]:
    """Give the rows of the list of models as their cells' text."""
    table = html.partition('class="models"')[2].partition("</table>")[0]
    rows = [row for row in table.split("<tr ")[2:] if 'class="measure"' not in row]
    return [[" ".join(Reader(cell).text.split()) for _, cell in CELLS.findall(row)] for row in rows]


def test_models_stand_between_the_charts_and_the_frontier(html: str) -> None:
    places = [html.index(f'<section id="{name}"') for name in ("token_share", "models", "frontier", "sources")]
    assert places == sorted(places)
    assert '<a href="#models">Models</a>' in html


def test_a_row_has_every_figure_of_a_model(html: str) -> None:
    whole = next(row for row in listed(html) if row[0].startswith("Whole"))
    assert whole == [
        *("Whole-7B (thinking)Acme Labs, France", "open licence2026-05-04", "150.0148.0–153.0", "149.5147.0–151.0"),
        *("0", "7.00 B1.50 B active", "0", "1.23 M", "950"),
    ]


def test_unknown_is_a_dash_and_zero_is_zero() -> None:
    told = {heading: figure for heading, figure, _ in page._line(UNKNOWN).cells}
    assert set(told.values()) == {page.NOTHING}
    assert page._line(UNKNOWN).made == "maker not known"
    assert {heading: figure for heading, figure, _ in page._line(WHOLE).cells}["Tokens 7 d"] == "0"


def test_an_interval_of_which_one_end_is_known_says_which() -> None:
    assert page._ability(150.0, None, 152.0) == ("150.0", "at most 152.0")
    assert page._ability(150.0, None, None) == ("150.0", "")


def test_the_most_capable_come_first_then_the_open_ones(html: str) -> None:
    rows = listed(html)
    assert len(rows) == page.MOST_CAPABLE + page.MOST_OPEN - 1  # one open model is among the most capable
    assert "The 30 most capable" in html
    assert "The rest of the 20 most capable with open weights" in html


def test_no_model_is_listed_twice(html: str) -> None:
    names = [row[0] for row in listed(html)]
    assert len(set(names)) == len(names)


def test_a_model_without_a_score_is_in_the_package_only(site: Path, html: str) -> None:
    assert "Bare" not in html
    assert "\nbare,Bare," in (site / "data" / "models.csv").read_text("utf-8")
    assert f"All {len(many())} rows" in html


def test_names_from_strangers_are_text(html: str) -> None:
    read = Reader(html)
    assert read.faults == []
    assert "\u202e" not in html
    assert not [name for name in HOSTILE if name.startswith("<") and name in html]
    assert not {tag for tag, _ in read.elements} & {"script", "img", "iframe"}


def test_links_of_the_section_lead_somewhere(html: str, site: Path) -> None:
    targets = re.findall(r'href="(data/models[^"]*)"', html)
    assert targets == ["data/models.csv", "data/models.parquet"]
    assert all((site / target).is_file() for target in targets)


def test_without_models_there_is_no_section(tmp_path: Path) -> None:
    page.write(replace(book(), models=()), tmp_path)
    assert "#models" not in (tmp_path / "index.html").read_text("utf-8")


def test_few_models_are_counted_as_they_are() -> None:
    assert [(says, len(lines)) for says, lines in page._lines((WHOLE, UNKNOWN))] == [("The 1 most capable", 1)]
