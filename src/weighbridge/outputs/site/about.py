"""What Weighbridge is, how to cite it, the terms of every source, how to correct a figure, which addresses last."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from weighbridge.outputs.site import addresses, facts
from weighbridge.outputs.site.digest import digest
from weighbridge.outputs.site.page import Page
from weighbridge.outputs.site.source import newest

if TYPE_CHECKING:
    from weighbridge.outputs import Book
    from weighbridge.outputs.site.languages import Language

PATH = "about"
TITLE = "Weighbridge: the public scale for open-weight AI"
AUTHORS = "The Weighbridge contributors"
# Each has a heading and a text in the catalogue; citing and terms stand between them.
BEFORE, AFTER = ("scale", "sides", "weights"), ("correct", "lasting", "access", "private")


def pages(book: Book) -> Iterator[Page]:
    """Give the page."""
    yield Page(
        PATH,
        "about",
        title=lambda language: language.says("about_title"),
        says=lambda language: language.says("about_says"),
        view=lambda language: _view(language, book),
        made_of=digest(book.provenance, book.address),
        record=lambda: {"title": TITLE, "authors": AUTHORS, "provenance": book.provenance},
        heads=("source", "publisher", "licence", "attribution", "as_of"),
        rows=lambda: [(u.name, u.publisher, u.licence, u.attribution, u.as_of) for u in book.provenance.sources],
    )


def _view(language: Language, book: Book) -> dict[str, Any]:
    day = newest(book)
    year = str(day.year) if day else language.says("unknown")
    code = book.provenance.code_version
    digest_ = book.provenance.lake_digest[:12]
    uses = book.provenance.sources
    return {
        "before": BEFORE,
        "after": AFTER,
        "citation": language.says("about_citation", year=year, code=code, day=language.day(day), digest=digest_),
        "bibtex": _bibtex(year, code, digest_, book.address),
        "uses": [(use, addresses.source(use.name), facts.licence(language, use.licence)) for use in uses],
    }


def _bibtex(year: str, code: str, digest_: str, address: str) -> str:
    place = f"  url = {{{address}}},\n" if address else ""
    return (
        "@software{weighbridge,\n"
        f"  author = {{{{{AUTHORS}}}}},\n"
        f"  title = {{{TITLE}}},\n"
        f"  year = {{{year}}},\n"
        f"  version = {{{code}+{digest_}}},\n"
        f"{place}}}"
    )
