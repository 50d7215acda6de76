"""Pictures of the site: each drawn once from its specification, and taken over where it stands already."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Self

from weighbridge.charts.drawers import Drawers
from weighbridge.outputs.site import planning
from weighbridge.outputs.site.plan_memory import PlanMemory

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from weighbridge.estimate import Series
    from weighbridge.outputs import Book, Chapter
    from weighbridge.outputs.site.happenings import Told
    from weighbridge.outputs.site.languages import Language
    from weighbridge.outputs.site.planned import Planned, Plans
    from weighbridge.plane import Plane
    from weighbridge.press_claim import PressClaim

FOLDER = ".drawings"


@dataclass(frozen=True)
class Picture:
    """One chart as SVG to stand inside a page, for a wide screen and for a phone; `legend` says what its marks are."""

    wide: str
    narrow: str
    legend: str


@dataclass(frozen=True)
class Charts:
    """The pictures of one race. `choices` is null where there is one combination; `told` says what choices move."""

    course: Picture
    choices: Picture | None
    told: tuple[str, ...]
    events: tuple[Told, ...]


class Drawings:
    """All pictures that pages ask for, drawn beside whatever is done within the block."""

    def __init__(self, book: Book, languages: Sequence[Language], folder: Path) -> None:
        self._book, self.languages, self._folder = book, languages, folder
        self._drawers = Drawers(folder / FOLDER, book.threads)

    def __enter__(self) -> Self:
        with ExitStack() as begun:
            begun.enter_context(self._drawers)
            _ = self._asked
            begun.pop_all()
        return self

    def __exit__(self, *raised: object) -> None:
        self._drawers.__exit__(*raised)
        if not any(raised):
            self._drawers.prune()

    def settle(self) -> None:
        """Wait until every picture is drawn."""
        self._drawers.settle()

    def of(self, language: Language, chapter: Chapter, series: Series) -> Charts:
        """Give the pictures of a race."""
        plan = self._asked.races[language.code, chapter.name, series.by]
        choices = self._picture(plan.choices) if plan.choices else None
        return Charts(self._picture(plan.course), choices, plan.told, plan.events)

    def plane(self, language: Language, of: Plane) -> Picture:
        """Give the picture of a plane of the book."""
        return self._picture(self._asked.planes[language.code, of.name])

    def claim(self, language: Language, of: PressClaim) -> Picture | None:
        """Give the picture of a claim, where it has one."""
        if of.told[language.code].chart is None:
            return None
        return self._picture(self._asked.claims[language.code, of.stated.id])

    def card(self, language: Language, chapter: Chapter, series: Series) -> bytes:
        """Give the picture of a race to share, as PNG."""
        return self._drawers.read(self._asked.races[language.code, chapter.name, series.by].card)

    def board(self, language: Language) -> bytes:
        """Give the picture of the board to share, as PNG."""
        return self._drawers.read(self._asked.boards[language.code])

    @cached_property
    def _asked(self) -> Plans:
        memory = PlanMemory(self._folder)
        found = planning.plans(self._book, self.languages, self._drawers, memory)
        memory.close()
        return found

    def _picture(self, of: Planned) -> Picture:
        wide, narrow = (self._drawers.read(name).decode() for name in (of.wide, of.narrow))
        return Picture(wide, narrow, of.legend)
