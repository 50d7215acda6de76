"""Bounded least squares by Levenberg, Marquardt and Newton, many replicates at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from weighbridge.stats.item_response.newton_step import Step
from weighbridge.stats.item_response.objective import Problem, State, derivatives, evaluated
from weighbridge.stats.threads import one_thread

if TYPE_CHECKING:
    from numpy.typing import NDArray

TOLERANCE = 1e-9  # of the projected gradient
MOST_STEPS = 300
# Far from the minimum the full second derivatives may point uphill; Gauss and Newton's do not.
NEAR = 0.3
FIRST_DAMPING, MORE, LESS, NO_DAMPING = 1e-3, 8.0, 0.1, 1e-7
ENOUGH = 1e-4  # part of the predicted decrease that a step must bring
ROUNDING = 1e-14
FEW_BENCHMARKS = 200  # up to here a step's system of equations is too small to share between threads


@dataclass(frozen=True)
class Solution:
    """Points (replicates, size) and how they were reached, each of shape (replicates,).

    `gradient`: largest entry of the projected gradient; `value`: what was minimised.
    """

    point: NDArray[np.float64]
    value: NDArray[np.float64]
    gradient: NDArray[np.float64]
    steps: NDArray[np.int64]

    @property
    def converged(self) -> NDArray[np.bool_]:
        """Mark the replicates whose projected gradient is as small as asked."""
        found: NDArray[np.bool_] = self.gradient <= TOLERANCE
        return found


def solve(problem: Problem, start: NDArray[np.float64], *, near: bool = False) -> Solution:
    """Minimise from `start` (replicates, size), inside the bounds. `near`: the start is close to the minimum.

    What has not converged after MOST_STEPS steps is given as it stands; see `converged`.
    """
    if problem.benchmarks > FEW_BENCHMARKS:
        return _solved(problem, start, near=near)
    with one_thread():
        return _solved(problem, start, near=near)


def _solved(problem: Problem, start: NDArray[np.float64], *, near: bool) -> Solution:
    done = _blank(start)
    rows = np.arange(len(start))
    begin = np.clip(start, problem.low, problem.high)
    begin[:, ~problem.free] = 1.0
    state = evaluated(problem, begin)
    damping = np.full(len(start), 0.0 if near else FIRST_DAMPING)
    trusted = np.full(len(start), near)
    step = Step(problem)
    for count in range(MOST_STEPS + 1):
        gradient, curvature = derivatives(problem, state, trusted)
        steepness = projected(problem, state.point, gradient)
        going = ~_settled(done, rows, state, steepness, count)
        if not going.any() or count == MOST_STEPS:
            break
        if not going.all():
            chosen = np.flatnonzero(going)
            problem, state, rows = problem.chosen(chosen), state.chosen(chosen), rows[chosen]
            damping, trusted, gradient, steepness = (
                damping[chosen],
                trusted[chosen],
                gradient[chosen],
                steepness[chosen],
            )
            curvature = curvature.chosen(chosen)
        move = step(curvature, gradient, moving(problem, state.point, gradient), damping)
        tried, better = _tried(problem, state, gradient, move)
        state = state.replaced(tried, better)
        trusted = better & (trusted | (steepness < NEAR))
        damping = _damping(damping, better)
    return done


def projected(problem: Problem, point: NDArray[np.float64], gradient: NDArray[np.float64]) -> NDArray[np.float64]:
    """Give the largest entry of the gradient that the bounds leave, shape (replicates,): 0 at a minimum."""
    left = point - np.clip(point - gradient, problem.low, problem.high)
    found: NDArray[np.float64] = np.abs(left[:, problem.free]).max(axis=1)
    return found


def _blank(start: NDArray[np.float64]) -> Solution:
    size = len(start)
    return Solution(start.copy(), np.full(size, np.nan), np.full(size, np.inf), np.zeros(size, np.int64))


def _settled(
    done: Solution, rows: NDArray[np.int64], state: State, steepness: NDArray[np.float64], count: int
) -> NDArray[np.bool_]:
    """Note where each replicate stands; mark those that have converged."""
    done.point[rows], done.value[rows], done.gradient[rows], done.steps[rows] = (
        state.point,
        state.value,
        steepness,
        count,
    )
    return done.converged[rows]


def moving(problem: Problem, point: NDArray[np.float64], gradient: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Mark the parameters that are free and not held at a bound."""
    held = ((point <= problem.low) & (gradient > 0)) | ((point >= problem.high) & (gradient < 0))
    found: NDArray[np.bool_] = problem.free & ~held
    return found


def _tried(
    problem: Problem, state: State, gradient: NDArray[np.float64], move: NDArray[np.float64]
) -> tuple[State, NDArray[np.bool_]]:
    """Take the step as far as the bounds allow; mark the replicates in which it brings enough."""
    sound = np.asarray(np.isfinite(move).all(axis=1), np.bool_)
    point = np.clip(state.point + np.where(sound[:, None], move, 0.0), problem.low, problem.high)
    tried = evaluated(problem, point)
    foreseen = (gradient * (point - state.point)).sum(axis=1)
    slack = ROUNDING * np.abs(state.value)
    better: NDArray[np.bool_] = sound & (foreseen < 0) & (tried.value <= state.value + ENOUGH * foreseen + slack)
    return tried, better


def _damping(damping: NDArray[np.float64], better: NDArray[np.bool_]) -> NDArray[np.float64]:
    less = damping * LESS
    return np.where(better, np.where(less < NO_DAMPING, 0.0, less), np.maximum(damping * MORE, FIRST_DAMPING))
