from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import expect

from tests.browser.served import Heard, serving
from tests.outputs.books import HOSTILE
from tests.site.field import book
from weighbridge.outputs import site

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from weighbridge.outputs import Book

LANGUAGES = ("en", "zh")
THEME = "document.documentElement.dataset.theme ?? 'system'"
GROUND = "getComputedStyle(document.body).backgroundColor"
LIGHT, DARK = "rgb(252, 252, 250)", "rgb(23, 23, 22)"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    where = tmp_path_factory.mktemp("site")
    site.write(twinned(book()), where)
    return where


def twinned(held: Book) -> Book:
    """Give the book with the same counted as a share and as a total."""
    own = held.chapters[0]
    entry = own.entries[0]
    assert entry.series
    total = tuple(replace(e, value=(e.value or 0) * 10**6, ci_low=None, ci_high=None) for e in entry.series.estimates)
    counted = replace(entry.series, measure="download_total", unit="downloads", estimates=total)
    share = replace(own, name="download_share", entries=(entry,))
    sums = replace(own, name="download_total", title="Downloads of all time", entries=(replace(entry, series=counted),))
    return replace(held, chapters=(*held.chapters, share, sums))


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    with serving(folder) as where:
        yield where


@pytest.fixture
def heard(page: Page, address: str) -> Iterator[Heard]:
    """Every test is one of silence, and of a page that asks nobody else."""
    found = Heard(page)
    yield found
    assert found.said == []
    assert found.outside(address) == []


pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("heard")]


@pytest.mark.parametrize(("scheme", "own", "other"), [("light", LIGHT, DARK), ("dark", DARK, LIGHT)])
@pytest.mark.parametrize("hand", ["mouse", "keyboard"])
def test_the_button_goes_round_all_colours(
    page: Page, address: str, scheme: str, own: str, other: str, hand: str
) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.goto(f"{address}/en/index.html")
    button = page.locator("button.theme")
    grounds, labels = [page.evaluate(GROUND)], [button.inner_text()]
    for _ in range(3):
        button.click() if hand == "mouse" else button.press("Enter")
        grounds.append(page.evaluate(GROUND))
        labels.append(button.inner_text())
    assert grounds == [own, other, own, own]
    first, second = ("Dark", "Light") if scheme == "light" else ("Light", "Dark")
    assert labels == [first, second, "System", first]
    assert page.evaluate(THEME) == "system"


def test_chosen_colours_are_there_before_the_first_paint(page: Page, address: str) -> None:
    page.emulate_media(color_scheme="light")
    page.goto(f"{address}/zh/index.html")
    page.get_by_role("button", name="深色").click()
    page.route("**/assets/site.*.js", lambda route: route.fulfill(body=""))
    page.goto(f"{address}/zh/race/token-share/country/index.html")
    assert page.evaluate(GROUND) == DARK


def read_out(page: Page) -> str:
    return page.locator(".plot [aria-live]").text_content() or ""


def chart(page: Page, address: str, language: str = "en", race: str = "token-share/country", hash_: str = "") -> None:
    page.goto(f"{address}/{language}/race/{race}/index.html{hash_}")
    page.locator(".instruments").hover()
    page.wait_for_selector(".groups li", state="attached")


def test_a_search_by_keyboard(page: Page, address: str) -> None:
    page.goto(f"{address}/en/index.html")
    field = page.get_by_role("combobox", name="Search")
    field.focus()
    page.keyboard.type("token family")
    page.get_by_role("option").first.wait_for()
    assert field.get_attribute("aria-expanded") == "true"
    assert page.locator("form.search [role=status]").inner_text() == "1 found"
    page.keyboard.press("ArrowDown")
    chosen = page.get_by_role("option", selected=True)
    assert field.get_attribute("aria-activedescendant") == chosen.get_attribute("id")
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/race/token-share/family/index.html")


def test_a_search_by_mouse_in_chinese(page: Page, address: str) -> None:
    page.goto(f"{address}/zh/race/token-share/country/index.html")
    field = page.get_by_role("combobox", name="搜索")
    field.click()
    page.keyboard.type("占比")
    page.get_by_role("option").filter(has_text="模型系列").click()
    page.wait_for_url("**/zh/race/token-share/family/index.html")


def test_escape_closes_and_then_clears(page: Page, address: str) -> None:
    page.goto(f"{address}/en/index.html")
    field = page.get_by_role("combobox", name="Search")
    field.fill("tokens")
    page.get_by_role("option").first.wait_for()
    page.keyboard.press("Escape")
    assert page.get_by_role("option").count() == 0
    assert field.input_value() == "tokens"
    page.keyboard.press("Escape")
    assert not field.input_value()
    page.keyboard.type("no such name")
    expect(page.locator("form.search [role=status]")).to_have_text("Nothing found")


