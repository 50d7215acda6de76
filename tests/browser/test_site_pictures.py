"""The main pages look as they did when somebody last looked at them: three widths, two languages, two themes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from tests.browser.pictures import KEPT, MOST_LOUD, PAGES, kept, loud, names, taken
from tests.site.field import book
from weighbridge.outputs import site

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    where = tmp_path_factory.mktemp("site")
    site.write(book(), where)
    return where


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("kind", PAGES)
def test_a_page_looks_as_it_was_kept(
    browser: Browser, folder: Path, tmp_path: Path, kind: str, language: str
) -> None:
    differing = {}
    for scheme, width, now in taken(browser, folder, kind, language):
        part = loud(now, Image.open(kept(kind, language, scheme, width)))
        if part > MOST_LOUD:
            now.save(tmp_path / f"{scheme}-{width}.png")
            differing[scheme, width] = round(part, 4)
    assert not differing, f"look at {tmp_path}; `python -m tests.browser.pictures` keeps what is right"


def test_nothing_else_is_kept() -> None:
    assert {path.name for path in KEPT.iterdir()} == {kept(*name).name for name in names()}


def test_a_moved_line_is_seen() -> None:
    page = Image.new("L", (200, 200), 255)
    page.paste(0, (0, 50, 200, 60))
    moved = Image.new("L", (200, 200), 255)
    moved.paste(0, (0, 70, 200, 80))
    assert loud(page, page) == 0
    assert loud(page, moved) > MOST_LOUD
