"""An article of a publisher's own, checked, as the site tells it: its claims alone, never its text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from weighbridge.judged_claim import JudgedClaim

if TYPE_CHECKING:
    from weighbridge.article import Language

LONGEST_QUOTE = 300  # characters of a sentence: the article belongs to its publisher


@dataclass(frozen=True)
class Sentence:
    """The words of a claim as they stand in the article, cut after `LONGEST_QUOTE`; `language` null where unknown."""

    text: str
    language: str | None


@dataclass(frozen=True)
class ArticleClaim(JudgedClaim):
    """A checked claim of an article. `said`: the same in one language or in two; `speakers`: who says it, by language.

    `number`: its place among the claims of the article, from 1. `possible`: a name in it is read from a slip.
    """

    id: str
    number: int
    said: tuple[Sentence, ...]
    speakers: Mapping[str, str]
    possible: bool


@dataclass(frozen=True)
class CheckedArticle:
    """A checked article. `digest`: sha256 of its bytes. `title`: on one line, empty where nothing gives one.

    `day`: on which it speaks, null where nobody knows it; `how` it is known. `unjudged`: how many sentences are
    recognised and left unjudged, by kind.
    """

    digest: str
    title: str
    title_language: Language | None
    language: Language | None
    day: dt.date | None
    how: str
    claims: tuple[ArticleClaim, ...]
    unjudged: Mapping[str, int]
