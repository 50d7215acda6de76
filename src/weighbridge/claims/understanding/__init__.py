"""Understanding: the claims of an article, found by rules that can be read, and what is said but not judged.

    understood(article, lexicon, day)

Each passage of the body and each title is cut into sentences, these into clauses. The cues of a clause (`cues.py`)
tell its topic and how its sides stand to each other; a rule for each frame (`rules/`) makes the claim. Readers'
comments, captions and the site's own lines are not read.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from weighbridge.article import Kind
from weighbridge.claim import Claim, Left, Understood
from weighbridge.claims.dates import moments
from weighbridge.claims.quantities import quantities
from weighbridge.claims.reading.sentences import sentences
from weighbridge.claims.understanding import twins, unjudged
from weighbridge.claims.understanding.clauses import Found, clauses, named_in
from weighbridge.claims.understanding.context import Context, adopters, pointing, topics
from weighbridge.claims.understanding.drafts import Scene
from weighbridge.claims.understanding.rules import drafts, uses
from weighbridge.claims.understanding.speakers import speaker

if TYPE_CHECKING:
    from collections.abc import Sequence

    from weighbridge.article import Article, Passage
    from weighbridge.claims.names import Lexicon
    from weighbridge.claims.understanding.clauses import Clause

_READ = frozenset({Kind.BODY, Kind.TITLE, Kind.CAPTION})


def understood(article: Article, lexicon: Lexicon, day: dt.date | None) -> Understood:
    """Give the claims of an article in the order of its text. `day`: its own, null where nobody knows it."""
    text = article.text
    # What readers write below must not make a name of the article's words.
    own = text[: article.comments_from]
    dated = moments(own, day)
    found = Found(lexicon.mentions(own), quantities(own, dated), dated)
    claims: list[Claim] = []
    left: list[Left] = []
    for passage in article.passages:
        if passage.kind in _READ:
            _passage(text, passage, found, claims, left)
    kept = twins.once(claims, article.passages)
    return Understood(kept, _untranslated(left, article.passages))


def _passage(text: str, passage: Passage, found: Found, claims: list[Claim], left: list[Left]) -> None:
    context: Context | None = None
    for sentence in sentences(text, passage.start, passage.end):
        if not (named_in(found, *sentence) or (context is not None and pointing(text, *sentence))):
            # Most of a long text names nobody and points to nobody: nothing is claimed there.
            context = None if context is None else context.next_sentence(context.speaker)
            continue
        said_by = speaker(text[sentence[0] : sentence[1]], context.speaker if context else None)
        context = context.next_sentence(said_by).pointed(text, *sentence) if context else Context(said_by)
        parts = list(clauses(text, sentence, passage.language or "en", found))
        ahead = tuple(dict.fromkeys(topic for clause in parts for topic in topics(clause)))
        users = tuple(mention for clause in parts for mention in adopters(clause))
        context = replace(context, ahead=ahead, adopters_ahead=users)
        new: list[Claim] = []
        if not unjudged.asks(text, sentence):
            for clause in parts:
                new += _claims(text, clause, context)
                context = context.behind(text, clause)
        claims += uses.joined(new)
        rest = None if new else unjudged.left(text, sentence, parts)
        left += [rest] if rest else []


def _claims(text: str, clause: Clause, context: Context) -> list[Claim]:
    if unjudged.foretold(clause) is not None:
        return []
    scene = Scene(text, clause, context)
    return [draft.claim(scene) for draft in drafts(scene)]


def _untranslated(left: Sequence[Left], passages: Sequence[Passage]) -> tuple[Left, ...]:
    """Leave out what only repeats, in the other language, what is left unjudged already."""
    starts = [passage.start for passage in passages]
    home = (passages[bisect_right(starts, one.start) - 1] for one in left)
    return tuple(one for one, passage in zip(left, home, strict=True) if passage.translation_of is None)
