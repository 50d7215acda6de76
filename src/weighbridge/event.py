"""What happened and when: releases, export rules, rankings, evaluations, published figures, crossings, statements."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from weighbridge.adoption import Grade, Reference, Summary


class Happening(StrEnum):
    """What kind of event."""

    RELEASE = "release"
    EXPORT_RULE = "export_rule"
    RANKING = "ranking"  # a place on a list that somebody keeps
    EVALUATION = "evaluation"
    PUBLISHED_FIGURE = "published_figure"  # a number that somebody printed, by a definition of their own
    CROSSING = "crossing"  # one group passed another on a measure
    STATEMENT = "statement"  # somebody said so
    REPORT = "report"


@dataclass(frozen=True)
class Event:
    """One event between `first` and `last` (both inclusive, equal where the day is known).

    `subjects`: ids of what did it or whom it is of; `objects`: ids of whom it was done to, or was passed. `measure`:
    of ours, where one measures the same thing. `value` in `unit`; `value_low` and `value_high` where the publisher
    gives bounds. `platform`: id of the list or the hub. `of_what`: the population and definition, in words.
    `bare`: what the claim as it is usually repeated is, where the nuance decides that.
    `openness`: `open` where it is of models with published weights alone.
    """

    id: str
    happening: Happening
    subjects: tuple[str, ...]
    objects: tuple[str, ...]
    first: dt.date
    last: dt.date
    grade: Grade
    summary: Summary
    nuance: Summary | None
    references: tuple[Reference, ...]
    measure: str | None = None
    platform: str | None = None
    place: int | None = None
    value: float | None = None
    value_low: float | None = None
    value_high: float | None = None
    unit: str | None = None
    of_what: Summary | None = None
    bare: str | None = None
    openness: str | None = None
