"""A plane of two figures as a Vega-Lite specification: points, intervals, and the frontier as a stair."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from weighbridge import wording
from weighbridge.chart_wording import Laid, laid, numbers, word
from weighbridge.charts.colours import MUTED, colours
from weighbridge.charts.format import CARD
from weighbridge.charts.frame import ABOVE_PLOT as ABOVE
from weighbridge.charts.frame import BELOW_PLOT as BELOW
from weighbridge.charts.frame import bare, framed
from weighbridge.charts.lines import cut
from weighbridge.charts.marks import mark
from weighbridge.charts.points import spread
from weighbridge.plane import Reach

if TYPE_CHECKING:
    from collections.abc import Sequence

    from weighbridge.charts.format import Format
    from weighbridge.charts.marks import Marks, Rows
    from weighbridge.plane import Place, Plane
    from weighbridge.tongue import Wording

TALLER = 96  # pixels: than a chart over time
LABELLED = 9  # names of the frontier that find room beside the plot
KINDS = ("open_licence", "restricted", "closed", "unknown")
_FEW_SIGNS = ",~r"


def spec(plane: Plane, words: Wording = wording) -> dict[str, Any]:
    """Give the chart: a dot for each model, coloured by openness; a stair along what no other betters."""
    heading, says = words.plain(called(plane, words).title), legend(plane, words)
    size, sides = (CARD.plot, CARD.height + TALLER), (CARD.left, CARD.right)
    return framed(heading, says, plane.provenance.sources, size, sides, _drawn(plane, CARD, words), words)


def placed(plane: Plane, size: Format, words: Wording = wording) -> dict[str, Any]:
    """Give the same without title and small print, for its place in a page."""
    sides = (ABOVE, size.right, BELOW, size.left)
    return bare((size.plot, size.height + TALLER), sides, _drawn(plane, size, words), size.axis_size)


def called(plane: Plane, words: Wording = wording) -> Laid:
    """Name the plane and its axes."""
    own = Laid(plane.title, plane.across, plane.across_unit, plane.up, plane.up_unit)
    return laid(plane.name, own, words.TONGUE)


def _drawn(plane: Plane, size: Format, words: Wording) -> tuple[Marks, Rows]:
    painted, shown = colours(KINDS), _shown(plane)
    kinds = [kind for kind in KINDS if any(_kind(place) == kind for place in shown)]
    colour = {
        "field": "kind", "type": "nominal", "legend": None,
        "scale": {"domain": kinds, "range": [painted[kind] for kind in kinds]},
    }  # fmt: skip
    rows: Rows = {"points": [_row(place) for place in shown], **_stair(shown, size, words), "once": [{}]}
    return _marks(shown, colour, numbers(words.TONGUE, plane.across_unit, _FEW_SIGNS), size), rows


def _shown(plane: Plane) -> list[Place]:
    return [place for place in plane.places if place.across > 0]


def legend(plane: Plane, words: Wording = wording) -> str:
    """Say what the axes and the colours are, and what is not drawn."""
    shown, names = _shown(plane), called(plane, words)
    kinds = [kind for kind in KINDS if any(_kind(place) == kind for place in shown)]

    def say(key: str, **values: object) -> str:
        return word(key, words.TONGUE, **values)

    free = len(plane.places) - len(shown)
    parts = [
        say("as_of", day=words.day(plane.as_of) if plane.as_of else words.UNKNOWN),
        say("axes", **names._asdict()),
    ]
    parts += [told] if (told := say("comma").join(say(kind) for kind in kinds if kind in words.OPENNESS)) else []
    parts += [say("free", count=free)] if free else []
    parts += [say("unplaced", count=plane.unplaced)] if plane.unplaced else []
    return say("apart").join(parts)


def _kind(place: Place) -> str:
    return place.kind or "unknown"


def _marks(shown: Sequence[Place], colour: dict[str, Any], across: dict[str, str | bool], size: Format) -> Marks:
    axis = {"ticks": False, "tickCount": size.amounts}
    x = {
        "field": "across", "type": "quantitative", "title": None,
        "scale": {"type": "log", "nice": False, "padding": 8},
        "axis": {**axis, **across, "grid": False, "labelOverlap": True},
    }  # fmt: skip
    y = {
        "field": "up", "type": "quantitative", "title": None,
        "scale": {"domain": list(_reach(shown)), "zero": False, "nice": False},
        "axis": {**axis, "format": _FEW_SIGNS},
    }  # fmt: skip
    up = {"x": x, "y": {**y, "field": "low"}, "y2": {"field": "high"}}
    along = {"x": {**x, "field": "left"}, "x2": {"field": "right"}, "y": y}
    stair = {"type": "line", "interpolate": "step-after", "strokeWidth": 1.2, "color": MUTED, "strokeDash": [3, 2]}
    dot, large = {"type": "point", "filled": True}, round(34 * size.line / CARD.line)
    best = {"test": f"datum.reach === '{Reach.FRONTIER}'", "value": 1}
    faint = {"condition": [best, {"test": f"datum.reach === '{Reach.POSSIBLE}'", "value": 0.55}], "value": 0.22}
    return [
        mark("stair", stair, {"x": x, "y": y}),
        mark("points", {"type": "rule", "strokeWidth": 1}, {**up, "color": colour, "opacity": faint}),
        mark("points", {"type": "rule", "strokeWidth": 1}, {**along, "color": colour, "opacity": faint}),
        mark("points", {**dot, "size": large}, {"x": x, "y": y, "color": colour, "opacity": faint}),
        *_labels(y, colour, size),
    ]


def _reach(shown: Sequence[Place]) -> tuple[float, float]:
    """Give the lowest and the highest end of an interval upwards."""
    ends = [end for p in shown for end in (p.up_low or p.up, p.up_high or p.up)] or [0.0, 1.0]
    return min(ends), max(ends)


def _labels(y: dict[str, Any], colour: dict[str, Any], size: Format) -> Marks:
    at = {"x": {"value": size.plot + 8}, "y": {**y, "field": "beside"}, "text": {"field": "name"}}
    return [mark("names", {"type": "text", "align": "left", "fontSize": size.axis_size}, {**at, "color": colour})]


def _row(place: Place) -> dict[str, Any]:
    return {
        "across": place.across, "left": place.across_low, "right": place.across_high,
        "up": place.up, "low": place.up_low, "high": place.up_high,
        "kind": _kind(place), "reach": str(place.reach),
    }  # fmt: skip


def _stair(shown: Sequence[Place], size: Format, words: Wording) -> dict[str, list[dict[str, Any]]]:
    """Give the corners of the frontier, and the names of its highest models beside their height."""
    edge = sorted((p for p in shown if p.reach is Reach.FRONTIER), key=lambda p: (p.across, p.up))
    named = edge[-LABELLED:]
    lowest, highest = _reach(shown)
    beside = spread(
        [p.up for p in named], (size.axis_size + 2) * (highest - lowest) / (size.height + TALLER), lowest, highest
    )
    names = [
        {"beside": at, "kind": _kind(p), "name": cut(words.group("model", p.group), size.letters + 1)}
        for p, at in zip(named, beside, strict=True)
    ]
    return {"stair": [{"across": p.across, "up": p.up} for p in edge], "names": names}
