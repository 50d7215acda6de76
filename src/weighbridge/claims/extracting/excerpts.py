"""Excerpts: the sentences of an article in pieces of bounded size, each sentence with a number to be named by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from weighbridge.article import Kind
from weighbridge.claims.reading.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from weighbridge.article import Article

# As the rules read: readers' comments and the site's own lines claim nothing for the article.
_READ = frozenset({Kind.BODY, Kind.TITLE, Kind.CAPTION})
MOST_SENTENCES = 40
MOST_CHARACTERS = 6000
# What goes on for longer without a full stop is a list or a table, and no sentence.
LONGEST_SENTENCE = 1500

Span = tuple[int, int]


@dataclass(frozen=True)
class Piece:
    """Some sentences in the order of the text, as spans of it; the first has the number 1."""

    sentences: tuple[Span, ...]

    @property
    def start(self) -> int:
        """Where its first sentence begins."""
        return self.sentences[0][0]

    def sentence(self, number: int) -> Span | None:
        """Give the sentence of that number."""
        return self.sentences[number - 1] if 1 <= number <= len(self.sentences) else None


@dataclass(frozen=True)
class Excerpts:
    """All that is sent. `unsent`: sentences that are too long for it."""

    pieces: tuple[Piece, ...]
    unsent: int


def excerpts(article: Article) -> Excerpts:
    """Give the sentences of the article itself; what only repeats, in another language, is not sent."""
    every = list(_sentences(article))
    fitting = [(start, end) for start, end in every if end - start <= LONGEST_SENTENCE]
    return Excerpts(tuple(_pieces(fitting)), len(every) - len(fitting))


def _sentences(article: Article) -> Iterator[Span]:
    for passage in article.passages:
        if passage.kind in _READ and passage.translation_of is None:
            yield from sentences(article.text, passage.start, passage.end)


def _pieces(every: list[Span]) -> Iterator[Piece]:
    held: list[Span] = []
    size = 0
    for start, end in every:
        if held and (len(held) == MOST_SENTENCES or size + end - start > MOST_CHARACTERS):
            yield Piece(tuple(held))
            held, size = [], 0
        held.append((start, end))
        size += end - start
    if held:
        yield Piece(tuple(held))
