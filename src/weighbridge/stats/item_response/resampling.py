"""Ways to draw scores again: as weights of the scores there are, or as scores that the fit might have met."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from weighbridge.estimate import Choice, Option
from weighbridge.stats.item_response.fitting import EDGE
from weighbridge.stats.item_response.leverage import leverage
from weighbridge.stats.item_response.objective import evaluated

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from weighbridge.stats.item_response.objective import Problem

RESAMPLED = Choice(
    "resampled",
    "What is drawn again for the interval.",
    (
        Option("residuals", "what scores are off the curve, among scores with a like fitted value: all scores stay"),
        Option("within_models", "each model's scores among themselves, as Epoch does: every model keeps its number"),
        Option("scores", "all scores alike: a model with few may lose all"),
        Option("benchmarks", "benchmarks with all their scores: what if others had been chosen"),
        Option("benchmarks_and_scores", "benchmarks, then each model's scores on those drawn"),
    ),
)
ALIKE = 61  # scores with a like fitted value that lend one another their residuals
MOST_LEVERAGE = 0.95  # beyond, the residual left says nothing of the noise


def resampled(
    problem: Problem, point: NDArray[np.float64], how: str, draws: int, chance: np.random.Generator
) -> Problem:
    """Pose the fit of `draws` replicates; `point` (1, size) is the minimum for the scores as they are."""
    if how == "residuals":
        return replace(problem, performance=renewed(problem, point, draws, chance))
    return replace(problem, weight=WEIGHTS[how](problem, draws, chance))


def renewed(
    problem: Problem, point: NDArray[np.float64], draws: int, chance: np.random.Generator
) -> NDArray[np.float64]:
    """Give scores (draws, n) off the fitted curve by residuals of scores with a like fitted value.

    A residual is divided by 1 - leverage, which makes it that of a fit without its score: the fit follows each score
    and leaves less than its noise. Dividing by the square root keeps the noise's variance in a linear fit; in this one
    intervals then cover too little.
    """
    state = evaluated(problem, point)
    noise = -state.residual[0] / (1 - np.minimum(leverage(problem, point), MOST_LEVERAGE))
    drawn = lent(state.fitted[0], noise, draws, chance)
    found: NDArray[np.float64] = np.clip(state.fitted + drawn, EDGE, 1 - EDGE)
    return found


def lent(
    fitted: NDArray[np.float64], noise: NDArray[np.float64], draws: int, chance: np.random.Generator
) -> NDArray[np.float64]:
    """Give each score the noise of one of the ALIKE scores nearest in fitted value, itself among them: (draws, n)."""
    n = len(noise)
    wide = min(ALIKE, n)
    order = np.argsort(fitted, kind="stable")
    rank = np.argsort(order, kind="stable")
    first = np.clip(rank - wide // 2, 0, n - wide)
    found: NDArray[np.float64] = noise[order][first + chance.integers(0, wide, (draws, n))]
    return found


def _within_models(problem: Problem, draws: int, chance: np.random.Generator) -> NDArray[np.float64]:
    return _within(problem.model, np.ones((draws, len(problem.model))), chance)


def _pooled(problem: Problem, draws: int, chance: np.random.Generator) -> NDArray[np.float64]:
    n = len(problem.model)
    return chance.multinomial(n, np.full(n, 1 / n), size=draws).astype(np.float64)


def _benchmarks(problem: Problem, draws: int, chance: np.random.Generator) -> NDArray[np.float64]:
    n = problem.benchmarks
    drawn: NDArray[np.int64] = chance.multinomial(n, np.full(n, 1 / n), size=draws)
    return drawn[:, problem.benchmark].astype(np.float64)


def _benchmarks_and_scores(problem: Problem, draws: int, chance: np.random.Generator) -> NDArray[np.float64]:
    return _within(problem.model, _benchmarks(problem, draws, chance), chance)


def _within(group: NDArray[np.int64], counted: NDArray[np.float64], chance: np.random.Generator) -> NDArray[np.float64]:
    """Draw within each group as many scores as `counted` (draws, n) holds of it, each as often as it is counted."""
    drawn = np.zeros_like(counted)
    for rows in np.split(np.argsort(group, kind="stable"), np.cumsum(np.bincount(group))[:-1]):
        held = counted[:, rows]
        number = held.sum(axis=1)
        part = np.where(number[:, None] > 0, held, 1.0)
        drawn[:, rows] = chance.multinomial(number.astype(np.int64), part / part.sum(axis=1, keepdims=True))
    return drawn


WEIGHTS: dict[str, Callable[[Problem, int, np.random.Generator], NDArray[np.float64]]] = {
    "within_models": _within_models,
    "scores": _pooled,
    "benchmarks": _benchmarks,
    "benchmarks_and_scores": _benchmarks_and_scores,
}
