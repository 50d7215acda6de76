from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml
from lxml import html

from tests.outputs.books import PROVENANCE
from tests.site.field import book
from weighbridge.outputs.site import about, root
from weighbridge.outputs.site.assets import Assets
from weighbridge.outputs.site.languages import languages
from weighbridge.outputs.site.rendering import Renderer

if TYPE_CHECKING:
    from lxml.html import HtmlElement

CITATION = Path(__file__).parents[2] / "CITATION.cff"


def opened(path: Path) -> HtmlElement:
    page: HtmlElement = html.fromstring(path.read_bytes())
    return page


def text(page: HtmlElement) -> str:
    return " ".join(page.text_content().split())


@pytest.mark.parametrize("code", ["en", "zh"])
def test_every_attribution_stands_word_for_word(written: Path, code: str) -> None:
    told = text(opened(written / code / "about" / "index.html"))
    for use in PROVENANCE.sources:
        assert use.attribution in told


def test_it_is_cited_as_the_project_asks(written: Path) -> None:
    asked = yaml.safe_load(CITATION.read_text("utf-8"))
    assert (asked["title"], asked["authors"][0]["name"]) == (about.TITLE, about.AUTHORS)
    told = text(opened(written / "en" / "about" / "index.html"))
    assert re.search(r"The Weighbridge contributors \(2026\)\..*figures to 22 Aug 2026", told)
    assert "@software{weighbridge," in told


def test_the_folder_of_the_site_leads_to_both_languages(written: Path) -> None:
    for name in ("index.html", "404.html"):
        links = {a.get("href", "").removeprefix("./") for a in opened(written / name).iter("a")}
        assert links == {"en/index.html", "zh/index.html"}, name
    (refresh,) = opened(written / "index.html").xpath("//meta[@http-equiv='refresh']/@content")
    assert refresh == "0; url=en/index.html"


def test_the_addresses_of_every_page_are_listed(written: Path) -> None:
    listed = {one["path"] for one in json.loads((written / "addresses.json").read_bytes())["addresses"]}
    standing = {str(p.parent.relative_to(written / "zh")) for p in (written / "zh").rglob("index.html")}
    assert {path or "." for path in listed} == standing


def test_a_page_that_never_was_is_found_from_any_depth(written: Path, tmp_path: Path) -> None:
    assert {a.get("href") for a in opened(written / "404.html").iter("a")} == {"./en/index.html", "./zh/index.html"}
    renderer = Renderer(book(), languages(()), Assets(*("style.css",) * 6), "https://example.invalid/w/")
    root.write(renderer, tmp_path)
    links = {a.get("href") for a in opened(tmp_path / "404.html").iter("a")}
    assert links == {"/w/en/index.html", "/w/zh/index.html"}
    assert {a.get("href") for a in opened(tmp_path / "index.html").iter("a")} == {"en/index.html", "zh/index.html"}
