"""Binding: what a claim is held against. Several readings are possible; the one taken is shown and can be replaced.

    bind(claim, day, races)

`races`: for each measure its unit and the groupings that it offers.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from weighbridge.claim import Frame, Relation, Topic
from weighbridge.claims.binding import changes, choices, groupings, pairs, spans, yardsticks
from weighbridge.mention import Named
from weighbridge.quantity import Unit
from weighbridge.verdict import Binding, Test

if TYPE_CHECKING:
    from weighbridge.claim import Claim
    from weighbridge.mention import Naming

# Measures whose groups are pairs: the first follows, or pays, and the second leads, or is paid.
PAIRS = frozenset({"capability_lag", "price_gap"})
_CHANGES = {Relation.RISES: Test.RISES, Relation.FALLS: Test.FALLS}
_SIDES = {Relation.EQUALS: Test.EQUAL, Relation.EXCEEDS: Test.ABOVE, Relation.TRAILS: Test.BELOW}
# What has a best model of its own that others stand behind.
_WHOLE = (Named.COUNTRY, Named.OPENNESS)


@dataclass(frozen=True)
class RaceOf:
    """What binding has to know of a measure."""

    unit: str
    groupings: tuple[str, ...]
    choices: Mapping[str, tuple[str, ...]]
    scale: Mapping[str, str]


def bind(claim: Claim, day: dt.date | None, races: Mapping[str, RaceOf]) -> Binding:
    """Give what a claim is held against. `day`: the article's, null where nobody knows it."""
    bound = _bind(claim, day, races)
    return replace(bound, notes=(*bound.notes, *claim.limits)) if claim.limits else bound


def _bind(claim: Claim, day: dt.date | None, races: Mapping[str, RaceOf]) -> Binding:
    first, last = spans.days(claim, day)
    told = _told(claim)
    if told is not None:
        return replace(told, first=first, last=last)
    name = yardsticks.measure_of(claim)
    if name is None or name not in races:
        return Binding("events", Test.STATED, groups=_ids(claim), first=first, last=last, notes=("no_measure",))
    race = races[name]
    bound = _denied(claim, _measured(claim, name, race))
    scale = {key: option for key, option in race.scale.items() if key not in bound.choices}
    if name == "model_size" and bound.by == "model":
        first = last = None  # a model's size is that of its release, whenever that is spoken of
    raced = bound.test in (Test.FIRST, Test.ABOVE, Test.BELOW)
    return replace(bound, first=first, last=last, scale=scale, throughout=claim.throughout and raced)


def _denied(claim: Claim, bound: Binding) -> Binding:
    """Take `has not reached 10 %` as less than 10 %, and `is not under 10 %` as no less."""
    if not claim.negated or bound.test is not Test.WITHIN or (bound.low is None and bound.high is None):
        return bound
    low, high = (bound.high, None) if bound.low is None else (None, bound.low)
    return replace(bound, low=low, high=high, denied=True)


def _told(claim: Claim) -> Binding | None:
    """Bind what only evidence and events can answer."""
    groups = tuple(naming.id for naming in claim.subjects)
    against = tuple(naming.id for naming in claim.objects)
    if claim.frame is Frame.ADOPTION:
        return Binding("evidence", Test.STATED, groups=groups, against=against)
    if claim.topic in yardsticks.TOLD or claim.topic is Topic.ADOPTION:
        return Binding("events", Test.STATED, groups=groups, against=against)
    return None


def _ids(claim: Claim) -> tuple[str, ...]:
    return tuple(naming.id for naming in (*claim.subjects, *claim.objects))


def _measured(claim: Claim, name: str, race: RaceOf) -> Binding:
    sides = (*claim.subjects, *claim.objects)
    by = groupings.grouping(sides, race.groupings)
    if _is_above_a_country(claim, race):
        # `Above any American model`: the others are not that country as one side, but each of its makers.
        by, claim = groupings.grouping(claim.subjects, race.groupings), replace(claim, objects=())
    if name == "model_size" and claim.subjects and not claim.objects and claim.quantity is not None:
        by = "model" if claim.subjects[0].named in (Named.FAMILY, Named.RELEASE) else by
    if by is None or (name == "capability_lag" and any(side.named not in _WHOLE for side in claim.subjects)):
        return Binding("measure", _test(claim), name, None, _ids(claim), notes=("no_grouping",))
    subjects, objects = _sides(claim.subjects, by), _sides(claim.objects, by)
    fixed, where = choices.fixed(claim, name, race.choices), choices.where(claim, name, by)
    if name in PAIRS:
        return pairs.pair(claim, Binding("measure", Test.WITHIN, name, by, subjects, objects, choices=fixed), race.unit)
    bound = Binding("measure", _test(claim), name, by, subjects, objects, choices=fixed, where=where)
    bound = replace(bound, notes=notes(claim, by))
    if bound.test in (Test.RISES, Test.FALLS) and claim.quantity is not None:
        return changes.change(claim.quantity, bound, race.unit)
    if claim.quantity is None or (bound.test is not Test.WITHIN and not spans.is_margin(claim.quantity, bound.test)):
        return bound
    allowed = spans.span(claim.quantity, race.unit, bound.test)
    if allowed is None:
        return replace(bound, notes=("other_unit",))
    return replace(bound, low=allowed[0], high=allowed[1])


def notes(claim: Claim, by: str) -> tuple[str, ...]:
    """Give the codes of what limits a binding."""
    used = claim.topic in (Topic.TOKENS, Topic.PULLS, Topic.DOWNLOADS, Topic.USE)
    placed = ("place_unmeasured",) if claim.place and used else ()
    return (*placed, *(("no_grouping",) if _is_widened(claim, by) else ()))


def _is_widened(claim: Claim, by: str) -> bool:
    """Say whether a side that is said to be behind is held as more than it is: a model as all of its country's."""
    lower = {Relation.EXCEEDS: claim.objects, Relation.TRAILS: claim.subjects}.get(claim.relation, ())
    return bool(lower) and bool(claim.objects) and all(groupings.is_narrower(side, by) for side in lower)


def _is_above_a_country(claim: Claim, race: RaceOf) -> bool:
    narrow = all(side.named in (Named.ORGANISATION, Named.FAMILY) for side in claim.subjects)
    wide = bool(claim.objects) and all(side.named is Named.COUNTRY for side in claim.objects)
    return narrow and wide and claim.relation is Relation.EXCEEDS and "organisation" in race.groupings


def _sides(namings: tuple[Naming, ...], by: str) -> tuple[str, ...]:
    found = (groupings.group_id(naming, by) for naming in namings)
    return tuple(dict.fromkeys(one for one in found if one is not None))


def _is_ratio(claim: Claim) -> bool:
    """Say whether a number tells how many times, or what part of, another side's figure one is."""
    unit = None if claim.quantity is None else claim.quantity.unit
    beside = claim.frame is Frame.COMPARISON and claim.relation is Relation.IS
    return unit is Unit.TIMES or (unit is Unit.SHARE and (beside or claim.topic in (Topic.PRICE, Topic.SIZE)))


def _test(claim: Claim) -> Test:
    """Say what the words ask of the figures."""
    relation, lone = claim.relation, not claim.objects
    if claim.objects and _is_ratio(claim):
        return Test.TIMES
    if relation is Relation.LEADS or (relation is Relation.EXCEEDS and lone):
        return Test.FIRST
    if claim.frame is Frame.GROWTH and claim.was is None:
        return _CHANGES.get(relation, Test.WITHIN)
    if lone:
        return Test.WITHIN
    return _SIDES.get(relation, Test.WITHIN)
