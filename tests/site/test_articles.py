"""Checked articles on the site: told whole, quoted alone, light, and safe whatever they are called."""

from __future__ import annotations

import csv
import gzip
import json
import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from tests.outputs.books import HOSTILE
from tests.site.field import book
from tests.site.own import ARTICLES, FIRST, NONE, SOUND, TWIN, article
from weighbridge.checked_article import Sentence
from weighbridge.outputs.site import addresses, articles, assets, claims
from weighbridge.outputs.site.drawing import Drawings
from weighbridge.outputs.site.languages import languages
from weighbridge.outputs.site.rendering import Renderer, machines

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from weighbridge.checked_article import CheckedArticle
    from weighbridge.outputs.site.page import Page

ENGLISH, CHINESE = languages(())
MOST_BYTES = 120_000  # as `test_walk` holds every page to


def opened(written: Path, language: str, path: str) -> HtmlElement:
    page: HtmlElement = html.fromstring((written / language / path / "index.html").read_bytes())
    return page


def text(page: HtmlElement) -> str:
    return " ".join(page.text_content().split())


BOOK = book()


def pages(*held: CheckedArticle) -> dict[str, Page]:
    return {page.path: page for page in articles.pages(replace(BOOK, articles=held))}


def test_the_page_of_claims_lists_the_articles(written: Path) -> None:
    page = opened(written, "en", claims.PATH)
    told = [text(item) for item in page.xpath("//*[@class='checked']/li")]
    assert len(told) == min(len(ARTICLES), articles.MOST_NEWEST)
    assert told[0] == "Who leads now 29 Mar 2026 (as the article states) conflicting 1 not enough evidence 1"
    assert page.xpath("//a[contains(@href, 'claims/articles/index.html')]"), "all are one step away"


def test_the_list_has_every_article(written: Path) -> None:
    page = opened(written, "zh", articles.PATH)
    assert len(page.xpath("//*[@class='checked']/li")) == len(ARTICLES)
    assert "2026年3月29日（文中写明）" in text(page)
    with (written / "zh" / articles.PATH / "index.csv").open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert [row["address"] for row in rows] == [articles.path(one) for one in ARTICLES]
    assert (rows[0]["conflicting"], rows[0]["claims"], rows[0]["unjudged"]) == ("1", "2", "3")


def test_an_article_is_told_claim_by_claim(written: Path) -> None:
    told = text(opened(written, "en", articles.path(SOUND)))
    for part in ("Who leads now", "opinions (2), questions (1)", "Chinese models now lead.", "conflicting", "73.2 %",
                 "10–90 %", "true under 70 %", "98.0 % covered", "said by the reporter", "The definition that is meant",
                 "On tokens", "weighbridge check ARTICLE --as-of 2026-03-29"):  # fmt: skip
        assert part in told, part


def test_a_quote_stays_in_its_language(written: Path) -> None:
    for language in ("en", "zh"):
        quotes = opened(written, language, articles.path(SOUND)).xpath("//blockquote")
        told = [(quote.get("lang"), text(quote)) for quote in quotes]
        assert told[:2] == [("en", "Chinese models now lead."), ("zh", "中国模型已经领先。")]


def test_what_is_told_of_it_is_told_in_chinese(written: Path) -> None:
    told = text(opened(written, "zh", articles.path(SOUND)))
    assert "因定义而异" in told
    assert "出自：记者" in told
    assert "conflicting" not in told


def test_a_claim_leads_to_its_race(written: Path) -> None:
    page = opened(written, "en", articles.path(SOUND))
    links = {link.text: link.get("href") for link in page.xpath("//article//a")}
    assert links["Share of tokens by country"].endswith("race/token-share/country/index.html")


def test_a_race_without_a_page_is_not_linked() -> None:
    page = next(p for p in articles.pages(replace(book(), chapters=(), articles=(SOUND,))) if p.kind == "article")
    assert page.view(ENGLISH)["claims"][0]["race"] == ""


def test_an_article_without_a_claim_says_so(written: Path) -> None:
    page = opened(written, "en", articles.path(NONE))
    assert "An article without a title" in text(page)
    assert "No claim about the open-weight race" in text(page)
    assert "day not known" in text(page)
    assert not page.xpath("//main//article")


def test_two_articles_of_one_title_have_a_page_each(written: Path) -> None:
    assert articles.path(SOUND) != articles.path(TWIN)
    assert len(opened(written, "en", articles.path(TWIN)).xpath("//article")) == 1


def test_names_of_strangers_are_text_in_a_folder_of_their_own(written: Path) -> None:
    shown = text(opened(written, "en", articles.PATH))
    for name in (HOSTILE[0], HOSTILE[1], "深度求索 🐋", "n" * 300):
        assert name in shown
    folders = [path.name for path in (written / "en" / articles.PATH).iterdir() if path.is_dir()]
    assert len(folders) == len(ARTICLES)
    assert not [name for name in folders if not re.fullmatch(r"(?:[a-z0-9]+-)*[0-9a-f]{16}", name)]


