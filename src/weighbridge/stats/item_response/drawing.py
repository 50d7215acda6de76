"""Draws of the fit: scores drawn again and fitted again, each time from where the fit of all scores ended."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from weighbridge.errors import UsageError
from weighbridge.stats.intervals import middle
from weighbridge.stats.item_response.fitting import posed
from weighbridge.stats.item_response.resampling import RESAMPLED, resampled
from weighbridge.stats.item_response.solver import solve

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from weighbridge.stats.item_response.fitting import Fit
    from weighbridge.stats.item_response.objective import Problem
    from weighbridge.stats.item_response.scores import Scores

CELLS = 20_000_000  # numbers in the largest array of one batch


@dataclass(frozen=True)
class Draws:
    """Abilities (draws, models), difficulties and slopes (draws, benchmarks). Only differences within a draw count.

    NaN where a model or benchmark has no score in a draw, and all through a draw that did not converge.
    """

    ability: NDArray[np.float64]
    difficulty: NDArray[np.float64]
    slope: NDArray[np.float64]
    converged: NDArray[np.bool_]  # (draws,)
    resampled: str


def bootstrap(scores: Scores, fit: Fit, *, draws: int = 50, how: str = RESAMPLED.default, seed: int = 0) -> Draws:
    """Draw scores again, by an option of RESAMPLED, and fit them, `draws` times. A seed gives the same draws."""
    if how not in RESAMPLED.names():
        raise UsageError(f"no way to resample named {how}", then=f"name one of {', '.join(RESAMPLED.names())}")
    whole = posed(scores, fit.anchor, one_parameter=fit.one_parameter)
    chance = np.random.default_rng(seed)
    batch = max(
        1, CELLS // (2 * whole.benchmarks * (whole.models + 2 * whole.benchmarks) + 12 * len(scores.performance))
    )
    sizes = [min(batch, draws - first) for first in range(0, draws, batch)]
    parts = [_drawn(resampled(whole, fit.point, how, size, chance), fit.point, size) for size in sizes]
    points, converged = (np.concatenate(column) for column in zip(*parts, strict=True))
    return Draws(*whole.split(points), converged, how)


def interval(drawn: NDArray[np.float64], level: float) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Give the middle part `level` of draws (draws, names) as (low, high), NaN where fewer than half have a figure."""
    return middle(np.where(np.isfinite(drawn), drawn, np.nan), level)


def _drawn(problem: Problem, start: NDArray[np.float64], size: int) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    """Give points (draws, size), NaN where nothing is known, and which converged."""
    found = solve(problem, np.repeat(start, size, axis=0), near=True)
    point = found.point
    point[~found.converged] = np.nan
    weight = np.broadcast_to(problem.weight, (size, len(problem.model)))
    ability, difficulty, slope = problem.split(point)
    ability[_weighed(weight, problem.model, problem.models) == 0] = np.nan
    unseen = _weighed(weight, problem.benchmark, problem.benchmarks) == 0
    difficulty[unseen] = np.nan
    slope[unseen] = np.nan
    return point, found.converged


def _weighed(weight: NDArray[np.float64], index: NDArray[np.int64], size: int) -> NDArray[np.float64]:
    return np.stack([np.bincount(index, row, size) for row in weight])
