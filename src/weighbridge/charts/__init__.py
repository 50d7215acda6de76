"""One series, one Vega-Lite specification: the same gives the picture in a page, in a message and in a site."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Any

from weighbridge.charts.colours import HAIR, MUTED, colours
from weighbridge.charts.marks import (
    HEIGHT,
    LEFT,
    NAMES,
    RIGHT,
    WIDTH,
    heading_above,
    one_period,
    over_time,
    small_print,
)
from weighbridge.charts.points import drawing
from weighbridge.wording import grouping, plain

if TYPE_CHECKING:
    from weighbridge.charts.points import Drawing
    from weighbridge.estimate import Series, SourceUse

VEGA_LITE = "6.4"
FONT = "system-ui, 'Segoe UI', 'Noto Sans', 'DejaVu Sans', 'Liberation Sans', sans-serif"
ABOVE, BELOW = 44, 44  # pixels for the title, and for the axis and the space around it
WIDE = 60  # letters of a line below the title
LETTERS = 70  # of small print in a line
LINE = 12  # pixels from one line of small print to the next
LONGEST_ATTRIBUTION = 400
STYLE = {
    "font": FONT,
    "view": {"stroke": None},
    "axis": {"labelColor": MUTED, "labelFontSize": 11, "gridColor": HAIR, "tickColor": HAIR, "domain": False},
}


def spec(series: Series, title: str) -> dict[str, Any]:
    """Give the chart of a series: lines and bands over time, or dots and intervals where there is one period.

    `title` is the measure's. What a line and a band mean, sources, terms and the as-of day stand in the picture.
    """
    shown = drawing(series)
    painted = colours(curve.group_id for curve in shown.top)
    left = LEFT if shown.periods > 1 else NAMES
    layers, rows = (over_time if shown.periods > 1 else one_period)(series, shown, painted)
    below = textwrap.wrap(_subtitle(series, shown), WIDE)
    heading = f"{plain(title)} by {grouping(series.by)}"
    lines = [line for use in series.provenance.sources for line in source_lines(use)]
    return {
        "$schema": f"https://vega.github.io/schema/vega-lite/v{VEGA_LITE}.json",
        "description": f"{heading}. {' '.join(below)}.",
        "width": WIDTH - RIGHT - left,
        "height": HEIGHT,
        "padding": {
            "left": left,
            "right": RIGHT,
            "top": ABOVE + LINE * len(below),
            "bottom": BELOW + LINE * len(lines),
        },
        "autosize": {"type": "none"},
        "background": "transparent",
        "config": STYLE,
        "layer": [heading_above(heading, below, left, LINE), *layers, small_print(lines, left, LINE)],
        "datasets": rows,
    }


def _subtitle(series: Series, shown: Drawing) -> str:
    day = f"{'As of' if shown.periods == 1 else 'To'} {series.as_of}"
    rest = f"; {len(shown.rest)} not named" if shown.rest else ""
    return f"{day}; {_meaning(series, shown)}{rest}"


def _meaning(series: Series, shown: Drawing) -> str:
    """Say what lines and bands stand for in this chart."""
    mark = "dot" if shown.periods == 1 else "line"
    every = [e for curve in shown.top for stretch in curve.stretches for e in stretch]
    if not every:
        return "no figure"
    if all(e.value is None for e in every):
        return "band: every value that the data allow"
    if all(e.ci_low == e.value == e.ci_high for e in every):
        return f"{mark}: value, without interval"
    band = "bounds" if series.ci_level is None else f"{series.ci_level * 100:.0f} % interval and bounds"
    return f"{mark}: value; band: {band}"


def source_lines(use: SourceUse) -> list[str]:
    """Give the small print of one source: attribution, last day, licence."""
    licence = "licence unstated" if use.licence == "unstated" else use.licence
    stated = plain(use.attribution, LONGEST_ATTRIBUTION).rstrip(".")
    return textwrap.wrap(f"{stated}. To {use.as_of}; {plain(licence)}.", LETTERS)
