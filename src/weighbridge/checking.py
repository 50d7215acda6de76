"""Check: an article is read and understood, each claim bound and judged. The stage behind `weighbridge check`."""

from __future__ import annotations

import datetime as dt
import os
import stat
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, BinaryIO

from weighbridge import discover
from weighbridge.claims import binding as bindings
from weighbridge.claims import judging, understanding
from weighbridge.claims.binding import RaceOf
from weighbridge.claims.binding.overriding import overridden
from weighbridge.claims.dating import Dated, dated
from weighbridge.claims.extracting.joining import joined
from weighbridge.claims.judging.book import Book
from weighbridge.claims.names import Lexicon
from weighbridge.errors import NoDataError, ParseError, UsageError

if TYPE_CHECKING:
    from weighbridge.api import Weighbridge
    from weighbridge.article import Article
    from weighbridge.claim import Left, Understood
    from weighbridge.claims.judging.book import Kinship
    from weighbridge.estimate import Series
    from weighbridge.mention import Naming
    from weighbridge.proposing import Extractor, Proposals
    from weighbridge.verdict import Binding, Verdict

_WEB = ("http://", "https://")


@dataclass(frozen=True)
class Checked:
    """An article with its verdicts, in the order of its text, and what was left unjudged.

    `proposals`: what an extractor proposed; null where none was asked.
    """

    article: Article
    dated: Dated
    verdicts: tuple[Verdict, ...]
    left: tuple[Left, ...]
    proposals: Proposals | None = None


def read(name: str, body: bytes | BinaryIO | None) -> Article:
    """Read the article at a path or a public address, or the bytes or the stream at hand."""
    from weighbridge.claims.reading import MOST_BYTES
    from weighbridge.claims.reading import read as read_bytes

    if body is not None:
        # One more than may be read, so that what is too long is told so and never held whole.
        held = body if isinstance(body, bytes) else body.read(MOST_BYTES + 1)
        return read_bytes(held, None, "standard input" if name == "-" else name)
    if name.lower().startswith(_WEB):
        from weighbridge.claims.reading.fetching import fetched

        got = fetched(name)
        return read_bytes(got.body, got.media_type, got.name)
    return read_bytes(bytes_of(name), None, name)


def bytes_of(name: str) -> bytes:
    """Give the bytes of a file, as many as may be read and one more; ParseError where it cannot be had."""
    from weighbridge.claims.reading import MOST_BYTES

    try:
        # A pipe that nobody writes to would be waited for, without end, before anything is read.
        with open(name, "rb", opener=_without_waiting) as file:
            if stat.S_ISFIFO(os.fstat(file.fileno()).st_mode):
                raise ParseError("is a pipe", where=name, then="send what it gives to standard input: - < PIPE")
            return file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) else error
        raise ParseError(f"cannot be read ({why})", where=name, then="give a file, a URL or -") from error


def _without_waiting(name: str, flags: int) -> int:
    return os.open(name, flags | getattr(os, "O_NONBLOCK", 0))


def check(
    scale: Weighbridge,
    article: Article,
    as_of: dt.date | None,
    today: dt.date,
    bound: Mapping[str, Mapping[str, str]],
    extractor: Extractor | None = None,
    held: judging.Bench | None = None,
) -> Checked:
    """Check an article. `as_of`: the day on which it speaks, where its reader knows it better.

    `extractor`: who is asked for claims beside the rules. `held`: the bench of the scale, where several are checked.
    """
    day = dated(article, as_of, today)
    found = understanding.understood(article, _lexicon(), day.day)
    proposals = _proposals(extractor, article, day.day, found) if extractor else None
    claims = joined(found.claims, proposals.claims) if proposals else found.claims
    held = held or bench(scale)
    verdicts = []
    for number, claim in enumerate(claims, start=1):
        said = article.text[claim.start : claim.end]
        binding = bindings.bind(claim, day.day or today, races())
        if change := bound.get(str(number)):
            binding = overridden(binding, change, races())
        verdicts.append(judging.judge(claim, binding, held, said))
    if wrong := sorted(set(bound) - {str(number + 1) for number in range(len(verdicts))}):
        raise UsageError(f"there is no claim number {wrong[0]}", then=f"there are {len(verdicts)}, from 1")
    return Checked(article, day, tuple(verdicts), found.left, proposals)


def bound(article: Article, as_of: dt.date | None, today: dt.date) -> list[Binding]:
    """Give what each claim of an article is held against, before any figure is looked at."""
    day = dated(article, as_of, today)
    claims = understanding.understood(article, _lexicon(), day.day).claims
    return [bindings.bind(claim, day.day or today, races()) for claim in claims]


def _proposals(extractor: Extractor, article: Article, day: dt.date | None, found: Understood) -> Proposals:
    from weighbridge.proposing import proposed

    return proposed(extractor, article, _lexicon(), day, found)


@cache
def races() -> Mapping[str, RaceOf]:
    """Give what binding has to know of each measure."""
    every = (module.MEASURE for module in discover.measures().values())
    return {
        measure.name: RaceOf(
            measure.unit,
            tuple(measure.groupings),
            {choice.name: choice.names() for choice in measure.choices},
            measure.comparable(measure.settled({})),
        )
        for measure in every
    }


@cache
def _namings() -> tuple[Naming, ...]:
    from weighbridge.entities import namings, testimony

    return (*namings.namings(), *testimony.namings())


@cache
def _lexicon() -> Lexicon:
    return Lexicon(_namings())


@cache
def _kinship() -> Kinship:
    """For each id, what it belongs to: a maker and its family may share one id."""
    found: dict[str, frozenset[str]] = {}
    for naming in _namings():
        belongs = {one for one in (naming.id, naming.family, naming.organisation) if one}
        found[naming.id] = found.get(naming.id, frozenset()) | belongs
    return found


@cache
def _book() -> Book:
    from weighbridge.entities import testimony

    held = testimony.load()
    groups = frozenset(party.id for party in held.adopters if party.kind == "group")
    country = {naming.id: naming.country for naming in _namings() if naming.country}
    names = {party.id: party.name for party in held.adopters}
    return Book(held.adoptions, held.events, _kinship(), groups, country, names)


def bench(scale: Weighbridge) -> judging.Bench:
    """Give what claims are judged by: what it reads for one it keeps for the next."""
    return judging.Bench(
        series=lambda binding: _series(scale, binding),
        book=_book(),
        releases=tuple(naming for naming in _namings() if naming.released_on is not None),
        stamp=scale.stamp,
    )


def _series(scale: Weighbridge, binding: Binding) -> Series | None:
    """Give the figures that a binding asks for, under all choices; none where there are none."""
    try:
        return scale.weighed(str(binding.measure), str(binding.by), runs=True)
    except NoDataError:
        return None
