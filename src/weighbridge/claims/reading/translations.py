"""Which paragraph is the translation of which, where an article stands in two languages, one after the other.

Paragraphs of one language in a row are a run. A run is aligned with the run behind it, in order, by what survives
translation; no paragraph of one language is ever compared with all of the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from weighbridge.claims.reading.likeness import Traits, likeness

if TYPE_CHECKING:
    from weighbridge.article import Language

# An unmatched paragraph costs this much; a match must be worth more than two.
_SKIPPED = -0.5
# How far from its place in the run a translation may stand: work grows with the text and not with its square.
_BAND = 6
# Where this part of a text is paired, in so many pairs or pairs that share something, it stands in two languages;
# elsewhere a pair must show itself.
_PART_PAIRED, _FEWEST_PAIRED = 0.6, 3
_FEWEST_SHARED, _LEAST_LIKENESS = 2, 1.0


@dataclass(frozen=True)
class Side:
    """One paragraph that may have a translation: its index in the article, its language and its traits."""

    index: int
    language: Language
    traits: Traits


# A place in both runs: so many paragraphs of each lie before it.
Place = tuple[int, int]


@dataclass(frozen=True)
class Pair:
    """`later` says what `earlier` says; `shared`: numbers and names that both have."""

    earlier: int
    later: int
    score: float
    shared: int


def translations(sides: Sequence[Side]) -> dict[int, int]:
    """Give, for each paragraph that is a translation, the index of the earlier one that it translates."""
    runs = [list(run) for _, run in groupby(sides, key=lambda side: side.language)]
    by_first: dict[str, list[Pair]] = {"en": [], "zh": []}
    for one, other in pairwise(runs):
        by_first[one[0].language] += _aligned(one, other)
    # A text is translated one way throughout, so a run has its partner behind it or before it, never both.
    pairs = max(by_first.values(), key=lambda pairs: sum(pair.score for pair in pairs))
    mostly = 2 * len(pairs) >= _PART_PAIRED * len(sides)
    bilingual = mostly and (len(pairs) >= _FEWEST_PAIRED or all(pair.shared for pair in pairs))
    return {pair.later: pair.earlier for pair in pairs if bilingual or _shows_itself(pair)}


def _shows_itself(pair: Pair) -> bool:
    return pair.shared >= _FEWEST_SHARED and pair.score >= _LEAST_LIKENESS


@dataclass(frozen=True)
class Step:
    """The best way to a place: its score so far, the place before it, and the pair that it makes, if it makes one."""

    score: float
    before: Place | None = None
    pair: Pair | None = None


def _aligned(one: Sequence[Side], other: Sequence[Side]) -> list[Pair]:
    """Align two runs in order: the pairs of the best path through the band around the diagonal."""
    best = {(0, 0): Step(0.0)}
    for row in range(len(one) + 1):
        for column in _columns(row, len(one), len(other)):
            steps = list(_steps(one, other, (row, column), best))
            if steps:
                best[row, column] = max(steps, key=lambda step: step.score)
    return _path(best, (len(one), len(other)))


def _columns(row: int, rows: int, columns: int) -> range:
    middle = row * columns // rows
    reach = _BAND + columns // rows
    return range(max(0, middle - reach), min(columns, middle + reach) + 1)


def _steps(one: Sequence[Side], other: Sequence[Side], here: Place, best: Mapping[Place, Step]) -> Iterator[Step]:
    row, column = here
    for before in ((row - 1, column), (row, column - 1)):
        if before in best:
            yield Step(best[before].score + _SKIPPED, before)
    both = row - 1, column - 1
    if both in best:
        pair = _pair(one[row - 1], other[column - 1])
        yield Step(best[both].score + pair.score, both, pair)


def _pair(earlier: Side, later: Side) -> Pair:
    english, chinese = (earlier, later) if earlier.language == "en" else (later, earlier)
    return Pair(earlier.index, later.index, *likeness(english.traits, chinese.traits))


def _path(best: Mapping[Place, Step], end: Place) -> list[Pair]:
    pairs = []
    here: Place | None = end
    while here is not None:
        step = best[here]
        if step.pair is not None:
            pairs.append(step.pair)
        here = step.before
    return pairs[::-1]
