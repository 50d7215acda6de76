"""Lags of several pairs as of several days, from one fit; and one after another where each day has a fit of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

import numpy as np

from weighbridge.stats.lag.between import hull, summary
from weighbridge.stats.lag.definitions import WAITING, lag

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from weighbridge.stats.lag.between import Summary
    from weighbridge.stats.lag.field import Field
    from weighbridge.stats.lag.pairs import Pair


@dataclass(frozen=True)
class Rule:
    """How a lag is taken; see `definitions`. `tolerance`: level at which abilities are told apart, None: exactly."""

    definition: str
    extent: str
    tolerance: float | None
    first: float  # day from which `mean_time_since` counts, since 1970
    level: float  # middle part of the draws that is the interval


@dataclass(frozen=True)
class Stage:
    """Arrays of shape (days, pairs), `draws` (days, pairs, draws). NaN where there is no figure or an end is open.

    `n`: models of both sides that are out, 0 where a side has none; `few`: one of the two bests rests on few scores.
    """

    value: NDArray[np.float64]
    low: NDArray[np.float64]
    high: NDArray[np.float64]
    draws: NDArray[np.float64]
    n: NDArray[np.int64]
    few: NDArray[np.bool_]


def stage(field: Field, who: Sequence[Pair], days: NDArray[np.int64], rule: Rule, *, bounded: bool) -> Stage:
    """Give the lags of `who` as of `days`, since 1970; `bounded`: rows are fits, each as good as the other."""
    found = [_of_pair(field, pair, days.astype(np.float64), rule, bounded=bounded) for pair in who]
    sides = [field.sides(pair, days) for pair in who]
    periods, draws = len(days), len(field.models.ability) - (not bounded)
    return Stage(
        value=_columns([one.value for one in found], (periods,)),
        low=_columns([one.low for one in found], (periods,)),
        high=_columns([one.high for one in found], (periods,)),
        draws=_columns([one.draws.T for one in found], (periods, draws)),
        n=_columns([n for n, _ in sides], (periods,)).astype(np.int64),
        few=_columns([few for _, few in sides], (periods,)).astype(bool),
    )


def joined(stages: Sequence[Stage]) -> Stage:
    """Put stages one after another; all have the same pairs and number of draws. No stage at all has no days."""
    if not stages:
        none = np.empty((0, 0))
        return Stage(none, none, none, none[:, :, None], none.astype(np.int64), none.astype(bool))
    return Stage(*(np.concatenate([getattr(one, each.name) for one in stages]) for each in fields(Stage)))


def _of_pair(field: Field, pair: Pair, days: NDArray[np.float64], rule: Rule, *, bounded: bool) -> Summary:
    if rule.definition in WAITING:
        found = field.caught_up(pair, rule.tolerance, days)[rule.definition]
    else:
        found = lag(field.curves(pair, rule.tolerance), days, rule.first, rule.definition, rule.extent)
    return hull(found) if bounded else summary(found, rule.level)


def _columns(parts: Sequence[NDArray[Any]], shape: tuple[int, ...]) -> NDArray[Any]:
    """Put parts of `shape` beside one another, as its second axis; without parts that axis has no length."""
    return np.stack(parts, axis=1) if parts else np.empty((shape[0], 0, *shape[1:]))
