"""Who may run in a race: a country, an organisation, a family or a model, with its names and what it belongs to."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

KINDS = ("country", "organisation", "family", "model")


@dataclass(frozen=True)
class Contender:
    """One contender. `kind` is a grouping of measures and `id` its group; null is unknown.

    `country` is an ISO code, `organisation` and `family` are ids: of the country itself all are null. The facts of a
    model are those of its release: `model_ids` are its rows in the table of models, one for each size.
    """

    kind: str
    id: str
    name: str
    name_zh: str
    country: str | None = None
    organisation: str | None = None
    family: str | None = None
    openness: str | None = None
    licence: str | None = None
    released_on: dt.date | None = None
    params_total: int | None = None
    params_active: int | None = None
    built_on: str | None = None  # id of the family whose weights were built on, where it is another's
    model_ids: tuple[str, ...] = ()
    evidence: str = ""  # what says so
    checked_on: dt.date | None = None
