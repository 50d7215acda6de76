"""Contenders beside one another: every race that one of them runs in, who is ahead there, and how sure that is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from weighbridge.charts.colours import colours
from weighbridge.outputs.site import addresses, facts, identity, running
from weighbridge.outputs.site.digest import digest
from weighbridge.outputs.site.duel import Duel, Under, duels
from weighbridge.outputs.site.page import Page
from weighbridge.outputs.site.sparks import beside
from weighbridge.outputs.site.versus import LEADING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from weighbridge.outputs.site.facts import Facts
    from weighbridge.outputs.site.identity import Link
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
    """Give the page of all comparisons, and each of them."""
    yield Page(
        "compare",
        "comparisons",
        title=lambda language: language.says("compare_title"),
        says=lambda language: language.says("compare_says"),
        view=lambda language: _listed(language, register, every),
        made_of=digest([(versus.kind, versus.ids) for versus in every]),
        record=lambda: {"comparisons": [{"kind": v.kind, "ids": v.ids, "path": v.path} for v in every]},
    )
    under = Under(every)
    for versus in every:
        yield _page(register, versus, duels(register, versus, under))


def _page(register: Register, versus: Versus, held: Sequence[Duel]) -> Page:
    told = {"kind": versus.kind, "ids": versus.ids, "races": [_record(duel) for duel in held]}
    courses = [track.estimates for duel in held for track in duel.tracks if track]
    named = [register.kin.named[versus.kind, key] for key in versus.ids]
    return Page(
        versus.path,
        "compare",
        title=lambda language: _title(language, register, versus),
        says=lambda language: _finding(language, register, versus, held),
        view=lambda language: _view(language, register, versus, held),
        made_of=digest(told, courses, named, [duel.series.provenance.sources for duel in held]),
        record=lambda: told,
        heads=HEADS,
        rows=lambda: [row for duel in held for row in _rows(duel)],
    )


def _listed(language: Language, register: Register, every: Sequence[Versus]) -> dict[str, Any]:
    """Give, for each kind, those that stand together, and for each contender whom it stands beside."""
    parts = []
    for kind in LEADING:
        own = [versus for versus in every if versus.kind == kind]
        together = [(_title(language, register, versus), versus.path) for versus in own if not versus.pair]
        pairs = [
            (identity.link(language, register, kind, key), _others(language, register, own, key))
            for key in _ids(register, kind, own)
        ]
        parts.append((kind, together, pairs))
    return {"parts": [part for part in parts if part[2]]}


def _ids(register: Register, kind: str, every: Iterable[Versus]) -> list[str]:
    """Give who is compared, those that weigh most first."""
    ids = {key for versus in every for key in versus.ids}
    return sorted(ids, key=lambda key: (-register.weight(register.kin.named[kind, key]), key))


def _others(language: Language, register: Register, every: Iterable[Versus], key: str) -> list[tuple[Link, str]]:
    """Give whom a contender stands beside, each with the path of the pair."""
    pairs = [versus for versus in every if versus.pair and key in versus.ids]
    return [(identity.link(language, register, versus.kind, versus.other(key)), versus.path) for versus in pairs]


def _title(language: Language, register: Register, versus: Versus) -> str:
    names = [identity.link(language, register, versus.kind, key).name for key in versus.ids]
    told = language.says("listed").join(names[:-1]) + language.says("versus") + names[-1]
    return language.says("compare_of", told=told)


def _finding(language: Language, register: Register, versus: Versus, held: Sequence[Duel]) -> str:
    """Say who is ahead in which races, and in which they cannot be told apart."""
    told = []
    for key in versus.ids:
        titles = [language.title(duel.chapter) for duel in held if duel.ahead == key and duel.apart]
        name = identity.link(language, register, versus.kind, key).name
        told += [language.says("ahead_in", name=name, told=language.says("listed").join(titles))] if titles else []
    close = [language.title(duel.chapter) for duel in held if duel.ahead and not duel.apart]
    told += [language.says("close_in", told=language.says("listed").join(close))] if close else []
    return language.says("between_sentences").join(told) or language.says("ahead_nowhere")


def _view(language: Language, register: Register, versus: Versus, held: Sequence[Duel]) -> dict[str, Any]:
    found = [(topic, [_row(language, register, versus, duel) for duel in held if duel.chapter.topic == topic])
             for topic in running.TOPICS]  # fmt: skip
    return {
        "links": [identity.link(language, register, versus.kind, key) for key in versus.ids],
        "colours": [colours(versus.ids)[key] for key in versus.ids],
        "kind": versus.kind,
        "finding": _finding(language, register, versus, held),
        "topics": [(topic, rows) for topic, rows in found if rows],
    }


def _row(language: Language, register: Register, versus: Versus, duel: Duel) -> Row:
    cells = tuple(running.run(language, track) if track else None for track in duel.tracks)
    name = identity.link(language, register, versus.kind, duel.ahead).name if duel.ahead else ""
    return Row(
        "facts-" + duel.chapter.name.replace("_", "-"),
        language.title(duel.chapter),
        addresses.race(duel.chapter.name, duel.series.by),
        cells,
        "" if any(track.other for track in duel.tracks if track) else beside(duel.series, versus.ids),
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
