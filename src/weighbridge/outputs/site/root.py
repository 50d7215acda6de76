"""What stands at the folder of the site, before a language is chosen, and where nothing was published."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from weighbridge.outputs.site.writing import place

if TYPE_CHECKING:
    from pathlib import Path

    from weighbridge.outputs.site.rendering import Renderer

HERE = "./"


def write(renderer: Renderer, folder: Path) -> list[Path]:
    """Write both pages under the folder of the site.

    A server shows the second in place of a page of any depth, so its links start from the server's own root.
    """
    far = urlsplit(renderer.base).path or HERE
    made = {"index.html": renderer.bare("root", HERE), "404.html": renderer.bare("absent", far)}
    return [place(document.encode(), folder / name) for name, document in made.items()]
