"""Draws of the fit: the scores are resampled and fitted again, each time from where the fit of all scores ended."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from weighbridge.errors import UsageError
from weighbridge.estimate import Choice, Option
from weighbridge.stats.item_response.fit import posed
from weighbridge.stats.item_response.solver import solve

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from weighbridge.stats.item_response.fit import Fit
    from weighbridge.stats.item_response.objective import Problem
    from weighbridge.stats.item_response.scores import Scores

RESAMPLED = Choice(
    "resampled",
    "What is drawn again for the interval.",
    (
        Option("within_models", "each model's scores among themselves, as Epoch does: every model keeps its number"),
        Option("scores", "all scores alike: a model with few may lose all"),
        Option("benchmarks", "benchmarks with all their scores: what if others had been chosen"),
        Option("benchmarks_and_scores", "benchmarks, then each model's scores on those drawn"),
    ),
)
CELLS = 20_000_000  # numbers in the largest array of one batch


@dataclass(frozen=True)
class Draws:
    """Abilities (draws, models), difficulties and slopes (draws, benchmarks). Only differences within a draw count.

    NaN where a model or benchmark has no score in a draw, and all through a draw that did not converge.
    """

    ability: NDArray[np.float64]
    difficulty: NDArray[np.float64]
    slope: NDArray[np.float64]
    converged: NDArray[np.bool_]
    resampled: str


def bootstrap(scores: Scores, fit: Fit, *, draws: int = 50, resampled: str = RESAMPLED.default, seed: int = 0) -> Draws:
    """Fit resampled scores again `draws` times. The same seed gives the same draws."""
    if resampled not in WEIGHTS:
        raise UsageError(f"no way to resample named {resampled}", then=f"name one of {', '.join(WEIGHTS)}")
    weights = WEIGHTS[resampled](scores, draws, np.random.default_rng(seed))
    problem = posed(scores, fit.anchor, one_parameter=fit.one_parameter)
    batch = max(1, CELLS // (2 * problem.models * problem.benchmarks + 12 * len(scores.performance)))
    parts = [
        _refitted(replace(problem, weight=weights[first : first + batch]), fit) for first in range(0, draws, batch)
    ]
    points, converged = (np.concatenate(column) for column in zip(*parts, strict=True))
    return _known(problem, points, converged, weights, resampled)


def _refitted(problem: Problem, fit: Fit) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    found = solve(problem, np.repeat(fit.point, len(problem.weight), axis=0), near=True)
    return found.point, found.converged


def _known(
    problem: Problem,
    points: NDArray[np.float64],
    converged: NDArray[np.bool_],
    weights: NDArray[np.float64],
    resampled: str,
) -> Draws:
    points[~converged] = np.nan
    ability, difficulty, slope = (part.copy() for part in problem.split(points))
    ability[_sums(weights, problem.model, problem.models) == 0] = np.nan
    unseen = _sums(weights, problem.benchmark, problem.benchmarks) == 0
    difficulty[unseen] = np.nan
    slope[unseen] = np.nan
    return Draws(ability, difficulty, slope, converged, resampled)


def _sums(weights: NDArray[np.float64], index: NDArray[np.int64], size: int) -> NDArray[np.float64]:
    return np.stack([np.bincount(index, row, size) for row in weights])


def _within_models(scores: Scores, draws: int, chance: np.random.Generator) -> NDArray[np.float64]:
    return _within(scores.model, np.ones((draws, len(scores.model))), chance)


def _pooled(scores: Scores, draws: int, chance: np.random.Generator) -> NDArray[np.float64]:
    n = len(scores.performance)
    return chance.multinomial(n, np.full(n, 1 / n), size=draws).astype(np.float64)


def _benchmarks(scores: Scores, draws: int, chance: np.random.Generator) -> NDArray[np.float64]:
    n = len(scores.benchmarks)
    drawn: NDArray[np.int64] = chance.multinomial(n, np.full(n, 1 / n), size=draws)
    return drawn[:, scores.benchmark].astype(np.float64)


def _benchmarks_and_scores(scores: Scores, draws: int, chance: np.random.Generator) -> NDArray[np.float64]:
    return _within(scores.model, _benchmarks(scores, draws, chance), chance)


def _within(group: NDArray[np.int64], counted: NDArray[np.float64], chance: np.random.Generator) -> NDArray[np.float64]:
    """Draw within each group as many scores as `counted` (draws, n) holds of it, each as often as it is counted."""
    drawn = np.zeros_like(counted)
    for rows in np.split(np.argsort(group, kind="stable"), np.cumsum(np.bincount(group))[:-1]):
        held = counted[:, rows]
        number = held.sum(axis=1)
        part = (
            np.where(number[:, None] > 0, held, 1.0) / np.maximum(np.where(number > 0, number, len(rows)), 1)[:, None]
        )
        drawn[:, rows] = chance.multinomial(number.astype(np.int64), part)
    return drawn


WEIGHTS: dict[str, Callable[[Scores, int, np.random.Generator], NDArray[np.float64]]] = {
    "within_models": _within_models,
    "scores": _pooled,
    "benchmarks": _benchmarks,
    "benchmarks_and_scores": _benchmarks_and_scores,
}
