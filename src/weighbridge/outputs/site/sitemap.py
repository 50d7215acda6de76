"""The site map for search engines: every listed page with its counterpart in the other language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from weighbridge.outputs.site.writing import place

if TYPE_CHECKING:
    from pathlib import Path

    from weighbridge.outputs.site.languages import Language
    from weighbridge.outputs.site.page import Page

MOST = 40_000  # addresses in one file: the format allows 50,000
_HEAD = '<?xml version="1.0" encoding="utf-8"?>\n'
_SPACES = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"'


class Sitemap:
    """Gathers pages as they pass."""

    def __init__(self, address: str) -> None:
        """`address`: where the site is to stand, with a slash at its end; empty where that is not known."""
        self._address = address
        self._paths: list[str] = []

    def add(self, page: Page) -> None:
        """Take a page into the map, if it is one to be found."""
        if page.listed:
            self._paths.append(page.path)

    def write(self, languages: Sequence[Language], folder: Path) -> list[Path]:
        """Write the map and what points to it; nothing where nobody knows the address, which the map must name."""
        if not self._address:
            return []
        entries = [entry for path in self._paths for entry in self._entries(path, languages)]
        parts = [entries[i : i + MOST] for i in range(0, len(entries), MOST)] or [[]]
        robots = f"User-agent: *\nAllow: /\nSitemap: {self._address}sitemap.xml\n"
        written = [place(robots.encode(), folder / "robots.txt")]
        if len(parts) == 1:
            return [*written, place(_urls(parts[0]), folder / "sitemap.xml")]
        named = {f"sitemap-{i}.xml": part for i, part in enumerate(parts, 1)}
        written += [place(_urls(part), folder / name) for name, part in named.items()]
        return [*written, place(self._index(named), folder / "sitemap.xml")]

    def _entries(self, path: str, languages: Sequence[Language]) -> Iterator[str]:
        others = "".join(
            f'<xhtml:link rel="alternate" hreflang="{one.lang}" href="{self._page(path, one)}"/>' for one in languages
        )
        for language in languages:
            yield f"<url><loc>{self._page(path, language)}</loc>{others}</url>"

    def _page(self, path: str, language: Language) -> str:
        return escape(f"{self._address}{language.code}/{path}{'/' if path else ''}", {'"': "&quot;"})

    def _index(self, names: Iterable[str]) -> bytes:
        listed = "\n".join(f"<sitemap><loc>{escape(self._address)}{name}</loc></sitemap>" for name in names)
        return f"{_HEAD}<sitemapindex {_SPACES.split(' ', maxsplit=1)[0]}>\n{listed}\n</sitemapindex>\n".encode()


def _urls(entries: Sequence[str]) -> bytes:
    body = "\n".join(entries)
    return f"{_HEAD}<urlset {_SPACES}>\n{body}\n</urlset>\n".encode()