@given(st.text(max_size=400), st.binary(max_size=8))
def test_an_address_is_one_part_of_a_path_and_none_of_a_file(title: str, body: bytes) -> None:
    one = article(title.encode("utf-8", "ignore").decode(), body=body)
    slug = addresses.article(title, one.digest)
    assert re.fullmatch(r"(?:[a-z0-9]+-)*[0-9a-f]{16}", slug)
    assert len(slug) <= addresses.LONGEST + 1 + addresses.DIGITS
    assert slug == addresses.article(title, one.digest), "the same from the same"
    assert slug != addresses.article(title, one.digest[::-1]) or one.digest == one.digest[::-1]


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=60))
def test_no_title_and_no_sentence_can_leave_its_place(said: str) -> None:
    """Whatever stands in a title, a sentence or a name is text: no element comes of it."""
    name = " ".join(said.split())
    one = article(name, replace(FIRST, said=(Sentence(name, None),), speakers={"en": name, "zh": name}))
    page = html.fromstring(rendered(pages(one)[articles.path(one)]))
    plain = html.fromstring(rendered(pages(PLAIN)[articles.path(PLAIN)]))
    assert [element.tag for element in page.iter()] == [element.tag for element in plain.iter()]


PLAIN = article("Plain", replace(FIRST, said=(Sentence("Plain.", None),)))


@cache
def renderer() -> Renderer:
    named = assets.Assets(**dict.fromkeys(assets.Assets.__dataclass_fields__, "x"))
    return Renderer(BOOK, (ENGLISH, CHINESE), named)


def rendered(page: Page) -> bytes:
    return renderer().page(page, ENGLISH).encode()


def many(n: int) -> CheckedArticle:
    """Give an article of `n` claims, each in other words, as long as a quote may be."""
    said = (" ".join(f"{(i * 7919 + k * 104729) % 999983:x}" for k in range(43))[:300] for i in range(n))
    return article("Long", *(replace(FIRST, number=i, said=(Sentence(one, "en"),)) for i, one in enumerate(said, 1)))


def test_of_hundreds_of_claims_the_page_shows_some_and_the_table_has_all() -> None:
    long = many(700)
    page = pages(long)[articles.path(long)]
    view, beside = page.view(ENGLISH), machines(page, (ENGLISH, CHINESE))
    assert len(view["claims"]) == articles.MOST_CLAIMS
    told = text(html.fromstring(rendered(page)))
    assert f"The first {articles.MOST_CLAIMS} of 700 claims stand here; {700 - articles.MOST_CLAIMS} more" in told
    assert len(beside["index.csv"].decode().splitlines()) == 1 + 700
    record = json.loads(beside["index.json"])
    assert len(record["claims"]) + record["left_out"] == 700


def test_a_long_page_is_light(written: Path) -> None:
    asked = opened(written, "en", articles.PATH).xpath("//script/@src | //link[@rel='stylesheet']/@href")
    shell = sum(len(gzip.compress((written / "en" / articles.PATH / name).resolve().read_bytes())) for name in asked)
    long, lots = many(articles.MOST_CLAIMS), [article(f"{i} " + "长" * 200, FIRST) for i in range(1000)]
    for page in (pages(long)[articles.path(long)], pages(*lots)[articles.PATH]):
        assert len(gzip.compress(rendered(page))) + shell <= MOST_BYTES, page.path


def test_a_long_list_says_what_it_leaves_out() -> None:
    page = pages(*(article(f"Article {i}") for i in range(1000)))[articles.PATH]
    assert f"The newest {articles.MOST_LISTED} of 1000" in text(html.fromstring(rendered(page)))
    assert len(page.rows()) == 1000


def test_the_same_stands_for_machines(written: Path) -> None:
    folder = written / "en" / articles.path(SOUND)
    told = json.loads((folder / "index.json").read_bytes())
    assert told["article"]["address"] == articles.path(SOUND)
    assert told["claims"][0]["checked"]["value"] == 0.732
    assert told["not_judged"] == {"opinion": 2, "question": 1}
    with (folder / "index.csv").open(newline="", encoding="utf-8") as file:
        first = next(csv.DictReader(file))
    assert (first["claim"], first["ruling"], first["value"]) == ("Chinese models now lead.", "conflicting", "0.732")
    assert first["sources"].startswith("openrouter_daily")


def test_articles_are_found_by_search_and_stand_in_no_other_kind(written: Path) -> None:
    told = json.loads((written / "zh" / "search.json").read_bytes())
    found = {path: (name, kind) for name, kind, path, *_ in told["entries"]}
    assert found[articles.path(SOUND)] == ("Who leads now", "articles")
    assert told["kinds"]["articles"] == "文章"
    assert found["claims/chinese-models-lead"][1] == "claims"


def test_a_page_is_made_anew_when_a_verdict_moves_or_its_race_comes() -> None:
    def made_of(held: CheckedArticle, *, raced: bool = True) -> str:
        whole = replace(book(), articles=(held,))
        every = articles.pages(whole if raced else replace(whole, chapters=()))
        return next(page.made_of for page in every if page.kind == "article")

    moved = replace(SOUND, claims=(replace(FIRST, ruling="supported"),))
    assert made_of(SOUND) == made_of(SOUND)
    assert len({made_of(SOUND), made_of(moved), made_of(SOUND, raced=False)}) == 3


def test_without_articles_there_is_no_list(tmp_path: Path) -> None:
    assert list(articles.pages(book())) == []
    page = next(iter(claims.pages(book(), Drawings(book(), (ENGLISH,), tmp_path))))
    assert page.view(ENGLISH)["articles"] == []


@pytest.mark.parametrize("id_", [claim.stated.id for claim in book().checked])
def test_no_claim_of_the_press_takes_the_place_of_the_list(id_: str) -> None:
    assert f"claims/{addresses.slug(id_)}" != articles.PATH
