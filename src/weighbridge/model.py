"""One model as one row: what it is, its score, its price and its use."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from weighbridge.countries import STATED_AS
from weighbridge.schema import Kind, Table
from weighbridge.schema.table import MOST_PARAMETERS, Column, Layer, count, day, text


@dataclass(frozen=True)
class Model:
    """What is known of one model; MODELS says what each field means. Null is unknown."""

    model_id: str
    name: str
    setting: str | None
    organisation: str | None
    maker: str | None
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


def _points(name: str, says: str) -> Column:
    return Column(name, Kind.NUMBER, says, nullable=True, low=-500, high=500, unit="points")


MODELS = Table(
    "models",
    Layer.DIMENSION,
    "What each model is, its score, its price and its use, where they meet in one set of weights. A model scored under "
    "several settings has a row for each, and its price and use stand on all of them. A figure of a release that does "
    "not say which size is meant stands on the release's own row. Empty is not known, never zero.",
    (
        text("model_id", "One set of weights of a release: its id, with the size where the release has several."),
        text("name", "English name of the release, with its size."),
        text("setting", "Reasoning effort, thinking budget or dated version that was scored.", nullable=True),
        text("organisation", "Stable id of the maker.", nullable=True),
        text("maker", "English name of the maker.", nullable=True),
        text("country", f"Primary base of the maker: {STATED_AS}.", nullable=True),
        text("openness", "How open the weights are.", nullable=True, one_of=("open_licence", "restricted", "closed")),
        day("released_on", "Day of release; where none was announced, the first day known.", nullable=True),
        count("params_total", "Total parameters.", "parameters", nullable=True, high=MOST_PARAMETERS),
        count("params_active", "Parameters that one token uses.", "parameters", nullable=True, high=MOST_PARAMETERS),
        text("scored_as", "Name on the board of scores, setting included.", nullable=True),
        _points("capability", "Ability by the measure `capability` under its default choices."),
        _points("capability_low", "Lower end of its 90 % interval."),
        _points("capability_high", "Upper end of its 90 % interval."),
        _points("published", "Ability by the fit of the publisher of the scores."),
        _points("published_low", "Lower end of the publisher's 90 % interval."),
        _points("published_high", "Upper end of the publisher's 90 % interval."),
        Column(
            "usd_per_mtok",
            Kind.NUMBER,
            "List price, three tokens read to one written: the maker's, or the middle of others where it sells none.",
            nullable=True,
            low=0,
            unit="USD per million tokens",
        ),
        count("tokens_7d", "Tokens served by the router on the newest seven days listed.", "tokens", nullable=True),
        count(
            "downloads_30d",
            "Downloads of the maker's repositories in 30 days, each at its newest reading; copies are left out.",
            "downloads",
            nullable=True,
        ),
        count("pulls_all_time", "Pulls since the library listed the model.", "pulls", nullable=True),
    ),
    ("model_id", "scored_as"),
)
