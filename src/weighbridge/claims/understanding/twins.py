"""A sentence and its translation claim once: of two claims that say the same in a pair of passages one is kept."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from weighbridge.article import Passage
    from weighbridge.claim import Claim


def once(claims: Sequence[Claim], passages: Sequence[Passage]) -> tuple[Claim, ...]:
    """Fold the claims of translated passages into those of what they translate, with the place of both."""
    earlier = {i: p.translation_of for i, p in enumerate(passages) if p.translation_of is not None}
    home = {claim: _passage(claim, passages) for claim in claims}
    kept: list[Claim] = []
    for claim in claims:
        original = earlier.get(home[claim])
        twin = next((i for i, one in enumerate(kept) if home.get(_bare(one)) == original and _alike(one, claim)), None)
        if original is None or twin is None:
            kept.append(claim)
        elif kept[twin].translation is None:
            kept[twin] = replace(kept[twin], translation=(claim.start, claim.end))
    return tuple(kept)


def _bare(claim: Claim) -> Claim:
    return replace(claim, translation=None)


def _passage(claim: Claim, passages: Sequence[Passage]) -> int:
    return next((i for i, p in enumerate(passages) if p.start <= claim.start < p.end), -1)


def _alike(one: Claim, other: Claim) -> bool:
    """Say whether two claims may say the same: equal numbers, and sides or words of the race that meet."""
    if one.quantity is not None and other.quantity is not None:
        return one.quantity.value == other.quantity.value and one.quantity.unit is other.quantity.unit
    sides = {naming.id for naming in (*one.subjects, *one.objects)}
    others = {naming.id for naming in (*other.subjects, *other.objects)}
    same_place = one.platform == other.platform or one.platform is None or other.platform is None
    return one.topic is other.topic and same_place and bool(sides & others)
