from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from lxml import html

from tests.site.field import book
from weighbridge import discover
from weighbridge.estimate import Status
from weighbridge.outputs.site import method
from weighbridge.outputs.site.words import catalogue

if TYPE_CHECKING:
    from lxml.html import HtmlElement


def opened(written: Path, path: str) -> HtmlElement:
    page: HtmlElement = html.fromstring((written / path / "index.html").read_bytes())
    return page


def links(written: Path, path: str) -> list[str]:
    found: list[str] = opened(written, path).xpath("//main//a/@href")
    return found


def test_every_measure_has_a_page_that_leads_to_its_races(written: Path) -> None:
    for chapter in book().chapters:
        name = chapter.name.replace("_", "-")
        assert any(link.endswith(f"method/{name}/index.html") for link in links(written, "zh/method"))
        races = links(written, f"en/method/{name}")
        for entry in chapter.entries:
            assert any(link.endswith(f"race/{name}/{entry.by}/index.html") for link in races)


def test_a_permanent_address_stands_where_there_are_figures(written: Path) -> None:
    assert any(link.endswith("token-share/country/v1/index.html") for link in links(written, "en/method/token-share"))
    assert not any("/v1/" in link for link in links(written, "en/method/survival"))


def test_every_unit_and_status_has_words() -> None:
    units = {f"unit_{m.MEASURE.unit.lower().replace(' ', '_')}" for m in discover.measures().values()}
    assert units | {f"status_{status}" for status in Status} <= set(catalogue())


def test_everything_that_stands_beside_a_figure_is_explained() -> None:
    keys = [f"method_{part}" for part in (*method.PARTS, *method.LAST)] + [f"step_{step}" for step in method.STEPS]
    assert [key for key in keys if key not in catalogue() or f"{key}_says" not in catalogue()] == []


def test_a_measure_says_how_to_compute_it_again(written: Path) -> None:
    told = opened(written, "zh/method/token-share").text_content()
    choice = next(c for c in book().chapters[0].choices if len(c.options) > 1)
    assert f"weighbridge measure token_share --by country --choice {choice.name}={choice.options[1].name}" in told
    assert choice.options[0].name == choice.default, "the other option is not the default"


def test_new_figures_leave_the_page_of_a_measure_as_it_is() -> None:
    held = book()
    first = held.chapters[0]
    series = first.entries[0].series
    assert series is not None
    moved = replace(
        first, entries=(replace(first.entries[0], series=replace(series, estimates=())), *first.entries[1:])
    )
    before, after = (
        next(p.made_of for p in method.pages(replace(held, chapters=(chapter,))) if p.kind == "measure")
        for chapter in (first, moved)
    )
    assert before == after


def test_a_new_definition_makes_it_anew() -> None:
    held = book()
    moved = replace(held.chapters[0], version=2)
    found = [[p.made_of for p in method.pages(replace(held, chapters=(c,)))] for c in (held.chapters[0], moved)]
    assert not set(found[0]) & set(found[1])
