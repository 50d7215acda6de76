"""The marks of a chart in Vega-Lite's words, and the rows that they name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from math import ceil
from typing import TYPE_CHECKING, Any

from weighbridge import wording
from weighbridge.chart_wording import days, numbers, word
from weighbridge.charts.colours import MUTED
from weighbridge.charts.format import CARD, Format
from weighbridge.charts.lines import cut, width
from weighbridge.charts.pairs import parted
from weighbridge.charts.points import half_open, spread

if TYPE_CHECKING:
    from weighbridge.charts.points import Curve, Drawing
    from weighbridge.estimate import Estimate, Series
    from weighbridge.tongue import Wording

LABEL = 8  # pixels from the plot to what stands beside a line
LETTER = 0.56  # of the size of letters, that one takes on average across in DejaVu Sans, the widest font of a page
HEADROOM = 1.04
# Counts from which a Chinese axis has four digits before 万 or 亿, or two ideographs; the room they take, in sizes.
_FOUR_DIGITS, _WIDEST = 10**7, 4.3
SOON = 120  # days: below this an axis tells days, above it months
_AXIS_FORMATS = {"share": ".0%", "index": ".2f", "ratio": "~r"}
# Units of scales whose zero is arbitrary: an axis from zero would press all figures into its end.
NO_ZERO = ("points", "rating points")
_KNOWN = "isValid(datum.value)"
_BAND = "isValid(datum.low) && isValid(datum.high)"
_RANGE = "isValid(datum.least) && isValid(datum.most)"
# What stands between periods that have none of it, and would be a line or an area without length.
_LONE = {"lone_value": "value", "lone_band": "low", "lone_range": "least"}  # bands and ranges have both ends or none
# Lines join rows in their order and break where one has no figure. To part lines by a field costs more than they do.
_AS_GIVEN = {"order": False}
# Of the highest figure and bound: ranges that go further leave the picture, lest the figures lie flat on the axis.
MOST_RANGE = 1.5

Marks = list[dict[str, Any]]
Rows = dict[str, list[dict[str, Any]]]


def over_time(
    series: Series, shown: Drawing, painted: dict[str, str], words: Wording = wording, size: Format = CARD
) -> tuple[Marks, Rows]:
    """Give lines, bands and labels at their ends. Lines break where nothing was read; bounds alone have no line."""
    reach = _reach(series, shown, size)
    x, y = _time(shown, words, size), amounts(series, reach, words, size)
    low, high, colour = {**y, "field": "low"}, {"field": "high"}, _colour(shown, painted)
    at = {"x": x, "y": y, "color": colour}
    line = {"type": "line", "strokeWidth": size.line, **_AS_GIVEN}
    band = {"type": "area", "fillOpacity": 0.18, "strokeWidth": 0.8, "strokeOpacity": 0.8, **_AS_GIVEN}
    marks = [
        mark("grey", {**line, "strokeWidth": 0.8, "color": MUTED, "opacity": 0.35}, {"x": x, "y": y}),
        *(_ranges(at) if size.ranges else []),
        mark("lines", band, {"x": x, "y": low, "y2": high, "fill": colour, "stroke": colour}),
        mark("lines", line, at),
        mark("lines", {"type": "rule", "strokeWidth": 1.2}, {**at, "y": low, "y2": high}, "datum.lone_band"),
        mark("lines", _dot(22), at, f"datum.lone_value || (datum.last && {_KNOWN})"),
        *_label_marks(y, colour, size),
    ]
    lines = [row for i, curve in enumerate(shown.top) for row in _points(curve, i, reach, ranges=size.ranges)]
    rows = {
        "lines": lines,
        **({"edges": _edges(lines)} if size.ranges else {}),
        "grey": [row for i, curve in enumerate(shown.rest) for row in _inside(_points(curve, i, reach), reach)],
        "labels": _labels(series, shown, reach, words, size),
    }
    return marks, rows | {"once": [{}]}


def one_period(
    series: Series, shown: Drawing, painted: dict[str, str], words: Wording = wording, size: Format = CARD
) -> tuple[Marks, Rows]:
    """Give a dot with its interval for each group, one below the other."""
    reach = _reach(series, shown, size)
    x, colour = amounts(series, reach, words, size), _colour(shown, painted)
    y = {"field": "place", "type": "ordinal", "axis": None}
    right = size.width - size.right - size.names + 12
    name = {"type": "text", "align": "right", "fontSize": size.name_size, "fontWeight": 600}
    value = {"type": "text", "align": "left", "fontSize": size.axis_size, "color": MUTED}
    band = {"x": {**x, "field": "low"}, "x2": {"field": "high"}, "y": y, "color": colour}
    over = {**band, "x": {**x, "field": "least"}, "x2": {"field": "most"}}
    marks = [
        *([mark("lines", {"type": "rule", "strokeWidth": 1, "opacity": 0.7}, over, _RANGE)] if size.ranges else []),
        mark("lines", {"type": "rule", "strokeWidth": 7, "opacity": 0.3}, band, _BAND),
        mark("lines", _dot(64), {"x": x, "y": y, "color": colour}, _KNOWN),
        mark("lines", name, {"x": {"value": -8}, "y": y, "text": {"field": "name"}, "color": colour}),
        mark("lines", value, {"x": {"value": right}, "y": y, "text": {"field": "figure"}}),
    ]
    points = [
        _point(curve, i, reach, ranges=size.ranges) | said(series, curve, words, size)
        for i, curve in enumerate(shown.top)
    ]
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


def _ranges(at: dict[str, Any]) -> Marks:
    """Give the range over all choices: a faint ground with fine edges around the interval."""
    edge = {"type": "line", "strokeWidth": 0.8, "opacity": 0.5, "strokeDash": [2, 2], **_AS_GIVEN}
    over = {**at, "y": {**at["y"], "field": "least"}, "y2": {"field": "most"}}
    return [
        mark("lines", {"type": "area", "opacity": 0.07, **_AS_GIVEN}, over),
        mark("edges", edge, {**at, "y": {**at["y"], "field": "edge"}}),
        mark("lines", {"type": "rule", "strokeWidth": 0.8, "strokeDash": [2, 2]}, over, "datum.lone_range"),
    ]


def _edges(lines: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Give the rows of both ends of the ranges: of each group one end after the other, broken where its line is."""
    return [
        {"day": row["day"], "group": row["group"], "edge": row.get(end)} for end in ("least", "most") for row in lines
    ]


