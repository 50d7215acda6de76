"""Price: a side said to be cheaper or dearer, where no quantity and no second side is named."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from weighbridge.claim import Frame, Relation, Topic
from weighbridge.claims.understanding.context import adopters
from weighbridge.claims.understanding.cues import Turn
from weighbridge.claims.understanding.drafts import Draft

if TYPE_CHECKING:
    from weighbridge.claims.understanding.drafts import Scene


def find(scene: Scene) -> Iterator[Draft]:
    """Find who is said to be cheap; `than` whom where a second group stands behind the word."""
    cue = scene.clause.first(Turn.LESS)
    # The price that a user gives as the reason of a choice is part of that statement.
    if cue is None or adopters(scene.clause) or scene.context.adopters:
        return
    before, after = scene.heads(end=cue.start), scene.heads(start=cue.end)
    subjects = before or scene.context.subjects or after
    objects = after if before else ()
    if subjects:
        yield Draft(Frame.PRICE, Topic.PRICE, Relation.TRAILS, subjects, objects, words=(cue.word,))
