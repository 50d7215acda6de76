"""What scripts need to draw a race again as its reader chooses: specifications, every group's course, other choices.

The specification is that of the drawn picture. Scripts swap its rows, colours and scales, and nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from weighbridge.charts.colours import DAY
from weighbridge.charts.marks import HEADROOM, MOST_RANGE, NO_ZERO
from weighbridge.charts.points import Drawing, drawing
from weighbridge.outputs.site import courses, facts, otherwise
from weighbridge.outputs.site.instruments import Instruments, instruments
from weighbridge.outputs.site.naming import groups, names
from weighbridge.outputs.site.specs import specs

if TYPE_CHECKING:
    from collections.abc import Callable

    from weighbridge.charts.course import Happened
    from weighbridge.estimate import Series
    from weighbridge.outputs import Chapter
    from weighbridge.outputs.site.languages import Language
    from weighbridge.outputs.site.otherwise import Otherwise

CHART = "chart.json"
MOST_GROUPS = 8  # with a colour and a label at once


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
        return found | {name: _packed(told) for name, told in otherwise.files(language, self._otherwise).items()}

    @cached_property
    def _otherwise(self) -> tuple[Otherwise, ...]:
        return tuple(otherwise.otherwise(self._series))


def _packed(told: Mapping[str, Any]) -> bytes:
    import orjson

    return orjson.dumps(told) + b"\n"


def _chart(
    language: Language, chapter: Chapter, series: Series, shown: Drawing, events: Sequence[Happened]
) -> dict[str, Any]:
    return {
        "heading": language.heading(chapter, series.by),
        "facts": facts.told(facts.of_series(language, series)),
        "shown": len(shown.top),
        "most": MOST_GROUPS,
        "palette": DAY,
        "reach": {
            "zero": series.unit not in NO_ZERO, "whole": series.unit in ("share", "index"), "headroom": HEADROOM,
            "ranges": MOST_RANGE,
        },
        "specs": specs(language, series, shown, events),
        "course": courses.course(language, series, shown),
    }  # fmt: skip
