"""What stands at the folder of the site, before a language is chosen, and where nothing was published."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weighbridge.outputs.site.writing import place

if TYPE_CHECKING:
    from pathlib import Path

    from weighbridge.outputs.site.rendering import Renderer

KINDS = {"root": "index.html", "absent": "404.html"}


def write(renderer: Renderer, folder: Path) -> list[Path]:
    """Write both pages under the folder of the site."""
    return [place(renderer.bare(kind).encode(), folder / name) for kind, name in KINDS.items()]
