"""Claims of two sides that have a figure of their own: how far one is behind the other, and what it costs beside it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from weighbridge.claim import Frame, Relation
from weighbridge.claims.binding import spans
from weighbridge.verdict import Test

if TYPE_CHECKING:
    from weighbridge.claim import Claim
    from weighbridge.verdict import Binding

# Against whom a side is held where the words name nobody else.
_OTHER = {"CN": "US", "US": "CN", "open": "closed", "closed": "open"}
# `As much as` and `on a par` of a price.
_PAR = (0.9, 1.1)


def pair(claim: Claim, bound: Binding, unit: str) -> Binding:
    """Give the binding of a relation of two sides. `bound`: its sides, measure and grouping."""
    one = bound.groups[0] if bound.groups else None
    other = bound.against[0] if bound.against else _OTHER.get(one or "")
    if one is None or other is None or one == other:
        return replace(bound, notes=("no_second_side",))
    bound = replace(bound, against=(), notes=() if claim.objects else ("second_side_implied",))
    if bound.measure == "capability_lag":
        return _lag(claim, bound, one, other, unit)
    low, high = _price(claim)
    if (one, other) == ("closed", "open"):
        # The measure holds open against closed: the ratio the other way round.
        one, other = other, one
        low, high = (1 / high if high else None), (1 / low if low else None)
    return replace(bound, groups=(f"{one}>{other}",), low=low, high=high)


def _lag(claim: Claim, bound: Binding, one: str, other: str, unit: str) -> Binding:
    if claim.frame is Frame.GROWTH:
        test = Test.RISES if claim.relation is Relation.RISES else Test.FALLS
        return replace(bound, test=test, groups=(f"{one}>{other}",))
    follower, leader = (other, one) if claim.relation is Relation.EXCEEDS else (one, other)
    allowed = spans.span(claim.quantity, unit, Test.WITHIN) if claim.quantity else (0.0, None)
    low, high = allowed or (None, None)
    return replace(bound, groups=(f"{follower}>{leader}",), low=low, high=high)


def _price(claim: Claim) -> tuple[float | None, float | None]:
    """Give the ratio of the first side's price to the other's that the words allow."""
    below = claim.relation is Relation.TRAILS
    if claim.quantity is not None:
        allowed = spans.cheaper_by(claim.quantity) if below else spans.ratio(claim.quantity)
        if allowed is not None:
            return allowed
    if claim.relation is Relation.EQUALS:
        return _PAR
    return (None, 1.0) if below else (1.0, None)
