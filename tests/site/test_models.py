from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.outputs.books import bounded
from tests.outputs.placed import many, place, plane
from tests.site.contended import book, read, texts
from weighbridge.outputs.site import models
from weighbridge.outputs.site.columns import Columns
from weighbridge.outputs.site.drawing import Drawings
from weighbridge.outputs.site.facts import sources, sure
from weighbridge.outputs.site.languages import languages
from weighbridge.outputs.site.register import Register
from weighbridge.plane import Reach

if TYPE_CHECKING:
    from weighbridge.outputs import Book
    from weighbridge.outputs.site.page import Page


def held() -> Book:
    """Give the book with many models and no race, so that one picture is drawn."""
    laid = plane(place("Qwen3 235B", 0.4, 141.2, Reach.FRONTIER), place("dearer", 4.0, 140.0), unplaced=3)
    named = replace(laid, places=(replace(laid.places[0], group_id="qwen3/235b"), laid.places[1]))
    rows = sorted((*many(), *book().models[:1]), key=lambda row: -(row.capability or 0.0))
    return replace(book(), chapters=(), planes=(named,), models=tuple(rows))


@pytest.fixture(scope="module")
def register() -> Register:
    return Register(held())


@pytest.fixture(scope="module")
def page(register: Register, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    spoken = languages(register.book.contenders, register.pages)
    with Drawings(register.book, spoken, tmp_path_factory.mktemp("drawn")) as drawings:
        yield from models.pages(register, drawings)


def test_the_most_capable_come_first_then_the_open_ones(register: Register, page: Page) -> None:
    shown = read(register, page)
    able, rest = (texts(shown, f"//section[h2/@id='{key}']//tbody/tr/th") for key in ("able", "open"))
    assert len(able) == models.MOST_CAPABLE
    assert able[0].startswith("closed 0")
    assert len(rest) == models.MOST_OPEN - sum(name.startswith("Whole") for name in able)
    assert not set(able) & set(rest)


def test_all_models_stand_in_the_file(register: Register, page: Page) -> None:
    assert len(page.rows()) == len(register.book.models)
    assert page.heads == models.FIELDS


def test_every_column_says_what_it_rests_on(register: Register, page: Page) -> None:
    shown = read(register, page)
    for figure in set(shown.xpath("//main//@data-figure")):
        assert shown.xpath("//*[@id = $id]//*[@data-fact = 'source']", id=figure), figure
    covered = texts(shown, "//*[@id='column-capability']//*[@data-fact='coverage']")
    known = sum(row.capability is not None for row in register.book.models)
    assert covered == [f"{100 * known / len(register.book.models):.0f} % of the models have one"]


@pytest.mark.parametrize(
    ("known", "every", "part"), [(1, 1000, 1), (999, 1000, 99), (1000, 1000, 100), (1266, 1834, 69)]
)
def test_a_part_is_never_rounded_to_none_or_all(register: Register, known: int, every: int, part: int) -> None:
    row, english = register.book.models[0], languages(register.book.contenders)[0]
    rows = [replace(row, tokens_7d=7 if i < known else None) for i in range(every)]
    ((_, facts),) = Columns(replace(register.book, models=tuple(rows))).facts(english, ["tokens_7d"])
    assert (english.code, facts.coverage) == ("en", f"{part} % of the models have one")


def test_a_column_of_several_lists_says_the_day_of_each(register: Register) -> None:
    price, later = register.book.model_sources[0], dt.date(2026, 8, 21)
    lists = (replace(price, name="models_dev", as_of=dt.date(2026, 7, 1)), replace(price, name="litellm", as_of=later))
    told = Columns(replace(register.book, model_sources=lists))
    english = next(language for language in languages(register.book.contenders) if language.code == "en")
    ((_, facts),) = told.facts(english, ["usd_per_mtok"])
    assert facts.as_of == "1 Jul 2026 at the earliest and 21 Aug 2026 at the latest, by source"


def test_lists_of_one_publisher_stand_beside_its_name_without_it(register: Register) -> None:
    use = replace(register.book.model_sources[0], publisher="Hugging Face")
    several = [replace(use, name=name) for name in ("huggingface_listing_top30", "hf_radar")]
    english = next(language for language in languages(register.book.contenders) if language.code == "en")
    assert [name for name, _, _ in sources(english, several)] == [
        "Hugging Face (listing top30)", "Hugging Face (hf radar)",
    ]  # fmt: skip


def test_why_nobody_is_ranked_stands_beside_the_figures() -> None:
    held = bounded()
    few = "the source holds two accounts, not the field"
    said = [sure(one, replace(held, standing=None, no_race=few, ci_method="")) for one in languages(())]
    assert said == [few, "该来源只含两个账号，不能代表全体"]


def test_the_frontier_is_named_and_linked(register: Register, page: Page) -> None:
    shown = read(register, page)
    (link,) = shown.xpath("//section[h2/@id='capability-by-price']//p/a")
    assert (link.text_content(), link.get("href")) == ("Qwen3 235B", "../../en/model/qwen3/index.html")
    facts = texts(shown, "//*[@id='facts-capability-by-price']/*")
    assert facts[-2:] == [
        "2 laid out, 3 without a figure across", "1 on the frontier, 0 that their intervals may bring to it",
    ]  # fmt: skip


def test_a_maker_that_is_not_known_is_said(register: Register, page: Page) -> None:
    first = texts(read(register, page), "//section[h2/@id='open']//tbody/tr/th/small")
    assert "maker not known" in first


def test_chinese_names_the_plane_in_chinese(register: Register, page: Page) -> None:
    assert "能力与价格" in texts(read(register, page, "zh"), "//h2")


def test_without_planes_the_tables_stand_alone(tmp_path: Path) -> None:
    bare = Register(replace(held(), planes=()))
    (found,) = models.pages(bare, Drawings(bare.book, languages(()), tmp_path))
    assert not read(bare, found).xpath("//figure")
