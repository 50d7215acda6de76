"""A text in pieces that end where a paragraph does, most of which most patterns can leave out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import Any

# Short paragraphs share a piece: each piece costs a look for every pattern.
_SHORTEST = 1000
# Nothing is read across a paragraph's end. A line that only wraps has no full stop before it, nor a blank line.
_PARAGRAPH_END = re.compile(r"(?<=[\n.!?。!?”\"])\n")
# In a longer piece the places of all words would fill memory: a line without an end is looked through as a whole.
_LONGEST = 100_000
# Longer than what most patterns find, with what they look at behind it.
_REACH = 64


def pieces(text: str) -> Iterator[tuple[int, str]]:
    """Give the pieces of a text in their order, each with its place."""
    start = 0
    while found := _PARAGRAPH_END.search(text, start + _SHORTEST):
        yield start, text[start : found.end()]
        start = found.end()
    yield start, text[start:]


@dataclass(frozen=True)
class Sought:
    """A pattern, and words of which whatever it finds holds one: looking for words is many times faster.

    `reach`: characters; more than the longest finding with what is looked at behind it. Null: the words stand for the
    whole text.
    """

    pattern: re.Pattern[str]
    words: tuple[str, ...]
    any_case: bool
    reach: int | None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Find the pattern around the words, as it is found in the whole text."""
        looked_at = _small(text) if self.any_case else text
        if len(text) > _LONGEST:
            return self.pattern.finditer(text) if any(word in looked_at for word in self.words) else iter(())
        every = _places(looked_at)
        held = [every[word] for word in self.words if word in every]
        if not held:
            return iter(())
        # A letter that becomes two when small moves all that follows, and words everywhere leave nothing out.
        if self.reach is None or len(looked_at) != len(text) or sum(map(len, held)) * self.reach > len(text):
            return self.pattern.finditer(text)
        return self._around(text, sorted(chain.from_iterable(held)), self.reach)

    def _around(self, text: str, places: list[int], reach: int) -> Iterator[re.Match[str]]:
        """Find the pattern where it can hold one of the places, which are in their order."""
        first = last = 0
        for place in places:
            if place - reach > last:
                yield from self.pattern.finditer(text, first, last)
                first = place - reach
            last = place + reach
        yield from self.pattern.finditer(text, first, last)


def sought(pattern: str, words: str, *, any_case: bool = False, reach: int | None = _REACH) -> Sought:
    """Give a pattern to be looked for around `words`; they are parted by spaces, small for any case."""
    _WORDS.update(words.split())
    # What was made before knows nothing of these words.
    _automaton.cache_clear()
    _places.cache_clear()
    return Sought(re.compile(pattern, re.IGNORECASE if any_case else 0), tuple(words.split()), any_case, reach)


# All words of all patterns: one pass over a piece finds them for all.
_WORDS: set[str] = set()


@lru_cache(maxsize=1)
def _automaton() -> Any:  # noqa: ANN401 - of a library without types
    """Make what finds all words."""
    import ahocorasick

    made = ahocorasick.Automaton()
    for word in _WORDS:
        made.add_word(word, word)
    made.make_automaton()
    return made


# All patterns look at one piece, as it is and in small letters, before any looks at the next.
@lru_cache(maxsize=2)
def _places(text: str) -> Mapping[str, list[int]]:
    """Give the places at which each word begins that a text holds, in their order."""
    found: dict[str, list[int]] = {}
    for last, word in _automaton().iter(text):
        found.setdefault(word, []).append(last - len(word) + 1)
    return found


@lru_cache(maxsize=1)
def _small(text: str) -> str:
    return text.lower()
