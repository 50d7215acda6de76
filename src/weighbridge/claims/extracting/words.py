"""The words of a proposal in the text: where they stand, and what our own readers find there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from weighbridge.claims.understanding.clauses import Placed

if TYPE_CHECKING:
    from weighbridge.claims.names import Lexicon
    from weighbridge.mention import Mention

    Span = tuple[int, int]


# A name stands nearby; one letter stands everywhere.
_MOST_PLACES = 20


class Why(StrEnum):
    """Why a proposal is no claim."""

    MALFORMED = "malformed"
    NOT_IN_TEXT = "not_in_text"
    UNKNOWN_NAME = "unknown_name"
    UNREAD_QUANTITY = "unread_quantity"
    UNREAD_MOMENT = "unread_moment"
    NOT_JUDGED = "not_judged"  # an opinion, a prediction or a question
    NO_FORM = "no_form"  # its parts do not fit together
    FOUND_ALREADY = "found_already"


class DroppedError(ValueError):
    """A proposal is no claim."""

    def __init__(self, why: Why) -> None:
        super().__init__(why.value)
        self.why = why


T = TypeVar("T", bound=Placed)


def places(text: str, words: str, within: Span) -> Iterator[Span]:
    """Give where words stand, whatever their case and the width of their gaps."""
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    if pattern:
        yield from (found.span() for found in re.finditer(pattern, text[within[0] : within[1]], re.IGNORECASE))


def place(text: str, words: str, sentence: Span, since: int) -> list[Span]:
    """Give where words stand: in the sentence, then nearest before it down to `since`; DroppedError if nowhere."""
    own = [(sentence[0] + a, sentence[0] + b) for a, b in places(text, words, sentence)]
    before = [(since + a, since + b) for a, b in places(text, words, (since, sentence[0]))]
    if not own and not before:
        raise DroppedError(Why.NOT_IN_TEXT)
    return (own + before[::-1])[:_MOST_PLACES]


def named(words: str, where: Sequence[Span], mentions: Sequence[Mention], lexicon: Lexicon) -> tuple[Mention, ...]:
    """Give what words name where they stand, an owner (`Alibaba's Qwen`) left out; DroppedError if nothing known."""
    for start, end in where:
        inside = [mention for mention in mentions if start <= mention.start and mention.end <= end]
        if inside:
            return tuple(m for m in inside if not any(_owns(m, other) for other in inside))
    # A name with its repeat in brackets is one mention, longer than either.
    alone = {(mention.naming.named, mention.naming.id) for mention in lexicon.mentions(words)}
    for start, end in where:
        for mention in mentions:
            if mention.start <= start and end <= mention.end and (mention.naming.named, mention.naming.id) in alone:
                return (mention,)
    raise DroppedError(Why.UNKNOWN_NAME)


def only(where: Sequence[Span], found: Sequence[T], why: Why) -> T:
    """Give the one thing that was read where the words stand; DroppedError where none or several were."""
    for start, end in where:
        here = [one for one in found if one.start < end and start < one.end]
        if len(here) == 1:
            return here[0]
    raise DroppedError(why)


def _owns(one: Mention, other: Mention) -> bool:
    return one.naming.id != other.naming.id and one.naming.id in (
        other.naming.family,
        other.naming.organisation,
        other.naming.country,
    )
