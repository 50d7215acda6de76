"""A race under each choice taken otherwise, for scripts: a file for each, read when a reader takes it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from weighbridge.charts.points import Curve, Drawing, drawing
from weighbridge.outputs.site import courses
from weighbridge.outputs.site.instruments import changed
from weighbridge.outputs.site.specs import specs

if TYPE_CHECKING:
    from weighbridge.estimate import Series
    from weighbridge.outputs.site.languages import Language

RUNS = "runs.json"


@dataclass(frozen=True)
class Otherwise:
    """A race under one other option: what a chart shows of it, and its series without the figures."""

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


def otherwise(series: Series) -> Iterator[Otherwise]:
    """Give a series under each choice that may be taken otherwise."""
    bare = replace(series, standing=None, newest_runs=(), one_away=())
    for choice, option, run in changed(series):
        estimates = tuple(run.estimates)
        other = replace(bare, estimates=estimates, as_of=max(e.period_end for e in estimates))
        yield Otherwise(choice, option, replace(other, estimates=()), drawing(other))


def files(language: Language, every: Sequence[Otherwise]) -> dict[str, Mapping[str, Any]]:
    """Give by name what scripts read: where each course stands with the specifications, and each course."""
    if not every:
        return {}
    named: dict[str, Any] = {}
    told: dict[str, Mapping[str, Any]] = {}
    for one in every:
        shown = _named(language, one)
        kind = "over" if shown.periods > 1 else "one"
        named[kind] = named.get(kind) or specs(language, one.series, shown, beside=True)
        told[one.file] = courses.course(language, one.series, shown) | {"as_of": language.day(one.series.as_of)}
    lack = language.says("choice_lacks") if every[0].series.runs_lack else ""
    return {RUNS: {"specs": named, "files": {one.key: one.file for one in every}, "lack": lack}, **told}


def _named(language: Language, of: Otherwise) -> Drawing:
    """Name the groups in a language; what else is drawn is the same in all."""

    def named(curve: Curve) -> Curve:
        return replace(curve, group=language.group(of.series.by, curve.group_id, curve.group))

    return replace(of.shown, top=tuple(map(named, of.shown.top)), rest=tuple(map(named, of.shown.rest)))