def _reach(series: Series, shown: Drawing, size: Format) -> tuple[float, float]:
    """Give the ends of the axis of figures: from none up, but around the figures where none means nothing."""
    highest, lowest = shown.highest, shown.lowest
    if size.ranges:
        room = (MOST_RANGE - 1) * (highest - lowest if series.unit in NO_ZERO else highest)
        ends = shown.ranges()
        highest, lowest = (
            max(highest, min(max(ends, default=highest), highest + room)),
            min(lowest, max(min(ends, default=lowest), lowest - room)),
        )
    if series.unit in NO_ZERO:
        room = (highest - lowest or 1.0) * (HEADROOM - 1)
        return lowest - room, highest + room
    top = max(highest * HEADROOM, 1e-9)
    return min(lowest * HEADROOM, 0.0), min(top, 1.0) if series.unit in ("share", "index") else top


def amounts(series: Series, domain: tuple[float, float], words: Wording, size: Format) -> dict[str, Any]:
    """Give the encoding of figures in the unit of a series, on an axis that reaches over `domain`."""
    small = domain[1] < 1 and series.unit not in _AXIS_FORMATS  # "500m" would be read as millions
    form = "~g" if small else _AXIS_FORMATS.get(series.unit, "~s")
    axis = {**numbers(words.TONGUE, series.unit, form), "tickCount": size.amounts, "ticks": False}
    scale = {"domain": list(domain), "nice": False, "zero": series.unit not in NO_ZERO}
    return {"field": "value", "type": "quantitative", "title": None, "scale": scale, "axis": axis}


def beside_axis(size: Format, words: Wording, unit: str, highest: float) -> Format:
    """Give a format with room left of the plot for what stands beside an axis up to `highest`: `1.5万亿`, `5000亿`."""
    if words.TONGUE != "zh" or unit in _AXIS_FORMATS or highest < _FOUR_DIGITS:
        return size
    return replace(size, left=max(size.left, ceil(_WIDEST * size.axis_size)))


def _time(shown: Drawing, words: Wording, size: Format) -> dict[str, Any]:
    form = days(words.TONGUE, short=short(shown))
    axis = {"grid": False, "format": form, "tickCount": size.days, "labelFlush": True}
    return {"field": "day", "type": "temporal", "title": None, "scale": {"type": "utc"}, "axis": axis}


def short(shown: Drawing) -> bool:
    """Say whether what is drawn spans so little time that an axis tells days."""
    ends = [e.period_end for curve in (*shown.top, *shown.rest) for stretch in curve.stretches for e in stretch]
    return bool(ends) and (max(ends) - min(ends)).days < SOON


def _points(curve: Curve, place: int, reach: tuple[float, float], *, ranges: bool = False) -> list[dict[str, Any]]:
    """Give the rows of one group; each stretch ends with one that has no figure, for no line joins it to the next."""
    rows: list[dict[str, Any]] = []
    for stretch in curve.stretches:
        told = [
            {
                "day": str(e.period_end),
                "group": str(place),
                "value": e.value,
                **_band(e, reach),
                **(_range(e, reach) if ranges else {}),
                "last": e is curve.last,
            }
            for e in stretch
        ]
        _find_lone(told)
        rows += told
        rows.append({"day": rows[-1]["day"], "group": str(place)})
    return rows


