"""A race under each choice taken otherwise, for scripts: a file for each, read when a reader takes it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from weighbridge.charts.format import WIDE
from weighbridge.charts.marks import beside_axis, short
from weighbridge.charts.points import Curve, Drawing, drawing
from weighbridge.outputs.site import courses, facts
from weighbridge.outputs.site.instruments import changed
from weighbridge.outputs.site.languages import NAMED
from weighbridge.outputs.site.specs import specs

if TYPE_CHECKING:
    from weighbridge.estimate import Series
    from weighbridge.outputs.site.languages import Language

RUNS = "runs.json"


@dataclass(frozen=True)
class Otherwise:
    """A race under one other option: what a chart shows of it, and its series with the newest figures alone."""

    choice: str
    option: str
    series: Series
    shown: Drawing

    @property
    def key(self) -> str:
        """Name it as the page does."""
        return f"{self.choice}={self.option}"

    @property
    def file(self) -> str:
        """Name the file of its course: choices and options are names of our own."""
        return f"runs-{self.choice}-{self.option}.json"

    @property
    def lacks(self) -> bool:
        """Say whether intervals of its values were not kept; bounds alone always are."""
        every = (e for curve in (*self.shown.top, *self.shown.rest) for stretch in curve.stretches for e in stretch)
        return bool(self.series.runs_lack) and any(e.value is not None for e in every)


def otherwise(series: Series) -> Iterator[Otherwise]:
    """Give a series under each choice that may be taken otherwise."""
    bare = replace(series, standing=None, newest_runs=(), one_away=())
    for choice, option, run in changed(series):
        estimates = tuple(run.estimates)
        last = max(e.period_end for e in estimates)
        other = replace(bare, estimates=estimates, as_of=last)
        newest = tuple(e for e in estimates if e.period_end == last)
        yield Otherwise(choice, option, replace(other, estimates=newest), drawing(other))


def files(language: Language, every: Sequence[Otherwise]) -> dict[str, Mapping[str, Any]]:
    """Give by name what scripts read: where each course stands with the specifications, and each course."""
    if not every:
        return {}
    named: dict[str, Any] = {}
    told: dict[str, Mapping[str, Any]] = {}
    for one in every:
        shown = _named(language, one)
        kind = _kind(language, one)
        named[kind] = named.get(kind) or specs(language, one.series, shown, beside=True)
        course = courses.course(language, one.series, shown)
        lack = language.says("choice_lacks") if one.lacks else ""
        # One choice has no range, and its interval may be made in another way than that of the default.
        stated = replace(facts.of_series(language, one.series), sure=language.says("choice_sure"))
        told[one.file] = course | {"kind": kind, "facts": facts.told(stated), "lack": lack}
    return {RUNS: {"specs": named, "files": {one.key: one.file for one in every}}, **told}


def _kind(language: Language, of: Otherwise) -> str:
    """Name what scripts leave of a specification as it is: marks, days on the axis, and the room beside it."""
    if of.shown.periods == 1:
        return "one"
    wide = beside_axis(WIDE, language.words, of.series.unit, of.shown.highest) != WIDE
    return f"{'days' if short(of.shown) else 'months'}{'-wide' if wide else ''}"


def _named(language: Language, of: Otherwise) -> Drawing:
    """Name the groups as `Language.spoken` does; what else is drawn is the same in all languages."""

    def named(curve: Curve) -> Curve:
        return replace(curve, group=language.group(of.series.by, curve.group_id, curve.group))

    if language.english or of.series.by not in NAMED:
        return of.shown
    return replace(of.shown, top=tuple(map(named, of.shown.top)), rest=tuple(map(named, of.shown.rest)))
