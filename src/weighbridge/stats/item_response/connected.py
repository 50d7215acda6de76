"""What can be placed on one scale: models and benchmarks that scores join, directly or through others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from weighbridge.errors import TableError
from weighbridge.stats.item_response.scores import SHOWN, Scores

if TYPE_CHECKING:
    from numpy.typing import NDArray

LONE = "only one model has a score on it"
LEFT = "all its benchmarks have no other model"
APART = "no chain of shared benchmarks joins it to the largest group"


@dataclass(frozen=True)
class Unfit:
    """A model or benchmark that no fit can place, and why. `kind` is `model` or `benchmark`."""

    kind: str
    name: str
    reason: str


def separated(scores: Scores) -> tuple[Scores, tuple[Unfit, ...]]:
    """Split scores into those that one fit can place on a scale, and the names it cannot place.

    A benchmark with one model says nothing of that model: difficulty and slope can take any score in.
    """
    shared = scores.counts_by_benchmark[scores.benchmark] > 1
    kept = scores.only(shared)
    lone = _missing(scores.benchmarks, kept.benchmarks, "benchmark", LONE)
    left = _missing(scores.models, kept.models, "model", LEFT)
    joined = kept.only(_in_largest(kept))
    apart = _missing(kept.models, joined.models, "model", APART)
    away = _missing(kept.benchmarks, joined.benchmarks, "benchmark", APART)
    return joined, (*lone, *left, *apart, *away)


def require_connected(scores: Scores) -> None:
    """Raise TableError that names what no fit can place, if there is any."""
    _, unfit = separated(scores)
    if unfit:
        named = "; ".join(f"{each.kind} {each.name}: {each.reason}" for each in unfit[:SHOWN])
        rest = f"; and {len(unfit) - SHOWN} more" if len(unfit) > SHOWN else ""
        raise TableError(
            f"cannot be placed on one scale: {named}{rest}", where="scores", then="leave them out or add scores"
        )


def _in_largest(scores: Scores) -> NDArray[np.bool_]:
    """Mark the scores in the group of models and benchmarks that holds most scores."""
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import connected_components

    if not len(scores.performance):
        return np.zeros(0, bool)
    models, size = len(scores.models), len(scores.models) + len(scores.benchmarks)
    edges = coo_array((np.ones(len(scores.model)), (scores.model, models + scores.benchmark)), shape=(size, size))
    _, group = connected_components(edges, directed=False)
    of_score = group[scores.model]
    largest: NDArray[np.bool_] = of_score == np.bincount(of_score).argmax()
    return largest


def _missing(before: tuple[str, ...], after: tuple[str, ...], kind: str, reason: str) -> tuple[Unfit, ...]:
    stay = set(after)
    return tuple(Unfit(kind, name, reason) for name in before if name not in stay)
