"""Pages to files: templates filled in every language, with the record for machines beside each page."""

from __future__ import annotations

import csv
import io
import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from weighbridge import wording
from weighbridge.outputs import FORMULA_STARTS
from weighbridge.outputs.site import addresses
from weighbridge.outputs.site.structured import Structured

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from jinja2 import Environment
    from markupsafe import Markup

    from weighbridge.outputs import Book
    from weighbridge.outputs.site.assets import Assets
    from weighbridge.outputs.site.languages import Language
    from weighbridge.outputs.site.page import Page

    Files = dict[Path, bytes]

LONGEST_TEXT = 600
MOST_TEXTS = 1 << 14  # that are remembered: the same days, figures and definitions stand on many pages
# Days and numbers that no line may break: 2026-08-19, 19 Aug 2026, 55.5–64.1 %, −0.3.
_WHOLE = re.compile(
    r"(\d{4}-\d\d-\d\d|\d{1,2} [A-Z][a-z]{2} \d{4}|\(?−?\d[\d.,]*(?:(?:–| to −?)\d[\d.,]*)?(?<=\d)(?: %)?\)?)"
)


class Renderer:
    """Fills templates; what stands in data is escaped, always."""

    def __init__(self, book: Book, languages: tuple[Language, ...], assets: Assets, base: str = "") -> None:
        self.book, self.languages, self.assets, self.base = book, languages, assets, base
        self._read: dict[str, Environment] = {}

    def _templates(self, language: Language) -> Environment:
        """Give the templates of a language: texts of its catalogue without gaps are put into them as they are read."""
        if language.code not in self._read:
            self._read[language.code] = self._made(language)
        return self._read[language.code]

    def _made(self, language: Language) -> Environment:
        from jinja2 import Environment, PackageLoader, StrictUndefined

        room = Environment(
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            loader=PackageLoader("weighbridge.outputs.site"),
            auto_reload=False,  # a publication takes its templates as they stood when it began
        )
        room.filters |= {"t": language.says, "plain": _plain, "unbroken": unbroken, "coded": coded}
        given = {"book": self.book, "languages": self.languages, "assets": self.assets, "base": self.base}
        room.globals |= given | {"addresses": addresses, "structured": Structured(self.book).script}
        return room

    def bare(self, kind: str, far: str) -> str:
        """Give the document of a page that is in no language; `far`: the way from it to the folder of the site."""
        return self._templates(self.languages[0]).get_template(f"{kind}.html.j2").render(far=far)

    def page(self, page: Page, language: Language) -> str:
        """Give the document of a page in a language."""
        other = next(t for t in self.languages if t is not language)
        return self._templates(language).get_template(f"{page.kind}.html.j2").render(
            page=page,
            language=language,
            other=other,
            up=page.up,
            here=f"{page.up}{language.code}",
            **page.view(language),
        )


def files(page: Page, language: Language, document: str, machines: Mapping[str, bytes], folder: Path) -> Files:
    """Give a page, and what stands beside it for machines, as files under the folder of its language."""
    here = folder / language.code / page.path
    return {here / name: body for name, body in {"index.html": document.encode(), **machines}.items()}


def machines(page: Page, languages: Sequence[Language]) -> dict[str, bytes]:
    """Give what stands beside a page in every language, by name of the file: its record, and its table if any."""
    said = {"title": page.title, "says": page.says}
    told = {word: {one.code: say(one) for one in languages} for word, say in said.items()}
    record = {"index.json": _json({**told, **page.record()})}
    return record | {"index.csv": _csv(page.heads, page.rows())} if page.heads else record


def _json(told: dict[str, Any]) -> bytes:
    import orjson

    return orjson.dumps(told, default=_plainly, option=orjson.OPT_NON_STR_KEYS) + b"\n"


def _plainly(value: object) -> object:
    if hasattr(value, "items"):
        return dict(value.items())
    if hasattr(value, "__iter__"):
        return list(value)
    raise TypeError(type(value).__name__)


def _csv(heads: tuple[str, ...], rows: Any) -> bytes:  # noqa: ANN401 - rows of whatever stands in columns
    room = io.StringIO()
    writer = csv.writer(room, lineterminator="\n")
    writer.writerow(heads)
    writer.writerows([_safe(cell) if cell.__class__ is str else cell for cell in row] for row in rows)
    return room.getvalue().encode("utf-8", "replace")


def _safe(cell: str) -> str:
    """Keep a spreadsheet from taking a name for a formula, or what follows a line end in it for a row."""
    cell = cell.replace("\r", "\n")  # which is put in quotes on every version of Python
    return f"'{cell}" if cell.startswith(FORMULA_STARTS) else cell


def _plain(text: object) -> str:
    return wording.plain(str(text), LONGEST_TEXT)


@lru_cache(MOST_TEXTS)
def unbroken(text: str) -> Markup:
    """Escape `text` and keep its days and numbers on one line each."""
    from markupsafe import Markup, escape

    parts = map(escape, _WHOLE.split(str(text)))
    return Markup("".join(f'<span class="whole">{p}</span>' if i % 2 else p for i, p in enumerate(parts)))  # noqa: S704 - each part is escaped


@lru_cache(MOST_TEXTS)
def coded(text: str) -> Markup:
    """Escape `text`; what stands between backticks becomes code."""
    from markupsafe import Markup, escape

    parts = enumerate(text.split("`"))
    return Markup("".join(f"<code>{escape(p)}</code>" if i % 2 else unbroken(p) for i, p in parts))  # noqa: S704 - as above
