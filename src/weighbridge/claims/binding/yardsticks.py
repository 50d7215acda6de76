"""Which measure answers a topic: one table from what a claim counts, where, and in what form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weighbridge.claim import Frame, Topic
from weighbridge.mention import Named
from weighbridge.quantity import Unit

if TYPE_CHECKING:
    from weighbridge.claim import Claim

# Where use is counted, and what counts it there.
PLATFORMS = {
    "openrouter": "token_share",
    "ollama": "pull_share",
    "hugging-face": "download_share",
    "lmarena": "arena_rating",
}
# Topics that only the curated events can answer.
TOLD = frozenset({Topic.CHIPS, Topic.RELEASE, Topic.APP, Topic.STATEMENT})
_MONEY = frozenset({Unit.USD_PER_MTOK, Unit.CNY_PER_MTOK, Unit.USD, Unit.CNY})
_GAPS = frozenset({"gap", "gaps", "lead", "distance", "lag", "差距"})
_BY_TOPIC = {
    Topic.TOKENS: "token_share",
    Topic.PULLS: "pull_share",
    Topic.DOWNLOADS: "download_share",
    Topic.DERIVATIVES: "derivative_share",
    Topic.CAPABILITY: "capability",
    Topic.RATING: "arena_rating",
    Topic.SIZE: "model_size",
    Topic.COMPUTE: "tokens_and_cost_to_solve",
}


def measure_of(claim: Claim) -> str | None:
    """Give the measure that counts what a claim speaks of; none where nothing that is measured does."""
    if claim.topic is Topic.PRICE:
        return _price(claim)
    if claim.topic is Topic.USE:
        return PLATFORMS.get(claim.platform.id) if claim.platform else None
    measure = _BY_TOPIC.get(claim.topic)
    if claim.topic is Topic.CAPABILITY and claim.platform is not None and claim.platform.id == "lmarena":
        measure = "arena_rating"
    if claim.frame is Frame.LAG or (claim.topic is Topic.CAPABILITY and _of_a_gap(claim)):
        return "capability_lag"
    shared = claim.quantity is not None and claim.quantity.unit is Unit.SHARE
    counted = claim.frame in (Frame.LEVEL, Frame.GROWTH) and not shared
    if claim.topic is Topic.DOWNLOADS and (claim.cumulative or counted):
        return "download_total"
    if claim.topic is Topic.DERIVATIVES and counted:
        return "derivative_total"
    return measure


def _of_a_gap(claim: Claim) -> bool:
    return claim.frame is Frame.GROWTH and any(word.lower() in _GAPS for word in claim.said_as)


def _price(claim: Claim) -> str:
    """Give the list price for a price in money; for a relation of two sides, that of models as capable."""
    if claim.quantity is not None and claim.quantity.unit in _MONEY:
        return "token_price"
    pairs = (Named.COUNTRY, Named.OPENNESS)
    return "price_gap" if all(side.named in pairs for side in (*claim.subjects, *claim.objects)) else "token_price"
