"""The grouping that holds all sides of a claim, and the ids of the sides in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weighbridge.mention import Named

if TYPE_CHECKING:
    from collections.abc import Iterable

    from weighbridge.mention import Naming

# From narrow to wide: the narrowest that holds all sides is taken.
_NARROW = ("model", "family", "organisation", "country", "openness")
_OWN = {
    Named.RELEASE: "model",
    Named.FAMILY: "family",
    Named.ORGANISATION: "organisation",
    Named.COUNTRY: "country",
}
_HOLDS = {
    Named.RELEASE: frozenset({"model", "family", "organisation", "country"}),
    Named.FAMILY: frozenset({"family", "organisation", "country"}),
    Named.ORGANISATION: frozenset({"organisation", "country"}),
    Named.COUNTRY: frozenset({"country"}),
    Named.OPENNESS: frozenset({"openness"}),
}


def grouping(sides: Iterable[Naming], offered: Iterable[str]) -> str | None:
    """Give the narrowest grouping that a measure offers and every side has an id in; none where there is none."""
    common = set(offered)
    for naming in sides:
        common &= _HOLDS.get(naming.named, frozenset())
    return next((by for by in _NARROW if by in common), None)


def is_narrower(naming: Naming, by: str) -> bool:
    """Say whether a grouping holds a side only as a part of a group."""
    own = _OWN.get(naming.named)
    return own is not None and by in _NARROW and _NARROW.index(own) < _NARROW.index(by)


def group_id(naming: Naming, by: str) -> str | None:
    """Give the id of a side in a grouping; null where it is not known."""
    if by == "country":
        return naming.id if naming.named is Named.COUNTRY else naming.country
    if by == "organisation":
        return naming.id if naming.named is Named.ORGANISATION else naming.organisation
    if by == "family":
        return naming.id if naming.named is Named.FAMILY else naming.family
    return naming.id
