"""A Vega-Lite specification as SVG that may stand inside a page: nothing in it can run, load or link."""

from __future__ import annotations

from typing import Any
from xml.etree import ElementTree as ET

from weighbridge.charts.seen import SVG, keep_seen
from weighbridge.charts.vega import drawn
from weighbridge.wording import plain

LONGEST_FINDING = 600


def svg(spec: dict[str, Any], says: str) -> str:
    """Draw a specification; `says` is read out in place of the picture. It scales with its width."""
    # What Vega wrote in this process declares no entities, so nothing in it can grow.
    picture = ET.fromstring(drawn(spec))  # noqa: S314 - see above
    keep_seen(picture)
    for name in ("width", "height"):
        picture.attrib.pop(name, None)
    picture.attrib |= {"role": "img", "aria-label": plain(says, LONGEST_FINDING), "class": "chart"}
    ET.register_namespace("", SVG)
    return ET.tostring(picture, encoding="unicode")
