"""What a page says to search engines and to what previews a link: schema.org in JSON-LD."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from weighbridge.outputs import DATA, resource
from weighbridge.outputs.site import addresses

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markupsafe import Markup

    from weighbridge.estimate import Series, SourceUse
    from weighbridge.outputs import Book, Chapter
    from weighbridge.outputs.site.languages import Language
    from weighbridge.outputs.site.page import Page

CONTEXT = "https://schema.org"
SPDX = "https://spdx.org/licenses/"
UNSTATED = "unstated"
_BY = {"@type": "Organization", "name": "The Weighbridge contributors"}
# What could end a script or open a comment inside it.
_UNSAFE = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}


class Structured:
    """Describes the pages that are data sets: those of races, and that of all data."""

    def __init__(self, book: Book) -> None:
        self._book, self._base = book, book.address
        self._races = {addresses.race(s.measure, s.by): (chapter, s) for chapter, s in book.series()}

    def script(self, page: Page, language: Language) -> Markup | str:
        """Give the description of a page, as text that may stand in a script; empty where the page is no data set."""
        import orjson
        from markupsafe import Markup

        told = self._of(page, language)
        if told is None:
            return ""
        text = orjson.dumps(told | self._place(page, language)).decode()
        for unsafe, escaped in _UNSAFE.items():
            text = text.replace(unsafe, escaped)
        return Markup(text)  # noqa: S704 - nothing is left in it that HTML would read

    def _of(self, page: Page, language: Language) -> dict[str, Any] | None:
        if page.kind == "data":
            return self._whole(language)
        found = self._races.get(page.current or page.path)
        return None if found is None else self._race(page, language, *found)

    def _whole(self, language: Language) -> dict[str, Any]:
        held = self._book.provenance
        days = [series.as_of for _, series in self._book.series() if series.as_of]
        return {
            "@context": CONTEXT,
            "@type": "DataCatalog",
            "name": language.says("data_title"),
            "description": language.says("data_says"),
            "creator": _BY,
            "version": f"{held.code_version}+{held.lake_digest[:12]}",
            **({"dateModified": str(max(days))} if days else {}),
            **_terms(held.sources),
            **self._files("application/json", "datapackage.json"),
        }

    def _race(self, page: Page, language: Language, chapter: Chapter, series: Series) -> dict[str, Any]:
        name = resource(series.measure, series.by)
        days = [e.period_start for e in series.estimates]
        span = {"temporalCoverage": f"{min(days)}/{series.as_of}"} if days and series.as_of else {}
        return {
            "@context": CONTEXT,
            "@type": "Dataset",
            "name": page.title(language),
            "description": f"{language.question(chapter)} {language.definition(chapter)}",
            "inLanguage": language.lang,
            "creator": _BY,
            "version": str(series.version),
            "isAccessibleForFree": True,
            "variableMeasured": {"@type": "PropertyValue", "name": language.title(chapter), "unitText": series.unit},
            "measurementTechnique": language.words.reason(series.ci_method),
            **({"dateModified": str(series.as_of)} if series.as_of else {}),
            **span,
            **_terms(series.provenance.sources),
            **self._files("text/csv", f"{name}.csv"),
        }

    def _files(self, kind: str, name: str) -> dict[str, Any]:
        """Name the file to load; only a whole address means anything to who reads this elsewhere."""
        if not self._base:
            return {}
        return {"distribution": {"@type": "DataDownload", "encodingFormat": kind,
                                 "contentUrl": f"{self._base}{DATA}/{name}"}}  # fmt: skip

    def _place(self, page: Page, language: Language) -> dict[str, str]:
        return {"url": f"{self._base}{language.code}/{page.path}/"} if self._base else {}


def _terms(uses: Sequence[SourceUse]) -> dict[str, Any]:
    """Give licences that have a name, and what each source wants said of it."""
    names = dict.fromkeys(one for use in uses for one in use.licence.split(", ") if one != UNSTATED)
    based = [{"@type": "CreativeWork", "name": use.publisher, "creditText": use.attribution} for use in uses]
    return ({"license": [SPDX + name for name in names]} if names else {}) | ({"isBasedOn": based} if based else {})
