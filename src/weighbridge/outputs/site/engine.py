"""The engine of charts that answer: Vega-Lite as one script, the same that draws the pictures ahead of time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weighbridge.charts.script import name, script
from weighbridge.outputs.site.writing import place

if TYPE_CHECKING:
    from pathlib import Path


def path(folder: Path) -> Path:
    """Say where the script stands under `folder`."""
    return folder / name()


def write(folder: Path) -> None:
    """Write the script under `folder`, if it does not stand there whole; StoreError where the system refuses."""
    place(script().encode(), path(folder))
