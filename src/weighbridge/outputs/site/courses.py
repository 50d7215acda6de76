"""The course of every group of a race for scripts: thinned as it is drawn, each point with its figure in words."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from weighbridge.charts.colours import column, turn
from weighbridge.charts.course import legend
from weighbridge.charts.format import NARROW, WIDE
from weighbridge.charts.lines import cut
from weighbridge.charts.marks import named

if TYPE_CHECKING:
    from weighbridge.charts.points import Curve, Drawing
    from weighbridge.estimate import Estimate, Series
    from weighbridge.outputs.site.languages import Language

FORMATS = {"wide": WIDE, "narrow": NARROW}
DIGITS = 5  # significant, of numbers that are drawn; what is read out stands in words


def course(language: Language, series: Series, shown: Drawing) -> dict[str, Any]:
    """Give the course of every group; days are named once, and points say them by place."""
    curves = [curve.within(WIDE.points) for curve in (*shown.top, *shown.rest)]
    days = sorted({e.period_end for curve in curves for stretch in curve.stretches for e in stretch})
    places = {day: i for i, day in enumerate(days)}
    turns = {key: i for i, key in enumerate(sorted((c.group_id for c in curves), key=turn))}
    return {
        "periods": shown.periods,
        "legend": legend(series, replace(shown, rest=()), language.words),
        "days": [[str(day), language.day(day)] for day in days],
        "groups": [_group(language, series, c) | {"turn": turns[c.group_id], "stretches": [
            [_point(language, series, e, places[e.period_end]) for e in stretch] for stretch in c.stretches
        ]} for c in curves],
    }  # fmt: skip


def _group(language: Language, series: Series, curve: Curve) -> dict[str, Any]:
    name, figure = named(series, curve, language.words)
    return {
        "id": curve.group_id,
        "name": language.words.group(series.by, curve.group),
        "cut": [cut(name, size.letters) for size in FORMATS.values()],
        "figure": figure,
        "column": column(curve.group_id),
    }


def _point(language: Language, series: Series, e: Estimate, place: int) -> list[Any]:
    """Give day, value, ends of the interval, ends of the range over choices, and the figure in words."""
    numbers = (e.value, e.ci_low, e.ci_high, e.range_low, e.range_high)
    return [place, *map(_rounded, numbers), language.words.figure(e.value, e.ci_low, e.ci_high, series.unit)]


@lru_cache(1 << 16)  # the next language has the same
def _rounded(number: float | None) -> float | None:
    # None below zero is none: the cache knows no difference between the two.
    return None if number is None else float(f"{number:.{DIGITS}g}") or 0.0
