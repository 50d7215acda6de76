"""The choices of a measure that a claim's words fix; all others range freely."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from weighbridge.claim import Claim

_PARTS = {"input": "input", "输入": "input", "output": "output", "输出": "output"}
_WEEK, _MONTH = dt.timedelta(days=6), dt.timedelta(days=27)


def fixed(claim: Claim, name: str, offered: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """Give the options that the words leave no choice about."""
    found: dict[str, str] = {}
    if claim.domain is not None:
        found["benchmarks"] = claim.domain
    for word in claim.said_as:
        if word.lower() in _PARTS:
            found["part"] = _PARTS[word.lower()]
    if name == "token_share":
        # All tokens are meant where nobody speaks of paid ones, and a week by a week's figures.
        found |= {"free": "in", "window": _window(claim)}
    if name == "pull_share" and (claim.cumulative or claim.moment is not None):
        found["quantity"] = "cumulative" if claim.cumulative else "flow"
    if name == "model_size" and "active" in claim.said_as:
        found["parameters"] = "active"
    if name.startswith("download_") and "all kinds" in claim.said_as:
        found["population"] = "all"
    if name == "token_price":
        # What a maker asks is the price of its own offer.
        found |= {"offer_of": "maker", "free": "alone"}
    return {choice: option for choice, option in found.items() if option in offered.get(choice, ())}


def _window(claim: Claim) -> str:
    moment = claim.moment
    if moment is None or moment.first is None or moment.last is None:
        return "7d"
    length = moment.last - moment.first
    return "28d" if length >= _MONTH else "7d"


def where(claim: Claim, name: str, by: str) -> dict[str, str]:
    """Give the filter that the words fix: of open models alone, where openness is not what is compared."""
    fits = name == "capability" and by in ("country", "organisation")
    return {"openness": "open"} if claim.open_only and fits else {}
