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
_COUNTED = frozenset({Topic.TOKENS, Topic.PULLS, Topic.DOWNLOADS, Topic.DERIVATIVES})
_MONEY = frozenset({Unit.USD_PER_MTOK, Unit.CNY_PER_MTOK, Unit.USD, Unit.CNY})
_PASSING = ("overt", "surpass", "passed", "dethron", "超越", "反超", "超过")
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
    platform = claim.platform.id if claim.platform is not None else ""
    if claim.topic is Topic.PRICE:
        return _price(claim)
    # What one hub counts says nothing of another.
    if claim.topic is Topic.USE or (platform and platform not in PLATFORMS and claim.topic in _COUNTED):
        return PLATFORMS.get(platform)
    if claim.frame is Frame.LAG or (claim.topic is Topic.CAPABILITY and _of_a_gap(claim)):
        return "capability_lag"
    if claim.topic is Topic.CAPABILITY and platform == "lmarena":
        return "arena_rating"
    if claim.topic is Topic.DOWNLOADS and platform == "ollama":
        return "pull_share"  # the word of the street for what that library calls pulls
    return _of_all(claim) or _BY_TOPIC.get(claim.topic)


def _of_all(claim: Claim) -> str | None:
    """Give the measure of all there ever were, where a claim counts these and no share of a time."""
    shared = claim.quantity is not None and claim.quantity.unit is Unit.SHARE
    counted = claim.frame in (Frame.LEVEL, Frame.GROWTH) and not shared
    if claim.topic is Topic.DOWNLOADS and (claim.cumulative or counted or _passes(claim)):
        return "download_total"
    return "derivative_total" if claim.topic is Topic.DERIVATIVES and counted else None


def _passes(claim: Claim) -> bool:
    """Say whether one side is said to have passed another: of downloads that is said of all there ever were."""
    return claim.frame is Frame.COMPARISON and any(word.lower().startswith(_PASSING) for word in claim.said_as)


def _of_a_gap(claim: Claim) -> bool:
    return claim.frame is Frame.GROWTH and any(word.lower() in _GAPS for word in claim.said_as)


def _price(claim: Claim) -> str:
    """Give the list price for a price in money; for a relation of two sides, that of models as capable."""
    if claim.quantity is not None and claim.quantity.unit in _MONEY:
        return "token_price"
    pairs = (Named.COUNTRY, Named.OPENNESS)
    return "price_gap" if all(side.named in pairs for side in (*claim.subjects, *claim.objects)) else "token_price"
