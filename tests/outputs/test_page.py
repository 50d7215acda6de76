from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.outputs.books import HOSTILE, book, bounded, chapter
from weighbridge.outputs import Entry, datapackage, page

VOID = frozenset({"meta", "link"})


class Reader(HTMLParser):
    """What a browser makes of the page: elements with their attributes, text, and whether tags pair up."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.text = ""
        self.faults: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> at {self.getpos()}")

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    where = tmp_path_factory.mktemp("site")
    page.write(book(), where)
    datapackage.write(book(), where)
    return where


@pytest.fixture(scope="module")
def html(site: Path) -> str:
    return (site / "index.html").read_text("utf-8")


@pytest.fixture(scope="module")
def read(html: str) -> Reader:
    return Reader(html)


def test_tags_pair_up(read: Reader) -> None:
    assert read.faults == []
    assert read.open == []


def test_nothing_runs_and_nothing_is_fetched(read: Reader) -> None:
    tags = {tag for tag, _ in read.elements}
    assert not tags & {"script", "iframe", "object", "embed", "img", "form", "base", "foreignobject", "image", "use"}
    assert not [name for _, attributes in read.elements for name in attributes if name.startswith("on")]
    addresses = [a.get("href") or a.get("src") for _, a in read.elements if "href" in a or "src" in a]
    assert not [a for a in addresses if a is None or urlsplit(a).scheme not in ("", "data") or urlsplit(a).netloc]
    policy = next(a["content"] for tag, a in read.elements if a.get("http-equiv") == "Content-Security-Policy")
    assert policy is not None
    assert policy.startswith("default-src 'none';")


def test_every_link_leads_somewhere(read: Reader, site: Path) -> None:
    ids = [a["id"] for _, a in read.elements if "id" in a]
    assert len(ids) == len(set(ids))
    for tag, attributes in read.elements:
        target = attributes.get("href") if tag == "a" else None
        if target and target.startswith("#"):
            assert target[1:] in ids
        elif target:
            assert (site / target).is_file(), target


def test_headings_go_down_one_step_at_a_time(read: Reader) -> None:
    levels = [int(tag[1]) for tag, _ in read.elements if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == levels.count(1) == 1
    assert max(b - a for a, b in pairwise(levels)) <= 1


def test_a_chart_says_its_finding_to_those_who_do_not_see_it(read: Reader) -> None:
    said = [a["aria-label"] for tag, a in read.elements if tag == "svg"]
    assert len(said) == 3
    assert said[0] == (
        "Chart: Share of tokens by country, to 2026-07-21. China leads with 55.5–64.1 %, 12.2–29.3 points ahead of "
        "United States; the lead began between 2026-01-29 and 2026-07-31."
    )


def test_the_board_tells_a_leader_from_one_who_is_ahead(read: Reader) -> None:
    text = " ".join(read.text.split())
    assert "undecidedqwen ahead" in text
    assert "leads under all choices" in text
    assert "between 2026-01-29 and 2026-07-31" in text


def test_a_race_without_data_says_so(read: Reader) -> None:
    assert "No standing: holds no <token_cells>" in read.text


def test_sources_stand_with_their_terms(read: Reader) -> None:
    assert "Source: OpenRouter (openrouter.ai/rankings), as of 2026-08-22." in read.text
    assert "unstated" in read.text
    assert "A listing <b>of theirs</b>" in read.text
    assert "sums by family and maker only" in read.text


def test_choices_show_which_option_is_taken(html: str) -> None:
    assert '<dd class="taken"><code>7d</code> <em>taken here</em> a week</dd>' in html
    assert "<dd><code>1d</code> a day</dd>" in html


def test_hostile_names_are_text(html: str, read: Reader) -> None:
    assert "<script>alert(1)</script> under window = 1d" in read.text
    assert "\u202e" not in html
    assert "49{% raw %}" not in html
    assert not [name for name in HOSTILE if name.startswith("<") and name in html]


def test_the_same_book_gives_the_same_page(html: str, tmp_path: Path) -> None:
    page.write(book(), tmp_path)
    assert (tmp_path / "index.html").read_text("utf-8") == html


def test_every_colour_of_a_chart_has_a_dark_counterpart(html: str) -> None:
    drawn = set(re.findall(r'(?:fill|stroke)="(#[0-9a-f]{6})"', html))
    turned = set(re.findall(r'\[fill="(#[0-9a-f]{6})"\]', html))
    assert drawn <= turned


def test_numbers_and_days_are_not_broken_over_lines() -> None:
    said = str(page.unbroken("<b> between 2026-01-29 and 2026-07-31, 8.0 points (−6.1 to 22.1), 55.5–64.1 %, 1,024."))
    kept = re.findall('<span class="whole">([^<]*)</span>', said)
    assert kept == ["2026-01-29", "2026-07-31", "8.0", "(−6.1 to 22.1)", "55.5–64.1 %", "1,024"]
    assert said.startswith("&lt;b&gt; between")


def test_one_row_stands_for_all_where_no_grouping_has_a_standing() -> None:
    silent = replace(bounded(), standing=None, no_race="the source holds two accounts")
    two = Entry("country", silent), Entry("organisation", replace(silent, by="organisation"))
    rows = page._rows(chapter(*two))
    assert [(row.by, row.why) for row in rows] == [("all", "the source holds two accounts")]
