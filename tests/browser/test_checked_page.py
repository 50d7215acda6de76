from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.checked_page import checks
from tests.outputs.books import HOSTILE
from weighbridge import checked_page

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from weighbridge.check_wording import Tongue

pytestmark = pytest.mark.browser
TONGUES: tuple[Tongue, ...] = ("en", "zh")
WIDTHS = (1280, 768, 360, 320)
TEXTS = ("p", "small", "dt", "dd", "li", ".tag", ".sample", ".note b", ".brief", "a", "summary", "svg.chart text")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    where: Path = tmp_path_factory.mktemp("checked")
    for tongue in TONGUES:
        for name, checked in (("whole", checks.whole()), ("hostile", checks.hostile())):
            checked_page.write(checked_page.html(checks.scale(), checked, tongue), where / f"{name}.{tongue}.html")
    return where


def address(folder: Path, name: str) -> str:
    return (folder / f"{name}.html").as_uri()


@pytest.mark.parametrize("name", ["whole.en", "whole.zh", "hostile.en", "hostile.zh"])
def test_a_page_loads_alone_and_in_silence(page: Page, folder: Path, name: str) -> None:
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("dialog", lambda dialog: said.append(dialog.message))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address(folder, name))
    assert said == []
    assert [url for url in asked if not url.startswith("data:")] == [address(folder, name)]
    assert page.locator("script, img, iframe, form").count() == 0


def test_the_policy_stops_what_a_page_does_not_hold(page: Page, folder: Path) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(address(folder, "whole.en"))
    page.evaluate("""() => {
        const script = document.createElement('script');
        script.textContent = 'window.ran = true';
        document.body.append(script);
        document.body.insertAdjacentHTML('beforeend', '<img src=x onerror="window.ran = true">');
        document.body.insertAdjacentHTML('beforeend', '<style>body { display: none }</style>');
    }""")
    page.wait_for_function("() => true")
    assert page.evaluate("window.ran === undefined")
    assert page.evaluate("getComputedStyle(document.body).display") == "block"
    assert any("Content Security Policy" in line for line in said)


@pytest.mark.parametrize("name", ["whole.en", "whole.zh", "hostile.en"])
def test_nothing_is_wider_than_the_window(page: Page, folder: Path, name: str) -> None:
    page.goto(address(folder, name))
    for summary in page.locator("summary").all():
        summary.click()
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_script_in_a_title_is_a_heading(page: Page, folder: Path) -> None:
    page.goto(address(folder, "hostile.en"))
    assert HOSTILE[0] in page.locator("h1").inner_text()
    assert HOSTILE[0] in page.title()


def test_a_claim_leads_to_its_card_and_back(page: Page, folder: Path) -> None:
    page.goto(address(folder, "whole.en"))
    page.locator("a#m2").click()
    assert page.url.endswith("#c2")
    page.locator("#c2").get_by_role("link", name="In the text").click()
    assert page.url.endswith("#m2")
    assert page.locator("#m2").is_visible()


def test_verdicts_are_told_apart_without_colour(page: Page, folder: Path) -> None:
    page.goto(address(folder, "whole.en"))
    lines = page.evaluate("""() => ['supported', 'conflicting', 'refuted', 'opinion'].map(
        (name) => getComputedStyle(document.querySelector('mark.' + name)).textDecorationStyle)""")
    assert lines == ["solid", "double", "wavy", "dashed"]
    assert page.locator("a.tag").all_inner_texts()[:2] == ["2\xa0conflicting", "1\xa0supported"]


def test_a_claim_inside_another_has_a_lower_line(page: Page, folder: Path) -> None:
    page.goto(address(folder, "whole.en"))
    depth = """(of) => parseFloat(getComputedStyle(document.querySelector(of)).textUnderlineOffset)"""
    assert page.evaluate(depth, "mark.line2") > page.evaluate(depth, "mark.line1")
    assert page.locator("mark.supported mark.conflicting").inner_text() == checks.CHEAPER


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
def test_text_stands_out_by_day_and_by_night(page: Page, folder: Path, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.goto(address(folder, "whole.en"))
    # What is not there at all has no shade to stand out by.
    assert {what: found for what in TEXTS if min(found := shades(page, what), default=0) < 4.5} == {}


def test_print_shows_what_is_folded(page: Page, folder: Path) -> None:
    page.emulate_media(media="print")
    page.goto(address(folder, "whole.en"))
    assert page.get_by_text("Is the figure at least 50.0 %?").is_visible()


def test_paper_keeps_the_chart_beside_the_figure_and_is_light(page: Page, folder: Path) -> None:
    page.set_viewport_size({"width": 700, "height": 990})
    page.emulate_media(media="print", color_scheme="dark")
    page.goto(address(folder, "whole.en"))
    figure, chart = page.locator("#c1 .found").bounding_box(), page.locator("#c1 figure").bounding_box()
    assert figure
    assert chart
    assert chart["x"] >= figure["x"] + figure["width"]
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(27, 27, 26)"


def test_headings_go_down_one_by_one(page: Page, folder: Path) -> None:
    page.goto(address(folder, "whole.en"))
    levels = page.evaluate("[...document.querySelectorAll('h1,h2,h3,h4')].map((h) => Number(h.tagName[1]))")
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_the_keyboard_reaches_the_claims_first(page: Page, folder: Path) -> None:
    page.goto(address(folder, "whole.en"))
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "To the claims"
