"""From a book to the files of its site: page after page in every language, those that stand left as they are."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING

from weighbridge.outputs.site import assets, engine, feeds, gathering, known, languages, root
from weighbridge.outputs.site.drawing import Drawings
from weighbridge.outputs.site.filling import fill
from weighbridge.outputs.site.hands import Hands
from weighbridge.outputs.site.ledger import Ledger
from weighbridge.outputs.site.memory import Memory
from weighbridge.outputs.site.rendering import Renderer, files, machines
from weighbridge.outputs.site.search import Search
from weighbridge.outputs.site.sitemap import Sitemap

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from weighbridge.outputs import Book
    from weighbridge.outputs.site.filling import Files
    from weighbridge.outputs.site.languages import Language
    from weighbridge.outputs.site.page import Page


def publish(book: Book, folder: Path) -> list[Path]:
    """Write the site under `folder` and give its files."""
    spoken = languages.languages(book.contenders, known.paged(book))
    named, written = assets.write(folder)
    renderer = Renderer(book, spoken, named, book.address)
    held = Memory(folder, f"{book.made_by} {named} {renderer.base}")
    searched, ledger, mapped = Search(book, spoken), Ledger(folder, spoken, _newest(book)), Sitemap(book.address)
    with Hands() as hands:
        hands.begin(partial(engine.write, folder / assets.FOLDER))
        with Drawings(book, spoken, folder) as drawings:
            pages = list(gathering.pages(book, drawings))
            for page in pages:
                for gathered in (searched, ledger, mapped):
                    gathered.add(page)
            stand = _stand([*pages, *ledger.gone()], renderer, held, folder, hands, drawings, book.threads)
    written += [path for files in stand.values() for path in files]
    held.close()
    written += [*searched.write(folder), *feeds.write(book, spoken, folder)]
    written += [*mapped.write(spoken, folder), *root.write(renderer, folder)]
    return [*written, ledger.write()]


def _newest(book: Book) -> dt.date:
    """Give the newest day of any figure or source: that of the publication, whenever it is made."""
    days = [series.as_of for _, series in book.series()] + [sheet.use.as_of for sheet in book.sheets if sheet.use]
    return max((day for day in days if day), default=dt.date.min)


def _stand(
    pages: Sequence[Page],
    renderer: Renderer,
    held: Memory,
    folder: Path,
    hands: Hands,
    drawings: Drawings,
    threads: int | None,
) -> Mapping[str, list[Path]]:
    """Have every page stand in every language; give the files of each by its address, once `hands` have ended."""
    found = {page.path: _standing(page, renderer.languages, held) for page in pages}
    lacking = [page for page in pages if not found[page.path]]

    def stands(page: Page, files: Files) -> None:
        for language, of in zip(renderer.languages, files, strict=True):
            held.keep(page, language, of)
        found[page.path] = [path for of in files for path in of]

    # What shows no picture is written while pictures are drawn.
    put = partial(_put, renderer, folder)
    fill([page for page in lacking if not page.drawn], put, hands, stands, threads=threads)
    drawings.settle()
    fill([page for page in lacking if page.drawn], put, hands, stands, threads=threads)
    return found


def _standing(page: Page, spoken: Sequence[Language], held: Memory) -> list[Path]:
    """Give the files of a page if it stands in every language as it would be written."""
    found = [held.standing(page, language) for language in spoken]
    return [path for files in found for path in files] if all(found) else []


def _put(renderer: Renderer, folder: Path, page: Page, hands: Hands, then: Callable[[Files], None]) -> None:
    """Write a page in every language; its record and table are the same in each, what scripts read is not."""
    beside = machines(page, renderer.languages)
    made = [
        files(page, language, renderer.page(page, language), {**beside, **page.beside(language)}, folder)
        for language in renderer.languages
    ]
    bodies = {path: body for of in made for path, body in of.items()}
    hands.put(bodies, partial(then, [list(of) for of in made]))
