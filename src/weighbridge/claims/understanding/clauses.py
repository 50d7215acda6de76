"""Clauses: the parts of a sentence that say one thing each, with the names, quantities, moments and cues in them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeVar

from weighbridge.claim import Topic
from weighbridge.claims.understanding.cues import Cue, Meaning, cues
from weighbridge.claims.understanding.other_days import denials
from weighbridge.quantity import Unit

if TYPE_CHECKING:
    from weighbridge.article import Language
    from weighbridge.mention import Mention
    from weighbridge.moment import Moment
    from weighbridge.quantity import Quantity

# A clause ends where a joining word follows the mark in English; in Chinese a comma is enough.
_ENDS = {
    "en": re.compile(
        r";\s+|:\s+(?=[a-z])|\s+(?=while\b|whereas\b)|\s[-–—]\s"
        r"|,\s+(?=(?:and|but|while|whereas|though|although|as|yet|with|compared|versus|up from|down from)\b)"
    ),
    "zh": re.compile(r"[,;:]|——"),
}
# The least that can say something: shorter pieces go with what follows.
_SHORTEST = {"en": 18, "zh": 5}
_NO_FACTOR = 1000
_TIMES_OF: Mapping[object, Unit] = {Topic.DOWNLOADS: Unit.DOWNLOADS, Topic.PULLS: Unit.PULLS}
# No clause of a language is as long: a longer piece is cut, so that what is looked for in one stays bounded.
_LONGEST = 1_000


class Placed(Protocol):
    """Anything at a place in a text."""

    @property
    def start(self) -> int:
        """Its first character."""

    @property
    def end(self) -> int:
        """The one behind its last."""


T = TypeVar("T", bound=Placed)


@dataclass(frozen=True)
class Clause:
    """One clause at `text[start:end]`; all that it holds is in the order of the text. `sentence`: the whole one."""

    start: int
    end: int
    sentence: tuple[int, int]
    language: Language
    mentions: tuple[Mention, ...]
    quantities: tuple[Quantity, ...]
    moments: tuple[Moment, ...]
    cues: tuple[Cue, ...]

    def first(self, *meanings: Meaning) -> Cue | None:
        """Give the first cue of one of the meanings."""
        return next((cue for cue in self.cues if cue.meaning in meanings), None)

    def every(self, kind: type[Meaning]) -> tuple[Cue, ...]:
        """Give the cues of one kind of meaning."""
        return tuple(cue for cue in self.cues if isinstance(cue.meaning, kind))

    def has(self, *meanings: Meaning) -> bool:
        """Say whether a cue of one of the meanings stands here."""
        return self.first(*meanings) is not None


@dataclass(frozen=True)
class Found:
    """What was found in a whole text, each in the order of its places."""

    mentions: Sequence[Mention]
    quantities: Sequence[Quantity]
    moments: Sequence[Moment]

    @cached_property
    def places(self) -> Places:
        """Where each begins, in the same order: what stands in a clause is looked up for all clauses of a text."""
        return Places(*([one.start for one in every] for every in (self.mentions, self.quantities, self.moments)))


class Places(NamedTuple):
    """Where what was found begins."""

    mentions: list[int]
    quantities: list[int]
    moments: list[int]


# Set between commas, or behind a name, these say something of a name and not of the race.
_ASIDES = {
    "en": re.compile(r",\s(?:the|an?|which|who|whose|for all|if|however|of which|once|long)\b[^,;:]{2,140},"),
    "zh": re.compile(r"被[^,;。]{2,24}的(?=[A-Za-z\u4e00-\u9fff])"),
}


def clauses(text: str, sentence: tuple[int, int], language: Language, found: Found) -> Iterator[Clause]:
    """Give the clauses of one sentence."""
    # An aside with a number of its own says something of the race after all.
    counted = _inside(found.quantities, found.places.quantities, *sentence)
    numbers = [(q.start, q.end) for q in counted if q.value is not None]
    every = (match.span() for match in _ASIDES[language].finditer(text, *sentence))
    asides = [(a, b) for a, b in every if not any(a <= start and end <= b for start, end in numbers)]
    for start, end in _spans(text, sentence, language, counted, asides):
        quantities = _inside(found.quantities, found.places.quantities, start, end)
        moments = _outside(_inside(found.moments, found.places.moments, start, end), asides)
        denied = denials(text, start, moments)
        said = _outside(_outside(cues(text, language, start, end), asides), denied)
        yield Clause(
            start,
            end,
            sentence,
            language,
            _outside(_inside(found.mentions, found.places.mentions, start, end), asides),
            tuple(_counted(q, said) for q in _outside(quantities, asides)),
            _outside(moments, denied),
            said,
        )


def _counted(quantity: Quantity, said: Sequence[Cue]) -> Quantity:
    """Take `downloaded 476 million times` as so many downloads: a factor is never so great."""
    if quantity.unit is not Unit.TIMES or quantity.value is None or quantity.value < _NO_FACTOR:
        return quantity
    unit = next((_TIMES_OF[cue.meaning] for cue in said if cue.meaning in _TIMES_OF), None)
    return quantity if unit is None else replace(quantity, unit=unit)


def _outside(found: Sequence[T], asides: Sequence[tuple[int, int]]) -> tuple[T, ...]:
    """Leave out what stands in an aside."""
    return tuple(one for one in found if not _within(one, asides))


def _within(one: Placed, asides: Sequence[tuple[int, int]]) -> bool:
    before = bisect_right(asides, one.start, key=lambda place: place[0])
    return before > 0 and one.end <= asides[before - 1][1]


def _spans(
    text: str,
    sentence: tuple[int, int],
    language: Language,
    quantities: Sequence[Quantity],
    asides: Sequence[tuple[int, int]],
) -> Iterator[tuple[int, int]]:
    """Cut at marks, but never inside a quantity or an aside, nor so that a piece is too short to say anything."""
    held = [(quantity.start, quantity.end) for quantity in quantities]
    begins, last = sentence
    for mark in _ENDS[language].finditer(text, *sentence):
        if mark.start() - begins < _SHORTEST[language] or _cuts(mark, held) or _cuts(mark, asides):
            continue
        yield from _cut(begins, mark.start())
        begins = mark.end()
    yield from _cut(begins, last)


def _cuts(mark: re.Match[str], held: Sequence[tuple[int, int]]) -> bool:
    """Say whether a mark stands inside one of the places `held`, which are in order and apart."""
    first = bisect_right(held, mark.start(), key=lambda place: place[1])
    return first < len(held) and held[first][0] < mark.end()


def _cut(start: int, end: int) -> Iterator[tuple[int, int]]:
    for begins in range(start, end, _LONGEST):
        yield begins, min(begins + _LONGEST, end)


def named_in(found: Found, start: int, end: int) -> bool:
    """Say whether a name stands in `text[start:end]`."""
    places = found.places.mentions
    first = bisect_left(places, start)
    return first < len(places) and places[first] < end


def _inside(found: Sequence[T], places: Sequence[int], start: int, end: int) -> tuple[T, ...]:
    first = bisect_left(places, start)
    return tuple(found[first : bisect_left(places, end, lo=first)])
