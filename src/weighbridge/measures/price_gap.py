"""What one group's models cost beside another's of like capability."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np

from weighbridge.abilities import LEVEL
from weighbridge.amounts import priced_abilities, prices
from weighbridge.estimate import Choice, Option, Panel, Status
from weighbridge.measures import Measure
from weighbridge.stats.cheapest import cheapest
from weighbridge.stats.intervals import interval
from weighbridge.stats.lag.pairs import pairs
from weighbridge.stats.neighbours import ratios

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from weighbridge.amounts.price_days import Listed
    from weighbridge.amounts.priced_abilities import Capable
    from weighbridge.lake import Lake
    from weighbridge.stats.lag.pairs import Pair

MATCH = Choice(
    "match",
    "What is set beside what.",
    (
        Option("neighbours", "each model of the first group beside models of the second within 3 points of ability"),
        Option("level", "the cheapest offer of each at or above one level"),
    ),
    apart=True,
)
NEAR = 3.0
FEWEST_DRAWN = 2  # models
SEED = 20260702
NEIGHBOURS = MATCH.default
MEASURE = Measure(
    name="price_gap",
    title="Price gap",
    question="What do one group's models cost beside another's that are as capable?",
    topic="cheap",
    definition=(
        "Ratio of list prices, the first group's by the second's: of neighbours in ability the geometric mean over "
        "the first group's models, or of the cheapest offers at or above a level. A model's price is its cheapest "
        "offer's; abilities are those of the default fit of `capability`. 1 is no gap; below 1 the first is cheaper."
    ),
    unit="ratio",
    version=1,
    higher_is_better=None,
    reads=("prices", "scores", "subjects", "benchmarks", "organisations", "families"),
    misleads=(
        *priced_abilities.MISLEADS,
        *prices.MISLEADS,
        "Open models have many hosts and closed ones few: the cheapest of many hosts is lower by that alone.",
        "Neighbours compare where both groups have models: what only one of them can do is not in it.",
        "The intervals hold which models are there by chance and how able they are, not errors in prices.",
    ),
    choices=(MATCH, priced_abilities.LEVEL, prices.PART, prices.SOURCE, priced_abilities.FREE),
    groupings=("openness", "country"),
    place=94,
    race=False,
    excluded=(
        *(("match", NEIGHBOURS, "level", level) for level in priced_abilities.LEVEL.names()[1:]),
        # A ratio to nothing, and the mean of such, is no number.
        ("match", NEIGHBOURS, "free", "in"),
    ),
)
METHODS = {
    "level": "abilities drawn anew in the fit, 100 draws, 90 %, of those in which both sides have an offer there",
    NEIGHBOURS: "abilities and the first group's models drawn anew, 100 draws, 90 %, of one model alone none",
}


def read(lake: Lake, by: str, where: Mapping[str, str]) -> Capable:
    """Ask for the fit, the offers of its models and their groups."""
    return priced_abilities.read(lake, by, where)


def compute(read: Capable, choices: Mapping[str, str]) -> Panel:
    """Give the ratio of each pair of groups on each day of a list."""
    found, price = read.cheapest(choices)
    group = read.groups()
    sold = ~np.isnan(price).all(axis=0)
    who = _pairs(read.by, set(group[sold].tolist()))
    parts = [_ratio(read, price, _sides(group, pair), choices) for pair in who]
    rows = np.stack([row for row, _ in parts], axis=2) if parts else np.empty((1, len(found.days), 0))
    n = np.stack([many for _, many in parts], axis=1) if parts else np.empty((len(found.days), 0), np.int64)
    return _panel(read, found, who, rows, np.where(np.isnan(rows[0]), 0, n), choices["match"])


def _pairs(by: str, groups: set[str]) -> tuple[Pair, ...]:
    """Give open against closed, or every ordered pair of countries, of which both have an offer."""
    return tuple(p for p in pairs(by, groups) if groups & set(p.follower) and groups & set(p.leader))


def _sides(group: NDArray[np.str_], pair: Pair) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    return np.isin(group, pair.follower), np.isin(group, pair.leader)


def _ratio(
    read: Capable,
    price: NDArray[np.float64],
    sides: tuple[NDArray[np.bool_], NDArray[np.bool_]],
    choices: Mapping[str, str],
) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    """Give the ratio by row (the point first) and day, and how many models are in it."""
    ability = read.rows()
    if choices["match"] == NEIGHBOURS:
        return ratios(price, ability, sides, NEAR, _weights(*ability.shape))
    level = float(choices["level"])
    mine, theirs = (cheapest(price[:, side], ability[:, side], level) for side in sides)
    both = np.isfinite(mine) & np.isfinite(theirs) & (theirs > 0)
    able = (ability[0] >= level) & ~np.isnan(price) & np.any(sides, axis=0)
    return np.divide(mine, theirs, out=np.full(mine.shape, np.nan), where=both), able.sum(axis=1)


def _weights(rows: int, models: int) -> NDArray[np.float64]:
    """Give how often each model is drawn in each row; once in the first, the point."""
    drawn = np.random.default_rng(SEED).integers(models, size=(rows - 1, models))
    counts = np.stack([np.bincount(row, minlength=models) for row in drawn]) if rows > 1 else np.empty((0, models))
    return np.concatenate([np.ones((1, models)), counts])


def _panel(
    read: Capable,
    found: Listed,
    who: tuple[Pair, ...],
    rows: NDArray[np.float64],
    n: NDArray[np.int64],
    match: str,
) -> Panel:
    low, high = _ends(rows, n, match)
    some = np.where(found.carried[:, None], str(Status.PROVISIONAL), str(Status.ESTIMATED))
    kept = read.traits.kept(read.fit.models)
    placed = kept & (read.groups() != "")
    return Panel(
        starts=found.days,
        ends=found.days,
        groups=tuple(pair.group for pair in who),
        value=rows[0],
        low=low,
        high=high,
        n=n,
        status=np.where(np.isnan(rows[0]), str(Status.MISSING), some),
        coverage=np.full(len(found.days), placed.sum() / kept.sum() if kept.any() else np.nan),
        certain=False,
        ci_method=METHODS[match],
        resolution_days=31,
        sources=(found.source, read.fit.source),
        ci_level=LEVEL,
        labels={pair.group: pair.label.replace(" behind ", " against ") for pair in who},
    )


def _ends(
    rows: NDArray[np.float64], n: NDArray[np.int64], match: str
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Give the middle part of the draws, which holds the point; NaN where few have a figure.

    Of neighbours the models are drawn too, and from one alone nothing can be drawn.
    """
    none = np.isnan(rows[0]) | ((n < FEWEST_DRAWN) & (match == NEIGHBOURS))
    low, high = interval(rows[1:], rows[0], LEVEL)
    return np.where(none, np.nan, low), np.where(none, np.nan, high)
