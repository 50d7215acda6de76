"""Figures, most in months, that are known, bounded on one side, or not there; and their interval over draws."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from weighbridge.stats.intervals import ENOUGH_DRAWS
from weighbridge.stats.lag.ends import ends

if TYPE_CHECKING:
    from numpy.typing import NDArray

DAYS_A_MONTH = 365.25 / 12


@dataclass(frozen=True)
class Between:
    """The least and the most that each figure can be, of shape (rows, days); NaN in both: no figure."""

    least: NDArray[np.float64]
    most: NDArray[np.float64]

    @property
    def known(self) -> NDArray[np.float64]:
        """The figures whose ends agree, NaN elsewhere."""
        return np.where(self.least == self.most, self.least, np.nan)


def months(days: NDArray[np.float64]) -> NDArray[np.float64]:
    """Give days as months of 365.25 / 12 days."""
    return days / DAYS_A_MONTH


def exactly(figure: NDArray[np.float64]) -> Between:
    """Give figures that are known, or NaN."""
    return Between(figure, figure)


@dataclass(frozen=True)
class Summary:
    """Point, interval and figure of each draw; NaN where an end is open or nothing is known.

    `value`, `low` and `high` have shape (days,), `draws` has shape (draws, days).
    """

    value: NDArray[np.float64]
    low: NDArray[np.float64]
    high: NDArray[np.float64]
    draws: NDArray[np.float64]


def summary(found: Between, level: float) -> Summary:
    """Give the point from the first row and its interval, the middle part `level` of all others by mid-ranks.

    The lower end is a quantile of what each draw is at least, the upper end of what it is at most: where too many
    draws have no upper bound, neither has the interval, and the other end bounds it at `level` alone. The interval
    always holds what the point allows.
    """
    counted = (~np.isnan(found.least[1:])).sum(axis=0)
    enough = ~np.isnan(found.least[0]) & (counted >= ENOUGH_DRAWS * len(found.least[1:]))
    low, high = ends(found.least, found.most, level)
    return _closed(Summary(found.known[0], low, high, found.known[1:]), enough)


def hull(found: Between) -> Summary:
    """Give what all rows allow together, and no point: rows that are fits, each as good as the other."""
    low, high = np.fmin.reduce(found.least), np.fmax.reduce(found.most)
    return _closed(Summary(np.full_like(low, np.nan), low, high, found.known), ~np.isnan(low))


def _closed(made: Summary, enough: NDArray[np.bool_]) -> Summary:
    """Take open ends and what too few draws know as NaN; a figure that draws bound on neither side is none."""
    enough = enough & (np.isfinite(made.low) | np.isfinite(made.high))
    low, high = (np.where(enough & np.isfinite(end), end, np.nan) for end in (made.low, made.high))
    return Summary(np.where(enough, made.value, np.nan), low, high, made.draws)
