"""Which events bear on a claim: of its kind, its sides, its place and its time."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING

from weighbridge.claim import Relation, Topic
from weighbridge.event import Happening
from weighbridge.quantity import Unit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from weighbridge.claim import Claim
    from weighbridge.claims.judging.book import Book
    from weighbridge.event import Event
    from weighbridge.verdict import Binding

_KINDS = {
    Topic.CHIPS: frozenset({Happening.EXPORT_RULE}),
    Topic.RELEASE: frozenset({Happening.RELEASE, Happening.STATEMENT}),
    Topic.APP: frozenset({Happening.RANKING}),
    Topic.STATEMENT: frozenset({Happening.STATEMENT}),
    Topic.ADOPTION: frozenset({Happening.PUBLISHED_FIGURE, Happening.STATEMENT}),
}
_FIGURES = frozenset({Happening.PUBLISHED_FIGURE, Happening.CROSSING, Happening.EVALUATION})
# Measures of one thing: what is said of one bears on a claim about the other.
_ALIKE = (
    frozenset({"download_share", "download_total"}),
    frozenset({"capability", "capability_lag"}),
)
# A figure holds for its day; this far from it the world may have moved on.
NEAR_DAYS = 200


def bears(claim: Claim, binding: Binding, event: Event, book: Book) -> bool:
    """Say whether an event is of the kind, the sides, the place and the time that a claim speaks of."""
    if event.happening not in _KINDS.get(claim.topic, _FIGURES) or (event.openness and not claim.open_only):
        return False
    if claim.topic is Topic.RELEASE and event.happening is Happening.STATEMENT and not _is_first(claim):
        return False
    if claim.topic not in _KINDS and not _same_measure(claim, binding.measure, event):
        return False
    if claim.platform is not None and event.platform not in (None, claim.platform.id):
        return False
    if not _sides_meet(claim, event, book) or not is_known_by_then(binding, event):
        return False
    return claim.topic in _KINDS or event.value is None or (_is_near(claim, binding, event) and _unit(claim, event))


def _is_first(claim: Claim) -> bool:
    return any("first" in word.lower() or word[0] in "首第" for word in claim.said_as)


def _same_measure(claim: Claim, one: str | None, event: Event) -> bool:
    other = event.measure
    if other is None:
        return event.unit == "tokens" and claim.quantity is not None and claim.quantity.unit is Unit.TOKENS
    return one is not None and (one == other or any(one in alike and other in alike for alike in _ALIKE))


def _sides_meet(claim: Claim, event: Event, book: Book) -> bool:
    """Say whether the sides meet: of a figure, a release or a lead exactly, of other events as kin too."""
    named = {naming.id for naming in claim.subjects}
    exact = bool(named & set(event.subjects))
    if claim.topic is Topic.RELEASE and event.happening is Happening.STATEMENT:
        return bool(named & set(event.objects))
    if claim.topic in (Topic.ADOPTION, Topic.RELEASE):
        return exact
    if event.happening is Happening.PUBLISHED_FIGURE:
        return exact and (not claim.objects or claim.quantity is not None or bool(event.objects))
    if event.happening is Happening.EVALUATION:
        return exact and bool(event.objects) == bool(claim.objects) and _objects_meet(claim, event, book)
    leads = claim.relation is Relation.LEADS and event.happening is not Happening.RANKING
    return exact if leads else _kin_meet(claim, event, book)


def _kin_meet(claim: Claim, event: Event, book: Book) -> bool:
    if claim.objects and event.objects and claim.topic not in _KINDS:
        return _both(claim, event.subjects, event.objects, book) or _both(claim, event.objects, event.subjects, book)
    return book.meets((*claim.subjects, *claim.objects), (*event.subjects, *event.objects)) > 0


def _objects_meet(claim: Claim, event: Event, book: Book) -> bool:
    return not claim.objects or book.meets(claim.objects, event.objects) > 0


def _both(claim: Claim, ones: Sequence[str], others: Sequence[str], book: Book) -> bool:
    return book.meets(claim.subjects, ones) > 0 and book.meets(claim.objects, others) > 0


def is_known_by_then(binding: Binding, event: Event) -> bool:
    """Say whether an event had happened by the claim's time."""
    return binding.last is None or event.first <= binding.last + dt.timedelta(days=1)


def _is_near(claim: Claim, binding: Binding, event: Event) -> bool:
    """Say whether a figure's day is near the claim's; of what only grows an earlier one is a floor for ever."""
    grows = (event.measure or "").endswith("_total") and claim.quantity is not None and claim.quantity.high is None
    if grows and binding.last is not None and event.last <= binding.last:
        return True
    return binding.last is None or abs((binding.last - event.last).days) <= NEAR_DAYS


def _unit(claim: Claim, event: Event) -> bool:
    """Say whether an event's figure is in the unit of the claim's number, if it has one."""
    quantity = claim.quantity
    if quantity is None:
        return event.happening is not Happening.PUBLISHED_FIGURE
    plain = quantity.unit in (Unit.PLAIN, Unit.MODELS) and event.unit in ("downloads", "derivatives")
    return plain or quantity.unit.value == event.unit


def allows(claim: Claim, event: Event) -> bool:
    """Say whether the words allow the figure, or a value between the bounds that it was printed with."""
    quantity = claim.quantity
    figures = [value for value in (event.value, event.value_low, event.value_high) if value is not None]
    return quantity is not None and any(quantity.allows(Decimal(repr(figure))) for figure in figures)
