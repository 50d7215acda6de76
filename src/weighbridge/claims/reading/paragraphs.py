"""Where paragraphs begin and end, and where one paragraph holds a text and its translation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from weighbridge.claims.reading.languages import Letters, language
from weighbridge.claims.reading.sentences import sentences

if TYPE_CHECKING:
    from weighbridge.article import Language

_LINE = re.compile(r"[^\n]+")
# Items of a list that a program ran together: a mark of reference or a full stop, a dash, a capital.
_ITEM = re.compile(r"(?<=[\].。!?])\s+(?:(?=[A-Z][a-z]{1,12} \d{1,2} - )|- (?=\S))")
_FEWEST_ITEMS = 3
# A side of a paragraph in two languages says at least this much: less is a name or a quoted word.
_FEWEST_HAN, _FEWEST_WORDS = 6, 4


@dataclass(frozen=True)
class Stretch:
    """`text[start:end]`, its letters, and the language they show."""

    start: int
    end: int
    letters: Letters
    language: Language | None


def paragraphs(text: str) -> Iterator[Stretch]:
    """Give the paragraphs of a text in order, each in one language, without the spaces around them."""
    for line in _LINE.finditer(text):
        for start, end in _items(text, line.start(), line.end()):
            yield from _sides(text, start, end)


def _items(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    breaks = list(_ITEM.finditer(text, start, end))
    if len(breaks) < _FEWEST_ITEMS:
        breaks = []
    for item in breaks:
        yield start, item.start()
        start = item.end()
    yield start, end


def _sides(text: str, start: int, end: int) -> Iterator[Stretch]:
    """Split where the language changes between two sentences."""
    sides: list[tuple[int, int]] = []
    whole = _stretch(text, start, end)
    if whole is None:
        return
    if whole.letters.han >= _FEWEST_HAN and whole.letters.words >= _FEWEST_WORDS:
        sides = _by_language(text, whole)
    parts = [part for side in sides if (part := _stretch(text, *side))]
    yield from parts if len(parts) > 1 and all(map(_says_enough, parts)) else [whole]


def _by_language(text: str, whole: Stretch) -> list[tuple[int, int]]:
    sides: list[tuple[int, int]] = []
    before: Language | None = None
    for start, end in sentences(text, whole.start, whole.end):
        spoken = language(text[start:end])
        if sides and spoken in (before, None):
            sides[-1] = sides[-1][0], end
        else:
            sides.append((start, end))
            before = spoken
    return sides


def _says_enough(part: Stretch) -> bool:
    return part.letters.han >= _FEWEST_HAN if part.language == "zh" else part.letters.words >= _FEWEST_WORDS


def _stretch(text: str, start: int, end: int) -> Stretch | None:
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    end -= len(piece) - len(piece.rstrip())
    if start >= end:
        return None
    letters = Letters.of(text[start:end])
    return Stretch(start, end, letters, letters.language)
