"""The marks of a chart in Vega-Lite's words, and the rows that they name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from weighbridge import wording
from weighbridge.chart_wording import days, numbers, word
from weighbridge.charts.colours import MUTED
from weighbridge.charts.lines import cut
from weighbridge.charts.points import half_open, spread

if TYPE_CHECKING:
    from weighbridge.charts.points import Curve, Drawing
    from weighbridge.estimate import Estimate, Series
    from weighbridge.tongue import Wording

WIDTH, HEIGHT = 380, 204  # pixels: of the picture across, of the plot down
LEFT, RIGHT = 38, 130
NAMES = 118  # left of a chart of one period, where names stand
LABEL = 26  # pixels that the two lines of a label need
PAIR = ">"  # between the ids of a pair: the first follows, the second leads
SHORT = 17  # letters of a name beside a line
HEADROOM = 1.04
SOON = 120  # days: below this an axis tells days, above it months
_AXIS_FORMATS = {"share": ".0%", "index": ".2f", "ratio": "~g"}
# Units of scales whose zero is arbitrary: an axis from zero would press all figures into its end.
NO_ZERO = ("points", "rating points")
_KNOWN = "isValid(datum.value)"
_BAND = "isValid(datum.low) && isValid(datum.high)"

Marks = list[dict[str, Any]]
Rows = dict[str, list[dict[str, Any]]]


def over_time(series: Series, shown: Drawing, painted: dict[str, str], words: Wording = wording) -> tuple[Marks, Rows]:
    """Give lines, bands and labels at their ends. Lines break where nothing was read; bounds alone have no line."""
    reach = _reach(series, shown)
    x, y = _time(shown, words), _amounts(series, reach, words)
    low, high, colour = {**y, "field": "low"}, {"field": "high"}, _colour(shown, painted)
    line, stretch = {"x": x, "y": y, "color": colour}, {"detail": {"field": "stretch", "type": "nominal"}}
    band = {"type": "area", "opacity": 0.18, "line": {"strokeWidth": 0.8, "opacity": 0.8}}
    thin = {"type": "line", "strokeWidth": 0.8, "color": MUTED, "opacity": 0.35}
    marks = [
        mark("grey", thin, {"x": x, "y": y, **stretch}),
        mark("lines", band, {**line, "y": low, "y2": high, **stretch}, _BAND),
        mark("lines", {"type": "line", "strokeWidth": 1.8}, line | stretch, _KNOWN),
        mark("lines", {"type": "rule", "strokeWidth": 1.2}, {**line, "y": low, "y2": high}, f"datum.alone && {_BAND}"),
        mark("lines", _dot(22), line, f"(datum.alone || datum.last) && {_KNOWN}"),
        *_label_marks(y, colour),
    ]
    rows = {
        "lines": [row for i, curve in enumerate(shown.top) for row in _points(curve, i, reach)],
        "grey": [row for i, curve in enumerate(shown.rest) for row in _inside(_points(curve, i, reach), reach)],
        "labels": _labels(series, shown, reach, words),
    }
    return marks, rows | {"once": [{}]}


def one_period(series: Series, shown: Drawing, painted: dict[str, str], words: Wording = wording) -> tuple[Marks, Rows]:
    """Give a dot with its interval for each group, one below the other."""
    reach = _reach(series, shown)
    x, colour = _amounts(series, reach, words), _colour(shown, painted)
    y = {"field": "place", "type": "ordinal", "axis": None}
    right = WIDTH - RIGHT - NAMES + 12
    name = {"type": "text", "align": "right", "fontSize": 12, "fontWeight": 600}
    value = {"type": "text", "align": "left", "fontSize": 11, "color": MUTED}
    band = {"x": {**x, "field": "low"}, "x2": {"field": "high"}, "y": y, "color": colour}
    marks = [
        mark("lines", {"type": "rule", "strokeWidth": 7, "opacity": 0.3}, band, _BAND),
        mark("lines", _dot(64), {"x": x, "y": y, "color": colour}, _KNOWN),
        mark("lines", name, {"x": {"value": -8}, "y": y, "text": {"field": "name"}, "color": colour}),
        mark("lines", value, {"x": {"value": right}, "y": y, "text": {"field": "figure"}}),
    ]
    points = [_point(curve, i, reach) | _said(series, curve, words) for i, curve in enumerate(shown.top)]
    return marks, {"lines": points, "once": [{}]}


def mark(rows: str, kind: dict[str, Any], encoding: dict[str, Any], only: str = "") -> dict[str, Any]:
    """Give one layer: what is drawn of the rows called `rows`, of those for which `only` holds."""
    kept = {"transform": [{"filter": only}]} if only else {}
    return {"data": {"name": rows}, **kept, "mark": kind, "encoding": encoding}


def _dot(size: int) -> dict[str, Any]:
    return {"type": "point", "filled": True, "size": size, "opacity": 1}


def _colour(shown: Drawing, painted: dict[str, str]) -> dict[str, Any]:
    """Give the scale of colours by place: ids come from strangers, and not every text may stand in a picture."""
    scale = {"domain": [str(i) for i in range(len(shown.top))], "range": [painted[c.group_id] for c in shown.top]}
    return {"field": "group", "type": "nominal", "scale": scale, "legend": None}


def _reach(series: Series, shown: Drawing) -> tuple[float, float]:
    """Give the ends of the axis of figures: from none up, but around the figures where none means nothing."""
    highest, lowest = shown.highest, shown.lowest
    if series.unit in NO_ZERO:
        room = (highest - lowest or 1.0) * (HEADROOM - 1)
        return lowest - room, highest + room
    top = max(highest * HEADROOM, 1e-9)
    return min(lowest * HEADROOM, 0.0), min(top, 1.0) if series.unit in ("share", "index") else top


def _amounts(series: Series, domain: tuple[float, float], words: Wording) -> dict[str, Any]:
    small = domain[1] < 1 and series.unit not in _AXIS_FORMATS  # "500m" would be read as millions
    form = "~g" if small else _AXIS_FORMATS.get(series.unit, "~s")
    axis = {**numbers(words.TONGUE, series.unit, form), "tickCount": 5, "ticks": False}
    scale = {"domain": list(domain), "nice": False, "zero": series.unit not in NO_ZERO}
    return {"field": "value", "type": "quantitative", "title": None, "scale": scale, "axis": axis}


def _time(shown: Drawing, words: Wording) -> dict[str, Any]:
    ends = [e.period_end for curve in (*shown.top, *shown.rest) for stretch in curve.stretches for e in stretch]
    form = days(words.TONGUE, short=bool(ends) and (max(ends) - min(ends)).days < SOON)
    axis = {"grid": False, "format": form, "tickCount": 3, "labelFlush": True}
    return {"field": "day", "type": "temporal", "title": None, "scale": {"type": "utc"}, "axis": axis}


def _points(curve: Curve, place: int, reach: tuple[float, float]) -> list[dict[str, Any]]:
    """Give the rows of one group; `stretch` keeps apart what no line may join."""
    return [
        {
            "day": str(e.period_end),
            "group": str(place),
            "stretch": f"{place}.{i}",
            "value": e.value,
            **_band(e, reach),
            "alone": len(stretch) == 1,
            "last": e is curve.last,
        }
        for i, stretch in enumerate(curve.stretches)
        for e in stretch
    ]


def _band(estimate: Estimate, reach: tuple[float, float]) -> dict[str, float | None]:
    """Give the ends of a band; one that is open reaches the end of the axis."""
    low, high = estimate.ci_low, estimate.ci_high
    if half_open(estimate):
        low, high = reach[0] if low is None else low, reach[1] if high is None else high
    return {"low": low, "high": high}


def _inside(rows: list[dict[str, Any]], reach: tuple[float, float]) -> list[dict[str, Any]]:
    """Keep the points that the axis reaches; a line breaks where it leaves the picture."""
    kept, left = [], 0
    for row in rows:
        if row["value"] is not None and reach[0] <= row["value"] <= reach[1]:
            kept.append(row | {"stretch": f"{row['stretch']}.{left}"})
        else:
            left += 1
    return kept


def _point(curve: Curve, place: int, reach: tuple[float, float]) -> dict[str, Any]:
    last = curve.last
    return {
        "place": place,
        "group": str(place),
        "value": last.value,
        **_band(last, reach),
    }


def _labels(series: Series, shown: Drawing, reach: tuple[float, float], words: Wording) -> list[dict[str, Any]]:
    """Give a name and a figure beside the end of each line, moved apart where lines end close together."""
    bottom, top = reach
    per_pixel = (top - bottom) / HEIGHT
    middles = [_middle(curve.last) for curve in shown.top]
    placed = spread(middles, LABEL * per_pixel, bottom + LABEL / 2 * per_pixel, top - LABEL / 4 * per_pixel)
    return [
        {"group": str(i), "value": at, **_said(series, c, words)}
        for i, (c, at) in enumerate(zip(shown.top, placed, strict=True))
    ]


def _label_marks(y: dict[str, Any], colour: dict[str, Any]) -> Marks:
    place = {"x": {"value": WIDTH - LEFT - RIGHT + 8}, "y": y}
    text = {"type": "text", "align": "left", "dy": 1}
    name = {**text, "baseline": "bottom", "fontSize": 12, "fontWeight": 600}
    value = {**text, "baseline": "top", "fontSize": 10.5, "color": MUTED}
    return [
        mark("labels", name, {**place, "text": {"field": "name"}, "color": colour}),
        mark("labels", value, {**place, "text": {"field": "figure"}}),
    ]


def _said(series: Series, curve: Curve, words: Wording) -> dict[str, str]:
    """Give the name beside a line, of a pair that of the one that is set beside the other, and what stands below it."""
    first, pair, other = curve.group_id.partition(PAIR)
    name, last = words.group(series.by, first if pair else curve.group), curve.last
    figure = words.brief(last.value, last.ci_low, last.ci_high, series.unit)
    if pair:
        figure = words.beside(figure, series.by, other, series.unit)
    if last.period_end != series.as_of:
        figure = word("ended", words.TONGUE, figure=figure, month=words.month(last.period_end))
    return {"name": cut(name, SHORT), "figure": figure}


def _middle(estimate: Estimate) -> float:
    if estimate.value is not None:
        return estimate.value
    ends = [bound for bound in (estimate.ci_low, estimate.ci_high) if bound is not None]
    return sum(ends) / len(ends)