def test_the_index_comes_with_the_first_focus(page: Page, address: str, heard: Heard) -> None:
    page.goto(f"{address}/en/index.html")
    page.wait_for_load_state("networkidle")
    assert not any("search.json" in url for url in heard.asked)
    with page.expect_request("**/en/search.json"):
        page.get_by_role("combobox", name="Search").focus()


def test_names_of_strangers_stay_text_in_lists(page: Page, address: str) -> None:
    chart(page, address, race="token-share/organisation")
    page.locator(".groups summary").click()
    assert HOSTILE[0] in page.locator(".groups").inner_text()
    field = page.get_by_role("combobox", name="Search")
    field.fill("script")
    expect(page.locator("form.search [role=status]")).not_to_be_empty()
    assert page.locator(".groups script, .groups img, #found script, #found img").count() == 0


def test_nothing_of_a_chart_is_loaded_before_somebody_reaches_for_it(page: Page, address: str, heard: Heard) -> None:
    page.goto(f"{address}/en/race/token-share/country/index.html")
    page.wait_for_load_state("networkidle")
    assert [url for url in heard.asked if "charts." in url or "vega." in url or "chart.json" in url] == []
    page.locator(".plot").hover()
    page.locator(".told").wait_for()
    # To read the drawn picture takes no engine.
    assert [url for url in heard.asked if "vega." in url] == []


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_point_is_read_under_the_mouse(page: Page, address: str, language: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    chart(page, address, language)
    box = page.locator(".plot").bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] * 0.45, box["y"] + box["height"] * 0.15)
    told = page.locator(".told")
    told.wait_for()
    assert ("China" if language == "en" else "中国") in told.inner_text()
    assert re.search(r"\d\d\.\d %[ （(]+\d", told.inner_text())
    assert re.search(r"2026", told.inner_text())
    inside = told.bounding_box()
    assert inside
    assert inside["x"] >= box["x"]
    assert inside["x"] + inside["width"] <= box["x"] + box["width"]


