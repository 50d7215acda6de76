"""One series, one Vega-Lite specification: the same gives the picture in a page, in a message and in a site."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from weighbridge.charts.colours import colours
from weighbridge.charts.frame import framed
from weighbridge.charts.marks import HEIGHT, LEFT, NAMES, RIGHT, WIDTH, one_period, over_time
from weighbridge.charts.points import drawing, half_open
from weighbridge.wording import grouping, plain

if TYPE_CHECKING:
    from weighbridge.charts.points import Drawing
    from weighbridge.estimate import Series


def spec(series: Series, title: str) -> dict[str, Any]:
    """Give the chart of a series: lines and bands over time, or dots and intervals where there is one period.

    `title` is the measure's. What a line and a band mean, sources, terms and the as-of day stand in the picture.
    """
    shown = drawing(series)
    painted = colours(curve.group_id for curve in shown.top)
    left = LEFT if shown.periods > 1 else NAMES
    drawn = (over_time if shown.periods > 1 else one_period)(series, shown, painted)
    heading = f"{plain(title)} by {grouping(series.by)}"
    size, sides = (WIDTH - RIGHT - left, HEIGHT), (left, RIGHT)
    return framed(heading, _subtitle(series, shown), series.provenance.sources, size, sides, drawn)


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
    opened = ", open where it meets the edge" if any(half_open(e) for e in every) else ""
    if all(e.value is None for e in every):
        return f"band: every value that the data allow{opened}"
    if all({e.ci_low, e.ci_high} <= {e.value, None} and not half_open(e) for e in every):
        return f"{mark}: value, without interval"
    band = "bounds" if series.ci_level is None else f"{series.ci_level * 100:.0f} % interval and bounds"
    return f"{mark}: value; band: {band}{opened}"
