from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lxml import html

from tests.site.field import book
from weighbridge.outputs.site import data
from weighbridge.outputs.site.languages import languages
from weighbridge.outputs.site.structured import Structured

if TYPE_CHECKING:
    from weighbridge.outputs import Book

LANGUAGES = languages(book().contenders)
ENGLISH, _ = LANGUAGES
ADDRESS = "https://example.invalid/w/"


def told(written: Path, path: str) -> dict[str, Any]:
    page = html.fromstring((written / path / "index.html").read_bytes())
    (script,) = page.iterfind(".//script[@type='application/ld+json']")
    found: dict[str, Any] = json.loads(script.text or "")
    return found


def whole(held: Book) -> str:
    (page,) = data.pages(held)
    return str(Structured(held).script(page, ENGLISH))


def test_a_race_is_a_data_set_with_its_terms(written: Path) -> None:
    found = told(written, "en/race/token-share/country")
    assert found["@type"] == "Dataset"
    assert found["name"] == "Share of tokens by country"
    assert found["license"] == ["https://spdx.org/licenses/CC-BY-4.0"], "an unstated licence is none"
    assert {one["creditText"] for one in found["isBasedOn"]} >= {"A listing <b>of theirs</b>"}
    assert found["temporalCoverage"].endswith(found["dateModified"])


def test_it_is_described_in_the_language_of_its_page(written: Path) -> None:
    found = told(written, "zh/race/token-share/country")
    assert found["inLanguage"] == "zh-Hans"
    assert "占比" in found["name"]


def test_a_page_that_is_no_data_set_says_nothing(written: Path) -> None:
    for path in ("en", "en/method", "en/race/survival/family"):
        page = html.fromstring((written / path / "index.html").read_bytes())
        assert page.find(".//script[@type='application/ld+json']") is None, path


def test_files_are_named_where_the_address_is_known() -> None:
    assert "distribution" not in json.loads(whole(book()))
    far = json.loads(whole(replace(book(), address=ADDRESS)))
    assert far["distribution"]["contentUrl"] == f"{ADDRESS}data/datapackage.json"
    assert far["url"] == f"{ADDRESS}en/data/"


def test_nothing_in_it_ends_the_script() -> None:
    held = book()
    use = replace(held.provenance.sources[0], attribution="</script><script>alert(1)</script>\u2028&amp;")
    text = whole(replace(held, provenance=replace(held.provenance, sources=(use,))))
    assert not set(text) & set("<>&\u2028")
    assert json.loads(text)["isBasedOn"][0]["creditText"] == use.attribution


def test_a_preview_of_a_link_has_title_and_text(written: Path) -> None:
    for code, locale in (("en", "en_GB"), ("zh", "zh_CN")):
        page = html.fromstring((written / code / "data" / "index.html").read_bytes())
        meta = {one.get("property"): one.get("content") for one in page.iterfind(".//meta[@property]")}
        assert meta["og:locale"] == locale
        assert meta["og:title"]
        assert meta["og:description"]
