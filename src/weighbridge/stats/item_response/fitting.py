"""The capability fit: one ability a model, one difficulty and one slope a benchmark."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from weighbridge.errors import UsageError
from weighbridge.stats.item_response.connected import require_connected
from weighbridge.stats.item_response.objective import Problem
from weighbridge.stats.item_response.scores import Scores, check
from weighbridge.stats.item_response.solver import solve

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from weighbridge.stats.item_response.solver import Solution

ANCHOR = "Winogrande"
RIDGE = 0.1  # divided by the number of fitted parameters
EDGE = 1e-3  # performance is taken no nearer to 0 and 1 than this


@dataclass(frozen=True)
class Fit:
    """Where the fit ended. Only differences of abilities and difficulties mean anything.

    `ability` (models,), `difficulty` and `slope` (benchmarks,), shifted so that the anchor benchmark has difficulty 0;
    its slope is 1. `offset` was taken off. `gradient` is the largest entry of the projected gradient of `objective`.
    """

    ability: NDArray[np.float64]
    difficulty: NDArray[np.float64]
    slope: NDArray[np.float64]
    anchor: str
    one_parameter: bool
    offset: float
    converged: bool
    steps: int
    gradient: float
    objective: float

    @property
    def point(self) -> NDArray[np.float64]:
        """Give the parameters as they were fitted, shape (1, models + 2 * benchmarks): a start for a like fit."""
        return np.concatenate([self.ability + self.offset, self.difficulty + self.offset, self.slope])[None]


def fit(
    scores: Scores,
    *,
    anchor: str | None = None,
    one_parameter: bool = False,
    weights: NDArray[np.float64] | None = None,
    start: Fit | None = None,
) -> Fit:
    """Fit all abilities, difficulties and slopes; `one_parameter` holds every slope at 1, the anchor's.

    `weights` (n,): how often each score counts. TableError where scores are unsound or cannot be placed on one scale.
    Look at `converged`.
    """
    check(scores)
    require_connected(scores)
    name = anchor_of(scores, anchor)
    problem = posed(scores, name, one_parameter=one_parameter, weights=weights)
    begin = started(problem) if start is None else start.point
    if begin.shape != (1, problem.size):
        raise UsageError("the start is a fit of other models or benchmarks", then="start from a fit of the same ones")
    return _fit(scores, solve(problem, begin, near=start is not None), name, one_parameter=one_parameter)


def anchor_of(scores: Scores, name: str | None = None) -> str:
    """Give the benchmark whose slope is held at 1: the one named, else Winogrande, else the one with most scores."""
    if name is not None and name not in scores.benchmarks:
        raise UsageError(f"no score on the anchor benchmark {name}", where="scores", then="name another anchor")
    if name is not None or ANCHOR in scores.benchmarks:
        return name or ANCHOR
    return scores.benchmarks[int(scores.counts_by_benchmark.argmax())]


def posed(scores: Scores, anchor: str, *, one_parameter: bool, weights: NDArray[np.float64] | None = None) -> Problem:
    """Pose the problem of one fit. The ridge is shared out over the parameters that are free."""
    models, benchmarks = len(scores.models), len(scores.benchmarks)
    if weights is not None and not (weights.shape == scores.performance.shape and (weights >= 0).all()):
        raise UsageError("weights are not one number of at least 0 for each score", where="scores")
    fixed = np.full(benchmarks, one_parameter)
    fixed[scores.benchmarks.index(anchor)] = True
    return Problem(
        model=scores.model,
        benchmark=scores.benchmark,
        performance=np.clip(scores.performance, EDGE, 1 - EDGE)[None],
        weight=np.ones((1, len(scores.performance))) if weights is None else weights[None].astype(np.float64),
        models=models,
        benchmarks=benchmarks,
        fixed=fixed,
        ridge=RIDGE / (models + 2 * benchmarks - int(fixed.sum())),
    )


def started(problem: Problem) -> NDArray[np.float64]:
    """Give a start in which nobody is ahead: abilities and difficulties 0, slopes 1."""
    return np.repeat([0.0, 1.0], [problem.models + problem.benchmarks, problem.benchmarks])[None]


def _fit(scores: Scores, found: Solution, anchor: str, *, one_parameter: bool) -> Fit:
    models, benchmarks = len(scores.models), len(scores.benchmarks)
    ability, difficulty, slope = np.split(found.point[0], [models, models + benchmarks])
    offset = float(difficulty[scores.benchmarks.index(anchor)])
    return Fit(
        ability=ability - offset,
        difficulty=difficulty - offset,
        slope=slope,
        anchor=anchor,
        one_parameter=one_parameter,
        offset=offset,
        converged=bool(found.converged[0]),
        steps=int(found.steps[0]),
        gradient=float(found.gradient[0]),
        objective=float(found.value[0]),
    )
