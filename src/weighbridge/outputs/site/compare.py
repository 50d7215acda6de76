"""Contenders beside one another: every race that one of them runs in, who is ahead there, and how sure that is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, partial
from typing import TYPE_CHECKING, Any

from weighbridge.charts.colours import colours
from weighbridge.outputs.site import addresses, facts, identity, running
from weighbridge.outputs.site.digest import digest
from weighbridge.outputs.site.duel import Duel, Under, duels
from weighbridge.outputs.site.page import Page
from weighbridge.outputs.site.sparks import beside

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from weighbridge.estimate import Series
    from weighbridge.outputs.site.facts import Facts
    from weighbridge.outputs.site.languages import Language
    from weighbridge.outputs.site.register import Register
    from weighbridge.outputs.site.running import Run
    from weighbridge.outputs.site.versus import Versus

HEADS = ("measure", "by", "unit", "as_of", "id", "name", "value", "low", "high", "range_low", "range_high",
         "place_best", "place_worst", "against", "ahead", "told_apart", "share_of_choices")  # fmt: skip


@dataclass(frozen=True)
class Row:
    """One race: a cell for each contender, null where it has no newest figure, and what follows in words."""

    id: str
    title: str
    path: str
    cells: tuple[Run | None, ...]
    spark: str
    ahead: str
    verdict: str
    facts: Facts


def pages(register: Register, every: Sequence[Versus]) -> Iterator[Page]:
    """Give the page of each comparison."""
    under = Under(every)
    for versus in every:
        yield _page(register, versus, duels(register, versus, under))


def _page(register: Register, versus: Versus, held: Sequence[Duel]) -> Page:
    told = {"kind": versus.kind, "ids": versus.ids, "races": [_record(duel) for duel in held]}
    courses = [track.estimates for duel in held for track in duel.tracks if track]
    named = [register.kin.named[versus.kind, key] for key in versus.ids]
    drawn = cache(lambda race: beside(held[race].series, versus.ids))  # the same in every language
    return Page(
        versus.path,
        "compare",
        title=lambda language: title(language, register, versus),
        says=lambda language: _finding(language, register, versus, held),
        view=lambda language: _view(language, register, versus, held, drawn),
        made_of=digest(told, courses, named, [_stated(duel.series) for duel in held]),
        record=lambda: told,
        heads=HEADS,
        rows=lambda: [row for duel in held for row in _rows(duel)],
    )


def _stated(series: Series) -> list[object]:
    """Give what the facts of the newest figures of a series rest on."""
    covered = {e.coverage for e in series.estimates if e.period_end == series.as_of and e.coverage is not None}
    held = series.standing
    sure = held and (held.share_of_choices, held.share_of_resamples, held.choices_counted, held.choices_silent)
    return [series.provenance.sources, sorted(covered), sure, series.ci_method]


def title(language: Language, register: Register, versus: Versus) -> str:
    """Name a comparison by its contenders."""
    first, *others = [identity.link(language, register, versus.kind, key).name for key in versus.ids]
    words = language.words
    names = [words.opening(versus.kind, first), *(words.inside(versus.kind, name) for name in others)]
    told = language.says("versus", first=language.says("listed").join(names[:-1]), last=names[-1])
    return language.says("compare_of", told=told)


def _finding(language: Language, register: Register, versus: Versus, held: Sequence[Duel]) -> str:
    """Say who is ahead in which races, and in which they cannot be told apart."""
    told = []
    for key in versus.ids:
        titles = [language.title(duel.chapter) for duel in held if duel.ahead == key and duel.apart]
        name = language.words.opening(versus.kind, identity.link(language, register, versus.kind, key).name)
        told += [language.says("ahead_in", name=name, told=language.says("listed").join(titles))] if titles else []
    close = [language.title(duel.chapter) for duel in held if duel.ahead and not duel.apart]
    told += [language.says("close_in", told=language.says("listed").join(close))] if close else []
    return language.says("between_sentences").join(told) or language.says("ahead_nowhere")


def _view(
    language: Language, register: Register, versus: Versus, held: Sequence[Duel], drawn: Callable[[int], str]
) -> dict[str, Any]:
    rows = [_row(language, register, versus, duel, partial(drawn, race)) for race, duel in enumerate(held)]
    found = [(topic, [row for row, duel in zip(rows, held, strict=True) if duel.chapter.topic == topic])
             for topic in running.TOPICS]  # fmt: skip
    return {
        "links": [identity.link(language, register, versus.kind, key) for key in versus.ids],
        "colours": [colours(versus.ids)[key] for key in versus.ids],
        "kind": versus.kind,
        "finding": _finding(language, register, versus, held),
        "topics": [(topic, rows) for topic, rows in found if rows],
    }


def _row(language: Language, register: Register, versus: Versus, duel: Duel, drawn: Callable[[], str]) -> Row:
    cells = tuple(running.run(language, track) if track else None for track in duel.tracks)
    name = identity.link(language, register, versus.kind, duel.ahead).name if duel.ahead else ""
    return Row(
        "facts-" + duel.chapter.name.replace("_", "-"),
        language.title(duel.chapter),
        addresses.race(duel.chapter.name, duel.series.by),
        cells,
        "" if any(track.other for track in duel.tracks if track) else drawn(),
        name if duel.apart else "",
        language.says("verdict_" + duel.verdict),
        _facts(language, duel, name),
    )


def _facts(language: Language, duel: Duel, name: str) -> Facts:
    """Give the facts of the newest figures; how sure is said of who is ahead of whom, where the choices say it."""
    held = facts.of_series(language, duel.series)
    if not name or duel.share is None:
        return held
    part = language.words.amount(duel.share, "share")
    sure = "ahead_under_all" if duel.share == 1 else "ahead_under"
    name = language.words.opening(duel.series.by, name)
    return facts.Facts(held.as_of, held.sources, held.coverage, language.says(sure, name=name, part=part))


def _record(duel: Duel) -> dict[str, Any]:
    return {
        "measure": duel.chapter.name,
        "version": duel.series.version,
        "by": duel.series.by,
        "unit": duel.series.unit,
        "as_of": duel.series.as_of,
        "figures": [None if track is None else track.last for track in duel.tracks],
        "verdict": duel.verdict,
        "ahead": duel.ahead,
        "told_apart": duel.apart if duel.ahead else None,
        "share_of_choices": duel.share,
        "sources": [use.name for use in duel.series.provenance.sources],
    }


def _rows(duel: Duel) -> Iterator[tuple[object, ...]]:
    for track in filter(None, duel.tracks):
        e, first = track.last, track.last.group_id == duel.ahead
        what = (duel.chapter.name, duel.series.by, duel.series.unit, duel.series.as_of, e.group_id, e.group)
        ends = (e.value, e.ci_low, e.ci_high, e.range_low, e.range_high, e.rank_best, e.rank_worst)
        yield (
            *what,
            *ends,
            track.other or None,
            first,
            duel.apart if duel.ahead else None,
            duel.share if first else None,
        )
