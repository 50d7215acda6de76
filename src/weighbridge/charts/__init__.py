"""One series, one Vega-Lite specification: the same gives the picture in a page, in a message and in a site."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from weighbridge import wording
from weighbridge.chart_wording import word
from weighbridge.charts.colours import colours
from weighbridge.charts.format import CARD
from weighbridge.charts.frame import framed
from weighbridge.charts.marks import one_period, over_time
from weighbridge.charts.points import drawing, half_open

if TYPE_CHECKING:
    from weighbridge.charts.points import Drawing
    from weighbridge.estimate import Series
    from weighbridge.tongue import Wording


def spec(series: Series, title: str, words: Wording = wording) -> dict[str, Any]:
    """Give the chart of a series: lines and bands over time, or dots and intervals where there is one period.

    `title` is the measure's, in the language of `words`. What a line and a band mean,
    sources, terms and the as-of day stand in the picture.
    """
    shown = drawing(series)
    painted = colours(curve.group_id for curve in shown.top)
    left = CARD.left if shown.periods > 1 else CARD.names
    drawn = (over_time if shown.periods > 1 else one_period)(series, shown, painted, words)
    heading = word("by", words.TONGUE, title=words.plain(title), by=words.grouping(series.by))
    size, sides = (CARD.width - CARD.right - left, CARD.height), (left, CARD.right)
    return framed(heading, _subtitle(series, shown, words), series.provenance.sources, size, sides, drawn, words)


def _subtitle(series: Series, shown: Drawing, words: Wording) -> str:
    day = words.day(series.as_of) if series.as_of else words.UNKNOWN
    said = [word("as_of" if shown.periods == 1 else "to", words.TONGUE, day=day), meaning(series, shown, words)]
    said += [word("not_named", words.TONGUE, count=len(shown.rest))] if shown.rest else []
    return word("apart", words.TONGUE).join(said)


def meaning(series: Series, shown: Drawing, words: Wording = wording) -> str:
    """Say what lines and bands stand for in this chart."""
    mark = word("dot" if shown.periods == 1 else "line", words.TONGUE)
    every = [e for curve in shown.top for stretch in curve.stretches for e in stretch]
    if not every:
        return word("no_figure", words.TONGUE)
    opened = word("opened", words.TONGUE) if any(half_open(e) for e in every) else ""
    if all(e.value is None for e in every):
        return word("allowed", words.TONGUE, opened=opened)
    if all({e.ci_low, e.ci_high} <= {e.value, None} and not half_open(e) for e in every):
        return word("alone", words.TONGUE, mark=mark)
    level = series.ci_level
    band = word("bounds", words.TONGUE) if level is None else word("interval", words.TONGUE, level=level * 100)
    return word("both", words.TONGUE, mark=mark, band=band, opened=opened)