def test_the_dot_lies_on_the_drawn_line(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    chart(page, address)
    page.locator(".plot").focus()
    page.keyboard.press("End")
    end = page.locator(".dot").bounding_box()
    point = page.locator(".plot .broad svg path[fill='#0b63ad'][d*='A']").last.bounding_box()
    assert end
    assert point
    assert abs(end["x"] + end["width"] / 2 - point["x"] - point["width"] / 2) < 2
    assert abs(end["y"] + end["height"] / 2 - point["y"] - point["height"] / 2) < 2


def test_arrow_keys_read_a_chart_aloud(page: Page, address: str) -> None:
    chart(page, address)
    page.locator(".plot").focus()
    told = []
    for key in ("End", "ArrowLeft", "Home", "ArrowDown", "ArrowUp"):
        page.keyboard.press(key)
        told.append(read_out(page))
    assert told[0] == "China, 2 Aug 2026: 50.0 % (48.0–52.0 %)"
    assert told[1].startswith("China, 19 Jul 2026")
    assert told[2].startswith("China, 1 Mar 2026")
    assert told[3].startswith("United States, 1 Mar 2026")
    assert told[4].startswith("China, 1 Mar 2026")
    page.keyboard.press("Escape")
    assert page.locator(".told").is_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_logarithmic_axis_by_key(page: Page, address: str, language: str, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    chart(page, address, language)
    button = page.get_by_role("button", name="Logarithmic" if language == "en" else "对数刻度")
    button.focus()
    page.keyboard.press("Space")
    page.locator(".live svg").wait_for()
    assert button.get_attribute("aria-pressed") == "true"
    assert "scale=log" in page.url
    assert ("China" if language == "en" else "中国") in (page.locator(".live svg").text_content() or "")
    line = page.locator(".live svg path[stroke='#0b63ad']").last
    drawn = line.evaluate("(path) => getComputedStyle(path).stroke")
    assert drawn == ("rgb(11, 99, 173)" if scheme == "light" else "rgb(108, 182, 245)")
    page.locator("[data-turn=reset]").click()
    page.locator(".live").wait_for(state="hidden")
    assert "#" not in page.url
    assert page.locator(".plot svg").locator("visible=true").count() == 1


def test_groups_are_chosen_up_to_eight(page: Page, address: str) -> None:
    chart(page, address, race="token-share/organisation")
    page.locator(".groups summary").press("Enter")
    boxes = page.locator(".groups input[type=checkbox]")
    for place in range(8):
        boxes.nth(place).check()
    page.locator(".live svg").wait_for()
    assert page.locator(".groups input:checked").count() == 8
    assert page.locator(".groups input[type=checkbox]:disabled").count() == boxes.count() - 8
    assert "8" in page.locator(".groups [role=status]").inner_text()
    boxes.nth(0).uncheck()
    expect(page.locator(".live")).not_to_contain_text("Alibaba")
    page.get_by_role("searchbox", name="Find").fill("hyperlink")
    assert page.locator(".groups li:visible").filter(has_text="HYPERLINK").count() == 1
    assert page.locator(".groups li:visible").count() <= 8


def test_one_choice_is_taken_and_said(page: Page, address: str) -> None:
    chart(page, address)
    choices = page.locator(".instruments select")
    key = choices.locator("option").nth(1).get_attribute("value") or ""
    choices.select_option(key)
    page.locator(".live svg").wait_for()
    now = page.locator(".now").inner_text()
    assert "dotted: the figure by default" in now
    for fact in ("2 Aug 2026", "OpenRouter", "CC-BY-4.0", "covered"):
        assert fact in now
    assert parse_qs(page.url.partition("#view:")[2])["choice"] == [key]


def test_shares_turn_into_totals_and_say_on_what_they_rest(page: Page, address: str) -> None:
    chart(page, address, race="download-share/country")
    page.get_by_role("button", name="As a total").press("Enter")
    page.locator(".live svg").wait_for()
    assert "500,000" in (page.locator(".live").text_content() or "")
    now = page.locator(".now").inner_text()
    assert now.startswith("Downloads of all time by country")
    assert "CC-BY-4.0" in now
    page.locator(".plot").focus()
    page.keyboard.press("End")
    assert read_out(page) == "China, 2 Aug 2026: 500,000 downloads"
    page.get_by_role("button", name="Back to the start").click()
    expect(page.locator(".live")).to_be_hidden()


def test_a_view_can_be_shared_and_read_in_the_other_language(page: Page, address: str) -> None:
    chart(page, address, hash_="#view:groups=US,FR&scale=log")
    page.locator(".live svg").wait_for()
    assert "China" not in page.locator(".live").inner_text()
    page.get_by_role("link", name="中文").click()
    page.wait_for_url("**/zh/race/token-share/country/index.html#view:groups=US,FR&scale=log")
    page.locator(".live svg").wait_for()
    assert "美国" in page.locator(".live").inner_text()
    assert page.locator("[data-turn=scale]").get_attribute("aria-pressed") == "true"


def test_a_heading_is_kept_in_the_other_language(page: Page, address: str) -> None:
    page.goto(f"{address}/en/race/token-share/country/index.html#standing")
    page.get_by_role("link", name="中文").press("Enter")
    page.wait_for_url("**/zh/race/token-share/country/index.html#standing")


@pytest.mark.parametrize(
    "hash_", ["#view:groups=%3Cimg%20src%3Dx%3E&choice=none&twin=1", "#view:%%%", "#view:scale=log&groups=%25"]
)
def test_an_address_made_up_shows_what_there_is(page: Page, address: str, hash_: str) -> None:
    chart(page, address, hash_=hash_)
    page.locator(".live svg").or_(page.locator(".broad svg")).first.wait_for()
    assert page.locator(".plot img").count() == 0
    assert page.locator(".groups input:checked").count() == 3


def test_the_policy_lets_no_text_become_code(page: Page, address: str, heard: Heard) -> None:
    chart(page, address)
    page.locator("[data-turn=scale]").click()
    page.locator(".live svg").wait_for()
    page.evaluate("void setTimeout('window.ran = true')")
    page.wait_for_timeout(100)
    assert page.evaluate("window.ran === undefined")
    assert any("unsafe-eval" in line for line in heard.said)
    heard.said.clear()


@pytest.mark.parametrize("language", LANGUAGES)
def test_contenders_are_compared_by_keyboard(page: Page, address: str, language: str) -> None:
    names = ("China", "United States") if language == "en" else ("中国", "美国")
    page.goto(f"{address}/{language}/compare/index.html")
    page.locator("#side").focus()
    for name in names:
        page.keyboard.type(name)
        page.locator("#side-found [role=option]").first.wait_for()
        page.keyboard.press("Enter")
        expect(page.locator(".chosen li").filter(has_text=name)).to_have_count(1)
    table = page.locator(".laid table")
    assert table.get_by_role("columnheader").all_inner_texts()[1:] == list(names)
    row = table.get_by_role("row").filter(has_text="Share of tokens" if language == "en" else "token 占比")
    assert "50.0 %" in row.get_by_role("cell").nth(0).inner_text()
    assert "10.0 %" in row.get_by_role("cell").nth(1).inner_text()
    for figure in table.locator("[data-figure]").all():
        assert page.locator(f"[id='{figure.get_attribute('data-figure')}'] [data-fact=as-of]").count() == 1
    page.locator(".chosen button").first.press("Enter")
    expect(table).to_have_count(0)
    expect(page.locator(".chosen li")).to_have_count(1)


def test_only_one_kind_is_compared_and_nobody_twice(page: Page, address: str) -> None:
    page.goto(f"{address}/en/compare/index.html#view:with=country/cn,country/cn,family/qwen,../../x")
    expect(page.locator(".chosen li")).to_have_count(1)
    page.locator("#side").fill("a")
    page.locator("#side-found [role=option]").first.wait_for()
    kinds = page.locator("#side-found small").all_inner_texts()
    assert set(kinds) == {"country"}
    assert "China" not in page.locator("#side-found").inner_text()


def test_a_comparison_is_shared_and_read_in_the_other_language(page: Page, address: str) -> None:
    page.goto(f"{address}/en/compare/index.html#view:with=country/cn,country/us")
    page.locator(".laid table").wait_for()
    page.get_by_role("link", name="中文").click()
    page.wait_for_url("**/zh/compare/index.html#view:with=country/cn,country/us")
    page.locator(".laid table").wait_for()
    assert "美国" in page.locator(".laid").inner_text()
    assert page.locator(".laid a[href*='/zh/race/']").count() >= 2


def test_releases_are_compared_by_every_size(page: Page, address: str, folder: Path) -> None:
    paths = [f"model/{path.parent.name}" for path in sorted(folder.glob("en/model/*/index.html"))]
    page.goto(f"{address}/en/compare/index.html#view:with={','.join(paths)}")
    table = page.locator(".laid table")
    table.wait_for()
    assert "Qwen3 235B" in table.inner_text()
    assert HOSTILE[1] in table.inner_text()
    assert table.locator("img, script").count() == 0


SHIFTS = """window.shifted = 0; new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifted += entry.value;
}).observe({ type: 'layout-shift', buffered: true });"""


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize(
    ("path", "there"),
    [
        ("index.html", "form.search input"),
        ("race/token-share/organisation/index.html", ".instruments button"),
        ("compare/index.html", ".chooser input"),
        ("compare/index.html#view:with=country/cn,country/us", ".laid table"),
    ],
)
def test_nothing_moves_when_scripts_run(page: Page, address: str, path: str, there: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.add_init_script(SHIFTS)
    page.goto(f"{address}/zh/{path}")
    page.locator(there).first.wait_for()
    page.wait_for_load_state("networkidle")
    assert page.evaluate("window.shifted") == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_scripts_add_is_open_to_everybody(browser: Browser, address: str, language: str) -> None:
    """The policy of the page would keep the examiner out."""
    context = browser.new_context(bypass_csp=True)
    page = context.new_page()
    found: list[str] = []
    for path, reach in (
        ("race/token-share/organisation/index.html#view:scale=log", ".groups summary"),
        ("race/token-share/country/index.html", ".plot"),
        ("compare/index.html#view:with=country/cn,country/us", "#side"),
    ):
        page.goto("about:blank")
        page.goto(f"{address}/{language}/{path}")
        page.wait_for_load_state("networkidle")
        page.locator(reach).first.click()
        page.keyboard.type("a")
        page.keyboard.press("End")
        page.wait_for_load_state("networkidle")
        inside = [".instruments", ".picture", ".chooser", ".top"]
        told = Axe().run(page, context={"include": [[part] for part in inside if page.locator(part).count()]})
        found += [f"{path}: {v['id']} {v['nodes'][0]['target']}" for v in told.response["violations"]]
    context.close()
    assert found == []


def test_without_a_server_pictures_stand_alone(page: Page, folder: Path) -> None:
    page.goto((folder / "en" / "race" / "token-share" / "country" / "index.html").as_uri())
    assert page.locator(".instruments + .picture svg").locator("visible=true").count() == 1
    assert page.locator(".instruments").is_hidden()
    page.get_by_role("combobox", name="Search").fill("x")
    page.get_by_role("button", name="Dark").click()
    assert page.evaluate(GROUND) == DARK
