"""A Vega-Lite specification as SVG that may stand inside a page: nothing in it can run, load or link."""

from __future__ import annotations

import re
from typing import Any
from xml.etree import ElementTree as ET

from weighbridge.wording import plain

LONGEST_FINDING = 600
SVG = "http://www.w3.org/2000/svg"
_TAGS = frozenset({"svg", "g", "path", "text", "tspan", "line", "rect", "circle"})
_ATTRIBUTES = frozenset(
    {
        "viewBox",
        "d",
        "x",
        "y",
        "x1",
        "x2",
        "y1",
        "y2",
        "dx",
        "dy",
        "width",
        "height",
        "r",
        "transform",
        "fill",
        "stroke",
        "opacity",
        "fill-opacity",
        "stroke-opacity",
        "stroke-width",
        "stroke-miterlimit",
        "stroke-dasharray",
        "font-size",
        "font-weight",
        "font-family",
        "text-anchor",
    }
)


def svg(spec: dict[str, Any], says: str) -> str:
    """Draw a specification; `says` is read out in place of the picture. It scales with its width."""
    import vl_convert

    version = spec["$schema"].rpartition("/v")[2].removesuffix(".json")
    # What vl-convert wrote in this process declares no entities, so nothing in it can grow.
    drawn = ET.fromstring(vl_convert.vegalite_to_svg(spec, vl_version=version))  # noqa: S314 - see above
    _keep_known(drawn)
    for name in ("width", "height"):
        drawn.attrib.pop(name, None)
    drawn.attrib |= {"role": "img", "aria-label": plain(says, LONGEST_FINDING), "class": "chart"}
    ET.register_namespace("", SVG)
    return ET.tostring(drawn, encoding="unicode")


def _keep_known(element: ET.Element) -> None:
    """Drop, all the way down, every tag and attribute that a still picture does not need."""
    element.attrib = {name: _rounded(value) for name, value in element.attrib.items() if name in _ATTRIBUTES}
    for child in list(element):
        if child.tag.removeprefix(f"{{{SVG}}}") not in _TAGS:
            element.remove(child)
        else:
            _keep_known(child)


def _rounded(value: str) -> str:
    """Round to a tenth of a pixel: no eye sees more, and the page is half as heavy."""
    return re.sub(r"-?\d+\.\d{2,}", lambda found: f"{float(found[0]):.1f}".removesuffix(".0"), value)
