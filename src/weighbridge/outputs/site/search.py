"""What the search of a language looks through: every listed page of a contender, race, claim, source or measure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weighbridge import wording
from weighbridge.outputs.site import addresses
from weighbridge.outputs.site.writing import place

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from weighbridge.outputs import Book
    from weighbridge.outputs.site.languages import Language
    from weighbridge.outputs.site.page import Page

FILE = "search.json"
CONTENDERS = ("country", "organisation", "family", "model")
# First parts of paths, in the order in which equally near finds are told.
KINDS = (*CONTENDERS, "race", "claims", "articles", "method", "source")
DEEP = 2  # parts of the path of a page that is one of its kind and no list of them


class Search:
    """Gathers pages as they pass. An entry is [name, kind, path, other names ...], the names in every language."""

    def __init__(self, book: Book, languages: Sequence[Language]) -> None:
        self._names = {
            addresses.contender(one.kind, one.id): (one.name, one.name_zh, one.id) for one in book.contenders
        }
        self._entries: dict[str, list[list[str]]] = {language.code: [] for language in languages}
        self._languages = languages

    def add(self, page: Page) -> None:
        """Take a page into the search, if it is one that readers look for."""
        kind, *rest = page.path.split("/")
        if (kind, *rest[:1]) == ("claims", "articles"):
            kind, rest = "articles", rest[1:]
        if page.listed and kind in KINDS and len(rest) + 1 >= DEEP:
            for language in self._languages:
                self._entries[language.code].append(self._entry(page, kind, language))

    def write(self, folder: Path) -> list[Path]:
        """Write the index of every language under the folder of the site."""
        import orjson

        told = {
            one.code: {"kinds": {kind: _kind(one, kind) for kind in KINDS}, "entries": self._entries[one.code]}
            for one in self._languages
        }
        return [place(orjson.dumps(index), folder / code / FILE) for code, index in told.items()]

    def _entry(self, page: Page, kind: str, language: Language) -> list[str]:
        name = wording.plain(page.title(language))
        others = dict.fromkeys(wording.plain(other) for other in self._names.get(page.path, ()))
        return [name, kind, page.path, *(other for other in others if other != name)]


def _kind(language: Language, kind: str) -> str:
    return language.words.grouping(kind) if kind in CONTENDERS else language.says(f"kind_{kind}")
