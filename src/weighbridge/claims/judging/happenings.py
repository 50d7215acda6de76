"""Claims held against events: rules, rankings, statements, crossings, and figures that others printed."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from weighbridge.claim import Relation
from weighbridge.claims.judging.bearing import NEAR_DAYS, allows, bears, is_known_by_then, kinds
from weighbridge.claims.judging.book import Told, cited, turned
from weighbridge.claims.judging.uses import OVER, UNSURE
from weighbridge.event import Happening
from weighbridge.verdict import Reason, Ruling, Test

if TYPE_CHECKING:
    from collections.abc import Sequence

    from weighbridge.claim import Claim
    from weighbridge.claims.judging.book import Book
    from weighbridge.event import Event
    from weighbridge.mention import Naming
    from weighbridge.verdict import Binding

# Figures printed about as near to the claim's day as the nearest are heard beside it.
_BESIDE_DAYS = 60
_TELLING = 4
_FIGURES = frozenset({Happening.PUBLISHED_FIGURE})
_TURNS = (Relation.EXCEEDS, Relation.TRAILS)


def told(claim: Claim, binding: Binding, book: Book) -> Told | None:
    """Give what the events that meet a claim say of it; none where none does."""
    if binding.test is Test.TIMES:
        return _times(claim, binding, book)
    met = [event for event in book.told_of(kinds(claim.topic)) if bears(claim, binding, event, book)]
    if not met:
        return None
    best = max(met, key=lambda event: _closeness(claim, binding, event, book))
    heard = [event for event in met if _is_beside(event, best, claim, binding)]
    ruled = {_ruling(claim, event, book) for event in heard} - {Ruling.NOT_ENOUGH_EVIDENCE}
    ruling = _ruling(claim, best, book)
    if {Ruling.SUPPORTED, Ruling.REFUTED} <= ruled:
        # Of several printed counts one that the words allow is enough for the claim to be somebody's true report.
        best = next(event for event in heard if _ruling(claim, event, book) is Ruling.SUPPORTED)
        ruling = Ruling.SUPPORTED
    return Told(turned(claim, ruling), _reasons(best), cited(best), attributed=_names_its_source(claim, best))


def _names_its_source(claim: Claim, event: Event) -> bool:
    """Say whether a claim repeats a printed figure as that of who printed it."""
    if claim.quantity is None or event.value is None:
        return False
    told_by = [name.lower() for r in event.references for name in (r.publisher, r.quotes or "") if name]
    return any(_same_name(voice.lower(), name) for voice in claim.voices for name in told_by)


def _same_name(one: str, other: str) -> bool:
    first = one.partition(" ")[0]
    return one in other or other in one or (len(first) >= _TELLING and first in other)


def _times(claim: Claim, binding: Binding, book: Book) -> Told | None:
    """Hold `so many times another` against the figures that one publisher printed of both sides."""
    figures = book.told_of(_FIGURES)
    mine = [e for e in figures if _is_figure(e, claim.subjects, binding)]
    theirs = [e for e in figures if _is_figure(e, claim.objects, binding)]
    both = [(a, b) for a in mine for b in theirs if (a.last, a.unit, a.measure) == (b.last, b.unit, b.measure)]
    if not both or claim.quantity is None:
        return None
    one, other = min(both, key=lambda pair: _distance(binding, pair[0]))
    ratio = Decimal(repr(one.value)) / Decimal(repr(other.value))
    ruling = Ruling.SUPPORTED if claim.quantity.allows(ratio) else Ruling.REFUTED
    return Told(turned(claim, ruling), (*_reasons(one), *_reasons(other)), (*cited(one), *cited(other)))


def _is_figure(event: Event, sides: Sequence[Naming], binding: Binding) -> bool:
    mine = event.subjects and event.subjects[0] in {side.id for side in sides}
    told = bool(event.value) and event.measure == binding.measure
    return bool(mine) and told and is_known_by_then(binding, event) and _distance(binding, event) <= NEAR_DAYS


def _reasons(event: Event) -> tuple[Reason, ...]:
    said = Reason("event", {"entry": event.id, "grade": event.grade, "summary": event.summary, "first": event.first})
    return (said, Reason("nuance", {"says": event.nuance})) if event.nuance else (said,)


def _distance(binding: Binding, event: Event) -> int:
    """Give the days between a claim's time and an event, none inside it; of a long time its beginning counts."""
    if binding.last is None:
        return 0
    ends = [abs((binding.last - event.last).days), abs((binding.last - event.first).days)]
    if binding.first is not None and binding.first < binding.last:
        ends += [abs((binding.first - event.first).days)] if event.first >= binding.first else [10_000]
    return min(ends)


def _closeness(claim: Claim, binding: Binding, event: Event, book: Book) -> float:
    sides = book.meets(claim.subjects, event.subjects) + book.meets(claim.objects, event.objects)
    crossed = 0.5 * book.meets((*claim.subjects, *claim.objects), (*event.subjects, *event.objects))
    right = 1.0 if claim.quantity is not None and event.value is not None and allows(claim, event) else 0.0
    turn = 1.0 if event.happening is Happening.CROSSING and claim.relation in _TURNS else 0.0
    return sides + crossed + right + turn + 1 / (1 + _distance(binding, event) / 60)


def _is_beside(event: Event, best: Event, claim: Claim, binding: Binding) -> bool:
    """Say whether a printed figure is as near to the claim as the best, and of the same thing."""
    if event.happening is not best.happening or event.unit != best.unit or claim.quantity is None:
        return event is best
    return abs(_distance(binding, event) - _distance(binding, best)) <= _BESIDE_DAYS


def _ruling(claim: Claim, event: Event, book: Book) -> Ruling:
    if event.grade in OVER:
        return Ruling.REFUTED
    if event.happening is Happening.CROSSING:
        return _crossed(claim, event, book)
    if event.happening is Happening.RANKING and event.place is not None and claim.relation in (Relation.LEADS, *_TURNS):
        return Ruling.SUPPORTED if event.place == 1 else Ruling.REFUTED
    if claim.quantity is not None and event.value is not None and not allows(claim, event):
        return Ruling.REFUTED
    if event.bare is not None and not claim.of_descent:
        return Ruling(event.bare)
    return Ruling.NOT_ENOUGH_EVIDENCE if event.grade in UNSURE else Ruling.SUPPORTED


def _crossed(claim: Claim, event: Event, book: Book) -> Ruling:
    trails = claim.relation is Relation.TRAILS
    ahead, behind = (claim.objects, claim.subjects) if trails else (claim.subjects, claim.objects)
    if book.meets(ahead, event.subjects) and book.meets(behind, event.objects):
        return Ruling.SUPPORTED
    turned_about = book.meets(ahead, event.objects) and book.meets(behind, event.subjects)
    return Ruling.REFUTED if turned_about else Ruling.NOT_ENOUGH_EVIDENCE
