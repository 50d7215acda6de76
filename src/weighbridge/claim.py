"""A claim as it is understood: what is said of whom, how much, when and by whom; and what is said but not judged."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from weighbridge.mention import Naming
    from weighbridge.moment import Moment
    from weighbridge.quantity import Quantity


class Frame(StrEnum):
    """The form of a claim."""

    LEVEL = "level"  # so many
    SHARE = "share"  # such a part of all
    LEAD = "lead"  # first, or ahead of all others
    COMPARISON = "comparison"  # one above another, or passing it
    GROWTH = "growth"  # from so much to so much, or a gap that narrows
    LAG = "lag"  # so long behind
    PRICE = "price"
    SIZE = "size"  # of models, or of what they need
    ADOPTION = "adoption"  # somebody uses something
    EVENT = "event"  # something happened on a day


class Unjudged(StrEnum):
    """What is recognised and left unjudged."""

    OPINION = "opinion"
    PREDICTION = "prediction"
    QUESTION = "question"


class Topic(StrEnum):
    """What a claim counts or compares."""

    TOKENS = "tokens"
    PULLS = "pulls"
    DOWNLOADS = "downloads"
    DERIVATIVES = "derivatives"
    USE = "use"  # on a platform that is named, or on none
    CAPABILITY = "capability"
    RATING = "rating"
    PRICE = "price"
    SIZE = "size"
    COMPUTE = "compute"  # tokens or money that a task takes
    ADOPTION = "adoption"
    CHIPS = "chips"  # exports, and rules about them
    RELEASE = "release"
    APP = "app"  # places on lists of apps
    STATEMENT = "statement"  # somebody praised or blamed it


class Relation(StrEnum):
    """How a claim's subject stands to its quantity or to its object."""

    IS = "is"
    LEADS = "leads"
    EXCEEDS = "exceeds"
    TRAILS = "trails"
    EQUALS = "equals"
    RISES = "rises"
    FALLS = "falls"
    USES = "uses"
    HAPPENS = "happens"


class Voice(StrEnum):
    """Who says it."""

    REPORTER = "reporter"
    PERSON = "person"
    REPORT = "report"


@dataclass(frozen=True)
class Speaker:
    """Who says something; `name` as the text gives it, null where the reporter speaks or nobody is named."""

    voice: Voice
    name: str | None = None


@dataclass(frozen=True)
class Claim:
    """One claim at `text[start:end]` of its article, both ends those of a sentence or a clause.

    `subjects` lead, grow or use; `objects` are passed, trailed or used. `was`: the first of two quantities or moments
    of a growth. `cumulative`: counted since the beginning. `domain`: a domain index of capability. `said_as`: the words
    that made the frame, in the order of the text. `possible`: a name in it is read from a slip. `only`: nothing else is
    used. `of_descent`: says itself that it is of what declares a base. `place`: where its users are said to be.
    `throughout`: it is said to hold since a day. `voices`: who is named beside it, and may say so. `translation`: where
    the same is said in the other language. `proposed`: by an extractor that the reader named; its words, names, number
    and days are read from the text all the same. `limits`: codes of what in its words keeps it from a firm verdict.
    """

    start: int
    end: int
    frame: Frame
    topic: Topic
    relation: Relation
    subjects: tuple[Naming, ...]
    objects: tuple[Naming, ...]
    platform: Naming | None
    quantity: Quantity | None
    moment: Moment | None
    speaker: Speaker
    said_as: tuple[str, ...]
    was: Quantity | None = None
    since: Moment | None = None
    negated: bool = False
    cumulative: bool = False
    open_only: bool = False
    domain: str | None = None
    possible: bool = False
    only: bool = False
    of_descent: bool = False
    place: str | None = None
    throughout: bool = False
    voices: tuple[str, ...] = ()
    translation: tuple[int, int] | None = None
    proposed: bool = False
    limits: tuple[str, ...] = ()


@dataclass(frozen=True)
class Left:
    """A sentence at `text[start:end]` that is about the race and is not judged."""

    start: int
    end: int
    kind: Unjudged
    why: str


@dataclass(frozen=True)
class Understood:
    """All that was understood of an article, in the order of its text."""

    claims: tuple[Claim, ...]
    left: tuple[Left, ...]
