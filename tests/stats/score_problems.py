"""Small problems of scores, and an independent fit of them with scipy."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from weighbridge.stats.item_response import Scores

if TYPE_CHECKING:
    from numpy.typing import NDArray

EDGE, RIDGE = 1e-3, 0.1


def invented(seed: int, models: int = 9, benchmarks: int = 5, part: float = 0.7, noise: float = 0.05) -> Scores:
    """Draw scores of models on benchmarks; the first benchmark has all models, and every benchmark several."""
    chance = np.random.default_rng(seed)
    ability = chance.normal(0, 1.5, models)
    difficulty, slope = chance.normal(0, 1, benchmarks), chance.uniform(0.5, 3, benchmarks)
    taken = chance.uniform(size=(models, benchmarks)) < part
    taken[:, 0] = True
    taken[:2] = True
    model, benchmark = np.nonzero(taken)
    curve = 1 / (1 + np.exp(-slope[benchmark] * (ability[model] - difficulty[benchmark])))
    performance = np.clip(curve + chance.normal(0, noise, len(curve)), 0, 1)
    names = tuple(f"model {i}" for i in range(models)), tuple(f"benchmark {i}" for i in range(benchmarks))
    return Scores(model.astype(np.int64), benchmark.astype(np.int64), performance, *names)


def fitted_by_scipy(
    scores: Scores, anchor: int = 0, weights: NDArray[np.float64] | None = None
) -> tuple[NDArray[np.float64], float]:
    """Fit with scipy and numerical derivatives, each parameter's penalty as a residual of its own.

    Gives abilities, difficulties and free slopes in one array, and half of the sum of squares.
    """
    from scipy.optimize import least_squares

    models, benchmarks = len(scores.models), len(scores.benchmarks)
    free = np.arange(benchmarks) != anchor
    size = models + benchmarks + int(free.sum())
    heavy = np.sqrt(np.ones(len(scores.performance)) if weights is None else weights)
    performance = np.clip(scores.performance, EDGE, 1 - EDGE)

    def residuals(point: NDArray[np.float64]) -> NDArray[np.float64]:
        ability, difficulty, slope = point[:models], point[models : models + benchmarks], np.ones(benchmarks)
        slope[free] = point[models + benchmarks :]
        curve = 1 / (1 + np.exp(-slope[scores.benchmark] * (ability[scores.model] - difficulty[scores.benchmark])))
        return np.concatenate([heavy * (curve - performance), np.sqrt(RIDGE / size) * point])

    low = np.concatenate([np.full(models + benchmarks, -10.0), np.full(int(free.sum()), 0.1)])
    start = np.concatenate([np.zeros(models + benchmarks), np.ones(int(free.sum()))])
    found = least_squares(
        residuals, start, jac="3-point", bounds=(low, np.full(size, 10.0)), ftol=1e-15, xtol=1e-15, gtol=1e-12,
        max_nfev=2000,
    )  # fmt: skip
    return np.asarray(found.x), float(found.cost)
