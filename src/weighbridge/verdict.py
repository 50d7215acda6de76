"""What a claim was held against, and what came of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from weighbridge.claim import Claim
    from weighbridge.estimate import SourceUse

Yardstick = Literal["measure", "evidence", "events", "none"]


class Ruling(StrEnum):
    """What the data say of a claim."""

    SUPPORTED = "supported"
    REFUTED = "refuted"
    CONFLICTING = "conflicting"  # true under one definition and false under another
    NOT_ENOUGH_EVIDENCE = "not_enough_evidence"


class Test(StrEnum):
    """What is asked of the figures."""

    WITHIN = "within"  # a group's figure lies between `low` and `high`
    FIRST = "first"  # a group has the highest figure
    ABOVE = "above"  # a group's figure is above another's, by a margin between `low` and `high` where these are given
    BELOW = "below"
    EQUAL = "equal"  # neither figure is clearly above the other
    TIMES = "times"  # a group's figure is between `low` and `high` times another's
    RISES = "rises"  # a group's figure is higher at the end than at the beginning
    FALLS = "falls"
    STATED = "stated"  # an entry of evidence or events says so


@dataclass(frozen=True)
class Binding:
    """What a claim is held against: a measure with its groups, days and test, or the curated evidence and events.

    `low` and `high` are in the unit of the measure; a null end is open. `first` and `last`: the days meant; null where
    the words and the article name none. `choices`: what the words fix; all others range freely.
    """

    yardstick: Yardstick
    test: Test
    measure: str | None = None
    by: str | None = None
    groups: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    low: float | None = None
    high: float | None = None
    first: dt.date | None = None
    last: dt.date | None = None
    choices: Mapping[str, str] = field(default_factory=dict)
    where: Mapping[str, str] = field(default_factory=dict)
    scale: Mapping[str, str] = field(default_factory=dict)  # the options whose figures may be held beside each other
    times: bool = False  # of a change: `low` and `high` are the ratio of its end to its beginning
    denied: bool = False  # `low` and `high` already say what a denial allows
    throughout: bool = False  # it is to hold on the first day and on the last
    notes: tuple[str, ...] = ()  # codes of what a reader of the binding must know


@dataclass(frozen=True)
class Reason:
    """One thing that led to a ruling: a code of the catalogue and what fills its sentence."""

    code: str
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Cited:
    """A source outside the tables of figures: an entry of evidence or events, with where it is stated."""

    entry: str
    publisher: str
    title: str
    stated_on: dt.date
    url: str | None


@dataclass(frozen=True)
class Verdict:
    """A judged claim. `value` with its bounds and its range over the choices is that of the first group, in `unit`.

    `part_true` and `part_false`: parts of the combinations of choices with a figure under which the claim holds or
    fails. `id`: the same from the same claim, data and code.
    """

    id: str
    claim: Claim
    binding: Binding
    ruling: Ruling
    reasons: tuple[Reason, ...]
    value: float | None = None
    ci_low: float | None = None
    ci_high: float | None = None
    range_low: float | None = None
    range_high: float | None = None
    unit: str = ""
    as_of: dt.date | None = None
    part_true: float | None = None
    part_false: float | None = None
    sources: tuple[SourceUse, ...] = ()
    cited: tuple[Cited, ...] = ()
