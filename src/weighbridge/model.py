"""One model as one row: what it is, its score, its price and its use."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True)
class Model:
    """What is known of one model. Null is unknown; a figure of a release without sizes stands on the release's row.

    `scored_as`: its name on the board that `capability` (points) is of, setting included: each setting has a row.
    `published`: the same by the publisher of the scores, with its own interval. `usd_per_mtok`: its maker's list price,
    three tokens read to one written. `tokens_7d`: on the router's list, seven days.
    `downloads_30d`: of its maker's repositories, copies by others left out.
    """

    model_id: str
    name: str
    setting: str | None
    organisation: str | None
    country: str | None
    openness: str | None
    released_on: dt.date | None
    params_total: int | None
    params_active: int | None
    scored_as: str | None
    capability: float | None
    capability_low: float | None
    capability_high: float | None
    published: float | None
    published_low: float | None
    published_high: float | None
    usd_per_mtok: float | None
    tokens_7d: int | None
    downloads_30d: int | None
    pulls_all_time: int | None
