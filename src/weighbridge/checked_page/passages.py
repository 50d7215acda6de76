"""The original cut into its passages, and every passage into pieces under the same marks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from weighbridge.article import Kind

if TYPE_CHECKING:
    from weighbridge.article import Article

UNREAD = "unread"  # what stands between passages: marks of Markdown, what an article states of itself
MOST_LINES = 3  # underlines below one another; more cannot be told apart, and numbers tell them all


@dataclass(frozen=True)
class Mark:
    """What is underlined at `start` to `end` of the original. `number`: of its claim, null where nothing is judged."""

    start: int
    end: int
    name: str
    number: int | None = None
    twin: bool = False


@dataclass
class Piece:
    """Text under the same marks from end to end. `closing`: the marks of which it is the last; `opening`: the first."""

    text: str
    under: tuple[Mark, ...] = ()
    opening: list[Mark] = field(default_factory=list)
    closing: list[Mark] = field(default_factory=list)

    @property
    def lines(self) -> tuple[Mark, ...]:
        """The marks whose underlines are drawn."""
        return self.under[:MOST_LINES]


@dataclass
class Block:
    """A passage at `start` to `end` of the original. `kind`: an article's, or `unread`."""

    start: int
    end: int
    kind: str
    language: str | None = None
    pieces: list[Piece] = field(default_factory=list)

    @property
    def comment(self) -> bool:
        """Say whether a reader wrote it."""
        return self.kind == Kind.COMMENT.value

    @property
    def notes(self) -> list[int]:
        """The numbers of the claims that end here, each once; not those of translations."""
        ending = (mark for piece in self.pieces for mark in piece.closing if mark.number and not mark.twin)
        return list(dict.fromkeys(mark.number for mark in ending if mark.number))


def blocks(article: Article, marks: Sequence[Mark]) -> list[Block]:
    """Give all of the original that is not blank, in its order, with its marks. Linear in its length."""
    found = _blocks(article)
    cuts = _cuts(marks, found, len(article.original))
    at = 0
    for block in found:
        while cuts[at][0] < block.start:
            at += 1
        while at + 1 < len(cuts) and cuts[at][0] < block.end:
            start, under = cuts[at]
            block.pieces.append(Piece(article.original[start : cuts[at + 1][0]], under))
            at += 1
    _close([piece for block in found for piece in block.pieces])
    return found


def _close(pieces: Sequence[Piece]) -> None:
    """Note at which piece each mark begins and ends; one that ends between passages ends with the piece before."""
    first: dict[Mark, Piece] = {}
    last: dict[Mark, Piece] = {}
    for piece in pieces:
        for mark in piece.under:
            first.setdefault(mark, piece)
            last[mark] = piece
    for mark, piece in first.items():
        piece.opening.append(mark)
    for mark, piece in sorted(last.items(), key=lambda pair: pair[0].number or 0):
        piece.closing.append(mark)


def _cuts(marks: Sequence[Mark], found: Sequence[Block], length: int) -> list[tuple[int, tuple[Mark, ...]]]:
    """Give every place where marks begin or end, or a block does, with the marks of what follows."""
    opening: dict[int, list[Mark]] = defaultdict(list)
    closing: dict[int, list[Mark]] = defaultdict(list)
    for mark in marks:
        opening[mark.start].append(mark)
        closing[mark.end].append(mark)
    edges = {edge for block in found for edge in (block.start, block.end)}
    under: dict[Mark, None] = {}
    cuts = []
    for place in sorted({*opening, *closing, *edges, length}):
        for mark in closing.get(place, ()):
            under.pop(mark, None)
        under |= dict.fromkeys(sorted(opening.get(place, ()), key=lambda mark: -mark.end))
        cuts.append((place, tuple(under)))
    return cuts


def _blocks(article: Article) -> list[Block]:
    """Give passages where they stand in the original, and what stands between them."""
    found: list[Block] = []
    at = 0
    for passage in article.passages:
        start, end = article.span(passage.start, passage.end)
        start = max(start, at)
        if end <= start:
            continue
        start = _between(article.original, at, start, found)
        found.append(Block(start, end, passage.kind.value, passage.language))
        at = end
    _between(article.original, at, len(article.original), found)
    return [block for block in found if article.original[block.start : block.end].strip()]


def _between(original: str, start: int, end: int, found: list[Block]) -> int:
    """Give what stands between two passages to them, line by line; whole lines stand alone. Say where the next is."""
    gap = original[start:end]
    if not gap.strip():
        return end
    first, last = gap.find("\n"), gap.rfind("\n")
    if first < 0:
        if not found:
            return start
        found[-1].end = end
        return end
    if found:
        found[-1].end = start + first
    closes = end == len(original)
    lone = Block(start + first if found else start, end if closes else start + last, UNREAD)
    if lone.end > lone.start:
        found.append(lone)
    return end if closes else start + last


def runs(found: Sequence[Block]) -> Iterator[tuple[bool, list[Block]]]:
    """Give runs of blocks: of the article (False) and of its readers (True), in their order."""
    edges = [i for i, block in enumerate(found) if i == 0 or block.comment != found[i - 1].comment]
    for first, after in pairwise([*edges, len(found)]):
        yield found[first].comment, list(found[first:after])
