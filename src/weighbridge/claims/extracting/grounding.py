"""Grounding: a proposal becomes a claim by what the text itself says, or is dropped for a stated reason."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from weighbridge.claim import Frame, Topic
from weighbridge.claims.extracting.sense import sensible
from weighbridge.claims.extracting.words import DroppedError, Why, named, only, place, places
from weighbridge.claims.understanding import unjudged
from weighbridge.claims.understanding.clauses import Found, clauses
from weighbridge.claims.understanding.context import Context
from weighbridge.claims.understanding.drafts import Draft, Scene
from weighbridge.claims.understanding.speakers import speaker
from weighbridge.mention import Named

if TYPE_CHECKING:
    from weighbridge.article import Article
    from weighbridge.claim import Claim, Left
    from weighbridge.claims.extracting.excerpts import Piece
    from weighbridge.claims.extracting.proposal import Proposal
    from weighbridge.claims.extracting.words import T
    from weighbridge.claims.names import Lexicon
    from weighbridge.claims.understanding.clauses import Clause
    from weighbridge.mention import Mention, Naming

    Span = tuple[int, int]

# Users are sides only where somebody uses or says something.
_USERS_TOO = frozenset({Topic.ADOPTION, Topic.STATEMENT})
_PART = re.compile(r"input|output|输入|输出", re.IGNORECASE)


@dataclass(frozen=True)
class Ground:
    """An article with all that our own readers found in it. `left`: what the rules leave unjudged."""

    article: Article
    lexicon: Lexicon
    found: Found
    left: Sequence[Left]

    def within(self, piece: Piece) -> Ground:
        """Give the same with only what was found in a piece: that bounds what a proposal can make us look through."""
        inside = partial(_inside, start=piece.start, end=piece.sentences[-1][1])
        found = Found(inside(self.found.mentions), inside(self.found.quantities), inside(self.found.moments))
        return replace(self, found=found)


def grounded(proposal: Proposal, piece: Piece, ground: Ground) -> Claim:
    """Give the claim that a proposal points at; DroppedError says why there is none. `ground`: that of the piece."""
    text = ground.article.text
    sentence, quote = _sentence(proposal, piece, text)
    sides = _Sides.of(proposal, sentence, piece, ground)
    quantity = moment = None
    if proposal.quantity is not None:
        where = place(text, proposal.quantity.words, sentence, sentence[0])
        quantity = only(where, ground.found.quantities, Why.UNREAD_QUANTITY)
    if proposal.moment is not None:
        where = place(text, proposal.moment, sentence, piece.start)
        moment = only(where, ground.found.moments, Why.UNREAD_MOMENT)
    said = [*sides.spans(), *((one.start, one.end) for one in (quantity, moment) if one is not None)]
    clause, earlier = _clause(quote or _around(said, sentence), sentence, ground)
    if _is_unjudged(text, sentence, clause, ground.left):
        raise DroppedError(Why.NOT_JUDGED)
    words = tuple(cue.word for cue in clause.cues if cue.meaning in (proposal.relation, proposal.topic))
    if proposal.frame is Frame.PRICE:
        words += tuple(_PART.findall(text[clause.start : clause.end]))
    draft = Draft(
        proposal.frame,
        proposal.topic,
        proposal.relation,
        sides.subjects,
        sides.objects,
        sides.platform,
        quantity,
        words=words,
    )
    context = Context(speaker(text[sentence[0] : sentence[1]]), moment=earlier.moments[-1] if earlier.moments else None)
    claim = replace(draft.claim(Scene(text, clause, context)), proposed=True)
    claim = claim if moment is None else replace(claim, moment=moment)
    if not sensible(claim):
        raise DroppedError(Why.NO_FORM)
    return claim


@dataclass(frozen=True)
class _Sides:
    subjects: tuple[Mention, ...]
    objects: tuple[Mention, ...]
    platform: Naming | None
    _platform_at: Mention | None

    @classmethod
    def of(cls, proposal: Proposal, sentence: Span, piece: Piece, ground: Ground) -> _Sides:
        """Resolve all names of a proposal: one that is not known would leave another claim than was proposed."""

        def mentions(words: str) -> tuple[Mention, ...]:
            where = place(ground.article.text, words, sentence, piece.start)
            return named(words, where, ground.found.mentions, ground.lexicon)

        subjects = tuple(mention for words in proposal.subjects for mention in mentions(words))
        objects = tuple(mention for words in proposal.objects for mention in mentions(words))
        at = mentions(proposal.platform)[0] if proposal.platform else None
        barred = {Named.PLATFORM} if proposal.topic in _USERS_TOO else {Named.PLATFORM, Named.ADOPTER}
        wrong = any(mention.naming.named in barred for mention in (*subjects, *objects))
        if wrong or (at is not None and at.naming.named is not Named.PLATFORM):
            raise DroppedError(Why.UNKNOWN_NAME)
        return cls(subjects, objects, at.naming if at else None, at)

    def spans(self) -> list[Span]:
        """Give where the names stand."""
        every = (*self.subjects, *self.objects, *((self._platform_at,) if self._platform_at else ()))
        return [(mention.start, mention.end) for mention in every]


def _sentence(proposal: Proposal, piece: Piece, text: str) -> tuple[Span, Span | None]:
    """Give the sentence that is meant, and where in it the quote stands."""
    numbered = piece.sentence(proposal.sentence) if proposal.sentence is not None else None
    if proposal.quote is None and numbered is not None:
        return numbered, None
    for sentence in [numbered] if proposal.sentence is not None else piece.sentences:
        for start, end in places(text, proposal.quote or "", sentence) if sentence else ():
            assert sentence is not None  # noqa: S101 - it was looked into
            return sentence, (sentence[0] + start, sentence[0] + end)
    raise DroppedError(Why.NOT_IN_TEXT)


def _around(said: Sequence[Span], sentence: Span) -> Span:
    """Give the part of a sentence from the first to the last of the words in it."""
    inside = [(start, end) for start, end in said if sentence[0] <= start and end <= sentence[1]]
    return (min(a for a, _ in inside), max(b for _, b in inside)) if inside else sentence


def _clause(at: Span, sentence: Span, ground: Ground) -> tuple[Clause, Clause]:
    """Give the clauses that a place touches as one, and those before it as one."""
    text = ground.article.text
    passage = next(p for p in ground.article.passages if p.start <= sentence[0] < p.end)
    every = list(clauses(text, sentence, passage.language or "en", ground.found))
    touched = [clause for clause in every if clause.start < at[1] and at[0] < clause.end] or every
    before = [clause for clause in every if clause.end <= touched[0].start]
    return _joined(touched), _joined(before) if before else replace(touched[0], moments=())


def _inside(every: Sequence[T], start: int, end: int) -> tuple[T, ...]:
    return tuple(one for one in every if start <= one.start and one.end <= end)


def _joined(parts: Sequence[Clause]) -> Clause:
    return replace(
        parts[0],
        end=parts[-1].end,
        mentions=tuple(one for part in parts for one in part.mentions),
        quantities=tuple(one for part in parts for one in part.quantities),
        moments=tuple(one for part in parts for one in part.moments),
        cues=tuple(one for part in parts for one in part.cues),
    )


def _is_unjudged(text: str, sentence: Span, clause: Clause, left: Sequence[Left]) -> bool:
    """Say whether the rules would not judge what stands here: no proposal makes an opinion a claim."""
    if unjudged.asks(text, sentence) or unjudged.foretold(clause) is not None:
        return True
    return any(one.start < clause.end and clause.start < one.end for one in left)
