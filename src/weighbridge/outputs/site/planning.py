"""From a book to the specifications of all its pictures, each asked for once."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from weighbridge.charts import course, plane, specification
from weighbridge.charts.colours import colours
from weighbridge.charts.format import NARROW, WIDE
from weighbridge.charts.points import drawing
from weighbridge.charts.thin import thinned
from weighbridge.outputs.site import cards, choosing, happenings, sharing
from weighbridge.outputs.site.languages import NAMED

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from weighbridge.charts.combinations import Combinations
    from weighbridge.charts.drawers import Drawers
    from weighbridge.charts.format import Format
    from weighbridge.charts.points import Curve, Drawing
    from weighbridge.estimate import Series
    from weighbridge.outputs import Book, Chapter
    from weighbridge.outputs.site.happenings import Row, Told
    from weighbridge.outputs.site.languages import Language
    from weighbridge.plane import Plane


@dataclass(frozen=True)
class Planned:
    """A picture by the names of its files; `legend` says what its marks are."""

    wide: str
    narrow: str
    legend: str


@dataclass(frozen=True)
class Race:
    """The pictures of a race. `choices` is null where there is one combination; `told` says what choices move."""

    course: Planned
    choices: Planned | None
    told: tuple[str, ...]
    events: tuple[Told, ...]


@dataclass
class Plans:
    """What is asked for: races by language, measure and grouping, planes by language and name, cards as races."""

    races: dict[tuple[str, str, str], Race] = field(default_factory=dict)
    planes: dict[tuple[str, str], Planned] = field(default_factory=dict)
    cards: dict[tuple[str, str, str], str] = field(default_factory=dict)
    boards: dict[str, str] = field(default_factory=dict)


def plans(book: Book, languages: Sequence[Language], drawers: Drawers) -> Plans:
    """Ask for every picture of a book."""
    found = Plans()
    for chapter, series in book.series():
        shown, every = drawing(series), choosing.found(chapter, series)
        events = happenings.of(book, chapter, series, shown)
        for language in languages:
            asked = _Asked(language, chapter, series, drawers)
            found.races[language.code, chapter.name, series.by] = asked.race(shown, every, events)
    for one in book.planes:
        for language in languages:
            found.planes[language.code, one.name] = _plane(language, one, drawers)
    drawers.settle()
    _cards(book, languages, drawers, found)
    return found


def _cards(book: Book, languages: Sequence[Language], drawers: Drawers, found: Plans) -> None:
    """Ask for the pictures to share, which hold charts that are drawn by now."""
    for language in languages:
        for chapter, series in book.series():
            at = language.code, chapter.name, series.by
            chart = drawers.read(found.races[at].course.narrow).decode()
            found.cards[at] = drawers.png(cards.svg(language, sharing.of_race(language, chapter, series), chart))
        found.boards[language.code] = drawers.png(cards.svg(language, sharing.of_board(language, book)))


@dataclass(frozen=True)
class _Asked:
    """A race in a language."""

    language: Language
    chapter: Chapter
    series: Series
    drawers: Drawers

    def race(self, shown: Drawing, every: Combinations | None, events: list[Row]) -> Race:
        spoken = _spoken(self.language, self.series, shown)
        return Race(
            self._course(spoken, events),
            self._choices(shown, every) if every else None,
            tuple(choosing.told(self.language, self.series, every)) if every else (),
            tuple(happenings.told(self.language, events)),
        )

    def _course(self, shown: Drawing, events: list[Row]) -> Planned:
        words, marked = self.language.words, happenings.numbered(events)
        legend = course.legend(self.series, shown, words)
        return self._planned(lambda size: course.spec(self.series, shown, size, words, marked), legend)

    def _choices(self, shown: Drawing, every: Combinations) -> Planned:
        painted = colours(curve.group_id for curve in shown.top)
        decisions = choosing.decisions(self.language, self.chapter)
        words, legend = self.language.words, choosing.legend(self.language, self.series, every)

        def said(key: str) -> str:
            return choosing.named(self.language, self.series, key)

        return self._planned(
            lambda size: specification.spec(self.series, every, decisions, size, painted, said, words), legend
        )

    def _planned(self, made: Callable[[Format], dict[str, Any]], legend: str) -> Planned:
        says = self.language.heading(self.chapter, self.series.by)
        return _both(self.drawers, made, says, legend)


def _spoken(language: Language, series: Series, shown: Drawing) -> Drawing:
    """Name the curves in a language."""
    if language.english or series.by not in NAMED:
        return shown

    def named(curve: Curve) -> Curve:
        return replace(curve, group=language.group(series.by, curve.group_id, curve.group))

    return replace(shown, top=tuple(map(named, shown.top)))


def _plane(language: Language, of: Plane, drawers: Drawers) -> Planned:
    words = language.words
    says = plane.called(of, words).title
    return _both(drawers, lambda size: plane.placed(of, size, words), says, plane.legend(of, words))


def _both(drawers: Drawers, made: Callable[[Format], dict[str, Any]], says: str, legend: str) -> Planned:
    wide, narrow = (drawers.svg(thinned(made(size)), says) for size in (WIDE, NARROW))
    return Planned(wide, narrow, legend)
