"""Which part of the draws a lag's interval has to take: the least that holds the true lag often enough, by definition.

This is the outer level of a calibrated bootstrap (Loh 1987), on seeds that the coverage in the docs is not scored on.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from benchmarks.fit_simulation import LEVEL
from benchmarks.lag_simulation import cases, held
from benchmarks.report import table
from weighbridge.stats.lag.levels import NINE_IN_TEN

if TYPE_CHECKING:
    from benchmarks.lag_simulation import Race

SEED = 7
PARTS = tuple(round(0.70 + k / 100, 2) for k in range(26))


@dataclass(frozen=True)
class Level:
    """The least part of the draws that holds the truth in LEVEL of cases, and by pair how often it does.

    `part` is null where none of PARTS does.
    """

    definition: str
    part: float | None
    covered: dict[str, float]


def levels(race: Race, noise: str, replications: int, draws: int) -> tuple[Level, ...]:
    """Give the level of each definition; both pairs weigh alike."""
    found: defaultdict[str, defaultdict[str, list[list[float]]]] = defaultdict(lambda: defaultdict(list))
    for definition, pair, truth, rows in cases(race, noise, replications, draws, SEED):
        found[definition][pair].append([_mean(held(truth, rows, part)[0]) for part in PARTS])
    return tuple(
        _least(name, {pair: np.nanmean(parts, axis=0).tolist() for pair, parts in by_pair.items()})
        for name, by_pair in found.items()
    )


def shown(found: tuple[Level, ...]) -> str:
    """Give the table as Markdown, beside the levels that the code takes."""
    rows = [
        [each.definition, f"{each.part}", f"{NINE_IN_TEN[each.definition]}"]
        + [f"{pair} {covered:.3f}" for pair, covered in each.covered.items()]
        for each in found
    ]
    return table(["definition", "found", "taken", *("intervals that hold the truth" for _ in found[0].covered)], rows)


def _mean(days: np.ndarray[tuple[int, ...], np.dtype[np.float64]]) -> float:
    """Give the part of the days that hold, NaN where all are left out."""
    some = days[~np.isnan(days)]
    return float(some.mean()) if len(some) else np.nan


def _least(definition: str, covered: dict[str, list[float]]) -> Level:
    enough = np.mean(list(covered.values()), axis=0) >= LEVEL
    if not enough.any():
        return Level(definition, None, {pair: parts[-1] for pair, parts in covered.items()})
    at = int(enough.argmax())
    return Level(definition, PARTS[at], {pair: parts[at] for pair, parts in covered.items()})
