"""A helper: `python -m weighbridge.abreast STORE THREADS` weighs what it is told to and says when it is kept."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from weighbridge.abreast import weigh_one
from weighbridge.api import Weighbridge
from weighbridge.circles import unsought
from weighbridge.errors import NoDataError


def weigh(scale: Weighbridge, lines: Iterable[str]) -> None:
    """Weigh a measure by a grouping for each line; any other error than NoDataError ends this."""
    with scale.lake.engine.remembering(), unsought():
        scale.labels("family")  # wakes the engine while the first line is on its way
        for line in lines:
            name, by, comparable, *pinned = line.split()
            choices = dict(choice.split("=", maxsplit=1) for choice in pinned)
            with suppress(NoDataError):
                weigh_one(scale, name, by, choices, comparable=comparable == "1")
            sys.stdout.write(line)
            sys.stdout.flush()


if __name__ == "__main__":
    # Reading line by line: an iterator over the pipe would wait for more than one.
    weigh(Weighbridge(Path(sys.argv[1]), threads=int(sys.argv[2])), iter(sys.stdin.readline, ""))
