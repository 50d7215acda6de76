"""What scripts need to draw a race again as its reader chooses: specifications, every group's course, other choices.

The specification is that of the drawn picture. Scripts swap its rows, colours and scales, and nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from weighbridge.charts import course
from weighbridge.charts.colours import DAY, MUTED
from weighbridge.charts.marks import HEADROOM, MOST_RANGE, NO_ZERO, mark
from weighbridge.charts.points import BUCKET, Drawing, drawing
from weighbridge.outputs.site import courses, facts
from weighbridge.outputs.site.instruments import Instruments, changed, instruments
from weighbridge.outputs.site.naming import groups, names

if TYPE_CHECKING:
    from collections.abc import Callable

    from weighbridge.charts.course import Happened
    from weighbridge.estimate import Run, Series
    from weighbridge.outputs import Chapter
    from weighbridge.outputs.site.facts import Facts
    from weighbridge.outputs.site.languages import Language

CHART, RUNS = "chart.json", "runs.json"
MOST_GROUPS = 8  # with a colour and a label at once
# Rows that scripts make from the groups that are chosen.
_MADE = ("lines", "edges", "grey", "labels")


class Live:
    """A race as scripts draw it; `twin` is the path of its twin. Its files are made once, for every address it has.

    `events` gives what happened beside the groups that are drawn.
    """

    def __init__(
        self, chapter: Chapter, series: Series, twin: str, events: Callable[[Drawing], Sequence[Happened]] | None = None
    ) -> None:
        self._chapter, self._series, self._twin, self._events = chapter, series, twin, events
        self._made: dict[str, dict[str, bytes]] = {}

    def rests_on(self, languages: Sequence[Language]) -> object:
        """Give what its pages rest on beside the series: the twin, names of groups, which of them have a page."""
        named = [names(language, self._series) for language in languages]
        by = self._series.by
        return self._twin, named, [(key, languages[0].path(by, key)) for key in sorted(groups(self._series))]

    def instruments(self, language: Language) -> Instruments:
        """Give what stands over the chart."""
        return instruments(language, self._chapter, self._series, self._twin)

    def files(self, language: Language) -> dict[str, bytes]:
        """Give what stands beside the page, by name of the file."""
        if language.code not in self._made:
            self._made[language.code] = self._files(language)
        return self._made[language.code]

    def _files(self, language: Language) -> dict[str, bytes]:
        spoken = language.spoken(self._series)
        shown = drawing(spoken)
        chart = _chart(language, self._chapter, spoken, shown, self._events(shown) if self._events else ())
        found = {CHART: _packed(chart | {"twin": self._twin})}
        if runs := list(changed(self._series)):
            found[RUNS] = _packed(_runs(language, self._series, runs))
        return found


def _packed(told: Mapping[str, Any]) -> bytes:
    import orjson

    return orjson.dumps(told) + b"\n"


def _chart(
    language: Language, chapter: Chapter, series: Series, shown: Drawing, events: Sequence[Happened]
) -> dict[str, Any]:
    return {
        "heading": language.heading(chapter, series.by),
        "facts": _told(facts.of_series(language, series)),
        "shown": len(shown.top),
        "most": MOST_GROUPS,
        "palette": DAY,
        "reach": {
            "zero": series.unit not in NO_ZERO, "whole": series.unit in ("share", "index"), "headroom": HEADROOM,
            "ranges": MOST_RANGE,
        },
        "specs": _specs(language, series, shown, events),
        "course": courses.course(language, series, shown),
    }  # fmt: skip


def _told(stated: Facts) -> list[str]:
    """Give the five that every figure states, as of when first and how sure last."""
    return [stated.as_of, *(f"{name}, {terms}" for name, _, terms in stated.sources), stated.coverage, stated.sure]


def _specs(
    language: Language, series: Series, shown: Drawing, events: Sequence[Happened] = (), *, beside: bool = False
) -> dict[str, Any]:
    """Give the specification in both sizes, without the rows that scripts make; `beside`: with room for defaults."""
    # Every group, so that any may be chosen; few points, for what is made of them here is thrown away.
    whole = Drawing((*shown.top, *shown.rest), (), shown.periods).within(BUCKET)
    found: dict[str, Any] = {}
    for name, size in courses.FORMATS.items():
        made = course.spec(series, whole, size, language.words, events)
        made["datasets"] = {rows: told for rows, told in made["datasets"].items() if rows not in _MADE}
        if beside:
            made["layer"].append(_default(made["layer"]))
        found[name] = {"spec": made, "label": size.label, "dot": course.DOT, "cut": list(courses.FORMATS).index(name)}
    return found


def _default(layers: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Give a mark at the figure under the defaults, beside that under another choice."""
    dots = next(layer["encoding"] for layer in layers if layer["mark"]["type"] == "point")
    tick = {"type": "tick", "thickness": 1.5, "size": 15, "color": MUTED, "opacity": 1}
    return mark("default", tick, {"x": dots["x"], "y": dots["y"]}, "isValid(datum.value)")


def _runs(language: Language, series: Series, runs: Sequence[tuple[str, str, Run]]) -> dict[str, Any]:
    """Give the course under each run, and a specification for those of one period and for those over time."""
    specs: dict[str, Any] = {}
    told: dict[str, Any] = {}
    for choice, option, run in runs:
        last = max(e.period_end for e in run.estimates)
        other = language.spoken(replace(series, estimates=tuple(run.estimates), standing=None, as_of=last))
        shown = drawing(other)
        kind = "over" if shown.periods > 1 else "one"
        specs[kind] = specs.get(kind) or _specs(language, other, shown, beside=kind == "one")
        told[f"{choice}={option}"] = courses.course(language, other, shown) | {"as_of": language.day(last)}
    return {"specs": specs, "courses": told}
