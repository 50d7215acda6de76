"""What licences say of one another: which a model may be under that was built on one under another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from weighbridge.entities.curated import Licence


def named(licences: Sequence[Licence]) -> list[dict[str, Any]]:
    """Give the rows of `licences`: one for each name of each."""
    return [
        {
            "tag": name.lower(),
            "licence_id": of.id,
            "allows_any": of.allows == "any",
            **of.model_dump(include={"name", "kind", "clause", "read", "evidence", "checked_on"}),
        }
        for of in licences
        for name in of.names
    ]


def pairs(licences: Sequence[Licence]) -> list[dict[str, Any]]:
    """Give the rows of `licence_pairs`: of two licences whose terms are known, where the text of the first decides."""
    known = [of for of in licences if of.kind != "unknown"]
    return [
        {"ancestor_id": ancestor.id, "descendant_id": descendant.id, "allowed": word}
        for ancestor in known
        for descendant in known
        if (word := allowed(ancestor, descendant)) is not None
    ]


def allowed(ancestor: Licence, descendant: Licence) -> bool | None:
    """Say whether a descendant may be under its licence; null where the text does not decide. What is named by id wins.

    Every licence allows itself, but one that allows no derivatives: whether the descendant is one is not known then.
    """
    if "unknown" in (ancestor.kind, descendant.kind):
        return None
    if ancestor.id == descendant.id:
        return None if ancestor.kind == "no_derivatives" else True
    if ancestor.allows == "any":
        return True
    for word in (descendant.id, descendant.kind):
        if word in (ancestor.allows or ()):
            return True
        if word in ancestor.forbids:
            return False
    return None
