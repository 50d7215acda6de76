"""Gaps: a distance between two sides that narrows or widens, and how long one stands behind the other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from weighbridge.claim import Frame, Relation, Topic
from weighbridge.claims.understanding.cues import Turn
from weighbridge.claims.understanding.drafts import Draft
from weighbridge.quantity import Unit

if TYPE_CHECKING:
    from weighbridge.claims.understanding.drafts import Scene
    from weighbridge.mention import Mention
    from weighbridge.quantity import Quantity

_GAP = re.compile(r"\bgaps?\b|\blead\b|差距|\bdistance\b|\blag\b", re.IGNORECASE)
# What cannot be of one side alone.
_GAP_NOUN = re.compile(r"\bgaps?\b|差距|\bdistance\b|\blag\b", re.IGNORECASE)
_TIME = frozenset({Unit.DAYS, Unit.WEEKS, Unit.MONTHS, Unit.YEARS})
_BEHIND = re.compile(
    r"behind|lag|trail|late|adrift|short of|gap|later|to (?:catch|match)|ahead|lead"
    r"|慢|只差|相差|落后|滞后|差距|领先",
    re.IGNORECASE,
)


def find(scene: Scene) -> Iterator[Draft]:
    """Find a gap that changes, and a lag in time."""
    yield from _changing(scene)
    yield from _lag(scene)


def _changing(scene: Scene) -> Iterator[Draft]:
    words = scene.text[scene.clause.start : scene.clause.end]
    cue = scene.clause.first(Relation.FALLS, Relation.RISES)
    gap = _GAP.search(words)
    if cue is None or gap is None:
        return
    quantity = next((q for q in scene.clause.quantities if q.unit in _TIME or q.unit is Unit.POINTS), None)
    subjects, objects = _two(scene)
    if subjects and (objects or _GAP_NOUN.search(words)):
        topic = scene.topic(Topic.RATING, Topic.PRICE, Topic.DOWNLOADS) or Topic.CAPABILITY
        yield Draft(
            Frame.GROWTH,
            topic,
            Relation(cue.meaning),
            subjects,
            objects,
            quantity=quantity,
            words=(cue.word, gap[0]),
        )


def _lag(scene: Scene) -> Iterator[Draft]:
    words = scene.text[scene.clause.start : scene.clause.end]
    found = _BEHIND.search(words)
    quantity = next((q for q in scene.clause.quantities if q.unit in _TIME), None)
    if found is None or quantity is None or not (scene.clause.has(Turn.BEHIND_IN_TIME) or _near(scene, quantity)):
        return
    subjects, objects = _two(scene)
    if subjects:
        ahead = re.search(r"ahead|领先|lead", found[0], re.IGNORECASE)
        relation = Relation.EXCEEDS if ahead else Relation.TRAILS
        yield Draft(Frame.LAG, Topic.CAPABILITY, relation, subjects, objects, quantity=quantity, words=(found[0],))


def _near(scene: Scene, quantity: Quantity) -> bool:
    around = scene.text[max(scene.clause.start, quantity.start - 24) : min(scene.clause.end, quantity.end + 24)]
    return _BEHIND.search(around) is not None


def _two(scene: Scene) -> tuple[tuple[Mention, ...], tuple[Mention, ...]]:
    """Give the two sides: the first group named, and the others; with one alone, the other side is whoever leads."""
    heads = scene.heads() or scene.context.subjects
    if len(heads) < 2 and scene.context.subjects and heads != scene.context.subjects:  # noqa: PLR2004 - two sides
        heads = (*scene.context.subjects[:1], *heads)
    return heads[:1], heads[1:2]
