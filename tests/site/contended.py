"""Books of contenders made from the field, and their pages read one by one."""

from __future__ import annotations

import datetime as dt
from dataclasses import fields, replace
from functools import cache
from typing import TYPE_CHECKING, Any

from lxml import html

from tests.outputs.placed import scored
from tests.site import field
from weighbridge.contender import Contender
from weighbridge.outputs.site.assets import Assets
from weighbridge.outputs.site.languages import languages
from weighbridge.outputs.site.rendering import Renderer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from lxml.html import HtmlElement

    from weighbridge.estimate import Estimate, Series
    from weighbridge.model import Model
    from weighbridge.outputs import Book
    from weighbridge.outputs.site.languages import Language
    from weighbridge.outputs.site.page import Page
    from weighbridge.outputs.site.register import Register


@cache
def book() -> Book:
    """Give the field's book; nothing in it may be changed."""
    return field.book()


def spoken(register: Register, code: str = "en") -> Language:
    return next(one for one in languages(register.book.contenders, register.pages) if one.code == code)


def read(register: Register, page: Page, code: str = "en") -> HtmlElement:
    """Give a page as a browser would read it."""
    every = languages(register.book.contenders, register.pages)
    renderer = Renderer(register.book, every, Assets(**{of.name: of.name for of in fields(Assets)}))
    return html.fromstring(renderer.page(page, next(one for one in every if one.code == code)))


def texts(page: HtmlElement, path: str) -> list[str]:
    """Give the texts at a path, each on one line."""
    return [" ".join(found.text_content().split()) for found in page.xpath(path)]


def cells(page: HtmlElement, table: str, row: str) -> list[str]:
    """Give the cells of the row of a table that is headed so."""
    return texts(page, f"//table[contains(@class, '{table}')]//tr[th[normalize-space() = '{row}']]/td")


def with_series(change: Callable[[Series], Series], held: Book | None = None) -> Book:
    """Give the book with every series changed."""
    of = held or book()
    chapters = tuple(
        replace(c, entries=tuple(replace(e, series=change(e.series)) if e.series else e for e in c.entries))
        for c in of.chapters
    )
    return replace(of, chapters=chapters)


def with_estimates(change: Callable[[Series, Estimate], Estimate | None]) -> Book:
    """Give the book with every estimate changed, or left out where the change gives null."""

    def changed(series: Series) -> Series:
        found = (change(series, estimate) for estimate in series.estimates)
        return replace(series, estimates=tuple(e for e in found if e is not None))

    return with_series(changed)


def with_releases(releases: Iterable[Contender], models: Iterable[Model] = ()) -> Book:
    """Give the book with more releases and rows of the table of models."""
    held = book()
    contenders = tuple(sorted((*held.contenders, *releases), key=lambda one: (one.kind, one.id)))
    return replace(held, contenders=contenders, models=(*held.models, *models))


def release(key: str, day: dt.date | None = None, model_ids: tuple[str, ...] = (), **known: Any) -> Contender:  # noqa: ANN401 - any field
    """Give a release of Qwen."""
    kin = {"country": "CN", "organisation": "alibaba", "family": "qwen"}
    return Contender("model", key, key, key, **{**kin, "released_on": day, "model_ids": model_ids, **known})


def row(model_id: str, capability: float | None = None, **known: object) -> Model:
    """Give a row of the table of models."""
    return replace(scored(model_id, capability, "open_licence"), **{"scored_as": None, **known})  # type: ignore[arg-type] # fields
