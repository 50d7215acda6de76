"""Days that a clause names to say that it was not then: `in December 2024, not January 2025`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from weighbridge.moment import Moment

_NOT_THEN = re.compile(
    r"(?:\b(?:not|rather than|instead of)\s(?:(?:in|on|during)\s)?|而非|而不是|并非)(?:于|在)?\Z", re.IGNORECASE
)
_REACH = len("rather than during ")


def denials(text: str, start: int, moments: Sequence[Moment]) -> list[tuple[int, int]]:
    """Give the places of the words that set a moment aside for another, each with its moment; `start`: the clause's.

    None where no moment is left: then it is the claim that is denied.
    """
    found = []
    for moment in moments:
        first = max(start, moment.start - _REACH)
        words = _NOT_THEN.search(text[first : moment.start])
        if words is not None:
            found.append((first + words.start(), moment.end))
    return found if len(found) < len(moments) else []
