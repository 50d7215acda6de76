"""Size: models said to be larger or smaller, or to need more for a task, without a number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from weighbridge.claim import Frame, Relation, Topic
from weighbridge.claims.understanding.drafts import Draft

if TYPE_CHECKING:
    from weighbridge.claims.understanding.drafts import Scene

_LARGE = re.compile(r"\b(?:larger|bigger|largest|biggest)\b|更大|最大|较大", re.IGNORECASE)
_SMALL = re.compile(r"\b(?:smaller|smallest)\b|更小|最小|较小", re.IGNORECASE)
_MODELS = re.compile(r"models?|模型|参数|param", re.IGNORECASE)


def find(scene: Scene) -> Iterator[Draft]:
    """Find whose models are said to be larger or smaller, and whose need more computing for a task."""
    words = scene.text[scene.clause.start : scene.clause.end]
    subjects = scene.heads() or scene.context.subjects
    if not subjects or not _MODELS.search(words):
        return
    large, small = _LARGE.search(words), _SMALL.search(words)
    found = large or small
    if found is not None:
        relation = Relation.EXCEEDS if large else Relation.TRAILS
        yield Draft(Frame.SIZE, Topic.SIZE, relation, subjects[:1], subjects[1:], words=(found[0],))
    compute = scene.clause.first(Topic.COMPUTE)
    if compute is not None:
        yield Draft(Frame.SIZE, Topic.COMPUTE, Relation.EXCEEDS, subjects[:1], subjects[1:], words=(compute.word,))
