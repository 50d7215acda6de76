"""From a book to the specifications of all its pictures, each asked for once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from weighbridge.charts import course, plane, specification
from weighbridge.charts.colours import colours
from weighbridge.charts.format import NARROW, WIDE
from weighbridge.charts.points import drawing
from weighbridge.charts.thin import thinned
from weighbridge.outputs.site import cards, choosing, happenings, sharing
from weighbridge.outputs.site.digest import digest
from weighbridge.outputs.site.languages import NAMED
from weighbridge.outputs.site.naming import names
from weighbridge.outputs.site.planned import Planned, Plans, Race

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from weighbridge.charts.combinations import Combinations
    from weighbridge.charts.drawers import Drawers
    from weighbridge.charts.format import Format
    from weighbridge.charts.points import Curve, Drawing
    from weighbridge.estimate import Series
    from weighbridge.judged_claim import Sketch
    from weighbridge.outputs import Book, Chapter, Entry
    from weighbridge.outputs.site.happenings import Row
    from weighbridge.outputs.site.languages import Language
    from weighbridge.outputs.site.plan_memory import PlanMemory
    from weighbridge.plane import Plane


def plans(book: Book, languages: Sequence[Language], drawers: Drawers, memory: PlanMemory) -> Plans:
    """Ask for every picture of a book; a race that `memory` keeps the plan of is not laid out again."""
    found, about = Plans(), digest(book.made_by, happenings.concerned(book))
    for language in languages:
        for one in book.planes:
            found.planes[language.code, one.name] = _plane(language, one, drawers)
        found.boards[language.code] = drawers.png(cards.svg(language, sharing.of_board(language, book)))
        for claim in book.checked:
            if chart := claim.told[language.code].chart:
                found.claims[language.code, claim.stated.id] = _claim(language, chart, drawers)
    for chapter in book.chapters:
        for entry in chapter.entries:
            for language, race in _races(book, chapter, entry, languages, drawers, memory, about):
                found.races[language.code, chapter.name, entry.by] = race
    return found


def _races(
    book: Book,
    chapter: Chapter,
    entry: Entry,
    languages: Sequence[Language],
    drawers: Drawers,
    memory: PlanMemory,
    about: str,
) -> Iterator[tuple[Language, Race]]:
    """Give the pictures of a race in every language; `about` names what all races rest on."""
    series = entry.series
    if series is None:
        return
    keys = {one.code: digest(about, one.code, entry.digest, chapter.name, names(one, series)) for one in languages}
    kept = {one.code: memory.kept(keys[one.code], drawers.stand) for one in languages}
    if all(kept.values()):
        yield from ((one, race) for one in languages if (race := kept[one.code]))
        return
    shown, every = drawing(series), choosing.found(chapter, series)
    events = happenings.of(book, chapter, series, shown)
    for one in languages:
        yield one, memory.keep(keys[one.code], _Asked(one, chapter, series, drawers).race(shown, every, events))


@dataclass(frozen=True)
class _Asked:
    """A race in a language."""

    language: Language
    chapter: Chapter
    series: Series
    drawers: Drawers

    def race(self, shown: Drawing, every: Combinations | None, events: list[Row]) -> Race:
        drawn = self._course(_spoken(self.language, self.series, shown), events)
        return Race(
            drawn,
            self._choices(shown, every) if every else None,
            tuple(choosing.told(self.language, self.chapter, self.series, every)) if every else (),
            tuple(happenings.told(self.language, events)),
            self._card(drawn.narrow),
        )

    def _card(self, chart: str) -> str:
        told = sharing.of_race(self.language, self.chapter, self.series)
        return self.drawers.png(cards.svg(self.language, told, chart=True), cards.inset(self.language, chart))

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


def _claim(language: Language, of: Sketch, drawers: Drawers) -> Planned:
    wide, narrow = (drawers.svg(thinned(dict(spec)), of.says) for spec in (of.wide, of.narrow))
    return Planned(wide, narrow, language.says("claim_chart"))


def _both(drawers: Drawers, made: Callable[[Format], dict[str, Any]], says: str, legend: str) -> Planned:
    wide, narrow = (drawers.svg(thinned(made(size)), says) for size in (WIDE, NARROW))
    return Planned(wide, narrow, legend)
