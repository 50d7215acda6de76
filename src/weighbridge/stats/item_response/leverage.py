"""How far a fit follows each score: the part of a small change of a score that its fitted value takes over."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from weighbridge.stats.item_response.newton_step import Step, blocked
from weighbridge.stats.item_response.objective import derivatives, evaluated
from weighbridge.stats.item_response.solver import moving

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from weighbridge.stats.item_response.objective import Problem, State


def leverage(problem: Problem, point: NDArray[np.float64]) -> NDArray[np.float64]:
    """Give the leverage of each score in [0, 1], shape (n,), at the minimum `point` (1, size) of an unweighted fit.

    The diagonal of J H^-1 J', with J the derivatives of the fitted values and H = J'J + ridge. H^-1 is never written
    out: a score meets only its model's row of it, and that row only on the model's own benchmarks.
    """
    state = evaluated(problem, point)
    gradient, curvature = derivatives(problem, state, np.array([False]))
    free = moving(problem, point, gradient).astype(np.float64)
    blocks = blocked(problem, curvature, free, np.zeros(1))
    inverse = np.linalg.inv(Step(problem).reduced(blocks)[0])
    hard, steep, diagonal = blocks.hard[0], blocks.steep[0], blocks.models[0, problem.model]
    own, beside, tilt = _slopes(problem, state, free[0])
    found = own**2 / diagonal
    starts = np.cumsum(np.bincount(problem.model, minlength=problem.models))[:-1]
    for rows in np.split(np.argsort(problem.model, kind="stable"), starts):
        columns = np.concatenate([problem.benchmark[rows], problem.benchmarks + problem.benchmark[rows]])
        through = np.concatenate([hard[rows], steep[rows]]) / diagonal[rows[:1]]
        met = np.concatenate([np.diag(beside[rows]), np.diag(tilt[rows])], axis=1) - np.outer(own[rows], through)
        found[rows] += ((met @ inverse[np.ix_(columns, columns)]) * met).sum(axis=1)
    return np.asarray(np.clip(found, 0.0, 1.0), np.float64)


def _slopes(
    problem: Problem, state: State, free: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """Give the derivatives of each fitted value by its ability, difficulty and slope; 0 where that is held."""
    rise = (state.fitted * (1 - state.fitted))[0]
    ability, difficulty, slope = problem.split(free)
    pull = rise * state.slope[0]
    return (
        pull * ability[problem.model],
        -pull * difficulty[problem.benchmark],
        rise * state.reach[0] * slope[problem.benchmark],
    )
