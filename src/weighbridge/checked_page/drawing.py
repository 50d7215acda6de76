"""The chart of a verdict: the figures that were taken, on their way there, with what was claimed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any

from weighbridge import measure_wording
from weighbridge.charts import claimed
from weighbridge.charts.format import CARD, NARROW, WIDE, Format
from weighbridge.charts.pairs import PAIR
from weighbridge.errors import NoDataError
from weighbridge.verdict import Test

if TYPE_CHECKING:
    from collections.abc import Sequence

    from weighbridge.api import Weighbridge
    from weighbridge.charts.claimed import Asked
    from weighbridge.checked_page.speaking import Speech
    from weighbridge.estimate import Estimate, Series
    from weighbridge.measures import Measure
    from weighbridge.verdict import Binding, Verdict

MOST_CHARTS = 60
MOST_GROUPS = 6
# For a wide screen and for a phone. Intervals alone stand in it: which definition a claim means is told beside it.
SCREENS = (replace(WIDE, ranges=False), replace(NARROW, ranges=False))
RIVALS = 3  # of those that a first one stands before
_OPEN = ("open_licence", "restricted")


@dataclass(frozen=True)
class Picture:
    """A chart in Vega-Lite for each size asked for, the first drawn as SVG when it is wanted, and in words."""

    specs: tuple[dict[str, Any], ...]
    says: str

    @cached_property
    def svg(self) -> str:
        """The chart in its first size."""
        from weighbridge.charts.picture import svg

        return svg(self.specs[0], self.says)


class Drawer:
    """Lays out the charts of one page; equal charts once, and no more than `MOST_CHARTS` of them."""

    def __init__(self, scale: Weighbridge, speech: Speech, sizes: Sequence[Format] = (CARD,)) -> None:
        self.scale, self.speech, self._sizes = scale, speech, sizes
        self._drawn: dict[tuple[str, str, Asked], Picture | None] = {}

    @property
    def full(self) -> bool:
        """Say whether no further chart is drawn."""
        return sum(picture is not None for picture in self._drawn.values()) >= MOST_CHARTS

    def picture(self, verdict: Verdict) -> Picture | None:
        """Give the chart of a verdict that took a figure; None where there is none to draw."""
        bound = verdict.binding
        if verdict.as_of is None or bound.measure is None or bound.by is None:
            return None
        series = series_of(self.scale, bound)
        if series is None:
            return None
        asked = _asked(verdict, series, self.speech)
        key = (f"{bound.measure} {bound.by}", str(sorted(series.choices.items())), asked)
        if key not in self._drawn and not self.full:
            self._drawn[key] = self._draw(series, asked)
        return self._drawn.get(key)

    def _draw(self, series: Series, asked: Asked) -> Picture | None:
        labels = {group: self._label(series, group) for group in asked.groups} if self.speech.tongue == "zh" else {}
        made = (claimed.spec(series, asked, labels, self.speech.words, size) for size in self._sizes)
        specs = tuple(spec for spec in made if spec is not None)
        names = self.speech.listed(self.speech.group(series.by, group) for group in asked.groups)
        read = self.speech.words.day(series.as_of) if series.as_of else ""
        says = self.speech.say("chart_says", measure=title(series.measure, self.speech), names=names, day=read)
        return Picture(specs, says) if specs else None

    def _label(self, series: Series, group: str) -> claimed.Label:
        newest = max((e for e in series.estimates if e.group_id == group), key=lambda e: e.period_end)
        bounds = (newest.ci_low, newest.ci_high) if newest.value is None else (None, None)
        says = self.speech.figure(newest.value, *bounds, series.unit)
        # Of a pair the first stands with the figure.
        return claimed.Label(self.speech.group(series.by, group.partition(PAIR)[0]), says)


def title(measure: str, speech: Speech) -> str:
    """Give the title of a measure."""
    return measure_wording.CHINESE[measure].title if speech.tongue == "zh" else measure_called(measure).title


def measure_called(name: str) -> Measure:
    """Give a measure by its name."""
    from weighbridge import discover

    found: Measure = discover.measures()[name].MEASURE
    return found


def series_of(scale: Weighbridge, bound: Binding) -> Series | None:
    """Give the figures under the choices that a verdict took. Under the defaults their intervals are held too."""
    try:
        series = scale.weighed(str(bound.measure), str(bound.by), runs=True)
    except NoDataError:
        return None
    if dict(series.choices) == dict(bound.choices):
        return series
    run = next((run for run in series.runs if dict(run.choices) == dict(bound.choices)), None)
    return None if run is None else replace(series, choices=run.choices, estimates=tuple(run.estimates))


def _asked(verdict: Verdict, series: Series, speech: Speech) -> Asked:
    bound = verdict.binding
    by_group = _newest(series.estimates, verdict)
    ids = _ids((*bound.groups, *bound.against), tuple(by_group))
    if bound.test in (Test.FIRST, Test.ABOVE, Test.BELOW) and not bound.against:
        ids += tuple(sorted((g for g in by_group if g not in ids), key=lambda g: -_height(by_group[g])))[:RIVALS]
    banded = bound.test is Test.WITHIN and (bound.low is not None or bound.high is not None)
    return claimed.Asked(
        groups=tuple(dict.fromkeys(ids))[:MOST_GROUPS],
        read=verdict.as_of or series.estimates[-1].period_end,
        low=bound.low if banded else None,
        high=bound.high if banded else None,
        first=bound.first,
        last=bound.last,
        band=speech.say("band", span=speech.span(bound.low, bound.high, series.unit)) if banded else "",
        days=speech.say("days", day=speech.words.day(bound.last)) if bound.last else "",
    )


def _newest(estimates: Sequence[Estimate], verdict: Verdict) -> dict[str, Estimate]:
    """Give for each group its figure of the day that was taken."""
    return {e.group_id: e for e in estimates if e.period_end == verdict.as_of}


def _height(estimate: Estimate) -> float:
    known = (figure for figure in (estimate.value, estimate.ci_low, estimate.ci_high) if figure is not None)
    return next(known, float("-inf"))


def _ids(wanted: Sequence[str], held: Sequence[str]) -> tuple[str, ...]:
    """Give ids as the series has them: open weights are those under any terms, and boards write names their own way."""
    plain = {_plain(group): group for group in held}
    found: list[str] = []
    for group in wanted:
        if group == "open" and group not in held:
            found += [one for one in _OPEN if one in held]
        else:
            found.append(group if group in held else plain.get(_plain(group), group))
    return tuple(found)


@lru_cache(maxsize=4096)
def _plain(name: str) -> str:
    return "".join(c for c in name.lower() if c not in " _-\t\n")
