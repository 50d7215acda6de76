"""The curve, what is minimised, and its derivatives; for many replicates at once.

performance = sigmoid(slope_b * (ability_m - difficulty_b)). Minimised is half of the sum of
`weight * (fitted - performance)^2` and `ridge * parameter^2` over all parameters that are free.

A point is an array (replicates, models + 2 * benchmarks): abilities, difficulties, slopes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

FARTHEST, FLATTEST, STEEPEST = 10.0, 0.1, 10.0


@dataclass(frozen=True)
class Problem:
    """What is fitted to what. `performance` and `weight` have shape (1, n), or (replicates, n) where they differ."""

    model: NDArray[np.int64]
    benchmark: NDArray[np.int64]
    performance: NDArray[np.float64]
    weight: NDArray[np.float64]
    models: int
    benchmarks: int
    fixed: NDArray[np.bool_]  # (benchmarks,): slopes that stay at 1
    ridge: float

    @property
    def size(self) -> int:
        """Give the number of parameters, fixed ones too."""
        return self.models + 2 * self.benchmarks

    @property
    def free(self) -> NDArray[np.bool_]:
        """Mark the parameters that are fitted, shape (size,)."""
        return np.concatenate([np.ones(self.models + self.benchmarks, bool), ~self.fixed])

    @property
    def low(self) -> NDArray[np.float64]:
        """Give the lower bound of each parameter."""
        return np.repeat([-FARTHEST, FLATTEST], [self.models + self.benchmarks, self.benchmarks])

    @property
    def high(self) -> NDArray[np.float64]:
        """Give the upper bound of each parameter."""
        return np.repeat([FARTHEST, STEEPEST], [self.models + self.benchmarks, self.benchmarks])

    def split(self, point: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
        """Give abilities, difficulties and slopes of a point, as views."""
        ends = self.models, self.models + self.benchmarks
        return point[..., : ends[0]], point[..., ends[0] : ends[1]], point[..., ends[1] :]

    def chosen(self, replicates: NDArray[np.int64]) -> Problem:
        """Keep some replicates."""
        performance = self.performance if len(self.performance) == 1 else self.performance[replicates]
        weight = self.weight if len(self.weight) == 1 else self.weight[replicates]
        return Problem(
            self.model, self.benchmark, performance, weight, self.models, self.benchmarks, self.fixed, self.ridge
        )


@dataclass(frozen=True)
class State:
    """The curve at a point: arrays of shape (replicates, n), and what is minimised, shape (replicates,)."""

    point: NDArray[np.float64]
    slope: NDArray[np.float64]  # of the score's benchmark
    reach: NDArray[np.float64]  # ability less difficulty
    fitted: NDArray[np.float64]
    residual: NDArray[np.float64]
    value: NDArray[np.float64]

    def chosen(self, replicates: NDArray[np.int64]) -> State:
        """Keep some replicates."""
        return State(*(getattr(self, name)[replicates] for name in self.__dataclass_fields__))

    def replaced(self, other: State, where: NDArray[np.bool_]) -> State:
        """Take the replicates marked in `where` from `other`."""
        if where.all():
            return other
        return State(
            *(
                np.where(
                    where.reshape(-1, *[1] * (getattr(self, name).ndim - 1)), getattr(other, name), getattr(self, name)
                )
                for name in self.__dataclass_fields__
            )
        )


@dataclass(frozen=True)
class Curvature:
    """The second derivatives, block by block, without the ridge: most are zero.

    `models` (replicates, models) is a diagonal; of each benchmark `hard` (difficulty twice), `mixed` and `steep` (slope
    twice); of each score `to_hard` and `to_steep` join its model to its benchmark's difficulty and slope.
    """

    models: NDArray[np.float64]
    hard: NDArray[np.float64]
    mixed: NDArray[np.float64]
    steep: NDArray[np.float64]
    to_hard: NDArray[np.float64]
    to_steep: NDArray[np.float64]

    def chosen(self, replicates: NDArray[np.int64]) -> Curvature:
        """Keep some replicates."""
        return Curvature(*(getattr(self, name)[replicates] for name in self.__dataclass_fields__))


def evaluated(problem: Problem, point: NDArray[np.float64]) -> State:
    """Take the curve and what is minimised at a point."""
    ability, difficulty, slopes = problem.split(point)
    slope = slopes[:, problem.benchmark]
    reach = ability[:, problem.model] - difficulty[:, problem.benchmark]
    fitted = sigmoid(slope * reach)
    residual = fitted - problem.performance
    loss = (problem.weight * residual**2).sum(axis=1)
    value = 0.5 * (loss + problem.ridge * (point[:, problem.free] ** 2).sum(axis=1))
    return State(point, slope, reach, fitted, residual, value)


def sigmoid(at: NDArray[np.float64]) -> NDArray[np.float64]:
    """Give 1 / (1 + exp(-at)); the bounds keep |at| under 200, where exp does not overflow."""
    found: NDArray[np.float64] = 1.0 / (1.0 + np.exp(-at))
    return found


def derivatives(problem: Problem, state: State, exact: NDArray[np.bool_]) -> tuple[NDArray[np.float64], Curvature]:
    """Give the gradient (replicates, size), and the curvature: Newton's where `exact`, else Gauss and Newton's."""
    rise = state.fitted * (1.0 - state.fitted)
    pull = problem.weight * state.residual * rise
    bend = np.where(exact[:, None], state.residual * (1.0 - 2.0 * state.fitted), 0.0)
    firm = problem.weight * rise * (rise + bend)
    by_model, by_benchmark = Sums(problem.model, problem.models), Sums(problem.benchmark, problem.benchmarks)
    slopes = problem.split(state.point)[2]
    pulled, firmed, tilted = by_benchmark(pull), by_benchmark(firm), by_benchmark(firm * state.reach)
    gradient = (
        np.concatenate([by_model(pull * state.slope), -slopes * pulled, by_benchmark(pull * state.reach)], axis=1)
        + problem.ridge * state.point
    )
    gradient[:, ~problem.free] = 0.0
    crossed = np.where(exact[:, None], pull, 0.0)
    to_models = firm * state.slope
    curvature = Curvature(
        models=by_model(to_models * state.slope),
        hard=slopes**2 * firmed,
        mixed=-(slopes * tilted + np.where(exact[:, None], pulled, 0.0)),
        steep=by_benchmark(firm * state.reach**2),
        to_hard=-to_models * state.slope,
        to_steep=to_models * state.reach + crossed,
    )
    return gradient, curvature


@dataclass(frozen=True)
class Sums:
    """Sums of (replicates, n) over the scores of each of `size` models or benchmarks."""

    index: NDArray[np.int64]
    size: int

    def __call__(self, each: NDArray[np.float64]) -> NDArray[np.float64]:
        """Give sums of shape (replicates, size)."""
        rows = len(each)
        where = (np.arange(rows)[:, None] * self.size + self.index).ravel()
        summed = np.asarray(np.bincount(where, each.ravel(), rows * self.size), np.float64)
        return summed.reshape(rows, self.size)
