"""One Newton step. No score joins two models, so the models are eliminated first (Schur complement).

What is left is small: difficulties and slopes of the benchmarks, joined where one model has scores on two of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from weighbridge.stats.item_response.objective import Sums

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from weighbridge.stats.item_response.objective import Curvature, Problem

PAIRS_FROM = 1_000_000  # cells of (models, 2 * benchmarks)
AT_ONCE = 2_000_000  # numbers in a temporary array
ORDERS = (0, 0), (0, 1), (1, 0), (1, 1)  # difficulty or slope of one score, and of the other


@dataclass(frozen=True)
class Blocks:
    """The curvature with ridge and damping: `models` (replicates, models) is a diagonal, `benchmarks` is dense.

    `hard` and `steep` (replicates, n) join each score's model to its benchmark's difficulty and slope. What is held
    has 1 on the diagonal and is joined to nothing.
    """

    models: NDArray[np.float64]
    hard: NDArray[np.float64]
    steep: NDArray[np.float64]
    benchmarks: NDArray[np.float64]


class Step:
    """Solves (curvature + ridge + damping) step = -gradient for many replicates; parameters outside `moving` stay."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        cells = problem.models * 2 * problem.benchmarks
        self.pairs = pairs(problem.model, problem.benchmark) if cells >= PAIRS_FROM else None
        self._joint: NDArray[np.float64] | None = None
        self.by_model = Sums(problem.model, problem.models)
        self.by_benchmark = Sums(problem.benchmark, problem.benchmarks)

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
        blocks = blocked(problem, curvature, move, damping)
        pulled = -gradient * move
        through = (pulled[:, :models] / blocks.models)[:, problem.model]
        met = [self.by_benchmark(blocks.hard * through), self.by_benchmark(blocks.steep * through)]
        small = solved(self.reduced(blocks), pulled[:, models:] - np.concatenate(met, axis=1))
        hard, steep = small[:, problem.benchmark], small[:, problem.benchmarks + problem.benchmark]
        rest = pulled[:, :models] - self.by_model(blocks.hard * hard + blocks.steep * steep)
        return np.concatenate([rest / blocks.models, small], axis=1)

    def reduced(self, blocks: Blocks) -> NDArray[np.float64]:
        """Give the block of the benchmarks once the models are out, (replicates, 2 * benchmarks, 2 * benchmarks)."""
        return blocks.benchmarks - (
            self._by_cells(blocks) if self.pairs is None else self._by_pairs(blocks, *self.pairs)
        )

    def _by_cells(self, blocks: Blocks) -> NDArray[np.float64]:
        """Multiply with the empty pairs of model and benchmark too, which is fast where there are few in all."""
        problem, rows, width = self.problem, len(blocks.models), self.problem.benchmarks
        if self._joint is None or len(self._joint) < rows:
            self._joint = np.zeros((rows, problem.models, 2 * width))
        joint = self._joint[:rows]  # the same cells are written every time
        upright = bool((blocks.models > 0).all())
        # Of a matrix with itself, the product takes half the work; far from the minimum a diagonal may be negative.
        by = (1 / np.sqrt(blocks.models))[:, problem.model] if upright else 1.0
        joint[:, problem.model, problem.benchmark] = blocks.hard * by
        joint[:, problem.model, width + problem.benchmark] = blocks.steep * by
        return np.swapaxes(joint, 1, 2) @ (joint if upright else joint / blocks.models[:, :, None])

    def _by_pairs(self, blocks: Blocks, one: NDArray[np.int64], two: NDArray[np.int64]) -> NDArray[np.float64]:
        """Multiply only what stands in the scores: every two of one model."""
        width, rows = self.problem.benchmarks, len(blocks.models)
        joint = blocks.hard, blocks.steep
        over = [part / blocks.models[:, self.problem.model] for part in joint]
        half = np.zeros((rows, 2, width, 2, width))
        at = np.arange(width)
        for i, j in ORDERS:
            half[:, i, at, j, at] = self.by_benchmark(over[i] * joint[j]) / 2
        wide = max(1, AT_ONCE // rows)
        for start in range(0, len(one), wide):
            first, second = one[start : start + wide], two[start : start + wide]
            cells = Sums(self.problem.benchmark[first] * width + self.problem.benchmark[second], width**2)
            for i, j in ORDERS:
                half[:, i, :, j] += cells(over[i][:, first] * joint[j][:, second]).reshape(rows, width, width)
        whole = half.reshape(rows, 2 * width, 2 * width)
        return whole + np.swapaxes(whole, 1, 2)


def blocked(problem: Problem, curvature: Curvature, move: NDArray[np.float64], damping: NDArray[np.float64]) -> Blocks:
    """Add ridge and damping to a curvature; `move` (replicates, size) is 0 where a parameter is held, else 1."""
    more, ridge = 1 + damping[:, None], problem.ridge + damping[:, None]
    ability, difficulty, slope = problem.split(move)
    of_model, width = ability[:, problem.model], problem.benchmarks
    at, both = np.arange(width), np.arange(2 * width)
    own = np.concatenate([curvature.hard, curvature.steep], axis=1) * more + ridge
    benchmarks = np.zeros((len(move), 2 * width, 2 * width))
    benchmarks[:, both, both] = np.where(move[:, problem.models :] > 0, own, 1.0)
    benchmarks[:, at, width + at] = benchmarks[:, width + at, at] = curvature.mixed * difficulty * slope
    return Blocks(
        models=np.where(ability > 0, curvature.models * more + ridge, 1.0),
        hard=curvature.to_hard * of_model * difficulty[:, problem.benchmark],
        steep=curvature.to_steep * of_model * slope[:, problem.benchmark],
        benchmarks=benchmarks,
    )


def pairs(model: NDArray[np.int64], benchmark: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Give every two scores of one model, as two arrays of their places; each two once."""
    order = np.lexsort((benchmark, model))
    grouped = model[order]
    most = int(np.bincount(model).max())
    apart = [np.flatnonzero(grouped[step:] == grouped[: len(grouped) - step]) for step in range(1, most)]
    if not apart:
        return order[:0], order[:0]
    first = np.concatenate(apart)
    second = np.concatenate([starts + step for step, starts in enumerate(apart, 1)])
    return order[first], order[second]


def solved(left: NDArray[np.float64], right: NDArray[np.float64]) -> NDArray[np.float64]:
    """Solve left (replicates, k, k) x = right (replicates, k); a singular replicate gets NaN."""
    try:
        return np.asarray(np.linalg.solve(left, right[:, :, None])[:, :, 0], np.float64)
    except np.linalg.LinAlgError:
        if len(left) == 1:
            return np.full_like(right, np.nan)
        return np.concatenate([solved(left[i : i + 1], right[i : i + 1]) for i in range(len(left))])
