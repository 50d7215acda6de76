"""All pages of the site, from whatever makes them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from weighbridge.outputs.site import (
    about,
    board,
    claims,
    compare,
    comparisons,
    contender,
    contenders,
    data,
    method,
    models,
    race,
    source,
    versus,
)
from weighbridge.outputs.site.register import Register

if TYPE_CHECKING:
    from weighbridge.outputs import Book
    from weighbridge.outputs.site.drawing import Drawings
    from weighbridge.outputs.site.page import Page


def pages(book: Book, drawings: Drawings) -> Iterator[Page]:
    """Give every page, the board first."""
    yield from board.pages(book, drawings)
    yield from race.pages(book, drawings)
    yield from source.pages(book)
    yield from method.pages(book)
    yield from data.pages(book)
    yield from about.pages(book)
    yield from claims.pages(book, drawings)
    register = Register(book)
    compared = versus.chosen(register)
    yield from contender.pages(register, versus.by_contender(compared))
    yield from contenders.pages(register)
    yield from comparisons.pages(register, compared)
    yield from compare.pages(register, compared)
    yield from models.pages(register, drawings)
