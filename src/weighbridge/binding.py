"""All measures by all groupings, with all that stands beside them, in one book."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from weighbridge import discover, fingerprints
from weighbridge.errors import NoDataError

if TYPE_CHECKING:
    from weighbridge.api import Weighbridge
    from weighbridge.estimate import Series
    from weighbridge.outputs import Book, Chapter, Decided, Entry, Sheet
    from weighbridge.own_articles import Own
    from weighbridge.plane import Plane

GROUPINGS = ("country", "organisation", "family", "openness", "size_class")
# Files of the package that a figure or its picture depends on.
CODE = (".py", ".j2", ".css", ".js", ".yml")


def bound(scale: Weighbridge, progress: Callable[[str], None], own: Own | None = None) -> Book:
    """Give the book of all measures; a grouping without data says so in its place."""
    from weighbridge import judged_articles
    from weighbridge.claiming import held_to, judged
    from weighbridge.contending import contenders
    from weighbridge.lineages import lineages
    from weighbridge.models import asked, sources
    from weighbridge.outputs import Book

    scale.weigh(_races(), progress, held_to(), asked())
    progress("check claims")
    running = contenders(scale.lake)
    checked = judged(scale, running)
    articles = judged_articles.judged(scale, own.articles, running, own.today, progress) if own else ()
    chapters = tuple(_chapter(scale, module.MEASURE, progress) for module in discover.measures().values())
    planes = tuple(_planes(scale, progress))
    progress("count descendants")
    descent = lineages(scale)
    progress("list models")
    return Book(
        chapters,
        scale.provenance,
        planes,
        models=tuple(scale.models),
        model_sources=sources(scale),
        decided=tuple(_decided()),
        contenders=running,
        sheets=tuple(_sheets(scale)),
        checked=checked,
        lineages=descent,
        articles=articles,
        made_by=fingerprints.code(CODE),
    )


def _sheets(scale: Weighbridge) -> Iterator[Sheet]:
    """Give a sheet for every source, whether or not the lake holds anything of it."""
    from weighbridge.holdings import met
    from weighbridge.outputs import Sheet

    issues = met(scale.lake)
    uses = {use.name: use for use in scale.provenance.sources}
    for name, module in sorted(discover.sources().items()):
        words = ("publisher", "says", "homepage", "licence", "misleads", "attribution", "tables")
        told = {word: getattr(module.SOURCE, word) for word in words}
        own = tuple((issue.kind, issue.n, issue.example) for issue in issues if issue.source == name)
        yield Sheet(name, **told, use=uses.get(name), met=own)


def _decided() -> Iterator[Decided]:
    """Give the uses and events, which are the same whatever the lake holds."""
    from weighbridge.entities import testimony
    from weighbridge.entities.testimony.rows import rows
    from weighbridge.outputs import Decided

    titles = ("Who uses which model", "Events and published figures")
    for title, (table, said) in zip(titles, rows(testimony.load()).items(), strict=True):
        yield Decided(table, title, tuple(said))


def _planes(scale: Weighbridge, progress: Callable[[str], None]) -> Iterator[Plane]:
    """Give every plane that the lake has figures for."""
    from weighbridge.planes import AXES

    for name in AXES:
        progress(f"lay out {name.replace('-', ' ')}")
        with suppress(NoDataError):
            yield scale.plane(name)


def _races() -> Iterator[tuple[str, str]]:
    """Give every measure with each grouping that it has, by name."""
    for name, module in discover.measures().items():
        yield from ((name, by) for by in GROUPINGS if by in module.MEASURE.groupings)


def _chapter(scale: Weighbridge, measure: Any, progress: Callable[[str], None]) -> Chapter:  # noqa: ANN401 - Measure
    from weighbridge.outputs import Chapter

    entries = []
    for by in (by for by in GROUPINGS if by in measure.groupings):
        progress(f"weigh {measure.title.lower()} by {by.replace('_', ' ')}")
        entries.append(_entry(scale, measure.name, by))
    says = ("name", "title", "question", "topic", "definition", "unit", "version", "misleads", "choices", "race")
    return Chapter(**{word: getattr(measure, word) for word in says}, entries=tuple(entries))


def _entry(scale: Weighbridge, measure: str, by: str) -> Entry:
    from weighbridge.outputs import Entry

    series: Series | None = None
    try:
        series, missing = scale.weighed(measure, by, runs="newest"), ""
    except NoDataError as error:
        missing = str(error)
    return Entry(by, series, missing)
