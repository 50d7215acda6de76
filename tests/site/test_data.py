from __future__ import annotations

import csv
import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from lxml import html

from tests.site.field import book
from weighbridge import column_wording
from weighbridge.model import MODELS
from weighbridge.outputs.site import data
from weighbridge.outputs.site.data import unit_key
from weighbridge.outputs.site.languages import languages
from weighbridge.outputs.site.words import catalogue
from weighbridge.schema import ADOPTIONS, EVENTS

if TYPE_CHECKING:
    from lxml.html import HtmlElement


ENGLISH, _ = languages(())


def opened(written: Path, code: str = "en") -> HtmlElement:
    page: HtmlElement = html.fromstring((written / code / "data" / "index.html").read_bytes())
    return page


def test_the_page_lists_what_the_package_holds(written: Path) -> None:
    held = json.loads((written / "data" / "datapackage.json").read_bytes())["resources"]
    assert {file.name for file in data.files(book())} == {one["name"].removesuffix("-parquet") for one in held}
    linked = {link.split("/")[-1] for link in opened(written).xpath("//section[@aria-labelledby='files']//a/@href")}
    assert {one["path"] for one in held} <= linked


def test_rows_and_columns_are_those_of_the_files(written: Path) -> None:
    for file in data.files(book()):
        if "csv" in file.endings:
            with (written / "data" / f"{file.name}.csv").open(newline="", encoding="utf-8") as lines:
                head, *rows = csv.reader(lines)
            assert (len(rows), len(head)) == (file.rows, file.columns), file.name
        else:
            assert len(json.loads((written / "data" / f"{file.name}.json").read_bytes())) == file.rows


def test_every_column_is_told_in_both_languages(written: Path) -> None:
    for table in (MODELS, ADOPTIONS, EVENTS):
        assert list(column_wording.CHINESE[table.name]) == [column.name for column in table.columns]
        for code in ("en", "zh"):
            rows = opened(written, code).xpath(f"//h3[@id='columns-{table.name}']/following-sibling::table[1]/tbody/tr")
            assert len(rows) == len(table.columns)


def test_every_unit_of_a_column_has_words() -> None:
    units = {unit_key(c.unit) for table in (MODELS, ADOPTIONS, EVENTS) for c in table.columns if c.unit}
    assert units <= set(catalogue())


def test_it_says_how_to_load_from_where_it_stands(written: Path) -> None:
    assert 'pandas.read_parquet("data/token-share-by-country.parquet")' in opened(written).text_content()
    (page,) = data.pages(replace(book(), address="https://example.invalid/w/"))
    assert page.view(ENGLISH)["place"] == "https://example.invalid/w/data/"


def test_each_licence_stands_with_its_sources(written: Path) -> None:
    terms = opened(written).xpath("//section[@aria-labelledby='terms']//dt")
    assert [" ".join(term.text_content().split()) for term in terms] == ["CC-BY-4.0", "licence unstated"]


def test_a_book_without_figures_has_a_page() -> None:
    (page,) = data.pages(replace(book(), chapters=(), models=(), decided=(), provenance=book().provenance))
    assert [file.name for file in data.files(replace(book(), chapters=(), models=(), decided=()))] == ["standings"]
    assert page.view(ENGLISH)["chapters"] == []
