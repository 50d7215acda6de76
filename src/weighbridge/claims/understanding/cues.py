"""Cues: words that tell what a clause speaks of, how its sides stand to each other, and whether it claims at all."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from weighbridge.claim import Relation, Topic, Unjudged
from weighbridge.claims.small_letters import small
from weighbridge.claims.understanding import chinese_cues, english_cues

if TYPE_CHECKING:
    from weighbridge.article import Language


class Turn(StrEnum):
    """A word that turns what stands beside it."""

    NEGATION = "negation"
    PASSIVE = "passive"  # the side before it is what it is done to
    CUMULATIVE = "cumulative"
    EXAMPLES = "examples"  # names behind it (in Chinese: before it) are examples of a group
    BEHIND_IN_TIME = "behind_in_time"
    LESS = "less"  # of price: the cheaper side comes first
    ONLY = "only"  # nothing else is used
    OF_DESCENT = "of_descent"  # of what declares a base
    PLACE = "place"  # where users are


Meaning = Topic | Relation | Unjudged | Turn


# The longest word that a pattern looks back for, and a space.
_LOOK_BACK = 16


@dataclass(frozen=True)
class Cue:
    """One cue at `text[start:end]`, as written."""

    start: int
    end: int
    meaning: Meaning
    word: str


def cues(text: str, language: Language | None, start: int, end: int) -> tuple[Cue, ...]:
    """Give the cues of `text[start:end]` in their order; where two begin at one place the longer table entry holds."""
    first = max(start - _LOOK_BACK, 0)
    looked_at = small(text[first:end])
    found = []
    for pattern, meanings in _patterns()[language or "en"]:
        for match in pattern.finditer(looked_at, start - first):
            place, word = first + match.start(), text[first + match.start() : first + match.end()]
            if english_cues.is_as_written(word):
                found.append(Cue(place, place + len(word), meanings[str(match.lastgroup)], word))
    return tuple(sorted(found, key=lambda cue: (cue.start, -cue.end)))


@cache
def _patterns() -> Mapping[str, tuple[tuple[re.Pattern[str], Mapping[str, Meaning]], ...]]:
    """Compile one pattern for each kind of meaning: cues of one kind never overlap, those of two kinds may."""
    return {
        "en": tuple(_compiled(table, r"\b(?:{})\b") for table in english_cues.tables(Turn)),
        "zh": tuple(_compiled(table, "(?:{})") for table in chinese_cues.tables(Turn)),
    }


def _compiled(table: Mapping[Meaning, str], around: str) -> tuple[re.Pattern[str], Mapping[str, Meaning]]:
    # Hundreds of alternatives are passed over several times faster where none has letters of either case.
    names = {f"c{i}": meaning for i, meaning in enumerate(table)}
    every = "|".join(f"(?P<{name}>{_either(table[meaning]).lower()})" for name, meaning in names.items())
    return re.compile(around.format(every)), names


def _either(told: str) -> str:
    """Join the patterns of a table, which ` | ` and line ends set apart."""
    return "|".join(pattern for pattern in re.split(r"\s+\|\s+|\s*\n\s*", told.strip()) if pattern)
