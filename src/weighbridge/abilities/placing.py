"""What a fit can place on one scale, and in words what it cannot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weighbridge.errors import NoDataError
from weighbridge.stats import item_response

if TYPE_CHECKING:
    from collections.abc import Sequence

    from weighbridge.stats.item_response import Scores, Unfit

# Names in a sentence, and letters of each: publishers' names have no end of their own.
MOST_NAMED, MOST_LETTERS = 20, 80


def placed(scores: Scores) -> tuple[Scores, tuple[Unfit, ...]]:
    """Give the scores that one fit can place, and the names that it cannot; NoDataError names some if that is all."""
    joined, unfit = item_response.separated(scores)
    if not len(joined.performance):
        what = "no two models share a benchmark, so no scale joins them"
        raise NoDataError(f"{what} ({_named(unfit)})", where="capability", then="add scores or choose more benchmarks")
    return joined, unfit


def with_unplaced(method: str, unfit: Sequence[Unfit]) -> str:
    """Add to the words on a fit which names it leaves out."""
    return f"{method}; not joined to the rest and left out: {_named(unfit)}" if unfit else method


def _named(unfit: Sequence[Unfit]) -> str:
    names = ", ".join(each.name[:MOST_LETTERS] for each in unfit[:MOST_NAMED])
    return f"{names} and {len(unfit) - MOST_NAMED:,} more" if len(unfit) > MOST_NAMED else names
