"""Whether the parts of a proposal make one of the forms that claims have: only those have a test in binding."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from weighbridge.claim import Frame, Relation, Topic
from weighbridge.quantity import Unit

if TYPE_CHECKING:
    from weighbridge.claim import Claim

_COUNTED = frozenset({Topic.TOKENS, Topic.PULLS, Topic.DOWNLOADS, Topic.DERIVATIVES, Topic.USE, Topic.APP})
_RACES = _COUNTED | {Topic.CAPABILITY, Topic.RATING}
_TOLD = frozenset({Topic.RELEASE, Topic.CHIPS, Topic.STATEMENT, Topic.APP})
_TIME = frozenset({Unit.DAYS, Unit.WEEKS, Unit.MONTHS, Unit.YEARS})
_BESIDE = frozenset({Relation.EXCEEDS, Relation.TRAILS})
_MOVES = frozenset({Relation.RISES, Relation.FALLS})


def sensible(claim: Claim) -> bool:
    """Say whether frame, topic, relation, sides and quantity fit together; a test without bounds would pass all."""
    return _FORMS[claim.frame](claim)


def _level(claim: Claim) -> bool:
    fits = claim.topic in _RACES and claim.relation is Relation.IS
    return fits and bool(claim.subjects) and _bounded(claim) and _unit(claim) not in {*_TIME, Unit.SHARE, Unit.RANK}


def _share(claim: Claim) -> bool:
    of_race = claim.topic in _COUNTED and claim.relation is Relation.IS and bool(claim.subjects)
    of_users = claim.topic is Topic.ADOPTION and claim.relation is Relation.USES and bool(claim.objects)
    return (of_race or of_users) and _bounded(claim) and _unit(claim) is Unit.SHARE


def _lead(claim: Claim) -> bool:
    first = claim.quantity is None or claim.quantity.unit is not Unit.RANK or claim.quantity.value == 1
    alone = bool(claim.subjects) and not claim.objects
    return claim.topic in _RACES and claim.relation is Relation.LEADS and alone and first


def _comparison(claim: Claim) -> bool:
    return claim.topic in _RACES and claim.relation in _BESIDE and _two(claim)


def _growth(claim: Claim) -> bool:
    return claim.topic in _RACES and claim.relation in _MOVES and bool(claim.subjects)


def _lag(claim: Claim) -> bool:
    timed = claim.quantity is None or (_unit(claim) in _TIME and _bounded(claim))
    return claim.topic is Topic.CAPABILITY and claim.relation in _BESIDE and bool(claim.subjects) and timed


def _price(claim: Claim) -> bool:
    unit = _unit(claim)
    listed = claim.relation is Relation.IS and unit is not None and unit.value.endswith("per_mtok") and _bounded(claim)
    beside = claim.relation in _BESIDE and bool(claim.objects)
    return claim.topic is Topic.PRICE and bool(claim.subjects) and (listed or beside)


def _size(claim: Claim) -> bool:
    if claim.topic not in (Topic.SIZE, Topic.COMPUTE) or not claim.subjects:
        return False
    counted = claim.relation is Relation.IS and _unit(claim) is Unit.PARAMETERS and _bounded(claim)
    return counted or claim.relation is Relation.LEADS or (claim.relation in _BESIDE and bool(claim.objects))


def _adoption(claim: Claim) -> bool:
    return claim.topic is Topic.ADOPTION and claim.relation is Relation.USES and bool(claim.objects)


def _event(claim: Claim) -> bool:
    whom = claim.topic is not Topic.STATEMENT or bool(claim.objects)
    return claim.topic in _TOLD and claim.relation is Relation.HAPPENS and bool(claim.subjects) and whom


def _two(claim: Claim) -> bool:
    return bool(claim.subjects) and bool(claim.objects) and set(claim.subjects).isdisjoint(claim.objects)


def _unit(claim: Claim) -> Unit | None:
    return claim.quantity.unit if claim.quantity else None


def _bounded(claim: Claim) -> bool:
    return claim.quantity is not None and (claim.quantity.low, claim.quantity.high) != (None, None)


_FORMS: Mapping[Frame, Callable[[Claim], bool]] = {
    Frame.LEVEL: _level,
    Frame.SHARE: _share,
    Frame.LEAD: _lead,
    Frame.COMPARISON: _comparison,
    Frame.GROWTH: _growth,
    Frame.LAG: _lag,
    Frame.PRICE: _price,
    Frame.SIZE: _size,
    Frame.ADOPTION: _adoption,
    Frame.EVENT: _event,
}
