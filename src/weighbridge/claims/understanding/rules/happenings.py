"""Events: a release, a rule about exports, a place on a list, a statement on a day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from weighbridge.claim import Frame, Relation, Topic
from weighbridge.claims.understanding.context import adopters, praise
from weighbridge.claims.understanding.drafts import Draft
from weighbridge.mention import Named

if TYPE_CHECKING:
    from weighbridge.claims.understanding.cues import Cue
    from weighbridge.claims.understanding.drafts import Scene

_RULES = re.compile(
    r"export|curb|\bban|rule|shipment|\bship|order|\bsale|\bsell|出售|销售|出口|管制|禁令|出货|对华", re.IGNORECASE
)
_RELEASED = re.compile(r"\bmodels?\b|\bversions?\b|\bassistants?\b|模型|版本|助手|系列", re.IGNORECASE)
_FIRST = re.compile(r"\bfirst\b|首个|首款|首次|第一个|第一款", re.IGNORECASE)
# `The assistant that X launched` names the assistant; it tells of the launch only where a day is given.
_ATTRIBUTIVE = re.compile(r"的")


def find(scene: Scene) -> Iterator[Draft]:
    """Find what happened to whom."""
    cue = scene.clause.first(Relation.HAPPENS)
    words = scene.text[scene.clause.start : scene.clause.end]
    if cue is not None and scene.clause.has(Topic.CHIPS) and _RULES.search(words):
        sides = scene.heads() or scene.context.subjects
        if sides:
            yield Draft(Frame.EVENT, Topic.CHIPS, Relation.HAPPENS, sides[:1], sides[1:], words=(cue.word,))
        return
    praised = praise(scene.clause) or scene.context.praised
    if praised is not None:
        yield from _statement(scene, praised)
    elif cue is not None and scene.clause.has(Topic.RELEASE):
        yield from _release(scene, cue, words)


def heads_before(scene: Scene, cue: Cue) -> bool:
    """Say whether what is released stands before the word: `the R1 model launched last year`."""
    return bool(scene.heads(end=cue.start))


def _statement(scene: Scene, cue: Cue) -> Iterator[Draft]:
    """Find whom somebody praised."""
    said_by = adopters(scene.clause) or scene.context.adopters
    heads = scene.heads()
    if said_by and heads:
        yield Draft(Frame.EVENT, Topic.STATEMENT, Relation.HAPPENS, said_by, heads, words=(cue.word,))


def _release(scene: Scene, cue: Cue, words: str) -> Iterator[Draft]:
    """Find what was released, or who released something."""
    if scene.clause.has(Relation.EXCEEDS, Relation.LEADS) and not (scene.clause.moments and heads_before(scene, cue)):
        return
    if _ATTRIBUTIVE.match(scene.text, cue.end) and not scene.clause.moments:
        return
    heads = scene.heads() or scene.context.subjects
    first = _FIRST.findall(words)
    said = (cue.word, *first[:1])
    named = tuple(m for m in heads if m.naming.named in (Named.RELEASE, Named.FAMILY))
    # What is released stands behind the word, or before a passive one; a model passed by it is no release.
    passed = scene.clause.first(Relation.EXCEEDS)
    after = tuple(m for m in named if m.start >= cue.end and passed is None) or named
    if after and (scene.clause.moments or _RELEASED.search(words) or after[0].start >= cue.end):
        yield Draft(Frame.EVENT, Topic.RELEASE, Relation.HAPPENS, after[:1], words=said)
    elif heads and not named and _RELEASED.search(words):
        yield Draft(Frame.EVENT, Topic.RELEASE, Relation.HAPPENS, heads, words=said)
