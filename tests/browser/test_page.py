from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.outputs import placed
from tests.outputs.books import HOSTILE, book
from weighbridge.outputs import datapackage
from weighbridge.outputs import page as output

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser
WIDTHS = (320, 360, 768, 1280)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    where: Path = tmp_path_factory.mktemp("site")
    output.write(book(), where)
    datapackage.write(book(), where)
    return (where / "index.html").as_uri()


def test_the_page_loads_alone_and_in_silence(page: Page, address: str) -> None:
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("dialog", lambda dialog: said.append(dialog.message))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address)
    assert page.locator("h1").inner_text() == "Who leads the open-weight race"
    assert said == []
    assert [url for url in asked if not url.startswith("data:")] == [address]


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_is_wider_than_the_window(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(address)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [360, 1280])
def test_a_narrow_window_keeps_the_board_a_table(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(address)
    board = page.get_by_role("table", name="Standing of every race")
    assert board.get_by_role("columnheader").count() == 6
    row = board.get_by_role("row").filter(has_text="China")
    assert row.get_by_role("rowheader").inner_text() == "country"
    assert row.get_by_role("cell").count() == 5


def test_charts_are_pictures_with_words(page: Page, address: str) -> None:
    page.goto(address)
    charts = page.get_by_role("img")
    assert charts.count() == 3
    assert (charts.first.get_attribute("aria-label") or "").startswith("Chart: Share of tokens by country")
    box = charts.first.bounding_box()
    assert box is not None
    assert box["width"] > 200
    assert box["height"] > 100


@pytest.mark.parametrize("width", WIDTHS)
def test_the_list_of_models_is_a_table_in_any_window(page: Page, tmp_path: Path, width: int) -> None:
    output.write(placed.book(), tmp_path)
    page.set_viewport_size({"width": width, "height": 800})
    page.goto((tmp_path / "index.html").as_uri() + "#models")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    models = page.get_by_role("table", name="Models, the most capable first")
    assert models.get_by_role("columnheader").count() == 9
    row = models.get_by_role("row").filter(has_text="Whole-7B")
    assert row.get_by_role("cell").count() == 8
    assert row.get_by_role("cell").filter(has_text="open licence").is_visible()
    assert page.locator("script, img").count() == 0
    assert HOSTILE[0] in models.inner_text()


def shades(page: Page, what: str) -> list[float]:
    """Luminance of the text and of the page behind it, as the browser paints them."""
    script = """(what) => {
        const light = (colour) => {
            const [r, g, b] = colour.match(/[\\d.]+/g).map(Number).map((c) => c / 255)
                .map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
            return 0.2126 * r + 0.7152 * g + 0.0722 * b;
        };
        const ground = light(getComputedStyle(document.body).backgroundColor);
        return [...document.querySelectorAll(what)].map((element) => {
            const style = getComputedStyle(element);
            const [a, b] = [light(what.includes("svg") ? style.fill : style.color), ground].sort((x, y) => x - y);
            return (b + 0.05) / (a + 0.05);
        });
    }"""
    found: list[float] = page.evaluate(script, what)
    return found


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("what", ["td", "th", "small", ".open", "a", "figcaption p", "svg text"])
def test_text_stands_out_by_day_and_by_night(page: Page, address: str, scheme: str, what: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.goto(address)
    found = shades(page, what)
    assert found
    assert min(found) >= 4.5


def test_names_from_strangers_are_text(page: Page, address: str) -> None:
    page.goto(address)
    assert page.locator("script, img").count() == 0
    assert HOSTILE[0] in page.locator("table.board").inner_text()


def test_the_keyboard_reaches_the_board_first(page: Page, address: str) -> None:
    page.goto(address)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "To the board"
    assert page.locator(":focus").bounding_box() is not None
