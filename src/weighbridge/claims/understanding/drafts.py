"""A claim as a rule of a frame makes it, before the places and the context of its clause are added."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from weighbridge.claim import Claim, Relation, Topic
from weighbridge.claims.understanding import sides
from weighbridge.claims.understanding.context import is_open, topics
from weighbridge.claims.understanding.cues import Turn
from weighbridge.claims.understanding.limits import limits
from weighbridge.mention import Named

if TYPE_CHECKING:
    from weighbridge.claim import Frame
    from weighbridge.claims.understanding.clauses import Clause
    from weighbridge.claims.understanding.context import Context
    from weighbridge.mention import Mention, Naming
    from weighbridge.moment import Moment
    from weighbridge.quantity import Quantity


@dataclass(frozen=True)
class Scene:
    """One clause with all that its rules look at."""

    text: str
    clause: Clause
    context: Context

    @property
    def topics(self) -> tuple[Topic, ...]:
        """The clause's own topics, else those before it."""
        own = topics(self.clause)
        # `share` alone says of nothing what it is a share of.
        return own if own and own != (Topic.USE,) else (self.context.topics or own)

    @property
    def platforms(self) -> tuple[Naming, ...]:
        """The clause's own platforms, else those before it."""
        return sides.of_kind(self.clause.mentions, Named.PLATFORM) or self.context.platforms

    def heads(self, start: int | None = None, end: int | None = None) -> tuple[Mention, ...]:
        """Give the groups that the clause, or a part of it, is about."""
        clause = self.clause
        first, last = clause.start if start is None else start, clause.end if end is None else end
        found = sides.heads(self.text, clause, first, last)
        # Openness alone is a side where nobody else is spoken of.
        bare = all(mention.naming.named is Named.OPENNESS for mention in found)
        return () if bare and self.context.subjects else found

    def topic(self, *wanted: Topic, default: Topic | None = None) -> Topic | None:
        """Give the first topic at hand that is wanted."""
        return next((topic for topic in self.topics if topic in wanted), default)


@dataclass(frozen=True)
class Draft:
    """What a rule found. `words`: what made the frame, in the order of the text."""

    frame: Frame
    topic: Topic
    relation: Relation
    subjects: tuple[Mention, ...]
    objects: tuple[Mention, ...] = ()
    platform: Naming | None = None
    quantity: Quantity | None = None
    was: Quantity | None = None
    words: tuple[str, ...] = ()
    domain: str | None = None

    def claim(self, scene: Scene) -> Claim:
        """Give the claim at its clause."""
        clause, context = scene.clause, scene.context
        taking = (*self.subjects, *self.objects)
        return Claim(
            start=clause.start,
            end=clause.end,
            frame=self.frame,
            topic=self.topic,
            relation=self.relation,
            subjects=sides.named(self.subjects),
            objects=sides.named(self.objects),
            platform=self.platform,
            quantity=self.quantity,
            moment=_moment(scene, self.quantity),
            speaker=context.speaker,
            said_as=(*self.words, *_said(scene, self.topic)),
            was=self.was,
            since=clause.moments[0] if len(clause.moments) > 1 else None,
            negated=_is_denied(scene, self.quantity),
            cumulative=context.cumulative or clause.has(Turn.CUMULATIVE),
            open_only=context.open_only or is_open(clause),
            domain=self.domain,
            possible=any(mention.possible for mention in taking),
            only=clause.has(Turn.ONLY),
            voices=_voices(scene),
            of_descent=context.of_descent or clause.has(Turn.OF_DESCENT),
            throughout=any(moment.said.startswith("since") for moment in clause.moments),
            place=next((cue.word for cue in clause.cues if cue.meaning is Turn.PLACE), None),
            limits=limits(scene.text, clause, self.topic, self.relation, self.subjects, self.objects),
        )


# What follows in time did not happen in the time named before.
_AFTERWARDS = re.compile(r"\b(?:later|then|afterwards?|subsequently|since then)\b|随后|之后|后来|其后", re.IGNORECASE)


def _later(scene: Scene) -> bool:
    return _AFTERWARDS.search(scene.text, scene.clause.start, scene.clause.end) is not None


# Words of the sentence that fix what is counted: which part of a price, and whether all kinds of models are.
_PART = re.compile(r"\b(?:in|out)put\b|输入|输出", re.IGNORECASE)
_ACTIVE = re.compile(r"\bactiv(?:e|ated)\b|激活|活跃参数", re.IGNORECASE)
_ALL_KINDS = re.compile(
    r"every (?:sort|kind|type)|all (?:kinds|types|sorts|modalities)|all repositories"
    r"|各类|所有类型|全部模型|所有模型|不分类型",
    re.IGNORECASE,
)
# A sentence is looked at as far as this to either side: its length must not be paid for by each of its claims.
_AROUND = 1_000


def _said(scene: Scene, topic: Topic) -> tuple[str, ...]:
    start, end = scene.clause.start, scene.clause.end
    first, last = max(scene.clause.sentence[0], start - _AROUND), min(scene.clause.sentence[1], end + _AROUND)
    sentence, clause = scene.text[first:last], scene.text[start:end]
    every = [{part.lower() for part in _PART.findall(words)} for words in (clause, sentence)]
    part = next((found for found in every if len(found) == 1), set()) if topic is Topic.PRICE else set()
    active = topic is Topic.SIZE and _ACTIVE.search(clause) is not None
    return (*part, *(("active",) if active else ()), *(("all kinds",) if _ALL_KINDS.search(sentence) else ()))


def _voices(scene: Scene) -> tuple[str, ...]:
    """Give who may be speaking: whoever is named as a speaker, a user or a list."""
    named = [m.naming.name for m in scene.clause.mentions if m.naming.named in (Named.ADOPTER, Named.PLATFORM)]
    speaker = scene.context.speaker.name
    return (*named, *((speaker,) if speaker else ()))


def _is_denied(scene: Scene, quantity: Quantity | None) -> bool:
    """Say whether a claim is denied: a word of denial behind it denies something else, and two cancel each other."""
    ends = [cue.end for cue in scene.clause.every(Relation)]
    last = max([*ends, *([quantity.end] if quantity else [])], default=scene.clause.end)
    return sum(cue.meaning is Turn.NEGATION and cue.start < last for cue in scene.clause.cues) % 2 == 1


def _moment(scene: Scene, quantity: Quantity | None) -> Moment | None:
    """Give when a claim holds: the moment right behind its number, else the clause's last, else the one before."""
    moments = scene.clause.moments
    if quantity is not None:
        behind = (m for m in moments if 0 <= m.start - quantity.end <= _RIGHT_BEHIND)
        near = next(behind, None)
        if near is not None:
            return near
    if moments:
        return moments[-1]
    return None if _later(scene) else scene.context.moment


_RIGHT_BEHIND = 6
