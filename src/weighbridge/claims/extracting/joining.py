"""Joining: proposed claims beside those that the rules found, each claim once and the rules' own first."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from weighbridge.article import Passage
    from weighbridge.claim import Claim


def fresh(proposed: Iterable[Claim], found: Sequence[Claim], passages: Sequence[Passage]) -> list[Claim]:
    """Give the proposed claims that say something new: none at the same place and of the same sides is held yet."""
    kept: list[Claim] = []
    for claim in proposed:
        if not any(_same(claim, other, passages) for other in (*found, *kept)):
            kept.append(claim)
    return kept


def joined(found: Sequence[Claim], new: Sequence[Claim]) -> tuple[Claim, ...]:
    """Give all claims in the order of the text."""
    return tuple(sorted((*found, *new), key=lambda claim: claim.start))


def _same(one: Claim, other: Claim, passages: Sequence[Passage]) -> bool:
    if one.start < other.end and other.start < one.end:
        apart = None not in (one.quantity, other.quantity) and one.quantity != other.quantity
    elif _is_translation(one, other, passages):
        apart = None not in (one.quantity, other.quantity) and _value(one) != _value(other)
    else:
        return False
    elsewhere = None not in (one.platform, other.platform) and one.platform != other.platform
    return not apart and not elsewhere and _sides(one) == _sides(other)


def _is_translation(one: Claim, other: Claim, passages: Sequence[Passage]) -> bool:
    """Say whether two claims stand in two passages of which one translates the other."""
    here, there = _home(one, passages), _home(other, passages)
    if here is None or there is None:
        return False
    return passages[here].translation_of == there or passages[there].translation_of == here


def _home(claim: Claim, passages: Sequence[Passage]) -> int | None:
    return next((i for i, p in enumerate(passages) if p.start <= claim.start < p.end), None)


def _value(claim: Claim) -> object:
    return (claim.quantity.value, claim.quantity.unit) if claim.quantity else None


def _sides(claim: Claim) -> frozenset[str]:
    return frozenset(naming.id for naming in (*claim.subjects, *claim.objects))
