"""A process that draws: jobs in, one JSON object to a line; each picture a file in the folder that it was started for.

    python -m weighbridge.charts.drawer FOLDER

After each job it answers with a line that holds the name of the file, or FAILED where it could not be drawn.
"""

from __future__ import annotations

import json
import os
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

WAIT, MOST_WAITS = 0.01, 200  # seconds, times
FAILED = "failed"
# Whoever asks fills pages meanwhile, which takes longer than to draw: it goes first where cores are few.
GIVES_WAY = 5


def body(job: dict[str, Any], folder: Path) -> bytes:
    """Draw one job: `spec` with what it `says` as SVG, or `svg` as PNG, with the chart in the folder that it holds.

    FileNotFoundError where that chart is not drawn yet.
    """
    from weighbridge.charts.bitmap import png
    from weighbridge.charts.inset import Inset, inset
    from weighbridge.charts.picture import svg

    if "spec" in job:
        return svg(job["spec"], job["says"]).encode()
    if "inset" not in job:
        return png(job["svg"])
    at = Inset(**job["inset"])
    return png(inset(job["svg"], (folder / at.chart).read_text("utf-8"), at))


def draw(job: dict[str, Any], folder: Path) -> None:
    """Draw one job into its file, which is whole or not there."""
    beside = folder / f".{job['name']}.part"
    made = body(job, folder)
    beside.unlink(missing_ok=True)  # nothing that somebody put there is followed
    with beside.open("xb") as file:
        file.write(made)
    beside.replace(folder / job["name"])


def _await(job: dict[str, Any], folder: Path) -> None:
    """Wait a while for a chart that another process draws just now."""
    for _ in range(MOST_WAITS if "inset" in job else 0):
        if (folder / job["inset"]["chart"]).exists():
            return
        time.sleep(WAIT)


def main() -> None:
    """Draw what standard input asks for until it ends."""
    folder = Path(sys.argv[1])
    with suppress(AttributeError, OSError):  # not every system has such ranks
        os.nice(GIVES_WAY)
    for line in sys.stdin.buffer:
        sys.stdout.write(f"{_answer(json.loads(line), folder)}\n")
        sys.stdout.flush()


def _answer(job: dict[str, Any], folder: Path) -> str:
    try:
        _await(job, folder)
        draw(job, folder)
    except Exception:  # noqa: BLE001 - whoever asked draws it again, and meets what went wrong
        return FAILED
    return str(job["name"])


if __name__ == "__main__":
    main()
