"""Pictures of the site: each drawn once from its specification, and taken over where it stands already."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from weighbridge.charts import course
from weighbridge.charts.format import NARROW, WIDE
from weighbridge.charts.picture import svg
from weighbridge.charts.points import drawing

if TYPE_CHECKING:
    from pathlib import Path

    from weighbridge.estimate import Series
    from weighbridge.outputs import Chapter
    from weighbridge.outputs.site.languages import Language


@dataclass(frozen=True)
class Picture:
    """One chart as SVG to stand inside a page, for a wide screen and for a phone; `legend` says what its marks are."""

    wide: str
    narrow: str
    legend: str


@dataclass(frozen=True)
class Charts:
    """The pictures of one race."""

    course: Picture


class Drawings:
    """All pictures that pages ask for."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def of(self, language: Language, chapter: Chapter, series: Series) -> Charts:
        """Give the pictures of a race."""
        spoken, says = language.spoken(series), language.heading(chapter, series.by)
        shown = drawing(spoken)
        wide, narrow = (self._drawn(course.spec(spoken, shown, size, language.words), says) for size in (WIDE, NARROW))
        return Charts(Picture(wide, narrow, course.legend(spoken, shown, language.words)))

    def _drawn(self, spec: dict[str, Any], says: str) -> str:
        return svg(spec, says)
