"""The site in a real browser: silent, alone, operable by keyboard, accessible, light and still."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import pytest

from tests.site.field import book
from weighbridge.outputs import datapackage, site

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser
LANGUAGES = ("en", "zh")
# One of each kind of page.
KINDS = {
    "board": "",
    "race": "race/token-share/country",
    "figure": "race/price-gap/country",
    "contender": "country/cn",
    "organisation": "organisation/alibaba",
    "model": "model/qwen3",
    "contenders": "contenders",
    "compare": "compare",
    "sources": "source",
    "source": "source/openrouter-daily",
    "claims": "claims",
    "method": "method",
    "measure": "method/token-share",
    "data": "data",
    "about": "about",
}
WIDTHS = (360, 768, 1440)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
FIRST_PAINT = 1000  # milliseconds, on the connection below
# A phone on a slow mobile network, as Lighthouse throttles: 1.6 Mbit/s down, 150 ms there and back.
SLOW = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 750e3 / 8}


class Quiet(SimpleHTTPRequestHandler):
    """A server of files that says nothing of each request."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    held, where = book(), tmp_path_factory.mktemp("site")
    datapackage.write(held, where)
    site.write(held, where)
    return where


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


def at(address: str, language: str, kind: str) -> str:
    path = KINDS[kind]
    return f"{address}/{language}/{path}{'/' if path else ''}"


def watched(page: Page) -> tuple[list[str], list[str]]:
    """What the page says to the console, and what it asks for."""
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("dialog", lambda dialog: said.append(dialog.message))
    page.on("request", lambda request: asked.append(request.url))
    return said, asked


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_a_page_is_silent_alone_fitting_and_accessible(page: Page, address: str, language: str, kind: str) -> None:
    """One visit: to load a page anew for each question would take minutes."""
    said, asked = watched(page)
    page.goto(at(address, language, kind))
    assert page.locator("h1").inner_text().strip()
    fits_and_is_accessible(page)
    page.wait_for_load_state("networkidle")
    assert said == []
    assert [url for url in asked if not url.startswith((f"{address}/", "data:"))] == []


def fits_and_is_accessible(page: Page) -> None:
    """Hold a page to every width and theme."""
    for width in (320, *WIDTHS):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width, f"wider than {width}"
    for scheme, rules in zip(SCHEMES, ((), ("color-contrast",)), strict=True):  # a theme changes colours alone
        page.emulate_media(color_scheme=scheme)
        assert violations(page, *rules) == [], scheme


def violations(page: Page, *rules: str) -> list[object]:
    """What axe-core finds by the rules named, or by all: rule, what it asks, the first places."""
    from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped] # ships no types

    only = {"runOnly": {"type": "rule", "values": list(rules)}} if rules else {}
    found = Axe().run(page, options={"resultTypes": ["violations"], **only}).response["violations"]
    return [(v["id"], v["help"], [n["html"][:160] for n in v["nodes"][:3]]) for v in found]


@pytest.mark.parametrize("kind", ["board", "race", "contender", "compare"])
def test_a_page_loads_from_a_folder_as_well(page: Page, folder: Path, kind: str) -> None:
    said, _ = watched(page)
    path = KINDS[kind]
    page.goto((folder / "en" / path / "index.html").as_uri())
    assert page.locator("h1").inner_text().strip()
    assert said == []
    kept = page.locator(".instruments, .chooser").all()
    assert [one.bounding_box() for one in kept] == [None] * len(kept), "no room is kept for what a file cannot load"


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_is_complete_without_scripts(browser: Browser, address: str, kind: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(at(address, "en", kind))
    assert page.locator("h1").inner_text().strip()
    assert page.locator(".tools form:visible, .tools button:visible").count() == 0, "a control that does nothing"
    context.close()


@pytest.mark.parametrize("kind", ["board", "race", "contender", "source"])
def test_the_switch_of_languages_stays_on_the_page(page: Page, address: str, kind: str) -> None:
    page.goto(at(address, "en", kind))
    page.get_by_role("link", name="中文", exact=True).focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/zh/**")
    assert page.url.split("#")[0].removesuffix("index.html") == at(address, "zh", kind)
    assert page.locator("html").get_attribute("lang") == "zh-Hans"
    page.get_by_role("link", name="English", exact=True).click()
    page.wait_for_url("**/en/**")
    assert page.url.split("#")[0].removesuffix("index.html") == at(address, "en", kind)


def shifts(page: Page) -> float:
    """How far things moved under the reader's eyes while the page came, as browsers count it."""
    script = """() => new Promise((done) => {
        let sum = 0;
        new PerformanceObserver((list) => { for (const e of list.getEntries()) sum += e.value; })
            .observe({type: "layout-shift", buffered: true});
        setTimeout(() => done(sum), 300);
    })"""
    found: float = page.evaluate(script)
    return found


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("kind", ["board", "race", "contender"])
def test_nothing_moves_while_a_page_comes(page: Page, address: str, kind: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(at(address, "en", kind), wait_until="networkidle")
    assert shifts(page) == 0


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["board", "race", "contender"])
def test_a_slow_connection_shows_the_page_within_a_second(
    browser: Browser, address: str, kind: str, language: str
) -> None:
    """The issue's budget, in milliseconds of the browser's own clock on a connection that it slows itself."""
    context = browser.new_context(viewport={"width": 360, "height": 780})
    page = context.new_page()
    session: Any = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", SLOW)
    painted = min(_first_paint(page, at(address, language, kind)) for _ in range(3))  # the least disturbed of three
    context.close()
    assert painted < FIRST_PAINT


def _first_paint(page: Page, url: str) -> float:
    page.goto(url, wait_until="load")
    script = """() => new Promise((done) => new PerformanceObserver((list) => {
        const painted = list.getEntriesByName("first-contentful-paint");
        if (painted.length) done(painted[0].startTime);
    }).observe({type: "paint", buffered: true}))"""
    found: float = page.evaluate(script)
    return found
