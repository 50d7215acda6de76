"""A race over time, drawn for its place in a page: lines, intervals, ranges over choices, who led, what happened."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from weighbridge import wording
from weighbridge.chart_wording import word
from weighbridge.charts import meaning
from weighbridge.charts.colours import MUTED, colours
from weighbridge.charts.frame import ABOVE_PLOT as ABOVE
from weighbridge.charts.frame import BELOW_PLOT as BELOW
from weighbridge.charts.frame import bare
from weighbridge.charts.marks import beside_axis, mark, named, one_period, over_time, roomy
from weighbridge.charts.points import spread

if TYPE_CHECKING:
    from weighbridge.charts.format import Format
    from weighbridge.charts.marks import Marks, Rows
    from weighbridge.charts.points import Drawing
    from weighbridge.estimate import Estimate, LeadChange, Series
    from weighbridge.tongue import Wording

STRIP, THICK, BESIDE = 5, 6, 16  # pixels below the plot: where the strip of leads begins, how thick, and all it takes
DOT = 36  # pixels for each dot and interval
OVER, NUMBER = 24, 17  # pixels above the plot for numbers of events, and what each needs


@dataclass(frozen=True)
class Span:
    """Days on which one group led; of nobody's it is not known when between them the lead passed."""

    first: dt.date
    last: dt.date
    group_id: str | None


@dataclass(frozen=True)
class Happened:
    """An event by the number that it has in the list beside the chart; days are inclusive."""

    number: int
    first: dt.date
    last: dt.date


