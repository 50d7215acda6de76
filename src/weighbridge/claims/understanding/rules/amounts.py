"""Levels, shares and growth: a quantity of a group, alone or from one to another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from weighbridge.claim import Frame, Relation, Topic
from weighbridge.claims.understanding.drafts import Draft
from weighbridge.mention import Named
from weighbridge.quantity import Unit

if TYPE_CHECKING:
    from weighbridge.claims.understanding.drafts import Scene
    from weighbridge.mention import Mention
    from weighbridge.quantity import Quantity

_COUNTS = {
    Unit.TOKENS: Topic.TOKENS,
    Unit.DOWNLOADS: Topic.DOWNLOADS,
    Unit.PULLS: Topic.PULLS,
    Unit.DERIVATIVES: Topic.DERIVATIVES,
    Unit.PARAMETERS: Topic.SIZE,
    Unit.USD_PER_MTOK: Topic.PRICE,
    Unit.CNY_PER_MTOK: Topic.PRICE,
}
_TIME = frozenset({Unit.DAYS, Unit.WEEKS, Unit.MONTHS, Unit.YEARS})
_SHARED = (Topic.APP, Topic.DERIVATIVES, Topic.TOKENS, Topic.PULLS, Topic.DOWNLOADS, Topic.USE)
# What a number without a unit of its own counts, where its clause or the one before says so.
_IMPLIED = (Topic.DERIVATIVES, Topic.PULLS, Topic.DOWNLOADS, Topic.TOKENS)
# `476 million of Llama`, `2.94 trillion for American ones`: whose it is stands behind the number.
_BEHIND = re.compile(r"\s+(?:downloads\s+|tokens\s+|pulls\s+)?(?:of|for|by)\s+(?:the\s+)?")
_REACH = 2
_LONGEST_LINK = 60
_BEFORE = 30  # a name before a number is its own sooner than one that follows later
_OF_MODELS = frozenset({Unit.USD_PER_MTOK, Unit.CNY_PER_MTOK, Unit.PARAMETERS})
# By so many points, or so many times: a change and no level.
_CHANGED = frozenset({Unit.TIMES, Unit.PERCENTAGE_POINTS, Unit.POINTS})
_TURNED = re.compile(r"doubl|tripl|quadrupl|翻|倍增", re.IGNORECASE)
_MILLION = re.compile(r"million (?:input |output )?tokens|百万(?:个)?(?:输入|输出)?\s?(?:token|词元)", re.IGNORECASE)
_WAS = re.compile(r"(?:,\s*)?(?:up|down) from\b")
_WANTED = {
    Unit.SHARE: _SHARED,
    Unit.POINTS: (Topic.RATING, Topic.CAPABILITY),
    Unit.MODELS: (Topic.DERIVATIVES,),
    Unit.PLAIN: _IMPLIED,
    Unit.TIMES: _IMPLIED,
}
_FRAMES = {Topic.SIZE: Frame.SIZE, Topic.PRICE: Frame.PRICE}


def find(scene: Scene) -> Iterator[Draft]:
    """Find quantities of groups."""
    if _WAS.match(scene.text, scene.clause.start):
        return  # `up from 1 %` tells what it was before, and belongs to the claim before
    pair = _from_to(scene)
    for quantity in scene.clause.quantities:
        if pair is not None and quantity is pair[0]:
            continue
        draft = _draft(scene, quantity, pair[0] if pair is not None and quantity is pair[1] else None)
        if draft is not None:
            yield draft


def _draft(scene: Scene, quantity: Quantity, was: Quantity | None) -> Draft | None:
    topic = _topic(scene, quantity)
    if topic is None:
        return None
    subjects, platform = _subjects(scene, quantity), next(iter(scene.platforms), None)
    if not subjects:
        return None
    cue = scene.clause.first(Relation.RISES, Relation.FALLS)
    frame = _FRAMES.get(topic, Frame.SHARE if quantity.unit is Unit.SHARE else Frame.LEVEL)
    if was is not None or (
        quantity.unit in _CHANGED and (cue is not None or _TURNED.search(words_of(scene, quantity)))
    ):
        frame = _FRAMES.get(topic, Frame.GROWTH)
    if quantity.unit in _TIME:
        frame = Frame.LAG
    relation = Relation.IS
    if frame is Frame.GROWTH:
        relation = Relation(cue.meaning) if cue is not None else Relation.RISES
    words = (scene.text[quantity.start : quantity.end], *((cue.word,) if cue else ()))
    return Draft(frame, topic, relation, subjects, (), platform, quantity, was, words)


def words_of(scene: Scene, quantity: Quantity) -> str:
    """Give the words of a quantity."""
    return scene.text[quantity.start : quantity.end]


def _topic(scene: Scene, quantity: Quantity) -> Topic | None:
    """Tell what a quantity counts; null where it is none of what is measured."""
    if quantity.unit in _COUNTS:
        return _COUNTS[quantity.unit]
    if _is_price(scene, quantity):
        return Topic.PRICE
    wanted = _WANTED.get(quantity.unit)
    return scene.topic(*wanted) if wanted else None


def _subjects(scene: Scene, quantity: Quantity) -> tuple[Mention, ...]:
    """Give whose quantity it is: the nearest group before it, else the nearest behind it, else that of the sentence."""
    if quantity.unit in _OF_MODELS or _is_price(scene, quantity):
        models = _models(scene.heads(), quantity) or _models(scene.context.subjects, quantity)
        if models:
            return models
    behind = _BEHIND.match(scene.text, quantity.end)
    if behind and (after := scene.heads(start=quantity.end)) and after[0].start - behind.end() <= _REACH:
        return after[:1]
    before = scene.heads(end=quantity.start)
    if before:
        return _last_of_a_kind(before, scene)
    after = scene.heads(start=quantity.end)
    return after[:1] if after else scene.context.subjects


def _models(heads: tuple[Mention, ...], quantity: Quantity) -> tuple[Mention, ...]:
    """Give the model that a price or a size is of: the most closely named, and of those the nearest."""
    for kind in (Named.RELEASE, Named.FAMILY):
        found = tuple(mention for mention in heads if mention.naming.named is kind)
        if found:
            return (min(found, key=lambda mention: _apart(mention, quantity)),)
    return ()


def _apart(mention: Mention, quantity: Quantity) -> int:
    """Give how far a name stands from a number: what follows one belongs to it only where it does so at once."""
    if mention.start < quantity.end:
        return quantity.start - mention.end
    return 0 if mention.start - quantity.end <= 1 else mention.start - quantity.end + _BEFORE


def _is_price(scene: Scene, quantity: Quantity) -> bool:
    """Say whether money is a price of a million tokens, as another was in the same sentence."""
    near = scene.context.per_mtok or _MILLION.search(scene.text, scene.clause.start, scene.clause.end) is not None
    return quantity.unit is Unit.USD and near


def _last_of_a_kind(before: tuple[Mention, ...], scene: Scene) -> tuple[Mention, ...]:
    """Keep the nearest group, with those joined to it by `and`."""
    kept = [before[-1]]
    for earlier, later in reversed(list(pairwise(before))):
        between = scene.text[earlier.end : later.start].strip().lower()
        if between not in ("and", "和", "与", "、", ",") or earlier.naming.named is not later.naming.named:
            break
        kept.insert(0, earlier)
    return tuple(kept) if all(m.naming.named is not Named.PLATFORM for m in kept) else ()


def _from_to(scene: Scene) -> tuple[Quantity, Quantity] | None:
    """Give two quantities of one unit where the clause says that something rose or fell from one to the other."""
    if not scene.clause.has(Relation.RISES, Relation.FALLS):
        return None
    for one, other in pairwise(scene.clause.quantities):
        between = scene.text[one.end : other.start].lower()
        if one.unit is not other.unit and Unit.PLAIN not in (one.unit, other.unit):
            continue
        if re.search(r"\bfrom\s+(?:\w+\s+){0,3}$", between) and len(between) < _LONGEST_LINK:
            return other, one  # `rose to 69 % from 1 %`
        if _joins(between):
            return one, other
    return None


def _joins(between: str) -> bool:
    return len(between) < _LONGEST_LINK and any(
        word in f" {between.strip()} " for word in (" to ", "至", "到", "增", "升", "降", "跌", "涨")
    )
