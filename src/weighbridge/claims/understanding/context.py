"""What a clause takes over from those before it: whom it speaks of, where, of what, and when."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from weighbridge.claim import Relation, Topic
from weighbridge.claims.understanding import sides
from weighbridge.claims.understanding.cues import Turn
from weighbridge.mention import Named
from weighbridge.quantity import Unit

if TYPE_CHECKING:
    from weighbridge.claim import Speaker
    from weighbridge.claims.understanding.clauses import Clause
    from weighbridge.claims.understanding.cues import Cue
    from weighbridge.mention import Mention, Naming
    from weighbridge.moment import Moment

# Words that point back to the sentence before.
_POINTS_BACK = re.compile(
    r"\b(?:it|its|they|their|them|this|these|that move|the (?:model|company|firm|family|lab|bank))\b"
    r"|它|其|该|这款|这些|这一|上述|两家",
    re.IGNORECASE,
)

_PRAISE = frozenset(
    (
        *("praised", "endorsed", "called", "hailed", "lauded", "applauded", "singled out"),
        *("点名", "表扬", "称赞", "点赞", "盛赞", "力挺", "夸赞", "赞扬", "列为", "誉为", "评为"),
    )
)


@dataclass(frozen=True)
class Context:
    """What earlier clauses of the sentence said, and of topic, platform and cumulation the sentence before.

    `ahead` and `adopters_ahead`: those of the whole sentence, for a clause that names none. `spoken_of` and
    `spoken_of_as_users`: the sides of the sentence before, for a word that points back.
    """

    speaker: Speaker
    subjects: tuple[Mention, ...] = ()
    adopters: tuple[Mention, ...] = ()
    platforms: tuple[Naming, ...] = ()
    topics: tuple[Topic, ...] = ()
    moment: Moment | None = None
    cumulative: bool = False
    open_only: bool = False
    praised: Cue | None = None
    per_mtok: bool = False
    of_descent: bool = False
    ahead: tuple[Topic, ...] = ()
    adopters_ahead: tuple[Mention, ...] = ()
    spoken_of: tuple[Mention, ...] = ()
    spoken_of_as_users: tuple[Mention, ...] = ()

    def behind(self, text: str, clause: Clause) -> Context:
        """Give the context of the clause that follows `clause`."""
        return replace(
            self,
            subjects=subjects(text, clause, self.subjects),
            adopters=adopters(clause) or self.adopters,
            platforms=sides.of_kind(clause.mentions, Named.PLATFORM) or self.platforms,
            topics=topics(clause) or self.topics,
            moment=clause.moments[-1] if clause.moments else self.moment,
            cumulative=self.cumulative or clause.has(Turn.CUMULATIVE),
            open_only=self.open_only or is_open(clause),
            praised=praise(clause) or self.praised,
            of_descent=self.of_descent or clause.has(Turn.OF_DESCENT),
            per_mtok=self.per_mtok or any(quantity.unit is Unit.USD_PER_MTOK for quantity in clause.quantities),
        )

    def next_sentence(self, speaker: Speaker) -> Context:
        """Give the context of the next sentence: of whom and when is said anew there, or pointed back to."""
        return Context(
            speaker,
            platforms=self.platforms,
            topics=self.topics,
            cumulative=self.cumulative,
            per_mtok=self.per_mtok,
            spoken_of=self.subjects or self.spoken_of,
            spoken_of_as_users=self.adopters or self.spoken_of_as_users,
        )

    def pointed(self, text: str, start: int, end: int) -> Context:
        """Take over the sides of the sentence before where `text[start:end]` points back to them."""
        if not pointing(text, start, end):
            return self
        return replace(
            self,
            subjects=self.subjects or self.spoken_of,
            adopters=self.adopters or self.spoken_of_as_users,
        )


def pointing(text: str, start: int, end: int) -> bool:
    """Say whether `text[start:end]` points back to what was spoken of."""
    return _POINTS_BACK.search(text, start, end) is not None


def subjects(text: str, clause: Clause, earlier: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Give whom a clause is about: of a comparison the side before the word, or spoken of earlier; else all."""
    cue = clause.first(Relation.EXCEEDS, Relation.TRAILS)
    before = sides.heads(text, clause, clause.start, cue.start) if cue else ()
    if cue is not None and (before or earlier):
        return before or earlier
    return sides.heads(text, clause, clause.start, clause.end) or earlier


def praise(clause: Clause) -> Cue | None:
    """Give the word by which somebody is said to praise, or to single out."""
    return next((cue for cue in clause.every(Relation) if cue.word.lower() in _PRAISE), None)


def adopters(clause: Clause) -> tuple[Mention, ...]:
    """Give who is named as one who uses or speaks."""
    return tuple(mention for mention in clause.mentions if mention.naming.named is Named.ADOPTER)


def topics(clause: Clause) -> tuple[Topic, ...]:
    """Give the topics of a clause, the first said first; the general use stands last."""
    found = [cue.meaning for cue in clause.cues if isinstance(cue.meaning, Topic)]
    return tuple(sorted(dict.fromkeys(found), key=lambda topic: topic is Topic.USE))


def is_open(clause: Clause) -> bool:
    """Say whether a clause speaks of open models."""
    return any(naming.id == "open" for naming in sides.of_kind(clause.mentions, Named.OPENNESS))
