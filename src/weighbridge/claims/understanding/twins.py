"""A sentence and its translation claim once: of two claims that say the same in a pair of passages one is kept."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from weighbridge.article import Passage
    from weighbridge.claim import Claim


def once(claims: Sequence[Claim], passages: Sequence[Passage]) -> tuple[Claim, ...]:
    """Fold the claims of translated passages into those of what they translate, with the place of both."""
    kept: list[Claim] = []
    placed: dict[int, list[int]] = {}
    for claim in claims:
        home = _passage(claim, passages)
        original = passages[home].translation_of
        told = placed.get(original, []) if original is not None else []
        twin = next((i for i in told if _alike(kept[i], claim)), None)
        if twin is None:
            placed.setdefault(home, []).append(len(kept))
            kept.append(claim)
        elif kept[twin].translation is None:
            kept[twin] = replace(kept[twin], translation=(claim.start, claim.end))
    return tuple(kept)


def _passage(claim: Claim, passages: Sequence[Passage]) -> int:
    """Give the index of the passage that a claim stands in; they are in the order of the text."""
    return bisect_right(passages, claim.start, key=lambda passage: passage.start) - 1


def _alike(one: Claim, other: Claim) -> bool:
    """Say whether two claims may say the same: equal numbers, and sides or words of the race that meet."""
    if one.quantity is not None and other.quantity is not None:
        return one.quantity.value == other.quantity.value and one.quantity.unit is other.quantity.unit
    sides = {naming.id for naming in (*one.subjects, *one.objects)}
    others = {naming.id for naming in (*other.subjects, *other.objects)}
    same_place = one.platform == other.platform or one.platform is None or other.platform is None
    return one.topic is other.topic and same_place and bool(sides & others)
