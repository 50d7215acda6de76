"""A text in pieces that end where a paragraph does, most of which most patterns can leave out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

# Short paragraphs share a piece: each piece costs a look for every pattern.
_SHORTEST = 1000
# Nothing is read across a paragraph's end. A line that only wraps has no full stop before it, nor a blank line.
_PARAGRAPH_END = re.compile(r"(?<=[\n.!?。!?”\"])\n")


def pieces(text: str) -> Iterator[tuple[int, str]]:
    """Give the pieces of a text in their order, each with its place."""
    start = 0
    while found := _PARAGRAPH_END.search(text, start + _SHORTEST):
        yield start, text[start : found.end()]
        start = found.end()
    yield start, text[start:]


@dataclass(frozen=True)
class Sought:
    """A pattern, and words of which whatever it finds holds one: looking for words is many times faster."""

    pattern: re.Pattern[str]
    words: tuple[str, ...]
    any_case: bool

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Find the pattern, in a text that holds one of the words."""
        looked_at = text.lower() if self.any_case else text
        for word in self.words:
            if word in looked_at:
                return self.pattern.finditer(text)
        return iter(())


def sought(pattern: str, words: str, *, any_case: bool = False) -> Sought:
    """Give a pattern to be looked for where one of `words` stands; they are parted by spaces, small for any case."""
    return Sought(re.compile(pattern, re.IGNORECASE if any_case else 0), tuple(words.split()), any_case)
