"""What is recognised and not judged: questions, predictions and opinions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from weighbridge.claim import Left, Relation, Topic, Unjudged
from weighbridge.claims.understanding import sides
from weighbridge.mention import Named

if TYPE_CHECKING:
    from collections.abc import Sequence

    from weighbridge.claims.understanding.clauses import Clause
    from weighbridge.claims.understanding.cues import Cue

# A headline asks without a mark.
_ASKING = re.compile(r"^[^,。]{0,40}(?:能否|会否|是否会|为何|为什么|何以)[^,。]*$")
_ASKS = ("?", "?")


def foretold(clause: Clause) -> Cue | None:
    """Give the word that makes a clause a prediction; none where what it tells has a quantity and lies in the past."""
    cue = clause.first(Unjudged.PREDICTION)
    if cue is None:
        return None
    told = clause.first(*Relation)
    # `Qwen led in May, which may surprise`: what stands before the word is told, not foretold.
    return cue if told is None or cue.start <= told.end + _REACH else None


# Characters behind a relation within which a modal still governs it: `leads may end`.
_REACH = 12


def asks(text: str, sentence: tuple[int, int]) -> bool:
    """Say whether a sentence is a question."""
    words = text[sentence[0] : sentence[1]].rstrip("”\"’') 」』")
    return words.endswith(_ASKS) or _ASKING.search(words) is not None


def left(text: str, sentence: tuple[int, int], clauses: Sequence[Clause]) -> Left | None:
    """Give what kind of unjudged sentence one is that holds no claim; none where it is not about the race."""
    if not _is_about(clauses):
        return None
    if asks(text, sentence):
        return Left(*sentence, Unjudged.QUESTION, "?")
    for kind in (Unjudged.PREDICTION, Unjudged.OPINION):
        for clause in clauses:
            cue = clause.first(kind)
            if cue is not None:
                return Left(*sentence, kind, cue.word)
    return None


def _is_about(clauses: Sequence[Clause]) -> bool:
    """Say whether a sentence names a side of the race, and something that the race is about or another side."""
    named = {m.naming.id for clause in clauses for m in sides.groups(clause.mentions)}
    open_too = any(m.naming.named is Named.OPENNESS for clause in clauses for m in clause.mentions)
    about = any(isinstance(cue.meaning, Topic | Relation) for clause in clauses for cue in clause.cues)
    return (bool(named) or open_too) and (about or len(named) > 1)
