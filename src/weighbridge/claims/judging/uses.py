"""Claims of use, held against who is known to use what."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING

from weighbridge.adoption import Depth, Grade
from weighbridge.claims.judging.book import Told, cited, turned
from weighbridge.mention import Named
from weighbridge.verdict import Reason, Ruling

if TYPE_CHECKING:
    from weighbridge.adoption import Adoption
    from weighbridge.claim import Claim
    from weighbridge.claims.judging.book import Book
    from weighbridge.mention import Naming
    from weighbridge.verdict import Binding

# Kinds of users as a claim names them, and as they stand in the names of those held.
_KINDS = dict.fromkeys(("government", "governments", "政府"), "government")
_KINDS |= dict.fromkeys(("startups", "start-ups", "初创企业", "初创公司", "创业公司"), "start-ups")
_LONG = 6
OVER = frozenset({Grade.DENIED, Grade.RETRACTED})
UNSURE = frozenset({Grade.RUMOURED})
# A statement is printed some days after it was made, and taken up by others sooner than by its own publisher.
_LATE = dt.timedelta(days=31)


def told(claim: Claim, binding: Binding, book: Book) -> Told | None:
    """Give what is known of a use; none where neither the user nor, of a kind of users, the models are known."""
    who = {naming.id for naming in claim.subjects}
    begun = [use for use in book.adoptions if _begun(use, binding.last)]
    known = [use for use in begun if use.adopter in who]
    if not known and not _is_named(claim):
        known = [use for use in begun if use.adopter in book.groups and _is_kind(claim, use, book)]
        known = [use for use in known if _meant(claim, use, book)]
    if not known:
        return None
    return _used(claim, min(known, key=lambda use: (-_meant(claim, use, book), -_near(use, binding.last))), book)


def _is_named(claim: Claim) -> bool:
    """Say whether a user is named: a person who tells of a use is none, nor who is named beside that person."""
    users = [naming for naming in claim.subjects if naming.named is Named.ADOPTER]
    return bool(users) and not any(naming.person for naming in users)


def _is_kind(claim: Claim, use: Adoption, book: Book) -> bool:
    """Say whether the kind of users that a claim speaks of, or who tells of them, is in the name of one."""
    name = book.names.get(use.adopter, "").lower()
    told_by = [part.lower() for who in claim.subjects if who.person for part in who.name.split() if len(part) >= _LONG]
    kinds = [_KINDS[word.lower()] for word in claim.said_as if word.lower() in _KINDS]
    return any(word in name for word in (*told_by, *kinds))


def _begun(use: Adoption, day: dt.date | None) -> bool:
    stated = min(reference.stated_on for reference in use.references)
    return day is None or (use.since or stated) <= day + _LATE


def _near(use: Adoption, day: dt.date | None) -> int:
    stated = max(reference.stated_on for reference in use.references)
    return -abs((stated - day).days) if day is not None else stated.toordinal()


def _meant(claim: Claim, use: Adoption, book: Book) -> int:
    """Count the sides of a claim that a use names; a country is that of the models' makers."""
    return book.meets(claim.objects, use.models) + sum(_of_country(side, use, book) for side in claim.objects)


def _of_country(side: Naming, use: Adoption, book: Book) -> bool:
    return side.named is Named.COUNTRY and any(book.country.get(model) == side.id for model in use.models)


def _used(claim: Claim, use: Adoption, book: Book) -> Told:
    reasons = [Reason("use", {"entry": use.id, "grade": use.grade, "depth": use.depth, "summary": use.summary})]
    reasons += [Reason("nuance", {"says": use.nuance})] if use.nuance else []
    ruling = Ruling.SUPPORTED
    named = [side for side in claim.objects if side.named is not Named.OPENNESS]
    if named and not _meant(claim, use, book):
        # A user who says what its product rests on has said what it does not.
        ruling = Ruling.REFUTED if _is_settled(use) else Ruling.NOT_ENOUGH_EVIDENCE
        reasons.append(Reason("other_models", {"models": list(use.models)}))
    elif use.grade in OVER:
        ruling = Ruling.REFUTED
    elif claim.only and use.not_only:
        ruling = Ruling.REFUTED
        reasons.append(Reason("not_only"))
    elif _miscounted(claim, use):
        ruling = Ruling.REFUTED
        reasons.append(Reason("other_count", {"count": use.count}))
    elif use.bare is not None:
        ruling = Ruling(use.bare)
    elif claim.negated and use.depth is Depth.UNKNOWN:
        # A preference that was stated shows no use, nor that there is none.
        ruling = Ruling.NOT_ENOUGH_EVIDENCE
    elif use.grade in UNSURE:
        ruling = Ruling.NOT_ENOUGH_EVIDENCE
    return Told(turned(claim, ruling), tuple(reasons), cited(use))


def _is_settled(use: Adoption) -> bool:
    return use.depth is Depth.CORE and use.grade is Grade.CONFIRMED_BY_USER and not use.not_only


def _miscounted(claim: Claim, use: Adoption) -> bool:
    quantity = claim.quantity
    return quantity is not None and use.count is not None and not quantity.allows(Decimal(use.count))
