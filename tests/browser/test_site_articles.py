"""Checked articles in a real browser: silent, alone, fitting and accessible, whatever they are called."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.browser.served import Heard, serving
from tests.browser.test_site import fits_and_is_accessible
from tests.site.field import book
from tests.site.own import ARTICLES, NAMED, SOUND
from weighbridge.outputs import datapackage, site
from weighbridge.outputs.site import articles, claims

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

pytestmark = pytest.mark.browser
PATHS = (claims.PATH, articles.PATH, articles.path(SOUND), *(articles.path(NAMED[i]) for i in (0, 1)))


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    held, where = replace(book(), articles=ARTICLES), tmp_path_factory.mktemp("site")
    datapackage.write(held, where)
    site.write(held, where)
    with serving(where) as served:
        yield served


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("path", PATHS)
def test_a_page_is_silent_alone_fitting_and_accessible(page: Page, address: str, path: str, language: str) -> None:
    heard = Heard(page)
    page.goto(f"{address}/{language}/{path}/")
    assert page.locator("h1").inner_text().strip()
    fits_and_is_accessible(page)
    page.wait_for_load_state("networkidle")
    assert heard.said == []
    assert heard.outside(address) == []


def test_an_article_is_found_by_its_title(page: Page, address: str) -> None:
    page.goto(f"{address}/en/{articles.PATH}/")
    page.locator("#search").fill("who leads now")
    page.locator("#found [role=option]").first.click()
    page.wait_for_url("**/claims/articles/who-leads-now-*/**")
    assert page.locator("blockquote").first.inner_text() == "Chinese models now lead."
