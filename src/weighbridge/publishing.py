"""Publish: all measures by all groupings in one book, the book to every output; what stands is not written again."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from weighbridge import discover, fingerprints
from weighbridge.errors import NoDataError, UsageError
from weighbridge.own_articles import made_from

if TYPE_CHECKING:
    from weighbridge.api import Weighbridge
    from weighbridge.estimate import Series
    from weighbridge.outputs import Book, Chapter, Decided, Entry, Sheet
    from weighbridge.own_articles import OwnArticle
    from weighbridge.plane import Plane

GROUPINGS = ("country", "organisation", "family", "openness", "size_class")
# Files of the package that a figure or its picture depends on.
CODE = (".py", ".j2", ".css", ".js", ".yml")
# Beside what is published: from what it was made, and the sha256 of every file.
NOTE = ".weighbridge.json"


@dataclass(frozen=True)
class Own:
    """What a publisher brings along: articles of their own, which speak as of `today` where they state no day."""

    articles: tuple[OwnArticle, ...]
    today: dt.date

    def __str__(self) -> str:
        """Name it for `stands`; empty where nothing is brought along."""
        return f"{made_from(self.articles)} {self.today}" if self.articles else ""


def publish(
    scale: Weighbridge, folder: Path, progress: Callable[[str], None], address: str = "", own: Own | None = None
) -> list[Path]:
    """Write every output under `folder` and give the files; what already stands as it would be is left alone."""
    address = addressed(address)
    made_of = f"{fingerprint(scale.lake.root)} {address} {own or ''}".rstrip()
    if standing := stands(folder, made_of):
        return standing
    # Measures, planes and models ask much the same of a lake.
    with scale.lake.engine.remembering():
        book = replace(bound(scale, progress, own), address=address)
    written: list[Path] = []
    for name, output in sorted(discover.outputs().items()):
        progress(f"write {name}")
        written += output.write(book, folder)
    remember(folder, made_of, written)
    return written


def addressed(address: str) -> str:
    """Give an address with a slash at its end, or none; UsageError where it is not one of the web."""
    from urllib.parse import urlsplit

    if not address:
        return ""
    try:
        told = urlsplit(address)
        # A server may be named with its port; who may write there is nothing for readers.
        named = bool(told.hostname) and told.port != 0 and told.username is None and "//" not in told.path
        sound = told.scheme in ("http", "https") and named and address.isprintable()
    except ValueError:
        sound = False
    if not sound or any(sign in address for sign in "<>\"' \\?#"):
        then = "write it as https://example.org/ or https://example.org/folder/"
        raise UsageError(f"{address!r} is no address of the web", then=then)
    return f"{address.rstrip('/')}/"


def stands(folder: Path, made_from: str) -> list[Path]:
    """Give the files of an earlier publication if it was made from the same and every file is still as it was."""
    from weighbridge.outputs import beneath, noted

    note = noted(folder / NOTE)
    try:
        held = {beneath(folder, name): str(digest) for name, digest in note["files"].items()}
        whole = note["made_from"] == made_from and all(_is(path, digest) for path, digest in held.items())
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return []  # a note that is missing or spoilt costs a publication, never a figure
    return list(held) if whole else []


def remember(folder: Path, made_from: str, written: list[Path]) -> None:
    """Note beside what was published from what it was made, for `stands` to find."""
    from weighbridge.outputs import put

    files = {str(path.relative_to(folder)): _sha256(path) for path in written}
    put(json.dumps({"made_from": made_from, "files": files}, indent=1).encode(), folder / NOTE)


def _is(path: Path, digest: str) -> bool:
    return path.is_file() and _sha256(path) == digest


def _sha256(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()


def bound(scale: Weighbridge, progress: Callable[[str], None], own: Own | None = None) -> Book:
    """Give the book of all measures; a grouping without data says so in its place."""
    from weighbridge import judged_articles
    from weighbridge.claiming import held_to, judged
    from weighbridge.contending import contenders
    from weighbridge.lineages import lineages
    from weighbridge.models import sources
    from weighbridge.outputs import Book

    scale.weigh(_races(), progress, held_to())
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


def fingerprint(lake: Path) -> str:
    """Give one sha256 over the lake's files and the code that reads them."""
    return sha256(f"{fingerprints.content(lake)} {fingerprints.code(CODE)}".encode()).hexdigest()