def _find_lone(rows: Sequence[dict[str, Any]]) -> None:
    """Say of the rows of a stretch what one has and neither of its neighbours; nothing of all others."""
    for name, key in _LONE.items():
        has = [row.get(key) is not None for row in rows]
        if len(rows) > 1 and all(has):
            continue
        for i, row in enumerate(rows):
            if has[i] and not any((*has[max(i - 1, 0) : i], *has[i + 1 : i + 2])):
                row[name] = True


def _band(estimate: Estimate, reach: tuple[float, float]) -> dict[str, float | None]:
    """Give the ends of a band; one that is open reaches the end of the axis."""
    low, high = estimate.ci_low, estimate.ci_high
    if half_open(estimate):
        low, high = reach[0] if low is None else low, reach[1] if high is None else high
    return {"low": low, "high": high}


def _range(estimate: Estimate, reach: tuple[float, float]) -> dict[str, float | None]:
    """Give the ends of a range over choices as far as the axis reaches; none where it is the interval's own."""
    ends = least, most = estimate.range_low, estimate.range_high
    if ends in ((None, None), (estimate.ci_low, estimate.ci_high)):
        return {"least": None, "most": None}
    bottom, top = reach
    least, most = bottom if least is None else least, top if most is None else most
    return {"least": min(max(least, bottom), top), "most": max(min(most, top), bottom)}


def _inside(rows: list[dict[str, Any]], reach: tuple[float, float]) -> list[dict[str, Any]]:
    """Keep the points that the axis reaches; a line breaks where it leaves the picture."""
    kept: list[dict[str, Any]] = []
    for row in rows:
        if row.get("value") is not None and reach[0] <= row["value"] <= reach[1]:
            kept.append(row)
        elif kept and "value" in kept[-1]:
            kept.append({"day": row["day"]})
    return kept


def _point(curve: Curve, place: int, reach: tuple[float, float], *, ranges: bool) -> dict[str, Any]:
    last = curve.last
    return {
        "place": place,
        "group": str(place),
        "value": last.value,
        **_band(last, reach),
        **(_range(last, reach) if ranges else {}),
    }


def _labels(
    series: Series, shown: Drawing, reach: tuple[float, float], words: Wording, size: Format
) -> list[dict[str, Any]]:
    """Give a name and a figure beside the end of each line, moved apart where lines end close together."""
    bottom, top = reach
    per_pixel, apart = (top - bottom) / size.height, size.label
    middles = [_middle(curve.last) for curve in shown.top]
    placed = spread(middles, apart * per_pixel, bottom + apart / 2 * per_pixel, top - apart / 4 * per_pixel)
    return [
        {"group": str(i), "value": at, **said(series, c, words, size)}
        for i, (c, at) in enumerate(zip(shown.top, placed, strict=True))
    ]


def _label_marks(y: dict[str, Any], colour: dict[str, Any], size: Format) -> Marks:
    place = {"x": {"value": size.plot + LABEL}, "y": y}
    text = {"type": "text", "align": "left", "dy": 1}
    name = {**text, "baseline": "bottom", "fontSize": size.name_size, "fontWeight": 600}
    value = {**text, "baseline": "top", "fontSize": size.figure_size, "color": MUTED}
    return [
        mark("labels", name, {**place, "text": {"field": "name"}, "color": colour}),
        mark("labels", value, {**place, "text": {"field": "figure"}}),
    ]


def roomy(size: Format, figures: Iterable[str]) -> Format:
    """Give a format whose right side has room for the longest of `figures` beside a line, up to half of the picture."""
    wanted = LABEL + LETTER * size.figure_size * max(map(width, figures), default=0)
    return replace(size, right=max(size.right, min(ceil(wanted), size.width // 2)))


def said(series: Series, curve: Curve, words: Wording, size: Format) -> dict[str, str]:
    """Give the name beside a line, as far as it has room, and what stands below it."""
    name, figure = named(series, curve, words)
    return {"name": cut(name, size.letters), "figure": figure}


def named(series: Series, curve: Curve, words: Wording) -> tuple[str, str]:
    """Give the name of a line, of a pair that of the one that is set beside the other, and its last figure."""
    first, pair, other = parted(curve.group_id)
    name, last = words.group(series.by, first if pair else curve.group), curve.last
    figure = words.brief(last.value, last.ci_low, last.ci_high, series.unit)
    if pair:
        figure = words.beside(figure, series.by, other, series.unit)
    if last.period_end != series.as_of:
        figure = word("ended", words.TONGUE, figure=figure, month=words.month(last.period_end))
    return name, figure


def _middle(estimate: Estimate) -> float:
    if estimate.value is not None:
        return estimate.value
    ends = [bound for bound in (estimate.ci_low, estimate.ci_high) if bound is not None]
    return sum(ends) / len(ends)
