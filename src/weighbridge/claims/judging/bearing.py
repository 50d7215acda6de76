"""Which events bear on a claim: of its kind, its sides, its place and its time."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from typing import TYPE_CHECKING

from weighbridge.claim import Relation, Topic
from weighbridge.event import Happening
from weighbridge.mention import Named
from weighbridge.quantity import Unit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from weighbridge.claim import Claim
    from weighbridge.claims.judging.book import Book
    from weighbridge.event import Event
    from weighbridge.mention import Naming
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
# What happens on a day: a claim that names another time speaks of something else.
_DATED = frozenset({Happening.RANKING, Happening.EXPORT_RULE})
_ABOUT = dt.timedelta(days=45)
_LEAVE = re.compile(
    r"\b(?:approv(?!ed customers)|lift|restor|clear|loosen|allow|may ship|eas(?:e|ing))"
    r"|批准|核准|放行|取消|解除|恢复|放宽|松绑|解禁",
    re.IGNORECASE,
)
_BAN = re.compile(
    r"\b(?:bann?|restrict|tighten|impos|barr|block|halt|suspend|revok|to stop|limited)|禁止|实施|收紧|叫停|暂停|管制",
    re.IGNORECASE,
)
# A figure holds for its day; this far from it the world may have moved on.
NEAR_DAYS = 200


def kinds(topic: Topic) -> frozenset[Happening]:
    """Give the kinds of events that may bear on a claim of a topic."""
    return _KINDS.get(topic, _FIGURES)


def bears(claim: Claim, binding: Binding, event: Event, book: Book) -> bool:
    """Say whether an event is of the kind, the sides, the place and the time that a claim speaks of."""
    if event.happening not in kinds(claim.topic) or (event.openness and not claim.open_only):
        return False
    if claim.topic is Topic.RELEASE and event.happening is Happening.STATEMENT and not _is_first(claim):
        return False
    if claim.topic not in _KINDS and not _same_measure(claim, binding.measure, event):
        return False
    if claim.platform is not None and event.platform not in (None, claim.platform.id):
        return False
    if not _sides_meet(claim, event, book) or not _is_of_its_time(claim, binding, event):
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
    if claim.topic in (Topic.ADOPTION, Topic.RELEASE):
        return _stated(claim, event, book, exact=exact)
    if event.happening is Happening.PUBLISHED_FIGURE:
        return exact and (not claim.objects or claim.quantity is not None or bool(event.objects))
    if event.happening is Happening.EVALUATION:
        return exact and bool(event.objects) == bool(claim.objects) and _objects_meet(claim, event, book)
    if event.happening is Happening.RANKING:
        return book.meets(ahead(claim), event.subjects) > 0
    if claim.topic is Topic.CHIPS and (not _countries_meet(claim, event) or _is_opposite(claim, event)):
        return False
    return exact if claim.relation is Relation.LEADS else _kin_meet(claim, event, book)


def _stated(claim: Claim, event: Event, book: Book, *, exact: bool) -> bool:
    """Say whether the sides of a use or a release meet; a statement must be about what is used or released."""
    if event.happening is not Happening.STATEMENT:
        return exact
    if claim.topic is Topic.RELEASE:
        return any(naming.id in event.objects for naming in claim.subjects)
    return exact and (not claim.objects or book.meets(claim.objects, event.objects) > 0)


def ahead(claim: Claim) -> Sequence[Naming]:
    """Give who is said to stand in front."""
    return claim.objects if claim.relation is Relation.TRAILS else claim.subjects


def _countries_meet(claim: Claim, event: Event) -> bool:
    """Say whether a rule is of every country that a claim names: what holds of China says nothing of Russia."""
    named = {side.id for side in (*claim.subjects, *claim.objects) if side.named is Named.COUNTRY}
    return named <= {*event.subjects, *event.objects}


def _is_opposite(claim: Claim, event: Event) -> bool:
    """Say whether a claim tells of a ban and an event of leave, or the other way about."""
    said, told = _way(" ".join(claim.said_as[:1])), _way(event.summary.en)
    return not claim.negated and None not in (said, told) and said != told


def _way(words: str) -> bool | None:
    """Tell leave (true) from a ban (false) by the words; what lifts a limit names both."""
    return True if _LEAVE.search(words) else (False if _BAN.search(words) else None)


def _kin_meet(claim: Claim, event: Event, book: Book) -> bool:
    if claim.objects and event.objects and claim.topic not in _KINDS:
        return _both(claim, event.subjects, event.objects, book) or _both(claim, event.objects, event.subjects, book)
    return book.meets((*claim.subjects, *claim.objects), (*event.subjects, *event.objects)) > 0


def _objects_meet(claim: Claim, event: Event, book: Book) -> bool:
    return not claim.objects or book.meets(claim.objects, event.objects) > 0


def _both(claim: Claim, ones: Sequence[str], others: Sequence[str], book: Book) -> bool:
    return book.meets(claim.subjects, ones) > 0 and book.meets(claim.objects, others) > 0


def _is_of_its_time(claim: Claim, binding: Binding, event: Event) -> bool:
    known = is_known_by_then(binding, event)
    return known and (event.happening not in _DATED or _in_its_time(claim, binding, event))


def _in_its_time(claim: Claim, binding: Binding, event: Event) -> bool:
    """Say whether an event that has a day is of the time that a claim names; a place on a list is soon another."""
    first, last = binding.first, binding.last
    if claim.moment is None:
        passing = event.happening is Happening.RANKING and last is not None
        return not passing or last is None or (last - event.last).days <= NEAR_DAYS
    return (first is None or event.last >= first - _ABOUT) and (last is None or event.first <= last + _ABOUT)


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
