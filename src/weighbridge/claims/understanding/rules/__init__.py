"""The rules of the frames, in their order: what an earlier one takes out of a clause a later one leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weighbridge.claim import Relation
from weighbridge.claims.understanding.rules import amounts, comparisons, gaps, happenings, leads, prices, sizes, uses

if TYPE_CHECKING:
    from weighbridge.claims.understanding.drafts import Draft, Scene

_RULES = (happenings.find, uses.find, gaps.find, comparisons.find, leads.find, amounts.find, prices.find, sizes.find)


def drafts(scene: Scene) -> list[Draft]:
    """Give what a clause claims; of claims with the same sides and topic the first holds."""
    found: list[Draft] = []
    for rule in _RULES:
        for draft in rule(scene):
            if not any(_same(draft, earlier) for earlier in found):
                found.append(draft)
    return found


def _same(one: Draft, other: Draft) -> bool:
    """Say whether two drafts say the same: one quantity is claimed once, and one topic of the same sides too."""
    if one.quantity is not None and one.quantity in (other.quantity, other.was):
        return True
    sides = {mention.naming.id for mention in (*one.subjects, *one.objects)}
    others = {mention.naming.id for mention in (*other.subjects, *other.objects)}
    # A lead or a price without a number adds nothing to a comparison of the same sides, but to one with a margin.
    bare = one.quantity is None and not (one.relation is Relation.LEADS and other.quantity is not None)
    return bare and sides <= others and one.topic is other.topic and one.platform == other.platform
