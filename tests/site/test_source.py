from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from lxml import html

import weighbridge
from tests.outputs.books import HOSTILE
from tests.site.field import book
from weighbridge.outputs import Sheet
from weighbridge.outputs.site import source
from weighbridge.outputs.site.languages import languages

if TYPE_CHECKING:
    from lxml.html import HtmlElement

ENGLISH, CHINESE = languages(())
PACKAGE = Path(weighbridge.__file__).parent
NOTED = re.compile(r'(?:\.note|pointed)\(\s*"([^"]+)"')
MADE = re.compile(r'kind = "([^"]+)" if .+ else "([^"]+)"')


def opened(written: Path, name: str, code: str = "en") -> HtmlElement:
    page: HtmlElement = html.fromstring((written / code / "source" / name / "index.html").read_bytes())
    return page


def text(page: HtmlElement) -> str:
    return " ".join(page.text_content().split())


def test_every_source_has_a_page_and_stands_in_the_list(written: Path) -> None:
    page = opened(written, "")
    for sheet in book().sheets:
        target = f"{sheet.name.replace('_', '-')}/index.html"
        assert any(href.endswith(target) for href in page.xpath("//main//a/@href"))
        assert (written / "zh" / "source" / target).is_file()


def test_an_attribution_stands_as_its_publisher_asks(written: Path) -> None:
    for code in ("en", "zh"):
        (stated,) = opened(written, "listing", code).xpath("//*[@class='citation']")
        assert stated.text_content() == "A listing <b>of theirs</b>"


def test_a_source_names_what_rests_on_it(written: Path) -> None:
    links = opened(written, "openrouter-daily").xpath("//section[@aria-labelledby='readers']//a/@href")
    assert any(link.endswith("race/token-share/country/index.html") for link in links)
    assert not any("survival" in link for link in links), "a race without figures rests on nothing"


def test_age_is_counted_to_the_newest_day_of_any_source(written: Path) -> None:
    assert "one day before the newest day" in text(opened(written, "openrouter-daily"))
    assert "即本站最新日期" in text(opened(written, "listing", "zh"))


def test_sums_say_why_there_are_no_names(written: Path) -> None:
    assert "no licence" in text(opened(written, "listing"))


def test_what_reading_met_is_counted_with_an_example(written: Path) -> None:
    (row,) = opened(written, "listing").xpath("//table[contains(@class, 'met')]/tbody/tr")
    assert [" ".join(cell.text_content().split()) for cell in row] == ["unknown field", "3", "<b>listing</b>"]


def test_a_source_that_was_not_read_says_so() -> None:
    read = replace(book().sheets[0], use=None, met=())
    view = next(p for p in source.pages(replace(book(), sheets=(read,))) if p.kind == "source").view(ENGLISH)
    assert view["use"] is None
    assert view["grain"].startswith("nothing")
    assert view["age"] is None


def test_every_kind_that_a_parser_counts_is_said_in_both_languages() -> None:
    code = "\n".join(path.read_text("utf-8") for path in PACKAGE.rglob("*.py"))
    kinds = [*NOTED.findall(code), *(kind for pair in MADE.findall(code) for kind in pair if " " in kind)]
    assert len(kinds) > 40
    assert [kind for kind in kinds if source.met(ENGLISH, kind) != (kind, "en")] == []
    assert [kind for kind in kinds if source.met(CHINESE, kind)[1] != "zh-Hans"] == []


def test_what_a_publisher_wrote_stands_in_the_sentence_about_it() -> None:
    assert source.met(CHINESE, "unknown field `gated_v2`") == ("未知字段 `gated_v2`", "zh-Hans")
    assert source.met(ENGLISH, "`downloads` out of bounds") == ("`downloads` out of bounds", "en")
    assert source.met(CHINESE, "unknown field `{0.__class__}`")[0] == "未知字段 `{0.__class__}`"


def test_a_kind_without_words_is_shown_as_it_is() -> None:
    for kind in (*HOSTILE, "nobody words this"):
        assert source.met(CHINESE, kind) == (kind, "en")


def test_only_web_addresses_become_links() -> None:
    def homepage(address: str) -> str:
        sheet = Sheet("odd", "Odd", "", address, "MIT", (), None)
        view = next(p for p in source.pages(replace(book(), sheets=(sheet,))) if p.kind == "source").view(ENGLISH)
        return str(view["homepage"])

    assert homepage("https://example.invalid") == "https://example.invalid"
    assert homepage("javascript:alert(1)") == ""


def test_a_page_is_made_anew_when_what_it_shows_moves() -> None:
    def made_of(day: dt.date) -> str:
        sheet = book().sheets[0]
        assert sheet.use is not None
        moved = replace(sheet, use=replace(sheet.use, as_of=day))
        return next(p.made_of for p in source.pages(replace(book(), sheets=(moved,))) if p.kind == "source")

    assert made_of(dt.date(2026, 8, 1)) == made_of(dt.date(2026, 8, 1)) != made_of(dt.date(2026, 8, 2))
