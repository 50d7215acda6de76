"""The figures that a claim is held against, over time, with what it claims and the days that it speaks of."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from weighbridge import wording
from weighbridge.charts.colours import INK, MUTED, colours
from weighbridge.charts.format import CARD, Format
from weighbridge.charts.frame import bare
from weighbridge.charts.marks import beside_axis, mark, over_time, roomy, said
from weighbridge.charts.points import Drawing, drawing

if TYPE_CHECKING:
    from weighbridge.charts.marks import Marks
    from weighbridge.charts.points import Curve
    from weighbridge.estimate import Estimate, Series
    from weighbridge.tongue import Wording

ABOVE, BELOW = 20, 24  # pixels for what names the days, and for the axis
ROOM = 0.25  # of the days drawn: a claim's day further away than this is not drawn
NEAR_THE_END = 0.6  # of the days drawn: from here on a day's name stands left of its line
_DAYS = {"type": "temporal", "title": None}


@dataclass(frozen=True)
class Asked:
    """What a claim says of a series: `groups` by id, in their order; between which figures, on which days.

    `read`: the last day of the period whose figures were taken. `band` and `days` say in words what `low` to `high` and
    `first` to `last` are; null ends are open.
    """

    groups: tuple[str, ...]
    read: dt.date
    low: float | None = None
    high: float | None = None
    first: dt.date | None = None
    last: dt.date | None = None
    band: str = ""
    days: str = ""


@dataclass(frozen=True)
class Label:
    """What stands beside the end of a line."""

    name: str
    figure: str


@dataclass(frozen=True)
class _Held(Drawing):
    """A drawing whose axis reaches what is claimed too."""

    claimed: tuple[float, ...] = ()

    @property
    def highest(self) -> float:
        return max(super().highest, *self.claimed) if self.claimed else super().highest

    @property
    def lowest(self) -> float:
        return min(super().lowest, *self.claimed) if self.claimed else super().lowest


def spec(
    series: Series, asked: Asked, labels: Mapping[str, Label], words: Wording = wording, size: Format = CARD
) -> dict[str, Any] | None:
    """Give the chart; None where fewer than two periods hold a figure. `labels`, by group id, stand for the English."""
    kept = [estimate for estimate in series.estimates if estimate.group_id in asked.groups]
    if len({estimate.period_end for estimate in kept}) < 2:  # noqa: PLR2004 - a line needs two
        return None
    shown = _shown(replace(series, estimates=tuple(kept)), asked).within(size.points)
    beside = [_beside(series, curve, labels, words, size) for curve in shown.top]
    size = roomy(size, (label.figure for label in beside))
    size = beside_axis(size, words, series.unit, shown.highest)
    marks, rows = over_time(series, shown, colours(asked.groups), words, size)
    axes = marks[2]["encoding"]
    # An axis without a field, as that of the band is, would draw none.
    axes["y"]["axis"]["grid"] = True
    for label, row in zip(beside, rows["labels"], strict=True):
        row |= {"name": label.name, "figure": label.figure}
    rows |= {"days": _days(kept, asked), "read": _read(kept, shown, asked)}
    layers = [*_band(axes["y"], asked, size), *_day_marks(size), *marks, *_read_marks(axes)]
    return bare((size.plot, size.height), (ABOVE, size.right, BELOW, size.left), (layers, rows), size.axis_size)


def _beside(series: Series, curve: Curve, labels: Mapping[str, Label], words: Wording, size: Format) -> Label:
    return labels.get(curve.group_id) or Label(**said(series, curve, words, size))


def _shown(series: Series, asked: Asked) -> _Held:
    """Give every group its colour and label, however small it is beside the first."""
    chosen = drawing(series)
    curves = sorted((*chosen.top, *chosen.rest), key=lambda curve: asked.groups.index(curve.group_id))
    claimed = tuple(end for end in (asked.low, asked.high) if end is not None)
    return _Held(tuple(curves), (), chosen.periods, claimed)


def _band(y: dict[str, Any], asked: Asked, size: Format) -> Marks:
    """Give a ground from edge to edge behind what would bear the claim out, and its edges that are no axis."""
    ends = [end for end in (asked.low, asked.high) if end is not None]
    if not ends:
        return []
    bottom, top = y["scale"]["domain"]
    low, high = (bottom if asked.low is None else asked.low), (top if asked.high is None else asked.high)
    across = {"x": {"value": 0}, "x2": {"value": size.plot}}
    ground = {**across, "y": {**y, "datum": low}, "y2": {"datum": high}}
    del ground["y"]["field"]
    edge = {"type": "rule", "strokeWidth": 1, "strokeDash": [1, 3], "color": INK}
    text = {"type": "text", "text": asked.band, "align": "left", "dx": 4, "fontSize": size.figure_size, "color": INK}
    highest = max(ends)
    near_the_top = highest > bottom + 0.9 * (top - bottom)
    text |= {"baseline": "top", "dy": 4} if near_the_top else {"baseline": "bottom", "dy": -4}
    at = [{**ground["y"], "datum": end} for end in dict.fromkeys(ends)]
    return [
        mark("once", {"type": "rect", "color": INK, "opacity": 0.07}, ground),
        *(mark("once", edge, {**across, "y": one}) for one in at),
        mark("once", text, {"x": {"value": 0}, "y": {**ground["y"], "datum": highest}}),
    ]


def _days(kept: Sequence[Estimate], asked: Asked) -> list[dict[str, Any]]:
    """Give the days that the claim speaks of, as far as they lie among those of the figures or near them."""
    start, end = min(e.period_start for e in kept), max(e.period_end for e in kept)
    room = (end - start) * ROOM
    if asked.last is None or not start - room <= asked.last <= end + room:
        return []
    first = max(asked.first or asked.last, start)
    late = (asked.last - start) > (end - start) * NEAR_THE_END
    where = {"side": "right" if late else "left", "says": asked.days}
    return [{"first": str(min(first, asked.last)), "last": str(asked.last), **where}]


def _day_marks(size: Format) -> Marks:
    x, x2 = {**_DAYS, "field": "first"}, {"field": "last"}
    last = {"x": {**x, "field": "last"}, "y": {"value": 0}, "y2": {"value": size.height}}
    text = {"type": "text", "baseline": "bottom", "fontSize": size.figure_size, "color": INK}
    named = {"x": {**x, "field": "last"}, "y": {"value": -5}, "text": {"field": "says"}}
    return [
        mark("days", {"type": "rect", "color": MUTED, "opacity": 0.12}, {**last, "x": x, "x2": x2}),
        mark("days", {"type": "rule", "strokeWidth": 1, "color": INK}, last),
        mark("days", {**text, "align": "left", "dx": -2}, named, "datum.side == 'left'"),
        mark("days", {**text, "align": "right", "dx": 2}, named, "datum.side == 'right'"),
    ]


def _read(kept: Sequence[Estimate], shown: Drawing, asked: Asked) -> list[dict[str, Any]]:
    """Give the figures that were taken: those of the period that ends on the day, or the newest before it."""
    rows = []
    for place, curve in enumerate(shown.top):
        mine = [e for e in kept if e.group_id == curve.group_id and e.period_end <= asked.read]
        if mine:
            taken = max(mine, key=lambda e: e.period_end)
            ends = {"low": taken.ci_low, "high": taken.ci_high}
            rows.append({"day": str(taken.period_end), "group": str(place), "value": taken.value, **ends})
    return rows


def _read_marks(axes: dict[str, Any]) -> Marks:
    """Give a dot on each figure that was taken; where there are bounds alone, a bar from one to the other."""
    at = {"x": axes["x"], "y": axes["y"], "color": axes["color"]}
    span = {**at, "y": {**axes["y"], "field": "low"}, "y2": {"field": "high"}}
    dot = {"type": "point", "filled": True, "size": 70, "opacity": 1}
    bar = {"type": "rule", "strokeWidth": 3.5}
    bounded = "!isValid(datum.value) && isValid(datum.low) && isValid(datum.high)"
    return [mark("read", dot, at, "isValid(datum.value)"), mark("read", bar, span, bounded)]
