"""Cumulative counters read now and then, rounded by their publisher: what they allow at the end of a month.

A counter of a name is known at its captures only, each to half of its last digit. Between two captures it rises from
one to the other in a way nobody saw: the figure at a day between is taken on the straight line, and in the draws
anywhere between the two captures, on average on the line (beta). Rounding errors are uniform among those under which
the counter never falls.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray


# How evenly a counter rises between two captures: at 2 every place half-way between is as likely, more is steadier.
STEADINESS = 4.0


@dataclass(frozen=True)
class Curves:
    """Counters of shape (names, captures): `level` with re-bases taken out, `half` the rounding of each, in pulls.

    `days` are the captures as days since an epoch, ascending. A library lists all its names, so a name not yet listed
    has 0; NaN is a name that the first capture lists without a count.
    """

    days: NDArray[np.float64]
    level: NDArray[np.float64]
    half: NDArray[np.float64]


def curves(
    days: NDArray[np.float64], pulls: NDArray[np.float64], half: NDArray[np.float64], listed: NDArray[np.bool_]
) -> Curves:
    """Build curves from raw counters (NaN where not shown).

    A counter that falls by more than its rounding was re-based: the step down is taken out and its flow is unknown, not
    negative. A name that leaves the listing stays at its last level: what it was pulled since is not counted.
    """
    level, digits = np.full(pulls.shape, np.nan), np.zeros(pulls.shape)
    for name in range(pulls.shape[0]):
        level[name], digits[name] = _one(days, pulls[name], half[name], listed[name])
    return Curves(days, level, digits)


def _one(
    days: NDArray[np.float64], pulls: NDArray[np.float64], half: NDArray[np.float64], listed: NDArray[np.bool_]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    shown = np.flatnonzero(~np.isnan(pulls))
    if not len(shown):
        return np.full(len(pulls), np.nan), np.zeros(len(pulls))
    values, digits = pulls[shown], half[shown]
    steps = np.diff(values)
    rebased = steps < -(digits[1:] + digits[:-1])
    values = values + np.concatenate([[0.0], np.cumsum(np.where(rebased, -steps, 0.0))])
    at, error = days[shown], digits
    first = int(np.argmax(listed))
    if first > 0:  # not listed at the capture before: nothing could be pulled yet
        at, values, error = np.insert(at, 0, days[first - 1]), np.insert(values, 0, 0.0), np.insert(error, 0, 0.0)
    level = np.interp(days, at, values, left=0.0 if first > 0 else np.nan)
    return level, np.where(np.isin(days, at), np.interp(days, at, error), _between(days, at, values))


def _between(days: NDArray[np.float64], at: NDArray[np.float64], values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Half the distance of the shown counts around a capture that showed none."""
    right = np.clip(np.searchsorted(at, days, side="right"), 1, max(len(at) - 1, 1))
    if len(at) == 1:
        return np.zeros(len(days))
    return np.where((days > at[0]) & (days < at[-1]), (values[right] - values[right - 1]) / 2.0, 0.0)


def at_days(found: Curves, when: NDArray[np.float64], *, nearest: bool) -> NDArray[np.float64]:
    """Give the level of each name at each day of `when`, shape (names, days): on the line or of the nearest capture."""
    left, right, weight = _brackets(found.days, when, nearest=nearest)
    return found.level[:, left] * (1.0 - weight) + found.level[:, right] * weight


def draw_at_days(
    found: Curves, when: NDArray[np.float64], draws: int, rng: np.random.Generator, *, nearest: bool
) -> NDArray[np.float64]:
    """Draw levels of shape (draws, names, days): rounding of both captures, and where between them the counter stood.

    A day shared by two periods is drawn once, so that what one period gains the other loses.
    """
    left, right, weight = _brackets(found.days, when, nearest=nearest)
    drawn = _rising(found.level + rng.uniform(-1.0, 1.0, size=(draws, *found.level.shape)) * found.half)
    low, high = drawn[:, :, left], drawn[:, :, right]
    place = np.broadcast_to(weight, low.shape).copy()
    between = (weight > 0) & (weight < 1)
    mean = weight[between]
    shape = (*low.shape[:2], len(mean))
    place[:, :, between] = rng.beta(STEADINESS * mean, STEADINESS * (1.0 - mean), size=shape)
    out: NDArray[np.float64] = low + (high - low) * place
    return out


def _rising(drawn: NDArray[np.float64]) -> NDArray[np.float64]:
    """Put each draw in order: the uniform errors among which nothing falls, as counts on a grid have intervals apart.

    Clipping flows at nothing instead would add pulls that nobody made.
    """
    return np.asarray(np.where(np.isnan(drawn), np.nan, np.sort(np.nan_to_num(drawn, nan=-np.inf), axis=-1)))


def _brackets(
    days: NDArray[np.float64], when: NDArray[np.float64], *, nearest: bool
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]:
    if len(days) == 1:
        alone = np.zeros(len(when), np.int64)
        return alone, alone, np.zeros(len(when))
    right = np.clip(np.searchsorted(days, when), 1, len(days) - 1)
    left = right - 1
    weight = np.clip((when - days[left]) / (days[right] - days[left]), 0.0, 1.0)
    return left, right, np.round(weight) if nearest else weight
