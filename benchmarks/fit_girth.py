"""Beside `girth`, which fits answers that are right or wrong: the same Rasch curve, another criterion.

girth maximises the joint likelihood of answers; Weighbridge minimises squares of shares. No setting of girth fits
shares and none of Weighbridge's is a likelihood, so what is compared is how well each finds the truth it was not told,
and how long it takes. The answers are drawn from one curve, all models on all benchmarks.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from girth import ability_mle, rasch_jml

from weighbridge.stats.item_response import Scores, fit

if TYPE_CHECKING:
    from numpy.typing import NDArray

MODELS, BENCHMARKS, SEED = 222, 57, 1


@dataclass(frozen=True)
class Answers:
    """One way to find abilities and difficulties from answers: seconds, and its correlations with the truth."""

    name: str
    seconds: float
    ability: float
    difficulty: float


def answered() -> tuple[Answers, ...]:
    """Fit the same invented answers with both."""
    chance = np.random.default_rng(SEED)
    ability, difficulty = chance.normal(0, 1, MODELS), chance.normal(0, 1, BENCHMARKS)
    chances = 1 / (1 + np.exp(-(ability[:, None] - difficulty)))
    right = chance.uniform(size=chances.shape) < chances
    began = time.perf_counter()
    hard = rasch_jml(right.T)["Difficulty"]
    able = ability_mle(right.T, hard, 1.0)
    theirs = time.perf_counter() - began
    began = time.perf_counter()
    made = fit(_scores(right), one_parameter=True)
    ours = time.perf_counter() - began
    assert made.converged
    return (
        Answers("weighbridge", ours, _alike(made.ability, ability), _alike(made.difficulty, difficulty)),
        Answers("girth", theirs, _alike(able, ability), _alike(hard, difficulty)),
    )


def _scores(right: NDArray[np.bool_]) -> Scores:
    model, benchmark = (index.ravel() for index in np.indices(right.shape))
    names = tuple(f"m{i}" for i in range(MODELS)), tuple(f"b{i}" for i in range(BENCHMARKS))
    return Scores(model, benchmark, right.astype(np.float64).ravel(), *names)


def _alike(found: NDArray[np.float64], truth: NDArray[np.float64]) -> float:
    known = np.isfinite(found)
    return float(np.corrcoef(found[known], truth[known])[0, 1])
