"""The site: the board and all behind it in English and Chinese, as files that anyone can host."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from weighbridge.outputs import Output

if TYPE_CHECKING:
    from weighbridge.outputs import Book

OUTPUT = Output("site", "the board, every race and every contender as a site in English and Chinese")


def ahead() -> None:
    """Begin to bundle the script that draws charts."""
    from weighbridge.charts.script import begin

    begin()


def write(book: Book, folder: Path) -> list[Path]:
    """Write the site under `folder`; StoreError where that cannot be done."""
    from weighbridge.outputs.site.publication import publish

    return publish(book, folder)
