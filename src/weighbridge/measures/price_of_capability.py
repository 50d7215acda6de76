"""What a given capability costs, and how fast that falls."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from weighbridge.abilities import LEVEL
from weighbridge.amounts import priced_abilities, prices
from weighbridge.estimate import Choice, Option, Panel, Status
from weighbridge.measures import Measure
from weighbridge.stats.cheapest import cheapest, open_interval
from weighbridge.stats.decline import fall
from weighbridge.stats.intervals import interval

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from weighbridge.amounts.price_days import Listed
    from weighbridge.amounts.priced_abilities import Capable
    from weighbridge.lake import Lake

ALL = "all"
QUANTITY = Choice(
    "quantity",
    "What of the price.",
    (
        Option("price", "the cheapest offer's"),
        Option("fall", "by what factor it falls a year: a line through its logarithms since the level was first sold"),
    ),
    apart=True,
)
MEASURE = Measure(
    name="price_of_capability",
    title="Price of capability",
    question="What does a million tokens of a given capability cost, at the least?",
    topic="cheap",
    definition=(
        "Lowest plain list price among offers of models whose ability is at least the level, under the default fit of "
        "`capability`; models and offers meet by set of weights and month of the version. An open upper end says that "
        "the level may not be reached."
    ),
    unit="USD per million tokens",
    version=1,
    higher_is_better=False,
    reads=("prices", "scores", "subjects", "benchmarks", "organisations", "families"),
    misleads=(
        *priced_abilities.MISLEADS,
        *prices.MISLEADS,
        "The cheapest of many is the likeliest to be a mistake, a loss leader or a cut-down version.",
        "A line through steps fits badly: its standard error takes them for independent and is too narrow.",
    ),
    choices=(priced_abilities.LEVEL, prices.PART, prices.SOURCE, priced_abilities.FREE, QUANTITY),
    groupings=("openness", "country", "organisation", ALL),
    place=92,
    race=False,
)
SEED = 20260701
FALLS = "times cheaper a year"
METHOD = "abilities drawn anew in the fit, 100 draws, 90 %"


@dataclass(frozen=True)
class Asked:
    """Models with their offers, and whether all are one group."""

    capable: Capable
    whole: bool


def read(lake: Lake, by: str, where: Mapping[str, str]) -> Asked:
    """Ask for the fit, the offers of its models and their groups."""
    whole = by == ALL
    return Asked(priced_abilities.read(lake, "country" if whole else by, where), whole)


def compute(read: Asked, choices: Mapping[str, str]) -> Panel:
    """Give the cheapest offer at the level, or its fall, for each group on each day of a list."""
    found, price = read.capable.cheapest(choices)
    ability, level = read.capable.rows(), float(choices["level"])
    named = _groups(read)
    groups = tuple(sorted(set(named.tolist()) - {""}))
    members = [named == group for group in groups]
    # A draw that knows no ability at all does not say that nobody reaches the level.
    silent = np.isnan(ability).all(axis=1, keepdims=True)
    least = [np.where(silent, np.nan, cheapest(price[:, own], ability[:, own], level)) for own in members]
    able = (ability[0] >= level)[None, :] & ~np.isnan(price)
    n = [(able & own).sum(axis=1) for own in members]
    shape = (len(ability), len(found.days), 0)
    rows = np.stack(least, axis=2) if least else np.empty(shape)
    counted = np.stack(n, axis=1) if n else np.empty(shape[1:], np.int64)
    if choices["quantity"] == "price":
        low, high = open_interval(rows[1:], rows[0], LEVEL)
        return _panel(read, found, groups, (_told(rows[0]), low, high), counted)
    return _panel(read, found, groups, _falls(rows, found), counted, unit=FALLS)


def _groups(read: Asked) -> NDArray[np.str_]:
    """Give each model's group; of all together also models whose country is not known, unless a filter needs more."""
    if not read.whole:
        return read.capable.groups()
    kept = read.capable.traits.kept(read.capable.fit.models)
    return np.where(kept, ALL, "")


def _told(rows: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.where(np.isinf(rows), np.nan, rows)


def _falls(
    rows: NDArray[np.float64], found: Listed
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """Give (value, low, high) of the factor by which a price falls a year: of draws of abilities and of the line."""
    if not found.days:
        return rows[0], rows[0], rows[0]
    days = np.array([(day - dt.date(1970, 1, 1)).days for day in found.days], np.float64)
    by_group = np.moveaxis(np.where(found.carried[None, :, None], np.nan, rows), 1, 2)
    lines = fall(by_group.reshape(-1, len(days)), days)
    slope, error = (np.moveaxis(part.reshape(by_group.shape), 1, 2) for part in lines)
    normal = np.random.default_rng(SEED).standard_normal((len(rows) - 1, 1, 1))
    drawn = slope[1:] + normal * error[1:]
    # A draw in which the level is not sold has no fall to speak of.
    low, high = interval(np.exp(drawn), np.exp(slope[0]), LEVEL)
    point = np.exp(slope[0])
    return point, np.where(np.isnan(point), np.nan, low), np.where(np.isnan(point), np.nan, high)


def _panel(
    read: Asked,
    found: Listed,
    groups: tuple[str, ...],
    figures: tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]],
    n: NDArray[np.int64],
    *,
    unit: str = "",
) -> Panel:
    value, low, high = figures
    some = np.where(found.carried[:, None], str(Status.PROVISIONAL), str(Status.ESTIMATED))
    bound = np.where(np.isnan(low) & np.isnan(high), str(Status.MISSING), str(Status.BOUNDED))
    kept = read.capable.traits.kept(read.capable.fit.models)
    placed = kept & (_groups(read) != "")
    return Panel(
        starts=found.days,
        ends=found.days,
        groups=groups,
        value=value,
        low=low,
        high=high,
        n=n,
        status=np.where(np.isnan(value), bound, some),
        coverage=np.full(len(found.days), placed.sum() / kept.sum() if kept.any() else np.nan),
        certain=False,
        ci_method=f"{METHOD}; of a fall also the line's standard error" if unit else METHOD,
        resolution_days=31,
        sources=(found.source, read.capable.fit.source),
        ci_level=LEVEL,
        unit=unit,
        labels={ALL: "all models"} if read.whole else {},
    )
