"""What a label of a claim says. Labels were made by reading, apart from the code that finds and judges claims."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from weighbridge.quantity import Hedge, Unit

Language = Literal["en", "zh-Hans", "zh-Hant"]
# First and last day, both inclusive; an open end is none.
Days = tuple[dt.date | None, dt.date | None]


class Frame(StrEnum):
    """What kind of claim."""

    LEVEL = "level"
    SHARE = "share"
    LEAD = "lead"  # dominates, leads, ranks first
    COMPARISON = "comparison"  # one above another, or passing it
    GROWTH = "growth"  # from one figure to another, or a gap that narrows
    LAG = "lag"
    PRICE = "price"
    SIZE = "size"
    ADOPTION = "adoption"
    EVENT = "event"


class Expected(StrEnum):
    """How a claim ought to be judged."""

    SUPPORTED = "supported"
    REFUTED = "refuted"
    CONFLICTING = "conflicting"
    NOT_ENOUGH = "not_enough_evidence"


class Unjudged(StrEnum):
    """What is said and cannot be judged."""

    OPINION = "opinion"
    PREDICTION = "prediction"
    QUESTION = "question"
    OTHER = "other"  # about something else: nothing is to be found there


@dataclass(frozen=True)
class Span:
    """Characters of an article's decoded text, last one exclusive, and a word or number that stands among them."""

    start: int
    end: int
    key: str


@dataclass(frozen=True)
class Said:
    """What the words of a quantity allow, in the plain unit (40 % is 0.4); an open end is none."""

    low: float | None
    high: float | None
    unit: Unit
    hedge: Hedge


@dataclass(frozen=True)
class Claim:
    """One claim. `entities`: ids, the subject first. `measures`: what binds it best, then what else may.

    A measure's name, or `evidence` (who uses what) or `events`. `clause`: the part of a written text that makes the
    claim, empty where all of it does. `nuance`: what a reader ought to be told beside the verdict. `optional`: said in
    passing, or too vague to be missed: finding it is no fault, and neither is leaving it.
    """

    frame: Frame
    entities: tuple[str, ...]
    measures: tuple[str, ...]
    verdict: Expected
    reason: str
    by: str | None = None
    said: Said | None = None
    days: Days | None = None
    clause: str = ""
    nuance: str = ""
    optional: bool = False


@dataclass(frozen=True)
class InArticle:
    """A claim of an article: where it stands, in each of its languages."""

    spans: tuple[Span, ...]
    claim: Claim


@dataclass(frozen=True)
class NotJudged:
    """An opinion, a prediction or a question of an article: where it stands, in each of its languages."""

    spans: tuple[Span, ...]
    kind: Unjudged


@dataclass(frozen=True)
class Article:
    """The labels of one article, and its day. `comments_from`: where readers' comments begin, which are not judged."""

    day: dt.date
    claims: tuple[InArticle, ...]
    not_judged: tuple[NotJudged, ...]
    comments_from: int | None = None


@dataclass(frozen=True)
class Written:
    """A text written for the purpose, as of a day. `unjudged`: set where it makes no claim at all."""

    text: str
    day: dt.date
    language: Language
    claims: tuple[Claim, ...] = ()
    unjudged: Unjudged | None = None
    held_out: bool = False


def on(day: str) -> Days:
    """Give the one day, from ISO text."""
    return dt.date.fromisoformat(day), dt.date.fromisoformat(day)


def between(first: str, last: str) -> Days:
    """Give two days, from ISO texts."""
    return dt.date.fromisoformat(first), dt.date.fromisoformat(last)


def until(last: str) -> Days:
    """Give what is open before a day."""
    return None, dt.date.fromisoformat(last)


def month(text: str) -> Days:
    """Give the days of `2025-10`."""
    first = dt.date.fromisoformat(f"{text}-01")
    return first, first.replace(day=calendar.monthrange(first.year, first.month)[1])


def year(number: int) -> Days:
    """Give the days of a year."""
    return dt.date(number, 1, 1), dt.date(number, 12, 31)
