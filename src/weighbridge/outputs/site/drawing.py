"""Pictures of the site: each drawn once from its specification, and taken over where it stands already."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from weighbridge.charts import spec
from weighbridge.charts.picture import svg

if TYPE_CHECKING:
    from pathlib import Path

    from weighbridge.estimate import Series
    from weighbridge.outputs import Chapter
    from weighbridge.outputs.site.languages import Language


@dataclass(frozen=True)
class Charts:
    """The pictures of one race, as SVG to stand inside a page."""

    course: str


class Drawings:
    """All pictures that pages ask for."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def of(self, language: Language, chapter: Chapter, series: Series) -> Charts:
        """Give the pictures of a race."""
        made = spec(language.spoken(series), language.title(chapter))
        return Charts(svg(made, language.heading(chapter, series.by)))
