"""What holds of every page of the site, whatever it shows: a walk over all of them."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from lxml import html

from tests.outputs.books import HOSTILE

if TYPE_CHECKING:
    from lxml.html import HtmlElement

LANGUAGES = ("en", "zh")
FACTS = ("as-of", "source", "licence", "coverage", "sure")
MOST_BYTES = 120_000  # compressed, of a page with all that it loads before anybody touches it
RUNS_SCRIPT = re.compile(r"^on", re.IGNORECASE)


def pages(site: Path) -> Iterator[tuple[str, HtmlElement]]:
    """Give every page by its address under the folder of the site."""
    for path in sorted(site.rglob("*.html")):
        yield str(path.relative_to(site)), html.fromstring(path.read_bytes())


def texts(page: HtmlElement, path: str) -> list[str]:
    return [" ".join(found.text_content().split()) for found in page.xpath(path)]


def test_both_languages_have_every_page(written: Path) -> None:
    english, chinese = (
        {p.relative_to(written / code) for p in (written / code).rglob("index.html")} for code in LANGUAGES
    )
    assert english == chinese
    assert len(english) > 20


def test_every_link_leads_to_a_file(written: Path) -> None:
    for name, page in pages(written):
        for target in page.xpath("//@href | //@src"):
            address = urlsplit(target)
            if address.scheme in ("http", "https", "data", "mailto") or not address.path:
                continue
            found = ((written / name).parent / unquote(address.path)).resolve()
            assert found.is_relative_to(written), f"{name}: {target}"
            assert found.is_file(), f"{name}: {target}"


def test_every_link_within_a_page_leads_somewhere(written: Path) -> None:
    for name, page in pages(written):
        ids = page.xpath("//@id")
        assert len(ids) == len(set(ids)), f"{name}: an id stands twice"
        for target in page.xpath("//a/@href[starts-with(., '#')]"):
            assert target[1:] in ids, f"{name}: {target}"


def test_no_figure_stands_without_its_facts(written: Path) -> None:
    figures = 0
    for name, page in pages(written):
        for figure in page.xpath("//*[@data-figure]"):
            figures += 1
            (facts,) = page.xpath("//*[@id = $id]", id=figure.get("data-figure")) or [None]
            assert facts is not None, f"{name}: nothing states the facts of {figure.text_content()!r}"
            for fact in FACTS:
                stated = " ".join(t for f in facts.xpath(f".//*[@data-fact='{fact}']") for t in f.itertext()).strip()
                assert stated, f"{name}: {figure.text_content()!r} does not state {fact}"
    assert figures > 100


def test_numbers_with_a_unit_are_figures(written: Path) -> None:
    """A share, a price or a count in a table stands in a figure, where the walk above sees it."""
    unit = re.compile(r"\d\s?(?:%|×|points|倍|分|USD|美元|万|亿|trillion|billion|million)")
    for name, page in pages(written):
        if not name.startswith(LANGUAGES):
            continue
        for cell in page.xpath("//main//td[not(ancestor-or-self::*[@data-kind='terms'])]"):
            loose = "".join(
                cell.xpath(
                    ".//text()[not(ancestor::*[@data-figure]) and not(ancestor::*[@data-fact]) and not(ancestor::code)"
                    " and not(ancestor::*[contains(@class, 'spread')]) and not(ancestor::svg)]"
                )
            )
            label = cell.get("data-label") or ""
            if unit.search(loose) and "sure" not in label.lower() and label != "把握":
                raise AssertionError(f"{name}: {loose.strip()!r} is no figure")


def test_names_of_strangers_are_text(written: Path) -> None:
    for name, page in pages(written):
        assert not page.xpath("//img[@onerror]"), name
        scripts = page.xpath("//script[not(@src) and not(@type='application/ld+json')]")
        assert not scripts, f"{name}: {html.tostring(scripts[0])[:200]!r}" if scripts else ""
        handlers = [a for e in page.iter() for a in e.keys() if RUNS_SCRIPT.match(a)]  # noqa: SIM118 - lxml's keys
        assert not handlers, f"{name}: {handlers}"
        assert not page.xpath("//*[@style]"), f"{name}: the policy allows no style of its own"
        assert "\u202e" not in page.text_content(), name


def test_hostile_names_stay_in_their_folder(written: Path) -> None:
    slugs = re.compile(r"[a-z0-9][a-z0-9._-]*")
    for path in written.rglob("*"):
        name = path.name.lstrip(".")
        assert slugs.fullmatch(name.lower()), path
    shown = " ".join(t for _, page in pages(written) for t in texts(page, "//main"))
    assert HOSTILE[0] in shown


def test_the_policy_stands_on_every_page(written: Path) -> None:
    for name, page in pages(written):
        (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
        assert "default-src 'none'" in policy, name
        assert "unsafe" not in policy, name


def test_the_same_stands_beside_each_page_for_machines(written: Path) -> None:
    for path in written.glob("*/**/index.html"):
        if path.relative_to(written).parts[0] not in LANGUAGES:
            continue
        told = json.loads(path.with_name("index.json").read_bytes())
        assert told["title"], path


def test_each_page_says_what_it_is_in_its_language(written: Path) -> None:
    for name, page in pages(written):
        code = name.split("/")[0]
        if code not in LANGUAGES:
            continue
        assert page.get("lang") == {"en": "en", "zh": "zh-Hans"}[code], name
        assert len(page.xpath("//h1")) == 1, name
        others = page.xpath("//link[@rel='alternate']/@hreflang")
        assert sorted(others) == ["en", "x-default", "zh-Hans"], name
        title = page.findtext(".//title") or ""
        assert title.strip(), name


def test_no_gap_of_a_template_is_left(written: Path) -> None:
    for name, page in pages(written):
        # A line to copy may hold braces of its own.
        told = page.xpath("//main//text()[not(ancestor::code) and not(ancestor::pre)]")
        text = " ".join(told).replace("{{ 7 * 7 }}{% raw %}", "")
        assert not re.search(r"\{\{|\}\}|\bNone\b|\bnan\b|Undefined|<function", text), name


def test_a_page_is_light(written: Path) -> None:
    for path in written.glob("*/**/index.html"):
        page: HtmlElement = html.fromstring(path.read_bytes())
        asked: list[str] = page.xpath("//script/@src | //link[@rel='stylesheet']/@href")
        loaded = {path, *(path.parent / unquote(src) for src in asked)}
        weight = sum(len(gzip.compress(file.resolve().read_bytes())) for file in loaded)
        assert weight <= MOST_BYTES, f"{path}: {weight}"
