"""What stands around the marks of every chart: title and lines above, sources and terms below, the style."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from weighbridge import wording
from weighbridge.chart_wording import font, word
from weighbridge.charts.colours import HAIR, INK, MUTED
from weighbridge.charts.lines import wrapped
from weighbridge.charts.marks import Marks, Rows, mark

if TYPE_CHECKING:
    from weighbridge.estimate import SourceUse
    from weighbridge.tongue import Wording

VEGA_LITE = "6.4"
FONT = "system-ui, 'Segoe UI', 'Noto Sans', 'DejaVu Sans', 'Liberation Sans', sans-serif"
PAGE_FONT = "system-ui"
ABOVE, BELOW = 44, 44  # pixels for the title, and for the axis and the space around it
ABOVE_PLOT, BELOW_PLOT = 8, 26  # the same without title: for half a letter, and for the axis
WIDE = 60  # letters of a line below the title
LETTERS = 70  # of small print in a line
APART = 6  # pixels from one label of an axis to the next, at least
LINE = 12  # pixels from one line of small print to the next
LONGEST_ATTRIBUTION = 400
Drawn = tuple[Marks, Rows]
STYLE: dict[str, Any] = {
    "font": FONT,
    "view": {"stroke": None},
    "axis": {
        "labelColor": MUTED,
        "labelFontSize": 11,
        "labelSeparation": APART,
        "gridColor": HAIR,
        "tickColor": HAIR,
        "domain": False,
    },
}


def framed(
    heading: str,
    says: str,
    sources: Sequence[SourceUse],
    size: tuple[int, int],
    sides: tuple[int, int],
    drawn: Drawn,
    words: Wording = wording,
) -> dict[str, Any]:
    """Give a chart of `size` (across, down) with room at its `sides` (left, right), in pixels.

    `says` stands below the heading; attribution, last day and licence of each source stand below the axis.
    """
    (width, height), (left, right), (layers, rows) = size, sides, drawn
    below = wrapped(says, WIDE)
    lines = [line for use in sources for line in wrapped(stated(use, words), LETTERS)]
    top, bottom = ABOVE + LINE * len(below), BELOW + LINE * len(lines)
    return {
        "$schema": f"https://vega.github.io/schema/vega-lite/v{VEGA_LITE}.json",
        "description": word("description", words.TONGUE, heading=heading, says=says),
        "width": width,
        "height": height,
        "padding": {"left": left, "right": right, "top": top, "bottom": bottom},
        "autosize": {"type": "none"},
        "background": "transparent",
        "config": STYLE | {"font": font(words.TONGUE, FONT)},
        "layer": [_heading(heading, below, left, LINE), *layers, _small_print(lines, left, LINE, height)],
        "datasets": rows,
    }


def bare(size: tuple[int, int], sides: tuple[int, int, int, int], drawn: Drawn, letters: float) -> dict[str, Any]:
    """Give a chart of `size` (across, down) with no text around it; `sides` are above, right, below, left, in pixels.

    `letters` is the size of those beside an axis. The font is the page's: no machine's fonts are asked how wide a text
    is, so the same chart is the same everywhere.
    """
    (layers, rows), (top, right, bottom, left) = drawn, sides
    axis = STYLE["axis"] | {"labelFontSize": letters}
    return {
        "$schema": f"https://vega.github.io/schema/vega-lite/v{VEGA_LITE}.json",
        "width": size[0],
        "height": size[1],
        "padding": {"left": left, "right": right, "top": top, "bottom": bottom},
        "autosize": {"type": "none"},
        "background": "transparent",
        "config": STYLE | {"font": PAGE_FONT, "axis": axis},
        "layer": layers,
        "datasets": rows,
    }


def _heading(heading: str, below: Sequence[str], left: int, line_height: int) -> dict[str, Any]:
    """Give the title and the lines below it. Vega sets its own by what the plot holds: no two at one height."""
    text = {"type": "text", "align": "left", "baseline": "alphabetic"}
    title = {**text, "text": heading, "fontSize": 14, "fontWeight": 600, "color": INK}
    subtitle = {**text, "text": list(below), "fontSize": 11, "lineHeight": line_height + 1, "color": MUTED}
    lowest = -20 - (line_height + 1) * (len(below) - 1)
    at = {"value": -left}
    return {
        "layer": [
            mark("once", title, {"x": at, "y": {"value": lowest - 16}}),
            mark("once", subtitle, {"x": at, "y": {"value": lowest}}),
        ]
    }


def _small_print(lines: Sequence[str], left: int, line_height: int, below: int) -> dict[str, Any]:
    """Give the lines below the axis of a plot that is `below` pixels high."""
    text = {"type": "text", "text": list(lines), "align": "left", "baseline": "top", "fontSize": 9.5, "color": MUTED}
    return mark("once", text | {"lineHeight": line_height}, {"x": {"value": -left}, "y": {"value": below + 34}})


def stated(use: SourceUse, words: Wording = wording) -> str:
    """Give what a source's publisher demands to be told, with its last day and its licence."""
    licence = word("unstated", words.TONGUE) if use.licence == "unstated" else use.licence
    told = words.plain(use.attribution, LONGEST_ATTRIBUTION).rstrip(".")
    return word("source", words.TONGUE, stated=told, day=words.day(use.as_of), licence=words.plain(licence))
