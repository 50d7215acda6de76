"""How often the intervals hold the truth: scores drawn from a fit, on the same pairs, fitted and resampled again."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from weighbridge.stats.item_response import EPOCH, Scale, bootstrap, draws_on_scale, fit, interval, on_scale
from weighbridge.stats.item_response.fitting import EDGE, posed
from weighbridge.stats.item_response.leverage import leverage
from weighbridge.stats.item_response.objective import evaluated
from weighbridge.stats.item_response.resampling import MOST_LEVERAGE, lent

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from weighbridge.stats.item_response import Fit, Scores

LEVEL = 0.90
FEW, SOME = 5, 10  # scores of a model
HEAVY = 5  # degrees of freedom of Student's t


@dataclass(frozen=True)
class Coverage:
    """Part of the intervals that hold the truth, over models and replications, and what lies behind it.

    `by_scores`: the same for models with few, some and many scores. `low` and `high`: its 95 % interval over
    replications. `width`: median interval width in points; `unknown`: part of the models without an interval.
    """

    noise: str
    how: str
    covered: float
    low: float
    high: float
    by_scores: dict[str, float]
    width: float
    unknown: float


def simulated(scores: Scores, truth: Fit, noise: str, chance: np.random.Generator) -> Scores:
    """Draw a matrix of the same models on the same benchmarks from a fit, with noise by name (see NOISES)."""
    problem = posed(scores, truth.anchor, one_parameter=truth.one_parameter)
    state = evaluated(problem, truth.point)
    # In a linear fit this gives residuals the variance of the noise that they are what is left of.
    freed = -state.residual[0] / np.sqrt(1 - np.minimum(leverage(problem, truth.point), MOST_LEVERAGE))
    drawn = state.fitted[0] + NOISES[noise](state.fitted[0], freed, chance)
    return replace(scores, performance=np.clip(drawn, EDGE, 1 - EDGE))


def _alike(fitted: NDArray[np.float64], noise: NDArray[np.float64], chance: np.random.Generator) -> NDArray[np.float64]:
    return np.asarray(lent(fitted, noise, 1, chance)[0], np.float64)


def _heavy(fitted: NDArray[np.float64], noise: NDArray[np.float64], chance: np.random.Generator) -> NDArray[np.float64]:
    spread = np.sqrt(fitted * (1 - fitted))
    unit = float(np.sqrt((noise**2).mean() / (spread**2).mean() * (HEAVY - 2) / HEAVY))
    return np.asarray(unit * spread * chance.standard_t(HEAVY, len(fitted)), np.float64)


def _own(fitted: NDArray[np.float64], noise: NDArray[np.float64], chance: np.random.Generator) -> NDArray[np.float64]:
    return np.asarray(noise * chance.choice(np.array([-1.0, 1.0]), len(fitted)), np.float64)


NOISES: dict[str, Callable[[NDArray[np.float64], NDArray[np.float64], np.random.Generator], NDArray[np.float64]]] = {
    "alike": _alike,  # residuals of scores with a like fitted value
    "heavy": _heavy,  # Student's t, in proportion to sqrt(p (1 - p))
    "own": _own,  # each score's own residual, with a sign by chance: its own spread for every score
}


def coverages(
    scores: Scores, ways: Sequence[str], noise: str, replications: int, draws: int, scale: Scale = EPOCH
) -> tuple[Coverage, ...]:
    """Give the coverage of abilities in points by each way to resample, over the same simulated matrices."""
    truth = fit(scores)
    points = on_scale(scores, truth, scale).ability
    others = ~np.isin(np.array(scores.models, object), [scale.low, scale.high])
    found: dict[str, list[tuple[NDArray[np.float64], NDArray[np.float64]]]] = {way: [] for way in ways}
    for seed, drawn in enumerate(_drawn(scores, truth, noise, replications)):
        again = fit(drawn, start=truth)
        assert again.converged
        for way in ways:
            sampled = bootstrap(drawn, again, draws=draws, how=way, seed=seed)
            low, high = interval(draws_on_scale(drawn, again, sampled, scale).ability, LEVEL)
            held = np.where(np.isnan(low), np.nan, (low <= points) & (points <= high))
            found[way].append((held[others], (high - low)[others]))
    counts = scores.counts[others]
    return tuple(_coverage(noise, way, found[way], counts) for way in ways)


def _drawn(scores: Scores, truth: Fit, noise: str, replications: int) -> Iterator[Scores]:
    for seed in range(replications):
        yield simulated(scores, truth, noise, np.random.default_rng((2026, seed)))


def _coverage(
    noise: str,
    way: str,
    found: Sequence[tuple[NDArray[np.float64], NDArray[np.float64]]],
    counts: NDArray[np.int64],
) -> Coverage:
    held, width = (np.stack(column) for column in zip(*found, strict=True))
    # Models of one replication share its benchmarks' errors, so replications are what varies independently.
    each = np.nanmean(held, axis=1)
    error = 1.96 * each.std(ddof=1) / np.sqrt(len(each)) if len(each) > 1 else np.nan
    groups = {
        f"to {FEW}": counts <= FEW,
        f"{FEW + 1} to {SOME}": (counts > FEW) & (counts <= SOME),
        f"over {SOME}": counts > SOME,
    }
    return Coverage(
        noise=noise,
        how=way,
        covered=float(each.mean()),
        low=float(each.mean() - error),
        high=float(each.mean() + error),
        by_scores={name: float(np.nanmean(held[:, group])) for name, group in groups.items() if group.any()},
        width=float(np.nanmedian(width)),
        unknown=float(np.isnan(held).mean()),
    )
