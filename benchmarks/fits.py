"""The capability fit beside public code: times in one run, results compared, and how time and memory grow."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import numpy as np

from benchmarks.fit_scipy import Reference
from benchmarks.watch import peak_mib
from weighbridge.stats.item_response import EPOCH, Scores, bootstrap, fit, on_scale
from weighbridge.stats.item_response.fitting import posed
from weighbridge.stats.item_response.resampling import WEIGHTS

if TYPE_CHECKING:
    from numpy.typing import NDArray

Made = TypeVar("Made")
DRAWS, SEED = 50, 0
SIZES = ((222, 57, 0.18), (1_000, 100, 0.05), (5_000, 200, 0.05), (10_000, 350, 0.05), (20_000, 500, 0.05))
NOISE = 0.08
LEAST = 4  # scores of a model


@dataclass(frozen=True)
class Timed:
    """One way to fit the matrix and its resamples, in seconds, and how far its points end from Weighbridge's.

    `apart`: largest distance of the fit, in points; `apart_draws`: median and largest over all models and draws;
    `excess`: what it minimised, less Weighbridge's minimum.
    """

    name: str
    fit_seconds: float
    draws_seconds: float
    apart: float
    apart_draws: tuple[float, float]
    excess: float


@dataclass(frozen=True)
class Growth:
    """One fit of an invented matrix in a process of its own."""

    models: int
    benchmarks: int
    scores: int
    seconds: float
    processor_seconds: float
    steps: int
    peak_mib: float


def timed(scores: Scores, repeats: int = 5) -> tuple[Timed, ...]:
    """Fit `scores` and DRAWS resamples of each model's scores, in Weighbridge and with scipy in two ways."""
    whole, took = _median(lambda: fit(scores), repeats)
    drawn, took_draws = _median(lambda: bootstrap(scores, whole, draws=DRAWS, how="within_models", seed=SEED), repeats)
    assert whole.converged
    assert drawn.converged.all()
    ours = Timed("weighbridge", took, took_draws, 0.0, (0.0, 0.0), 0.0)
    problem = posed(scores, whole.anchor, one_parameter=False)
    weights = WEIGHTS["within_models"](problem, DRAWS, np.random.default_rng(SEED))
    points = on_scale(scores, whole).ability
    anchor = scores.benchmarks.index(whole.anchor)
    found = [ours]
    for name in ("numerical", "sparse"):
        reference = Reference(scores, anchor, name)
        began = time.perf_counter()
        theirs = reference.fitted()
        fitted = time.perf_counter() - began
        rows = np.arange(len(scores.model))
        again = [reference.fitted(np.repeat(rows, weight.astype(int)), theirs.x).x for weight in weights]
        took = time.perf_counter() - began - fitted
        apart = np.abs(_points(scores, np.array(again)) - _points(scores, drawn.ability))
        found.append(
            Timed(
                name,
                fitted,
                took,
                float(np.abs(_points(scores, theirs.x[None])[0] - points).max()),
                (float(np.median(apart)), float(apart.max())),
                float(theirs.cost - whole.objective),
            )
        )
    return tuple(found)


def agreement(scores: Scores) -> tuple[float, float]:
    """Fit with scipy to the end; give the largest distance to Weighbridge in points, and the difference minimised."""
    whole = fit(scores)
    theirs = Reference(scores, scores.benchmarks.index(whole.anchor), "dense", apart=True).fitted()
    apart = np.abs(_points(scores, theirs.x[None])[0] - on_scale(scores, whole).ability).max()
    return float(apart), float(theirs.cost - whole.objective)


def invented(models: int, benchmarks: int, part: float, seed: int = SEED) -> Scores:
    """Draw a matrix in which each model has the same number of scores, on benchmarks by chance."""
    chance = np.random.default_rng(seed)
    ability, difficulty = chance.normal(0, 1.5, models), chance.normal(0, 1, benchmarks)
    slope, each = chance.uniform(0.5, 3, benchmarks), max(LEAST, round(part * benchmarks))
    model = np.repeat(np.arange(models), each)
    benchmark = np.argsort(chance.uniform(size=(models, benchmarks)), axis=1)[:, :each].ravel()
    curve = 1 / (1 + np.exp(-slope[benchmark] * (ability[model] - difficulty[benchmark])))
    performance = np.clip(curve + chance.normal(0, NOISE, len(curve)), 0, 1)
    names = tuple(f"m{i}" for i in range(models)), tuple(f"b{i}" for i in range(benchmarks))
    return Scores(model, benchmark, performance, *names)


def growth(models: int, benchmarks: int, part: float) -> Growth:
    """Fit an invented matrix in a fresh process."""
    command = [sys.executable, "-m", "benchmarks.fits", str(models), str(benchmarks), str(part)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, cwd=Path(__file__).parents[1])  # noqa: S603 - ours
    return Growth(**json.loads(done.stdout))


def _median(run: Callable[[], Made], repeats: int) -> tuple[Made, float]:
    found: list[tuple[float, Made]] = []
    for _ in range(repeats):
        began = time.perf_counter()
        made = run()
        found.append((time.perf_counter() - began, made))
    return found[-1][1], float(np.median([took for took, _ in found]))


def _points(scores: Scores, ability: NDArray[np.float64]) -> NDArray[np.float64]:
    """Give the first columns of points of fits (fits, .) on Epoch's line, each on its own."""
    low, high = (scores.models.index(name) for name in (EPOCH.low, EPOCH.high))
    known = ability[:, : len(scores.models)]
    unit = (EPOCH.high_points - EPOCH.low_points) / (known[:, high] - known[:, low])
    return np.asarray(EPOCH.low_points + unit[:, None] * (known - known[:, [low]]), np.float64)


def main() -> None:
    """Fit the matrix of the size named on the command line; print its growth as JSON."""
    scores = invented(int(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3]))
    wall, processor = time.perf_counter(), time.process_time()
    made = fit(scores)
    took = time.perf_counter() - wall, time.process_time() - processor
    assert made.converged
    sizes = len(scores.models), len(scores.benchmarks), len(scores.performance)
    print(json.dumps(vars(Growth(*sizes, *took, made.steps, peak_mib()))))


if __name__ == "__main__":
    main()
