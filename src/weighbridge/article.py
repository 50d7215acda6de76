"""An article as it is read: the text that is understood, where each character of it stands, and its passages."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Language = Literal["en", "zh"]


class Kind(StrEnum):
    """What a passage is to its article."""

    BODY = "body"
    TITLE = "title"
    COMMENT = "comment"  # a reader's, with the name that it stands under
    CAPTION = "caption"  # under a picture, with whose picture it is
    BOILERPLATE = "boilerplate"  # the site's: its name, its rights, its buttons, source code


@dataclass(frozen=True)
class Passage:
    """One paragraph, or one side of a paragraph in two languages: `text[start:end]` of its article.

    `language`: null where neither English nor Chinese is written. `translation_of`: the index of the earlier passage
    that says the same in the other language. `why`: what told its kind, empty for the body.
    """

    start: int
    end: int
    language: Language | None
    kind: Kind = Kind.BODY
    translation_of: int | None = None
    why: str = ""


@dataclass(frozen=True)
class YearlessDay:
    """A day that an article states of itself without its year. `weekday`: 0 is Monday, null where it is not stated."""

    month: int
    day: int
    weekday: int | None = None


@dataclass(frozen=True, eq=False)
class Origin:
    """For each character of a text, the half-open span of the original that it stands for; neither side ever falls.

    `length`: characters of the original.
    """

    starts: NDArray[np.int32]
    ends: NDArray[np.int32]
    length: int

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Give the span of the original that `text[start:end]` stands for; an empty one has a place and no width."""
        if end <= start:
            place = int(self.starts[start]) if start < len(self.starts) else self.length
            return place, place
        return int(self.starts[start]), int(self.ends[end - 1])


@dataclass(frozen=True, eq=False)
class Article:
    """What was read. Offsets count characters; those of passages are offsets into `text`.

    `original`: all characters that a text or Markdown file decodes to; of a web page or a PDF, the text taken out of
    it. `text`: the same repaired, in simplified characters. `published_on`: null where neither the text nor the page
    states it; `day_without_year`: what the text states instead. `comments_from`: where the readers' comments begin in
    `text`. `repairs`: how many places each repair changed.
    """

    original: str
    text: str
    origin: Origin
    passages: tuple[Passage, ...]
    language: Language | None
    title: str | None = None
    author: str | None = None
    published_on: dt.date | None = None
    day_without_year: YearlessDay | None = None
    comments_from: int | None = None
    repairs: Mapping[str, int] = field(default_factory=dict)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Give the place in `original` of `text[start:end]`."""
        return self.origin.span(start, end)

    def quoted(self, start: int, end: int) -> str:
        """Give `text[start:end]` as it stands in the original."""
        first, last = self.span(start, end)
        return self.original[first:last]
