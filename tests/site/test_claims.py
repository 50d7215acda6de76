from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from lxml import html

from tests.outputs.books import HOSTILE
from tests.site.field import book
from tests.site.press import CLAIMS, STRANGE, WEIGHED
from weighbridge.outputs.site import claims, judged
from weighbridge.outputs.site.drawing import Drawings
from weighbridge.outputs.site.languages import languages
from weighbridge.outputs.site.words import catalogue
from weighbridge.verdict import Ruling

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from weighbridge.outputs import Book
    from weighbridge.outputs.site.page import Page

ENGLISH, CHINESE = languages(())
KNOWN = ("chinese-models-lead", "articles")


def opened(written: Path, path: str) -> HtmlElement:
    page: HtmlElement = html.fromstring((written / path / "index.html").read_bytes())
    return page


def text(page: HtmlElement) -> str:
    return " ".join(page.text_content().split())


def test_the_list_tells_every_claim_with_its_verdict(written: Path) -> None:
    page = opened(written, "en/claims")
    assert len(page.xpath("//article")) == len(CLAIMS)
    first = page.xpath("//article")[0]
    assert "conflicting" in text(first)
    assert "Chinese models lead on one router." in text(first)
    assert "One router is not all." in text(first), "the nuance stands beside the verdict"


def test_a_claim_is_told_whole(written: Path) -> None:
    told = text(opened(written, "en/claims/chinese-models-lead"))
    for part in ("conflicting", "73.2 %", "10–90 %", "true under 70 %", "A paper", "29 Mar 2026", "On tokens",
                 "The definition that is meant", "98.0 % covered"):  # fmt: skip
        assert part in told, part


def test_it_is_told_in_chinese(written: Path) -> None:
    told = text(opened(written, "zh/claims/chinese-models-lead"))
    assert "中国模型在某平台领先。" in told
    assert "因定义而异" in told
    assert "conflicting" not in told


def test_it_leads_to_the_race_that_it_was_held_against(written: Path) -> None:
    links = opened(written, "en/claims/chinese-models-lead").xpath("//main//a/@href")
    assert any(link.endswith("race/token-share/country/index.html") for link in links)
    assert any(link == "https://example.invalid/tokens" for link in links)


def paged(of: Book, folder: Path) -> list[Page]:
    """Give the pages of claims, of which none is drawn."""
    return list(claims.pages(of, Drawings(of, (ENGLISH, CHINESE), folder)))


def test_a_claim_whose_race_is_not_published_links_nowhere(tmp_path: Path) -> None:
    held = replace(book(), chapters=())
    with Drawings(held, (ENGLISH, CHINESE), tmp_path) as drawings:
        pages = {page.path: page for page in claims.pages(held, drawings)}
        assert pages["claims/chinese-models-lead"].view(ENGLISH)["race"] == ""


def test_its_chart_stands_for_a_desk_and_for_a_phone(written: Path) -> None:
    page = opened(written, "en/claims/chinese-models-lead")
    for size, across in (("broad", "40"), ("slim", "20")):
        (chart,) = page.xpath(f"//figure/div[@class='{size}']/*[@class='chart']")
        assert chart.get("aria-label") == "Chart of China"
        assert chart.get("viewbox").split()[2] == across
    assert not opened(written, claims_path()).xpath("//figure")


def test_it_says_how_to_check_it_again(written: Path) -> None:
    told = text(opened(written, "en/claims/chinese-models-lead"))
    assert "echo 'Chinese models lead on one router.' | weighbridge check - --as-of 2026-03-29" in told


def test_words_of_strangers_are_text_and_stay_in_their_folder(written: Path) -> None:
    (folder,) = (p for p in (written / "en" / "claims").iterdir() if p.is_dir() and p.name not in KNOWN)
    assert folder.name.startswith("x-")
    told = text(html.fromstring((folder / "index.html").read_bytes()))
    assert HOSTILE[0] in told
    assert "1 day" not in told


def test_what_has_no_figure_shows_none(written: Path, tmp_path: Path) -> None:
    held = replace(book(), checked=(STRANGE,))
    (view,) = (p.view(ENGLISH) for p in paged(held, tmp_path) if p.kind == "claim")
    assert view["stated"] is None
    page = opened(written, claims_path())
    assert not page.xpath("//*[@data-figure]")
    assert page.xpath("//*[@id='settles']")


def claims_path() -> str:
    return f"en/{claims.path(STRANGE)}"


def test_a_stretch_of_days_is_told_as_such(tmp_path: Path) -> None:
    held = replace(book(), checked=(STRANGE,))
    (view,) = (p.view(ENGLISH) for p in paged(held, tmp_path) if p.kind == "claim")
    assert view["day"] == "9 Mar 2026 to 29 Mar 2026"


def test_the_same_stands_for_machines(written: Path) -> None:
    told = json.loads((written / "en" / "claims" / "chinese-models-lead" / "index.json").read_bytes())
    assert told["ruling"] == "conflicting"
    assert told["checked"]["value"] == 0.732
    head = (written / "en" / "claims" / "index.csv").read_text("utf-8").splitlines()[0]
    assert head.split(",") == list(claims.HEADS)


def test_every_ruling_and_what_settles_has_words() -> None:
    from weighbridge.judgement import SETTLED_BY

    assert {*judged.RULINGS} == {ruling.value for ruling in Ruling}
    keys = [f"ruling_{r}" for r in judged.RULINGS] + [f"ruling_means_{r}" for r in judged.RULINGS]
    keys += [f"settled_by_{code}" for code in SETTLED_BY.values()]
    assert [key for key in keys if key not in catalogue()] == []


def test_without_claims_the_page_says_so(tmp_path: Path) -> None:
    (page,) = paged(replace(book(), checked=()), tmp_path)
    assert page.view(CHINESE)["claims"] == []


def test_a_page_is_made_anew_when_its_verdict_moves(tmp_path: Path) -> None:
    def made_of(ruling: str) -> str:
        held = replace(book(), checked=(replace(WEIGHED, ruling=ruling),))
        return next(page.made_of for page in paged(held, tmp_path) if page.kind == "claim")

    assert made_of("supported") == made_of("supported") != made_of("refuted")
