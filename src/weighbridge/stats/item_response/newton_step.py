"""One Newton step. No score joins two models, so the models are eliminated first (Schur complement).

What is left is dense and small: difficulties and slopes of the benchmarks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from weighbridge.stats.item_response.objective import Curvature, Problem

# Below this part of possible pairs of model and benchmark, products that skip the empty pairs are faster.
SPARSE_BELOW = 0.1
SPARSE_FROM = 2_000_000  # cells of (models, 2 * benchmarks)


class Step:
    """Solves (curvature + ridge + damping) step = -gradient for many replicates; parameters outside `moving` stay."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        cells = problem.models * 2 * problem.benchmarks
        self.sparse = cells >= SPARSE_FROM and 2 * len(problem.model) < SPARSE_BELOW * cells
        self._joint: NDArray[np.float64] | None = None

    def __call__(
        self,
        curvature: Curvature,
        gradient: NDArray[np.float64],
        moving: NDArray[np.bool_],
        damping: NDArray[np.float64],
    ) -> NDArray[np.float64]:
        """Give steps of shape (replicates, size); `gradient` and `moving` too, `damping` (replicates,)."""
        problem, models = self.problem, self.problem.models
        move = moving.astype(np.float64)
        add = problem.ridge + damping[:, None]
        diagonal = np.where(moving[:, :models], curvature.models * (1 + damping[:, None]) + add, 1.0)
        small = corner(problem, curvature, move[:, models:], damping)
        pulled = -gradient * move
        hard, steep = joined(problem, curvature, move)
        if self.sparse:
            return _skipping(problem, (hard, steep), diagonal, small, pulled)
        joint = self._filled(hard, steep)
        across = np.swapaxes(joint, 1, 2)
        left = small - across @ (joint / diagonal[:, :, None])
        right = pulled[:, models:] - (across @ (pulled[:, :models] / diagonal)[:, :, None])[:, :, 0]
        benchmarks = solved(left, right)
        rest = (pulled[:, :models] - (joint @ benchmarks[:, :, None])[:, :, 0]) / diagonal
        return np.concatenate([rest, benchmarks], axis=1)

    def _filled(self, hard: NDArray[np.float64], steep: NDArray[np.float64]) -> NDArray[np.float64]:
        """Lay the joint block out as (replicates, models, 2 * benchmarks); the same cells are written every time."""
        problem, rows, width = self.problem, len(hard), 2 * self.problem.benchmarks
        if self._joint is None or len(self._joint) < rows:
            self._joint = np.zeros((rows, problem.models, width))
        joint = self._joint[:rows]
        joint[:, problem.model, problem.benchmark] = hard
        joint[:, problem.model, problem.benchmarks + problem.benchmark] = steep
        return joint


def solved(left: NDArray[np.float64], right: NDArray[np.float64]) -> NDArray[np.float64]:
    """Solve left (replicates, k, k) x = right (replicates, k); a singular replicate gets NaN."""
    try:
        return np.asarray(np.linalg.solve(left, right[:, :, None])[:, :, 0], np.float64)
    except np.linalg.LinAlgError:
        if len(left) == 1:
            return np.full_like(right, np.nan)
        return np.concatenate([solved(left[i : i + 1], right[i : i + 1]) for i in range(len(left))])


def joined(
    problem: Problem, curvature: Curvature, move: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Give what joins each score's model to its benchmark's difficulty and slope; 0 where `move` is 0."""
    ability, difficulty, slope = problem.split(move)
    of_model = ability[:, problem.model]
    return (
        curvature.to_hard * of_model * difficulty[:, problem.benchmark],
        curvature.to_steep * of_model * slope[:, problem.benchmark],
    )


def corner(
    problem: Problem, curvature: Curvature, move: NDArray[np.float64], damping: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Give the block of difficulties and slopes, (replicates, 2 * benchmarks, 2 * benchmarks)."""
    width, at = problem.benchmarks, np.arange(problem.benchmarks)
    small = np.zeros((len(move), 2 * width, 2 * width))
    own = np.concatenate([curvature.hard, curvature.steep], axis=1)
    own = own * (1 + damping[:, None]) + problem.ridge + damping[:, None]
    both = np.arange(2 * width)
    small[:, both, both] = np.where(move > 0, own, 1.0)
    small[:, at, width + at] = small[:, width + at, at] = curvature.mixed * move[:, :width] * move[:, width:]
    return small


def _skipping(
    problem: Problem,
    joined: tuple[NDArray[np.float64], NDArray[np.float64]],
    diagonal: NDArray[np.float64],
    small: NDArray[np.float64],
    pulled: NDArray[np.float64],
) -> NDArray[np.float64]:
    """Do the same one replicate at a time, without the empty pairs of model and benchmark."""
    from scipy.sparse import coo_array

    models, steps = problem.models, np.empty_like(pulled)
    rows = np.concatenate([problem.model, problem.model])
    columns = np.concatenate([problem.benchmark, problem.benchmarks + problem.benchmark])
    shape = models, 2 * problem.benchmarks
    for i in range(len(pulled)):
        joint = coo_array((np.concatenate([joined[0][i], joined[1][i]]), (rows, columns)), shape=shape).tocsr()
        across = joint.T.tocsr()
        scaled = joint.copy()
        scaled.data /= np.repeat(diagonal[i], np.diff(joint.indptr))
        left = small[i] - (across @ scaled).toarray()
        right = pulled[i, models:] - across @ (pulled[i, :models] / diagonal[i])
        steps[i, models:] = solved(left[None], right[None])[0]
        steps[i, :models] = (pulled[i, :models] - joint @ steps[i, models:]) / diagonal[i]
    return steps
