"""Spark lines: the course of one or two contenders in a hand's breadth, bounds included, without axis or text."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from weighbridge.charts.colours import MUTED, colours
from weighbridge.charts.points import drawing, thinned, weight

if TYPE_CHECKING:
    from collections.abc import Sequence

    from weighbridge.charts.points import Curve, Drawing
    from weighbridge.estimate import Estimate, Series

WIDTH, HEIGHT, EDGE = 120, 28, 2
MOST_POINTS = 40
RUNNING = 2  # the one ahead and the next


def spark(series: Series) -> str:
    """Draw the one ahead in its colour and the next in grey; nothing where there is one period."""
    shown = drawing(series)
    if shown.periods < 2 or not shown.top:  # noqa: PLR2004 - a line has two ends
        return ""
    curves = shown.top[:RUNNING]
    own = colours([curves[0].group_id])[curves[0].group_id]
    return _picture(shown, curves, (own, MUTED))


def beside(series: Series, ids: Sequence[str]) -> str:
    """Draw the contenders of `ids` on one scale, each in its colour; nothing where there is one period."""
    shown = drawing(replace(series, estimates=tuple(e for e in series.estimates if e.group_id in ids)))
    curves, paint = (*shown.top, *shown.rest), colours(ids)
    if shown.periods < 2 or not curves:  # noqa: PLR2004 - a line has two ends
        return ""
    return _picture(shown, curves, [paint[curve.group_id] for curve in curves])


def _picture(shown: Drawing, curves: Sequence[Curve], paint: Sequence[str]) -> str:
    """Draw curves, the first on top."""
    first, last = _ends([e for curve in curves for stretch in curve.stretches for e in stretch])
    frame = _Frame(first, last, min(shown.lowest, 0.0), shown.highest)
    drawn = zip(reversed(curves), reversed(paint[: len(curves)]), strict=True)
    marks = "".join(mark for curve, colour in drawn for mark in frame.marks(curve, colour))
    return f'<svg class="spark chart" viewBox="0 0 {WIDTH} {HEIGHT}" aria-hidden="true" focusable="false">{marks}</svg>'


class _Frame:
    """Where days and figures stand in the picture."""

    def __init__(self, first: dt.date, last: dt.date, low: float, high: float) -> None:
        self._first, self._days = first, max((last - first).days, 1)
        self._low, self._size = low, (high - low) or 1.0

    def marks(self, curve: Curve, colour: str) -> list[str]:
        """Give the marks of one contender: the band of its bounds, its line, its last point."""
        found = []
        for stretch in curve.stretches:
            points = list(thinned(stretch, MOST_POINTS))
            band = [e for e in points if e.ci_low is not None and e.ci_high is not None]
            if len(band) > 1:
                low, high = ([self._at(e, end) for e in band] for end in ("ci_low", "ci_high"))
                found.append(f'<path fill="{colour}" opacity=".2" d="M{"L".join([*low, *reversed(high)])}Z"/>')
            known = [self._at(e, "value") for e in points if e.value is not None]
            if known:
                found.append(f'<path fill="none" stroke="{colour}" stroke-width="1.5" d="M{"L".join(known)}"/>')
        return [*found, self._dot(curve.last, colour)]

    def _at(self, estimate: Estimate, field: str) -> str:
        return f"{self._x(estimate):.1f} {self._y(getattr(estimate, field)):.1f}"

    def _x(self, estimate: Estimate) -> float:
        return EDGE + (WIDTH - 2 * EDGE) * (estimate.period_end - self._first).days / self._days

    def _y(self, figure: float) -> float:
        return EDGE + (HEIGHT - 2 * EDGE) * (1 - (figure - self._low) / self._size)

    def _dot(self, last: Estimate, colour: str) -> str:
        figure = weight(last)
        if figure is None:
            return ""
        return f'<circle cx="{self._x(last):.1f}" cy="{self._y(figure):.1f}" r="2" fill="{colour}"/>'


def _ends(estimates: Sequence[Estimate]) -> tuple[dt.date, dt.date]:
    days = [e.period_end for e in estimates]
    return min(days), max(days)