def spec(
    series: Series, shown: Drawing, size: Format, words: Wording = wording, events: Sequence[Happened] = ()
) -> dict[str, Any]:
    """Give the chart without title and small print, which stand around it in the page."""
    painted = colours(curve.group_id for curve in shown.top)
    if shown.periods == 1:
        return _dots(
            series, shown, replace(size, height=DOT * len(shown.top) + DOT // 2, right=size.figures), painted, words
        )
    drawn = shown.within(size.points)
    size = roomy(size, (named(series, curve, words)[1] for curve in shown.top))
    size = beside_axis(size, words, series.unit, shown.highest)
    marks, rows = over_time(series, drawn, painted, words, size)
    led = list(spans(series))
    _lay(marks, rows, _leads(marks, led, drawn, size) if led else ([], {}))
    _lay(marks, rows, _numbers(marks, _room(drawn), events, size) if events else ([], {}))
    above, below = OVER if events else ABOVE, BELOW + (BESIDE if led else 0)
    return bare((size.plot, size.height), (above, size.right, below, size.left), (marks, rows), size.axis_size)


def _dots(series: Series, shown: Drawing, size: Format, painted: dict[str, str], words: Wording) -> dict[str, Any]:
    across = size.width - size.right - size.names
    drawn = one_period(series, shown, painted, words, size)
    return bare((across, size.height), (ABOVE, size.right, BELOW, size.names), drawn, size.axis_size)


def legend(series: Series, shown: Drawing, words: Wording = wording) -> str:
    """Say what lines, bands, ranges and the strip below them stand for."""
    said = [meaning(series, shown, words)]
    every = [e for curve in shown.top for stretch in curve.stretches for e in stretch]
    edge = "ranges" if shown.periods > 1 else "ranges_of_dots"
    said += [word(edge, words.TONGUE)] if any(map(_ranged, every)) else []
    said += [word("not_named", words.TONGUE, count=len(shown.rest))] if shown.rest else []
    said += [word("strip", words.TONGUE)] if shown.periods > 1 and list(spans(series)) else []
    told = word("apart", words.TONGUE).join(said)
    return told[:1].upper() + told[1:]


def _ranged(e: Estimate) -> bool:
    ends = (e.range_low, e.range_high)
    return ends not in ((None, None), (e.ci_low, e.ci_high))


def spans(series: Series) -> Iterator[Span]:
    """Give who led from when to when, in order, as far as the changes of lead and the standing say."""
    held, as_of = series.standing, series.as_of
    if held is None or as_of is None or not series.estimates:
        return
    ids = {e.group: e.group_id for e in series.estimates}
    since = min(e.period_end for e in series.estimates)
    for change in sorted(held.changes, key=lambda c: c.until):
        yield from _passed(since, change, ids.get(change.earlier or ""))
        since = change.until
    if held.leader is not None:
        begun = since if held.changes else held.since_until or as_of
        yield Span(begun, as_of, held.leader_id)


def _passed(since: dt.date, change: LeadChange, earlier: str | None) -> Iterator[Span]:
    if earlier is not None and since < change.after:
        yield Span(since, change.after, earlier)
    yield Span(max(since, change.after), change.until, None)


def _lay(marks: Marks, rows: Rows, more: tuple[Marks, Rows]) -> None:
    marks += more[0]
    rows.update(more[1])


def _leads(marks: Marks, led: Sequence[Span], shown: Drawing, size: Format) -> tuple[Marks, Rows]:
    """Give the strip below the plot, in the colour of who led; the axis makes room for it."""
    x, colour = _axis(marks), next(m["encoding"]["color"] for m in marks if "color" in m["encoding"])
    x["axis"] |= {"offset": BESIDE}
    places = {curve.group_id: str(i) for i, curve in enumerate(shown.top)}
    rows = [{"day": str(s.first), "until": str(s.last), "group": places.get(s.group_id or "", "")} for s in led]
    y = {"y": {"value": size.height + STRIP}, "y2": {"value": size.height + STRIP + THICK}}
    nobody = {"test": "datum.group === ''"}
    led_by = {"color": {"condition": {**nobody, "value": MUTED}, **colour}}
    faint = {"opacity": {"condition": {**nobody, "value": 0.3}, "value": 1}}
    at = {"x": x, "x2": {"field": "until"}, **y}
    return [mark("leads", {"type": "rect"}, {**at, **led_by, **faint})], {"leads": rows}


def _numbers(
    marks: Marks, days: tuple[dt.date, dt.date], events: Sequence[Happened], size: Format
) -> tuple[Marks, Rows]:
    """Give a number above the plot for each event, with a fine line down to its day or its days."""
    first, last = days
    per_pixel = max((last - first).days, 1) / size.plot
    inside = [(min(max(e.first, first), last), min(max(e.last, first), last)) for e in events]
    middles = [((a - first).days + (b - first).days) / 2 for a, b in inside]
    placed = spread(middles, NUMBER * per_pixel, NUMBER / 2 * per_pixel, (size.plot - NUMBER / 2) * per_pixel)
    rows = [
        {"day": str(a), "until": str(b), "at": str(first + dt.timedelta(days=round(at))), "number": str(e.number)}
        for e, (a, b), at in zip(events, inside, placed, strict=True)
    ]
    x = _axis(marks)
    down = {"type": "rule", "color": MUTED, "opacity": 0.5, "strokeDash": [1, 3]}
    along = {"type": "rule", "color": MUTED, "strokeWidth": 1.5}
    ring = {"type": "point", "size": 190, "color": MUTED, "strokeWidth": 1, "filled": False}
    text = {"type": "text", "fontSize": size.axis_size - 1, "color": MUTED, "baseline": "middle"}
    above = {"y": {"value": -13}}
    return [
        mark("events", down, {"x": x, "y": {"value": -4}, "y2": {"value": size.height}}),
        mark("events", along, {"x": x, "x2": {"field": "until"}, "y": {"value": -3}}),
        mark("events", ring, {"x": {**x, "field": "at"}, **above}),
        mark("events", text, {"x": {**x, "field": "at"}, **above, "text": {"field": "number"}}),
    ], {"events": rows}


def _axis(marks: Marks) -> dict[str, Any]:
    found: dict[str, Any] = marks[0]["encoding"]["x"]
    return found


def _room(shown: Drawing) -> tuple[dt.date, dt.date]:
    days = [e.period_end for c in (*shown.top, *shown.rest) for stretch in c.stretches for e in stretch]
    return min(days), max(days)
