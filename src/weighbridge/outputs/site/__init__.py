"""The site: the board and all behind it in English and Chinese, as files that anyone can host."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from weighbridge.outputs import Output

if TYPE_CHECKING:
    from weighbridge.outputs import Book

# It takes its place among the outputs (as OUTPUT) when it replaces the page.
SITE = Output("site", "the board, every race and every contender as a site in English and Chinese")


def write(book: Book, folder: Path) -> list[Path]:
    """Write the site under `folder`."""
    from weighbridge.outputs.site import assets, gathering, languages, rendering
    from weighbridge.outputs.site.drawing import Drawings
    from weighbridge.outputs.site.memory import Memory

    spoken = languages.languages(book.contenders)
    named, written = assets.write(folder)
    renderer = rendering.Renderer(book, spoken, named)
    held = Memory(folder, f"{book.made_by} {named} {renderer.base}")
    for page in gathering.pages(book, Drawings(folder)):
        for language in spoken:
            files = held.standing(page, language)
            if not files:
                files = rendering.write(page, language, renderer.page(page, language), folder)
                held.keep(page, language, files)
            written += files
    held.close()
    return written
