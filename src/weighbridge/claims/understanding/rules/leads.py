"""Lead: a group first, or ahead of all others; one claim for each place where it is said to lead."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from weighbridge.claim import Frame, Relation, Topic, Unjudged
from weighbridge.claims.understanding.drafts import Draft
from weighbridge.quantity import Unit

if TYPE_CHECKING:
    from weighbridge.claims.understanding.cues import Cue
    from weighbridge.claims.understanding.drafts import Scene
    from weighbridge.mention import Mention

_COUNTED = (
    *(Topic.APP, Topic.DERIVATIVES, Topic.TOKENS, Topic.PULLS, Topic.DOWNLOADS, Topic.RATING),
    *(Topic.USE, Topic.CAPABILITY),
)
_PRICED, _SIZED = ("cheapest", "expensive", "最便宜", "最贵"), ("largest", "biggest")
_FRAMES = {Topic.PRICE: Frame.PRICE, Topic.SIZE: Frame.SIZE}
_LEADS_WHOM = frozenset({"leads", "led", "lead", "领先", "tops", "leading"})
_MARGINS = frozenset({Unit.POINTS, Unit.PERCENTAGE_POINTS})
_DOWNLOADED, _USED = ("downloaded", "下载量最高"), ("popular", "used", "最受欢迎", "最热门")


def find(scene: Scene) -> Iterator[Draft]:
    """Find a group that leads, on each platform named."""
    cue = _cue(scene)
    if cue is None:
        return
    topic = _topic(scene, cue)
    subjects, objects = _sides(scene, cue)
    if topic is None or not subjects or _is_only_meant(scene):
        return
    relation = Relation.EXCEEDS if objects else Relation.LEADS
    frame = _FRAMES.get(topic, Frame.COMPARISON if objects else Frame.LEAD)
    margin = next((q for q in scene.clause.quantities if q.unit in _MARGINS), None) if objects else None
    for platform in scene.platforms or (None,):
        yield Draft(frame, topic, relation, subjects, objects, platform, margin, words=(cue.word,))


def _is_only_meant(scene: Scene) -> bool:
    """Say whether a lead is spoken of in an opinion that names no place where it could be seen."""
    return scene.clause.has(Unjudged.OPINION) and not scene.platforms


def _cue(scene: Scene) -> Cue | None:
    """Give the word of a lead, or the place 1."""
    found = scene.clause.first(Relation.LEADS)
    if found is not None or not any(q.unit is Unit.RANK and q.value == 1 for q in scene.clause.quantities):
        return found
    from weighbridge.claims.understanding.cues import Cue

    rank = next(q for q in scene.clause.quantities if q.unit is Unit.RANK and q.value == 1)
    return Cue(rank.start, rank.end, Relation.LEADS, scene.text[rank.start : rank.end])


def _topic(scene: Scene, cue: Cue) -> Topic | None:
    word = cue.word.lower()
    if any(said in word for said in _DOWNLOADED):
        return scene.topic(Topic.APP, default=Topic.DOWNLOADS)
    if any(said in word for said in _PRICED):
        return Topic.PRICE
    if any(said in word for said in _SIZED) and scene.topic(*_COUNTED) is None:
        return scene.topic(Topic.SIZE)
    found = scene.topic(*_COUNTED)
    if found is None and any(said in word for said in _USED):
        return Topic.USE
    return found if found is not None else (Topic.USE if scene.platforms else None)


def _sides(scene: Scene, cue: Cue) -> tuple[tuple[Mention, ...], tuple[Mention, ...]]:
    """Give who leads and whom, if anyone: `X leads Y`; of a sentence that begins with the lead, who follows."""
    before, after = scene.heads(end=cue.start), scene.heads(start=cue.end)
    if not before:
        carried = scene.context.subjects
        if carried and after and cue.word.lower() in _LEADS_WHOM:
            return carried, after
        return (carried, after) if carried and cue.start > scene.clause.start else (after or carried, ())
    if before and before == after:
        return before, ()
    return before, after if cue.word.lower() in _LEADS_WHOM else ()
