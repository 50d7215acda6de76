"""Figures of a series in words: the newest of each group, and a point apart from its interval."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weighbridge.charts.pairs import mirrored
from weighbridge.charts.points import raced, weight

if TYPE_CHECKING:
    from weighbridge.estimate import Estimate, Series
    from weighbridge.outputs.site.languages import Language


def newest(series: Series) -> list[Estimate]:
    """Give the estimates of the newest period: the largest first, or where none leads those that rest on most."""
    found = [estimate for estimate in series.estimates if estimate.period_end == series.as_of]
    return found if raced(series) else sorted(found, key=lambda e: -e.n)


def telling(series: Series) -> list[Estimate]:
    """Give the newest estimates; of two pairs that tell the same the other way round one alone."""
    found = newest(series)
    twice = mirrored({e.group_id: figure for e in found if (figure := weight(e)) is not None})
    return [estimate for estimate in found if estimate.group_id not in twice]


def named(language: Language, series: Series, most: int) -> str:
    """Name the groups of the first `most` figures that tell something, each with its figure."""
    held = telling(series)[:most]
    told = (f"{language.group(series.by, e.group_id, e.group)} {said(language, series, e)}" for e in held)
    return language.says("listed").join(told)


def said(language: Language, series: Series, estimate: Estimate) -> str:
    """Give a figure with its interval in one line."""
    return language.words.figure(estimate.value, estimate.ci_low, estimate.ci_high, series.unit)


def shown(language: Language, value: float | None, low: float | None, high: float | None, unit: str) -> tuple[str, str]:
    """Give a figure and, apart from it, its interval; bounds alone stand in place of a figure."""
    bounds = language.words.span(low, high, unit)
    if value is None:
        return bounds, ""
    point = language.words.amount(value, unit)
    return point, "" if bounds in (point, language.words.UNKNOWN) else bounds
