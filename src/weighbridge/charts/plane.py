"""A plane of two figures as a Vega-Lite specification: points, intervals, and the frontier as a stair."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from weighbridge import wording
from weighbridge.chart_wording import Laid, laid, numbers, word
from weighbridge.charts.colours import MUTED, colours
from weighbridge.charts.frame import framed
from weighbridge.charts.lines import cut
from weighbridge.charts.marks import HEIGHT, LEFT, RIGHT, WIDTH, mark
from weighbridge.charts.points import spread
from weighbridge.plane import Reach

if TYPE_CHECKING:
    from collections.abc import Sequence

    from weighbridge.charts.marks import Rows
    from weighbridge.plane import Place, Plane
    from weighbridge.tongue import Wording

TALL = HEIGHT + 96
SHORT = 18
LABELLED = 9  # names of the frontier that find room beside the plot
KINDS = ("open_licence", "restricted", "closed", "unknown")
_FEW_SIGNS = ",~r"


def spec(plane: Plane, words: Wording = wording) -> dict[str, Any]:
    """Give the chart: a dot for each model, coloured by openness; a stair along what no other betters."""
    painted = colours(KINDS)
    shown = [place for place in plane.places if place.across > 0]
    kinds = [kind for kind in KINDS if any(_kind(place) == kind for place in shown)]
    colour = {
        "field": "kind", "type": "nominal", "legend": None,
        "scale": {"domain": kinds, "range": [painted[kind] for kind in kinds]},
    }  # fmt: skip
    rows: Rows = {"points": [_row(place) for place in shown], **_stair(shown, words), "once": [{}]}
    size, sides = (WIDTH - LEFT - RIGHT, TALL), (LEFT, RIGHT)
    called = laid(plane.name, Laid(plane.title, plane.across, plane.across_unit, plane.up, plane.up_unit), words.TONGUE)
    across = numbers(words.TONGUE, plane.across_unit, _FEW_SIGNS)
    says, drawn = _subtitle(plane, called, shown, kinds, words), (_marks(shown, colour, across), rows)
    return framed(words.plain(called.title), says, plane.provenance.sources, size, sides, drawn, words)


def _subtitle(plane: Plane, called: Laid, shown: Sequence[Place], kinds: Sequence[str], words: Wording) -> str:
    def say(key: str, **values: object) -> str:
        return word(key, words.TONGUE, **values)

    free = len(plane.places) - len(shown)
    parts = [
        say("as_of", day=words.day(plane.as_of) if plane.as_of else words.UNKNOWN),
        say("axes", **called._asdict()),
    ]
    parts += [told] if (told := say("comma").join(say(kind) for kind in kinds if kind in words.OPENNESS)) else []
    parts += [say("free", count=free)] if free else []
    parts += [say("unplaced", count=plane.unplaced)] if plane.unplaced else []
    return say("apart").join(parts)


def _kind(place: Place) -> str:
    return place.kind or "unknown"


def _marks(shown: Sequence[Place], colour: dict[str, Any], across: dict[str, str | bool]) -> list[dict[str, Any]]:
    axis = {"ticks": False, "tickCount": 5}
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
    dot = {"type": "point", "filled": True}
    best = {"test": f"datum.reach === '{Reach.FRONTIER}'", "value": 1}
    faint = {"condition": [best, {"test": f"datum.reach === '{Reach.POSSIBLE}'", "value": 0.55}], "value": 0.22}
    return [
        mark("stair", stair, {"x": x, "y": y}),
        mark("points", {"type": "rule", "strokeWidth": 1}, {**up, "color": colour, "opacity": faint}),
        mark("points", {"type": "rule", "strokeWidth": 1}, {**along, "color": colour, "opacity": faint}),
        mark("points", {**dot, "size": 34}, {"x": x, "y": y, "color": colour, "opacity": faint}),
        *_labels(y, colour),
    ]


def _reach(shown: Sequence[Place]) -> tuple[float, float]:
    """Give the lowest and the highest end of an interval upwards."""
    ends = [end for p in shown for end in (p.up_low or p.up, p.up_high or p.up)] or [0.0, 1.0]
    return min(ends), max(ends)


def _labels(y: dict[str, Any], colour: dict[str, Any]) -> list[dict[str, Any]]:
    at = {"x": {"value": WIDTH - LEFT - RIGHT + 8}, "y": {**y, "field": "beside"}, "text": {"field": "name"}}
    return [mark("names", {"type": "text", "align": "left", "fontSize": 11}, {**at, "color": colour})]


def _row(place: Place) -> dict[str, Any]:
    return {
        "across": place.across, "left": place.across_low, "right": place.across_high,
        "up": place.up, "low": place.up_low, "high": place.up_high,
        "kind": _kind(place), "reach": str(place.reach),
    }  # fmt: skip


def _stair(shown: Sequence[Place], words: Wording) -> dict[str, list[dict[str, Any]]]:
    """Give the corners of the frontier, and the names of its highest models beside their height."""
    edge = sorted((p for p in shown if p.reach is Reach.FRONTIER), key=lambda p: (p.across, p.up))
    named = edge[-LABELLED:]
    lowest, highest = _reach(shown)
    beside = spread([p.up for p in named], 13 * (highest - lowest) / TALL, lowest, highest)
    names = [
        {"beside": at, "kind": _kind(p), "name": cut(words.group("model", p.group), SHORT)}
        for p, at in zip(named, beside, strict=True)
    ]
    return {"stair": [{"across": p.across, "up": p.up} for p in edge], "names": names}
