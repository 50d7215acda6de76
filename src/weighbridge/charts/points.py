"""A series as a chart shows it: which groups, which points, where lines break, where labels stand."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from weighbridge.charts.pairs import mirrored, parted

if TYPE_CHECKING:
    from weighbridge.estimate import Estimate, Series

TOP = 6  # groups with a colour and a label: more labels than this cannot stand beside one another
TOP_BANDS = 4  # the same where bounds stand in place of lines: more bands than this cannot be told apart
TOP_PAIRS = 3  # the same where each is a pair: one group stands in several, and many of their bands are open
NEGLIGIBLE = 0.02  # of the first group's figure: below this a line lies on the axis
MOST_POINTS = 400
BUCKET = 6  # points kept of each stretch: first, last, and where value and bounds are lowest and highest
GAP = 3.5  # a line breaks where two readings lie further apart than this many usual steps


@dataclass(frozen=True)
class Curve:
    """One group: its estimates by day in unbroken stretches."""

    group_id: str
    group: str
    stretches: tuple[tuple[Estimate, ...], ...]

    @property
    def last(self) -> Estimate:
        """The newest estimate."""
        return self.stretches[-1][-1]

    def within(self, points: int) -> Curve:
        """Give the same with at most `points`, as far as every stretch keeps its first, last and extremes."""
        room = max(points // len(self.stretches), BUCKET)
        return Curve(self.group_id, self.group, tuple(tuple(thinned(s, room)) for s in self.stretches))


@dataclass(frozen=True)
class Drawing:
    """What a chart shows of a series: `top` with colour and label, `rest` in grey."""

    top: tuple[Curve, ...]
    rest: tuple[Curve, ...]
    periods: int

    @property
    def highest(self) -> float:
        """The highest figure or bound drawn."""
        return max(self._figures(), default=0.0)

    @property
    def lowest(self) -> float:
        """The lowest figure or bound drawn."""
        return min(self._figures(), default=0.0)

    def ranges(self) -> list[float]:
        """Give every known end of a range over choices of what is drawn."""
        every = (e for curve in self.top for stretch in curve.stretches for e in stretch)
        return [end for e in every for end in (e.range_low, e.range_high) if end is not None]

    def within(self, points: int) -> Drawing:
        """Give the same with at most `points` of each line in colour, and a quarter of them of each in grey."""
        top = tuple(curve.within(points) for curve in self.top)
        return replace(self, top=top, rest=tuple(curve.within(points // 4) for curve in self.rest))

    def _figures(self) -> Iterator[float]:
        every = (e for curve in self.top for stretch in curve.stretches for e in stretch)
        return (figure for e in every for figure in (e.value, e.ci_low, e.ci_high) if figure is not None)


def drawing(series: Series) -> Drawing:
    """Choose what to draw: the largest of the newest period first, then those that were largest before.

    Of two pairs that tell the same the other way round one is drawn.
    """
    by_group = _by_group(series)
    ends = sorted({e.period_end for e in series.estimates})
    most_counted = not raced(series)
    ranked = sorted(by_group, key=lambda g: _rank(by_group[g], ends[-1], most_counted=most_counted))
    curves = [_curve(by_group[g], _usual_step(ends)) for g in ranked]
    most = _most(curves[0]) if curves else TOP
    told = min(most, len(curves) if most_counted else sum(_weighty(curve, curves[0]) for curve in curves))
    return Drawing(tuple(curves[:told]), tuple(curves[told:]), len(ends))


def _most(first: Curve) -> int:
    """Say how many groups may have a colour, by the first of them."""
    if parted(first.group_id)[1]:
        return TOP_PAIRS
    return TOP_BANDS if first.last.value is None else TOP


def _by_group(series: Series) -> dict[str, list[Estimate]]:
    by_group: dict[str, list[Estimate]] = {}
    last: dict[str, float] = {}
    for estimate in sorted(series.estimates, key=lambda e: e.period_end):
        if (figure := weight(estimate)) is not None:
            by_group.setdefault(estimate.group_id, []).append(estimate)
            last[estimate.group_id] = figure
    twice = mirrored(last)
    return {group: held for group, held in by_group.items() if group not in twice}


def raced(series: Series) -> bool:
    """Say whether more is further ahead. Of lags and prices the largest is no leader: what rests on most is told."""
    return series.unit != "months" and not series.unit.startswith("USD")


def weight(estimate: Estimate) -> float | None:
    """Give what a group is ranked by: its value, or the least it must have, or where that is open the most it can."""
    known = (figure for figure in (estimate.value, estimate.ci_low, estimate.ci_high) if figure is not None)
    return next(known, None)


def half_open(estimate: Estimate) -> bool:
    """Say whether one end of the interval is known and the other is not."""
    return (estimate.ci_low is None) != (estimate.ci_high is None)


def _weighty(curve: Curve, first: Curve) -> bool:
    return curve is first or (weight(curve.last) or 0.0) > (weight(first.last) or 0.0) * NEGLIGIBLE


def _rank(
    estimates: Sequence[Estimate], newest: dt.date, *, most_counted: bool = False
) -> tuple[bool, float, float, str]:
    last = estimates[-1]
    return last.period_end != newest, -last.n if most_counted else 0, -(weight(last) or 0.0), last.group_id


def _usual_step(ends: Sequence[dt.date]) -> float:
    return median((b - a).days for a, b in pairwise(ends)) if len(ends) > 1 else 1.0


def _curve(estimates: Sequence[Estimate], step: float) -> Curve:
    stretches: list[tuple[Estimate, ...]] = []
    start = 0
    for i, (a, b) in enumerate(pairwise(estimates), 1):
        # A line over days that nobody read would be a figure that nobody has; so would one from a value to bounds.
        if (b.period_end - a.period_end).days > GAP * step or (a.value is None) != (b.value is None):
            stretches.append(tuple(estimates[start:i]))
            start = i
    stretches.append(tuple(estimates[start:]))
    return Curve(estimates[-1].group_id, estimates[-1].group, tuple(map(tuple, stretches))).within(MOST_POINTS)


def thinned(estimates: Sequence[Estimate], most: int) -> Iterator[Estimate]:
    """Give at most `most` of the estimates: of each stretch the first, the last and the extremes. None is averaged."""
    if len(estimates) <= most:
        yield from estimates
        return
    buckets = max(most // BUCKET, 1)
    edges = [len(estimates) * i // buckets for i in range(buckets + 1)]
    for a, b in pairwise(edges):
        inside = range(a, b)
        yield from (estimates[i] for i in sorted({a, b - 1, *_extremes(estimates, inside)}))


def _extremes(estimates: Sequence[Estimate], inside: range) -> Iterator[int]:
    for figures in zip(*((e.value, e.ci_low, e.ci_high) for e in estimates[inside.start : inside.stop]), strict=True):
        known = [(figure, i) for figure, i in zip(figures, inside, strict=True) if figure is not None]
        if known:
            yield from (min(known)[1], max(known)[1])


def spread(wanted: Sequence[float], apart: float, low: float, high: float) -> list[float]:
    """Give positions near `wanted`, at least `apart` from one another and inside [low, high] where they all fit."""
    order = sorted(range(len(wanted)), key=lambda i: (wanted[i], i))
    placed = [0.0] * len(wanted)
    below = low - apart
    for i in order:
        below = placed[i] = max(wanted[i], below + apart)
    above = high + apart
    for i in reversed(order):
        above = placed[i] = min(placed[i], above - apart)
    return placed
