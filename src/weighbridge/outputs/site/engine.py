"""The engine of charts that answer: Vega-Lite as one script, bundled from what draws the pictures ahead of time."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from importlib.metadata import version
from typing import TYPE_CHECKING

from weighbridge.charts.frame import VEGA_LITE
from weighbridge.outputs.site.writing import place

if TYPE_CHECKING:
    from pathlib import Path

# All that pages call. The interpreter of expressions is inside: a strict policy lets no text become code.
SNIPPET = "window.vegaEmbed = vegaEmbed;"


def path(folder: Path) -> Path:
    """Say where the script stands under `folder`: the same versions give the same bytes, and bundling takes seconds."""
    made_of = f"{version('vl-convert-python')} {VEGA_LITE} {SNIPPET}"
    return folder / f"vega.{sha256(made_of.encode()).hexdigest()[:10]}.js"


def write(folder: Path) -> None:
    """Write the script under `folder`, if it does not stand there; StoreError where the system refuses."""
    if not path(folder).is_file():
        place(_bundled(), path(folder))


@cache
def _bundled() -> bytes:
    import vl_convert

    script: str = vl_convert.javascript_bundle(SNIPPET, vl_version=VEGA_LITE)
    return script.encode()
