"""What each paragraph is to its article, and which of them say the same in two languages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby, islice

from weighbridge.article import Kind, Language, Passage
from weighbridge.claims.reading.comments import announced, is_name, named
from weighbridge.claims.reading.days import is_byline
from weighbridge.claims.reading.furniture import boilerplate, caption
from weighbridge.claims.reading.headings import author, is_author, site_names, titles
from weighbridge.claims.reading.likeness import Traits
from weighbridge.claims.reading.paragraphs import Stretch, paragraphs
from weighbridge.claims.reading.translations import Side, translations
from weighbridge.errors import ParseError

MOST_PARAGRAPHS = 200_000
_TRANSLATED = frozenset({Kind.BODY, Kind.TITLE, Kind.COMMENT})


@dataclass(frozen=True)
class Found:
    """The passages of a text in order, their texts, its titles, and who a line of its own says wrote it."""

    passages: tuple[Passage, ...]
    texts: tuple[str, ...]
    author: str | None

    def of_kind(self, kind: Kind) -> list[str]:
        """Give the texts of the passages of one kind."""
        return [text for passage, text in zip(self.passages, self.texts, strict=True) if passage.kind is kind]


def found_in(text: str, comments_from: int | None = None) -> Found:
    """Tell the passages of a repaired text apart; ParseError beyond 200,000.

    `comments_from`: where a page's own comments begin, if it has some.
    """
    stretches = list(islice(paragraphs(text), MOST_PARAGRAPHS + 1))
    if len(stretches) > MOST_PARAGRAPHS:
        raise ParseError(f"has more than {MOST_PARAGRAPHS:,} paragraphs", then="give the part that matters")
    lines = [text[stretch.start : stretch.end] for stretch in stretches]
    told = _kinds(lines, _first_comment(stretches, comments_from))
    pairs = _pairs(stretches, lines, [kind for kind, _ in told])
    passages = tuple(
        Passage(stretch.start, stretch.end, stretch.language, kind, pairs.get(index), why)
        for index, (stretch, (kind, why)) in enumerate(zip(stretches, told, strict=True))
    )
    return Found(passages, tuple(lines), author(lines))


def _first_comment(stretches: Sequence[Stretch], offset: int | None) -> int | None:
    if offset is None:
        return None
    return next((index for index, stretch in enumerate(stretches) if stretch.start >= offset), None)


def _kinds(lines: Sequence[str], page_comments: int | None) -> list[tuple[Kind, str]]:
    """Tell each line's kind and why, from what is surest to what is left."""
    told: list[tuple[Kind, str]] = [(Kind.BODY, "")] * len(lines)
    content = [index for index, line in enumerate(lines) if not boilerplate(line)]
    heads = titles([lines[index] for index in content])
    for place in heads:
        told[content[place]] = Kind.TITLE, "short, above the article or its closing line"
    for index in site_names(lines, content[heads[0]] if heads else 0):
        told[index] = Kind.BOILERPLATE, "too short for a title, above it"
    first, why = _comments(lines, page_comments)
    for index, line in enumerate(lines):
        if index >= first:
            told[index] = Kind.COMMENT, why
        elif line_why := caption(line):
            told[index] = Kind.CAPTION, line_why
        elif is_byline(line) or is_author(line):
            told[index] = Kind.BOILERPLATE, "states who published it or when"
        if line_why := boilerplate(line):
            told[index] = Kind.BOILERPLATE, line_why
    return told


def _comments(lines: Sequence[str], page_comments: int | None) -> tuple[int, str]:
    """Give the first line that is a comment (their number without one), and what tells."""
    signs = (
        (page_comments, "in the page's own comments"),
        (announced(lines), "after a line that announces comments"),
        (named(lines), "under a name, as are the others to the end"),
    )
    known = [(index, why) for index, why in signs if index is not None]
    return min(known) if known else (len(lines), "")


def _pairs(stretches: Sequence[Stretch], lines: Sequence[str], kinds: Sequence[Kind]) -> dict[int, int]:
    """Pair what is translated, the comments apart from the article; a name above a comment has no translation."""
    sides = [
        (kind is Kind.COMMENT, Side(index, stretch.language, Traits.of(line, stretch.letters)))
        for index, (stretch, line, kind) in enumerate(zip(stretches, lines, kinds, strict=True))
        if kind in _TRANSLATED and stretch.language and not (kind is Kind.COMMENT and is_name(line))
    ]
    pairs: dict[int, int] = {}
    for _, group in groupby(sides, key=lambda side: side[0]):
        pairs |= translations([side for _, side in group])
    return pairs


def main_language(passages: Iterable[Passage]) -> Language | None:
    """Give the language that most of an article is in, translations and comments left out; None without letters."""
    lengths: dict[str, float] = {}
    for passage in passages:
        language = passage.language
        if language and passage.kind is Kind.BODY and passage.translation_of is None:
            # A Chinese character says what 2.5 Latin letters and spaces say.
            weight = 2.5 if language == "zh" else 1.0
            lengths[language] = lengths.get(language, 0.0) + weight * (passage.end - passage.start)
    if not lengths:
        return None
    return "zh" if lengths.get("zh", 0.0) > lengths.get("en", 0.0) else "en"
