"""A process that draws: jobs in, one JSON object to a line; each picture a file in the folder that it was started for.

    python -m weighbridge.charts.drawer FOLDER

After each job it answers with a line that holds the name of the file.
"""

from __future__ import annotations

import json
import sys
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

FONTS = "fonts"


def body(job: dict[str, Any]) -> bytes:
    """Draw one job: `spec` with what it `says` as SVG, or `svg` as PNG."""
    from weighbridge.charts.picture import svg

    return svg(job["spec"], job["says"]).encode() if "spec" in job else png(job["svg"])


def png(picture: str) -> bytes:
    """Give an SVG as PNG in its own size, in fonts that are there on every machine: see `fonts/`."""
    import vl_convert

    _register()
    drawn: bytes = vl_convert.svg_to_png(picture)
    return drawn


def draw(job: dict[str, Any], folder: Path) -> None:
    """Draw one job into its file, which is whole or not there."""
    beside = folder / f".{job['name']}.part"
    beside.write_bytes(body(job))
    beside.replace(folder / job["name"])


@cache
def _register() -> None:
    import vl_convert

    with as_file(files("weighbridge.charts") / FONTS) as folder:
        vl_convert.register_font_directory(str(folder))


def main() -> None:
    """Draw what standard input asks for until it ends."""
    folder = Path(sys.argv[1])
    for line in sys.stdin.buffer:
        job = json.loads(line)
        draw(job, folder)
        sys.stdout.write(f"{job['name']}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
