"""What people and publishers say of a claim: first who uses what, then what happened and was printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weighbridge.claim import Relation
from weighbridge.claims.judging import happenings, uses

if TYPE_CHECKING:
    from weighbridge.claim import Claim
    from weighbridge.claims.judging.book import Book, Told
    from weighbridge.verdict import Binding


def told(claim: Claim, binding: Binding, book: Book) -> Told | None:
    """Give what the entries say of a claim; none where no entry bears on it."""
    found = uses.told(claim, binding, book) if claim.relation is Relation.USES else None
    return found or happenings.told(claim, binding, book)
