"""How often a lag's interval holds the true lag: matrices drawn from many truths, fitted and resampled again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from benchmarks.fit_simulation import simulated
from weighbridge.stats.item_response import bootstrap, fit
from weighbridge.stats.lag.between import summary
from weighbridge.stats.lag.definitions import NAMES, curves, lag
from weighbridge.stats.lag.levels import NINE_IN_TEN
from weighbridge.stats.lag.likeness import Models

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from weighbridge.lake import Lake
    from weighbridge.stats.item_response import Fit, Scores
    from weighbridge.stats.lag.between import Between

DAYS = ("2024-12-31", "2025-10-31", "2026-05-31", "2026-08-11")
FIRST = "2023-01-01"
# The levels of intervals were set on seeds of their own (`benchmarks.lag_levels`).
SEED = 2027
SEEDS_EACH = 100_000
Case = tuple[str, str, "Between", "Between"]


@dataclass(frozen=True)
class Race:
    """Scores, the day of release of each model (models,), and for each pair who leads and who follows (masks)."""

    scores: Scores
    released: NDArray[np.int64]
    pairs: Mapping[str, tuple[NDArray[np.bool_], NDArray[np.bool_]]]


@dataclass(frozen=True)
class LagCoverage:
    """Part of the intervals that hold the truth, over days and replications; `low` and `high`: its 95 % interval.

    `width`: median width in months of the intervals with two ends; `open_ended`: part of those that lack one.
    `unknown`: part of the cases left out, because the true lag is only bounded or the simulated one has no figure.
    """

    definition: str
    pair: str
    covered: float
    low: float
    high: float
    width: float
    open_ended: float
    unknown: float


def coverages(race: Race, noise: str, replications: int, draws: int) -> tuple[LagCoverage, ...]:
    """Give the coverage of each definition and pair, as the measure takes its intervals by default."""
    found: defaultdict[tuple[str, str], list[NDArray[np.float64]]] = defaultdict(list)
    for definition, pair, truth, rows in cases(race, noise, replications, draws, SEED):
        found[definition, pair].append(held(truth, rows, NINE_IN_TEN[definition]))
    return tuple(_coverage(*key, np.stack(every)) for key, every in found.items())


def cases(race: Race, noise: str, replications: int, draws: int, seed: int) -> Iterator[Case]:
    """Give definition, pair, true lag, and the lags of the fit and its draws, one for each in every replication.

    Each replication has a truth of its own: a draw of the fit of the real scores. Lags take few values, and one truth
    alone would say how often that one is held.
    """
    for i, truth in enumerate(_truths(race.scores, replications, seed)):
        drawn = simulated(race.scores, truth, noise, np.random.default_rng((seed, i)))
        again = fit(drawn, start=truth)
        assert again.converged
        ability = bootstrap(drawn, again, draws=draws, seed=seed * SEEDS_EACH + i).ability
        rows = np.concatenate([again.ability[None], ability])
        for key in ((definition, pair) for definition in NAMES for pair in race.pairs):
            yield *key, _lag(race, truth.ability[None], *key), _lag(race, rows, *key)


def real(lake: Lake) -> Race:
    """Give the scores of a lake, open behind closed, and China behind the United States."""
    from weighbridge.abilities.fits import fits
    from weighbridge.abilities.traits import traits

    scores = fits(lake).matrix.scores
    by_openness, by_country = (traits(lake, "epoch", by, {}) for by in ("openness", "country"))
    openness, country = (np.array(by.groups(scores.models), object) for by in (by_openness, by_country))
    released = by_country.days(scores.models).astype(np.int64)
    opened = (openness == "open_licence") | (openness == "restricted")
    pairs = {"open>closed": (openness == "closed", opened), "CN>US": (country == "US", country == "CN")}
    return Race(scores, released, pairs)


def _truths(scores: Scores, replications: int, seed: int) -> Iterator[Fit]:
    whole = fit(scores)
    drawn = bootstrap(scores, whole, draws=replications, seed=seed)
    for ability, difficulty, slope in zip(drawn.ability, drawn.difficulty, drawn.slope, strict=True):
        yield replace(whole, ability=ability, difficulty=difficulty, slope=slope, offset=0.0)


def _lag(race: Race, ability: NDArray[np.float64], definition: str, pair: str) -> Between:
    sides = [Models(race.released[own], ability[:, own]) for own in race.pairs[pair]]
    days = np.array(DAYS, "datetime64[D]").astype(np.float64)
    first = float(np.datetime64(FIRST).astype(np.int64))
    return lag(curves(sides[0], sides[1], None), days, first, definition, "typical")


def held(truth: Between, found: Between, level: float) -> NDArray[np.float64]:
    """Give for each day whether the interval holds the truth, NaN where left out, and its width, infinite if open."""
    made, true = summary(found, level), truth.known[0]
    some = ~np.isnan(true) & ~(np.isnan(made.low) & np.isnan(made.high))
    low, high = np.nan_to_num(made.low, nan=-np.inf), np.nan_to_num(made.high, nan=np.inf)
    # Truth and interval are of whole days, and differ in the last digits of months.
    inside = (low - 1e-9 <= true) & (true <= high + 1e-9)
    return np.stack([np.where(some, inside, np.nan), np.where(some, high - low, np.nan)])


def _coverage(definition: str, pair: str, every: NDArray[np.float64]) -> LagCoverage:
    inside, width = every[:, 0], every[:, 1]
    # Days of one replication share its abilities, so replications are what varies independently.
    each = np.array([np.nanmean(row) for row in inside if not np.isnan(row).all()])
    covered = float(each.mean()) if len(each) else np.nan
    error = float(1.96 * each.std(ddof=1) / np.sqrt(len(each))) if len(each) > 1 else np.nan
    known = width[~np.isnan(width)]
    closed = known[np.isfinite(known)]
    return LagCoverage(
        definition=definition,
        pair=pair,
        covered=covered,
        low=covered - error,
        high=covered + error,
        width=float(np.median(closed)) if len(closed) else np.nan,
        open_ended=1 - len(closed) / len(known) if len(known) else np.nan,
        unknown=float(np.isnan(width).mean()),
    )
