"""An SVG of Vega's with nothing in it but what is seen: nothing can run, load or link, and it weighs half.

Vega wraps each line in groups and grounds that are not painted, and keeps the labels that it hides.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.etree import ElementTree as ET

SVG = "http://www.w3.org/2000/svg"
_GROUP, _PATH, _LINE_OF_TEXT = f"{{{SVG}}}g", f"{{{SVG}}}path", f"{{{SVG}}}tspan"
_TAGS = frozenset(f"{{{SVG}}}{name}" for name in ("svg", "g", "path", "text", "tspan", "line", "rect", "circle"))
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
_OPACITIES = frozenset({"opacity", "fill-opacity", "stroke-opacity"})
_NOTHING = (None, "none", "transparent")
_PRECISE = re.compile(r"-?\d+\.\d{2,}")


def keep_seen(element: ET.Element) -> None:
    """Drop, all the way down, every tag and attribute that a still picture does not need, and what nobody sees."""
    element.attrib = {
        name: value if name in _OPACITIES else _rounded(value)
        for name, value in element.attrib.items()
        if name in _ATTRIBUTES
    }
    kept: list[ET.Element] = []
    for child in element:
        if child.tag in _TAGS:
            keep_seen(child)
            kept += _seen(child)
    element[:] = kept


def _seen(element: ET.Element) -> Iterable[ET.Element]:
    """Give the element; its children where it is a group that says nothing; nothing where nothing is painted."""
    at = element.attrib
    if at.get("transform") == "translate(0,0)":
        del at["transform"]
    if element.tag == _GROUP:
        return (element,) if at and len(element) else element
    if element.tag == _LINE_OF_TEXT:  # painted as its text is
        return (element,)
    fill, stroke, opacity = (at.get(name) for name in ("fill", "stroke", "opacity"))
    if opacity == "0" or (fill in _NOTHING and stroke in _NOTHING) or (element.tag == _PATH and not at.get("d")):
        return ()
    if opacity is not None and (fill in _NOTHING or stroke in _NOTHING):
        _see_through(at, "stroke-opacity" if fill in _NOTHING else "fill-opacity", opacity)
    return (element,)


def _see_through(at: dict[str, str], paint: str, opacity: str) -> None:
    """Have the one paint of an element see-through in place of the whole, which who draws it would set apart first."""
    del at["opacity"]
    both = float(opacity) * float(at.get(paint, 1))
    if both < 1:
        at[paint] = f"{both:.3g}"


def _rounded(value: str) -> str:
    """Round to a tenth of a pixel: no eye sees more, and the page is half as heavy."""
    return _PRECISE.sub(lambda found: f"{float(found[0]):.1f}".removesuffix(".0"), value)
