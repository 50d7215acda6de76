"""What the search of a language looks through: every listed page of a contender, race, claim, source or measure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weighbridge import wording
from weighbridge.outputs.site import addresses
from weighbridge.outputs.site.writing import place

if TYPE_CHECKING:
    from pathlib import Path

    from weighbridge.outputs import Book
    from weighbridge.outputs.site.languages import Language
    from weighbridge.outputs.site.page import Page

FILE = "search.json"
CONTENDERS = ("country", "organisation", "family", "model")
# First parts of paths, in the order in which equally near finds are told.
KINDS = (*CONTENDERS, "race", "claims", "method", "source")
DEEP = 2  # parts of the path of a page that is one of its kind and no list of them


class Search:
    """Gathers pages as they pass. An entry is [name, kind, path, other names ...], the names in every language."""

    def __init__(self, book: Book) -> None:
        self._names = {
            addresses.contender(one.kind, one.id): (one.name, one.name_zh, one.id) for one in book.contenders
        }
        self._pages: list[Page] = []

    def add(self, page: Page) -> None:
        """Take a page into the search, if it is one that readers look for."""
        kind, *rest = page.path.split("/")
        if page.listed and kind in KINDS and len(rest) + 1 >= DEEP:
            self._pages.append(page)

    def write(self, language: Language, folder: Path) -> Path:
        """Write the index of a language under the folder of the site."""
        import orjson

        told = {"kinds": {kind: _kind(language, kind) for kind in KINDS},
                "entries": [self._entry(page, language) for page in self._pages]}  # fmt: skip
        return place(orjson.dumps(told), folder / language.code / FILE)

    def _entry(self, page: Page, language: Language) -> list[str]:
        name = wording.plain(page.title(language))
        others = dict.fromkeys(wording.plain(other) for other in self._names.get(page.path, ()))
        return [name, page.path.split("/")[0], page.path, *(other for other in others if other != name)]


def _kind(language: Language, kind: str) -> str:
    return language.words.grouping(kind) if kind in CONTENDERS else language.says(f"kind_{kind}")
