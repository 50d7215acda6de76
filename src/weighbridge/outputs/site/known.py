"""Which contenders have a page: what links to one asks here, through its language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weighbridge.outputs.site.register import Register

if TYPE_CHECKING:
    from weighbridge.outputs import Book


def paged(book: Book) -> frozenset[tuple[str, str]]:
    """Give kind and id of every contender of which there is a figure, a row or an entry."""
    return Register(book).pages
