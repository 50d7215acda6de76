"""Comparison: one group above, below or past another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from weighbridge.claim import Frame, Relation, Topic
from weighbridge.claims.understanding.cues import Turn
from weighbridge.claims.understanding.drafts import Draft
from weighbridge.quantity import Hedge, Unit

if TYPE_CHECKING:
    from weighbridge.claims.understanding.cues import Cue
    from weighbridge.claims.understanding.drafts import Scene
    from weighbridge.mention import Mention
    from weighbridge.quantity import Quantity

_FRAMES = {Topic.PRICE: Frame.PRICE, Topic.SIZE: Frame.SIZE, Topic.COMPUTE: Frame.SIZE}
_ABLE = ("outperform", "better", "smarter", "capable", "beat", "优于", "强于", "好于", "胜过")
# `Half the total of`: a part of another side's number, and no share of all.
_TOTAL = re.compile(r"\s+(?:of\s+)?(?:the|that|its|their)\s+(?:total|number|figure|size|price|count|level|tally)\b")
_HEDGE_REACH, _BEHIND_REACH = 26, 4
_UNDER = re.compile(r"不到|不足|不及|less than|under|below")
_OVER = re.compile(r"超过|高于|more than|over|above")
_BY = re.compile(r"(?:多出?|高出|超出|少|by|by about|by some)\s?$")
_AND = frozenset({"and", "or", ",", "和", "与", "、", "及", ", and"})
_ASIDE = frozenset({Topic.RELEASE, Topic.ADOPTION, Topic.STATEMENT, Topic.CHIPS})
_APPS = frozenset({"app-store", "google-play"})
_TIME = frozenset({Unit.DAYS, Unit.WEEKS, Unit.MONTHS, Unit.YEARS})


def find(scene: Scene) -> Iterator[Draft]:
    """Find one group above, below, ahead of or behind another."""
    times = list(_times(scene))
    if times:
        yield times[0]
        return
    for cue in scene.clause.cues:
        if cue.meaning in (Relation.EXCEEDS, Relation.TRAILS, Relation.EQUALS) and not _is_hedge(scene, cue):
            draft = _draft(scene, cue)
            if draft is not None:
                yield draft
                return


def _times(scene: Scene) -> Iterator[Draft]:
    """Find one side as so many times, or such a part of, another: `twice that of B`, `A 的价格不到 B 的一半`."""
    for said in scene.clause.quantities:
        quantity = _bounded(scene, said)
        behind = _TOTAL.match(scene.text, quantity.end) is not None
        priced = quantity.unit is Unit.SHARE and (behind or bool({Topic.PRICE, Topic.SIZE} & set(scene.topics)))
        if not (quantity.unit is Unit.TIMES or priced) or scene.clause.has(Relation.RISES, Relation.FALLS):
            continue
        heads = scene.heads()
        subjects, objects = heads[:1], heads[1:2]
        if heads and not objects:
            subjects, objects = scene.context.subjects[:1], heads[:1]
        every = sorted(scene.topics, key=lambda topic: topic not in (Topic.PRICE, Topic.SIZE))
        topic = next((topic for topic in every if topic not in _ASIDE), None)
        if subjects and objects and topic is not None and subjects[0].naming != objects[0].naming:
            frame = _FRAMES.get(topic, Frame.COMPARISON)
            platform = next(iter(scene.platforms), None)
            words = (scene.text[quantity.start : quantity.end],)
            yield Draft(frame, topic, Relation.IS, subjects, objects, platform, quantity, words=words)
            return


def _is_hedge(scene: Scene, cue: Cue) -> bool:
    """Say whether a word belongs to a number: `fewer than one in ten` compares nothing with nobody."""
    return any(q.start <= cue.end + 1 and cue.start < q.end for q in scene.clause.quantities if q.end > cue.start)


def _bounded(scene: Scene, quantity: Quantity) -> Quantity:
    """Take a bound that stands before the other side: `不到 B 的一半`, `less than B's half`."""
    before = scene.text[max(scene.clause.start, quantity.start - _HEDGE_REACH) : quantity.start]
    if quantity.hedge is not Hedge.EXACT or quantity.value is None:
        return quantity
    if _UNDER.search(before):
        return replace(quantity, low=None, high=quantity.value, hedge=Hedge.UNDER)
    behind = scene.text[quantity.end : min(scene.clause.end, quantity.end + _BEHIND_REACH)]
    if _UNDER.search(behind) and "不" in behind:
        return replace(quantity, low=None, high=quantity.value, hedge=Hedge.UNDER)
    if _OVER.search(before):
        return replace(quantity, low=quantity.value, high=None, hedge=Hedge.OVER)
    return quantity


def _draft(scene: Scene, cue: Cue) -> Draft | None:
    before = scene.heads(end=cue.start) or _carried(scene, cue)
    after = _joined(scene, scene.heads(start=cue.end)) or _between(scene, cue)
    others = {mention.naming for mention in after}
    before = tuple(mention for mention in before if mention.naming not in others)
    if not before or not after:
        return None
    subjects, objects = (after, before) if scene.clause.has(Turn.PASSIVE) else (before, after)
    topic = _topic(scene, cue)
    quantity = _measured(scene)
    lag = quantity is not None and quantity.unit in _TIME
    frame = Frame.LAG if lag else _FRAMES.get(topic, Frame.COMPARISON)
    return Draft(
        frame,
        Topic.CAPABILITY if lag and topic is Topic.USE else topic,
        Relation(cue.meaning),
        subjects,
        objects,
        platform=next(iter(scene.platforms), None),
        quantity=quantity,
        words=(cue.word,),
    )


def _joined(scene: Scene, after: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Give the first side behind a word, and those joined to it by `and` or a comma."""
    kept = list(after[:1])
    for one, other in pairwise(after):
        if scene.text[one.end : other.start].strip().lower() not in _AND:
            break
        kept.append(other)
    return tuple(kept)


def _carried(scene: Scene, cue: Cue) -> tuple[Mention, ...]:
    """Give the subject of an earlier clause, unless this one begins with its own."""
    return () if scene.heads(end=cue.start) else scene.context.subjects


def _between(scene: Scene, cue: Cue) -> tuple[Mention, ...]:
    """Give the object inside a Chinese cue that spans it: `比A便宜`."""
    return scene.heads(cue.start, cue.end)


def _topic(scene: Scene, cue: Cue) -> Topic:
    found = scene.topics
    if any(word in cue.word.lower() for word in _ABLE) and Topic.DOWNLOADS not in found and Topic.PRICE not in found:
        return Topic.CAPABILITY
    if "cheap" in cue.word.lower() or "便宜" in cue.word:
        return Topic.PRICE
    if Topic.APP in (*found, *scene.context.ahead) or any(platform.id in _APPS for platform in scene.platforms):
        return Topic.APP
    every = (*found, *scene.context.ahead)
    return next((topic for topic in every if topic not in _ASIDE), Topic.USE)


def _measured(scene: Scene) -> Quantity | None:
    """Give by how much or how long one stands apart from the other."""
    units = {*_TIME, Unit.TIMES, Unit.POINTS, Unit.PERCENTAGE_POINTS, Unit.SHARE}
    text, start = scene.text, scene.clause.start
    apart = (
        q for q in scene.clause.quantities if q.unit in units or _BY.search(text[max(start, q.start - 8) : q.start])
    )
    return next(apart, None)
