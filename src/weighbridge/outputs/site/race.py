"""A race: its chart, standing, changes of lead, what every choice would say, what it means, and its figures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from weighbridge.estimate import Estimate, vars_of
from weighbridge.outputs.site import addresses, citing, facts, happenings
from weighbridge.outputs.site.cards import CARD
from weighbridge.outputs.site.digest import digest
from weighbridge.outputs.site.figures import named, newest, said, telling
from weighbridge.outputs.site.instruments import twin
from weighbridge.outputs.site.interactive import Live
from weighbridge.outputs.site.page import Page

if TYPE_CHECKING:
    from weighbridge.estimate import Series
    from weighbridge.outputs import Book, Chapter, Entry
    from weighbridge.outputs.site.drawing import Drawings
    from weighbridge.outputs.site.facts import Facts
    from weighbridge.outputs.site.languages import Language

MOST_NAMED = 3  # in the sentence at the top
MOST_ROWS = 40  # of the table; the file has all
FIELDS = tuple(field.name for field in fields(Estimate))


@dataclass(frozen=True)
class Line:
    """One contender of the newest period."""

    name: str
    path: str
    rank: str
    figure: str
    range: str
    n: int
    status: str
    facts: Facts


def pages(book: Book, drawings: Drawings) -> Iterator[Page]:
    """Give every race and every figure that ranks nobody, each also under the address that names its version."""
    about = digest(happenings.concerned(book))
    for chapter in book.chapters:
        for entry in chapter.entries:
            path = addresses.race(chapter.name, entry.by)
            live = _live(book, chapter, entry.by, entry.series) if entry.series else None
            made_of = digest(entry.digest, live.rests_on(drawings.languages) if live else "", about)
            yield _page(chapter, entry, drawings, live, path, made_of)
            if entry.series is not None:
                fixed = addresses.race(chapter.name, entry.by, chapter.version)
                yield _page(chapter, entry, drawings, live, fixed, made_of, current=path)


def _live(book: Book, chapter: Chapter, by: str, series: Series) -> Live:
    return Live(chapter, series, twin(book, chapter, by),
                lambda shown: happenings.numbered(happenings.of(book, chapter, series, shown)))  # fmt: skip


def _page(
    chapter: Chapter, entry: Entry, drawings: Drawings, live: Live | None, path: str, made_of: str, current: str = ""
) -> Page:
    series = entry.series
    return Page(
        path,
        "race",
        title=lambda language: language.heading(chapter, entry.by),
        says=lambda language: finding(language, chapter, entry),
        view=lambda language: _view(language, chapter, entry, drawings, live),
        made_of=made_of,
        record=lambda: _record(chapter, entry),
        heads=FIELDS,
        rows=lambda: [] if series is None else [tuple(vars_of(e).values()) for e in series.estimates],
        current=current,
        listed=not current,
        drawn=series is not None,
        beside=lambda language: _beside(language, chapter, entry, drawings, live, newest=not current),
    )


def _beside(
    language: Language, chapter: Chapter, entry: Entry, drawings: Drawings, live: Live | None, *, newest: bool
) -> Mapping[str, bytes]:
    """Give what scripts read, and the picture to share, which a numbered copy takes from the current page."""
    if entry.series is None or live is None:
        return {}
    picture = {CARD: drawings.card(language, chapter, entry.series)} if newest else {}
    return {**live.files(language), **picture}


def finding(language: Language, chapter: Chapter, entry: Entry) -> str:
    """Say a race's standing, or the newest figures, in one sentence."""
    series = entry.series
    if series is None:
        return language.words.reason(entry.missing)
    if chapter.race and not series.no_race:
        return language.words.finding(language.spoken(series))
    return language.says("newest", day=language.day(series.as_of), told=named(language, series, MOST_NAMED))


def _view(language: Language, chapter: Chapter, entry: Entry, drawings: Drawings, live: Live | None) -> dict[str, Any]:
    series = entry.series
    view = {"chapter": chapter, "by": entry.by, "series": series, "finding": finding(language, chapter, entry)}
    if series is None or live is None:
        return view
    told = telling(series)
    return view | {
        "instruments": live.instruments(language),
        "facts_of": facts.of_series(language, series),
        "lines": [_line(language, series, e) for e in told[:MOST_ROWS]],
        "left": max(len(told) - MOST_ROWS, 0),
        "one_way": len(told) < len(newest(series)),
        "changes": _changes(language, series),
        "charts": drawings.of(language, chapter, series),
        "citation": citing.race(language, chapter, series, entry.digest),
        "permanent": addresses.race(chapter.name, entry.by, chapter.version),
        "package": f"{chapter.name}-by-{entry.by}".replace("_", "-"),
    }


def _line(language: Language, series: Series, estimate: Estimate) -> Line:
    return Line(
        language.group(series.by, estimate.group_id, estimate.group),
        language.path(series.by, estimate.group_id),
        language.words.rank(estimate.rank_best, estimate.rank_worst) if estimate.rank_best else "",
        said(language, series, estimate),
        language.words.over_choices(estimate, series.unit),
        estimate.n,
        language.words.status(estimate.status),
        facts.of_estimate(language, series, estimate),
    )


def _changes(language: Language, series: Series) -> list[dict[str, str]]:
    """Give the changes of lead, the newest first."""
    standing = language.spoken(series).standing
    changes = standing.changes if standing else ()
    return [
        {
            "when": language.says("between", after=language.day(c.after), until=language.day(c.until)),
            "day": str(c.until),
            "earlier": language.words.group(series.by, c.earlier) if c.earlier else "",
            "later": language.words.group(series.by, c.later),
        }
        for c in reversed(changes)
    ]


def _record(chapter: Chapter, entry: Entry) -> Mapping[str, Any]:
    series = entry.series
    told = {word: getattr(chapter, word) for word in ("name", "title", "question", "definition", "unit", "version")}
    if series is None:
        return {"measure": told, "by": entry.by, "missing": entry.missing}
    kept = ("by", "choices", "as_of", "standing", "ci_level", "ci_method", "no_race", "estimates")
    held = series.provenance
    return {
        "measure": told | {"misleads": chapter.misleads, "choices": chapter.choices},
        **{word: getattr(series, word) for word in kept},
        # Of the lake as a whole nothing: it changes with every snapshot, these figures with their own alone.
        "provenance": {"sources": held.sources, "code_version": held.code_version, "digest": entry.digest},
    }
