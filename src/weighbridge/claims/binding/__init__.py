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
from weighbridge.claims.binding import groupings, spans, yardsticks
from weighbridge.verdict import Binding, Test

if TYPE_CHECKING:
    from weighbridge.claim import Claim
    from weighbridge.mention import Naming

# Measures whose groups are pairs: the first follows, or pays, and the second leads, or is paid.
PAIRS = frozenset({"capability_lag", "price_gap"})
# Against whom a country is held where the words name nobody else.
_OTHER = {"CN": "US", "US": "CN", "open": "closed", "closed": "open"}


@dataclass(frozen=True)
class RaceOf:
    """What binding has to know of a measure."""

    unit: str
    groupings: tuple[str, ...]
    choices: Mapping[str, tuple[str, ...]]
    scale: Mapping[str, str]


def bind(claim: Claim, day: dt.date | None, races: Mapping[str, RaceOf]) -> Binding:
    """Give what a claim is held against. `day`: the article's, null where nobody knows it."""
    first, last = spans.days(claim, day)
    told = _told(claim)
    if told is not None:
        return replace(told, first=first, last=last)
    name = yardsticks.measure_of(claim)
    if name is None or name not in races:
        return Binding("events", Test.STATED, groups=_ids(claim), first=first, last=last, notes=("no_measure",))
    race = races[name]
    bound = _measured(claim, name, race)
    scale = {key: option for key, option in race.scale.items() if key not in bound.choices}
    return replace(bound, first=first, last=last, scale=scale)


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
    if by is None:
        return Binding("measure", _test(claim), name, None, _ids(claim), notes=("no_grouping",))
    subjects = _sides(claim.subjects, by)
    objects = _sides(claim.objects, by)
    choices, where = _choices(claim, race), _where(claim, name, by)
    if name in PAIRS:
        return _pair(claim, name, race, by, subjects, objects, choices, where)
    bound = Binding("measure", _test(claim), name, by, subjects, objects, choices=choices, where=where)
    if bound.test is not Test.WITHIN or claim.quantity is None:
        return bound
    allowed = spans.span(claim.quantity, race.unit)
    if allowed is None:
        return replace(bound, notes=("other_unit",))
    return replace(bound, low=allowed[0], high=allowed[1])


def _sides(namings: tuple[Naming, ...], by: str) -> tuple[str, ...]:
    found = (groupings.group_id(naming, by) for naming in namings)
    return tuple(dict.fromkeys(one for one in found if one is not None))


def _test(claim: Claim) -> Test:
    """Say what the words ask of the figures."""
    if claim.relation is Relation.LEADS:
        return Test.FIRST
    if claim.relation is Relation.EXCEEDS and claim.objects:
        return Test.ABOVE
    if claim.relation is Relation.TRAILS and claim.objects:
        return Test.BELOW
    if claim.frame is Frame.GROWTH and claim.was is None and claim.relation in (Relation.RISES, Relation.FALLS):
        return Test.RISES if claim.relation is Relation.RISES else Test.FALLS
    if claim.quantity is None and claim.topic in (Topic.SIZE, Topic.COMPUTE):
        return Test.ABOVE if claim.relation is Relation.EXCEEDS else Test.BELOW
    return Test.WITHIN


def _choices(claim: Claim, race: RaceOf) -> dict[str, str]:
    """Give the choices that the words fix."""
    fixed: dict[str, str] = {}
    if claim.domain in race.choices.get("benchmarks", ()):
        fixed["benchmarks"] = str(claim.domain)
    words = " ".join(claim.said_as).lower()
    for word, option in (("input", "input"), ("output", "output"), ("输入", "input"), ("输出", "output")):
        if word in words and option in race.choices.get("part", ()):
            fixed["part"] = option
    return fixed


def _where(claim: Claim, name: str, by: str) -> dict[str, str]:
    """Give the filter that the words fix: of open models alone, where openness is not what is compared."""
    fits = name in ("capability", "model_size") and by in ("country", "organisation", "family")
    return {"openness": "open"} if claim.open_only and fits else {}


def _pair(  # noqa: PLR0913, PLR0917 - the parts of one binding
    claim: Claim,
    name: str,
    race: RaceOf,
    by: str,
    subjects: tuple[str, ...],
    objects: tuple[str, ...],
    choices: dict[str, str],
    where: dict[str, str],
) -> Binding:
    """Bind a relation of two sides, which has a figure of its own."""
    one = subjects[0] if subjects else None
    other = objects[0] if objects else _OTHER.get(one or "")
    if one is None or other is None:
        return Binding("measure", Test.WITHIN, name, by, subjects, objects, notes=("no_second_side",))
    notes = () if objects else ("second_side_implied",)
    if name == "capability_lag":
        follower, leader = (other, one) if claim.relation is Relation.EXCEEDS else (one, other)
        group = f"{follower}>{leader}"
        if claim.frame is Frame.GROWTH:
            test = Test.RISES if claim.relation is Relation.RISES else Test.FALLS
            return Binding("measure", test, name, by, (f"{one}>{other}",), choices=choices, where=where, notes=notes)
        allowed = spans.span(claim.quantity, race.unit) if claim.quantity else (0.0, None)
        low, high = allowed or (None, None)
        return Binding("measure", Test.WITHIN, name, by, (group,), (), low, high, choices=choices, notes=notes)
    group = f"{one}>{other}"
    discount = spans.cheaper_by(claim.quantity) if claim.quantity else None
    below = claim.relation is Relation.TRAILS
    low, high = discount or ((None, 1.0) if below else (1.0, None))
    return Binding("measure", Test.WITHIN, name, by, (group,), (), low, high, choices=choices, notes=notes)
