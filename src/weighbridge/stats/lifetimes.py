"""How long cases live when some still do: Kaplan and Meier's curve with an interval, its median and its mean.

The band is that of Greenwood's variance on the scale of log(-log), which stays between none and all. Before the first
end there is no variance: there it is the exact one of so many cases without an end (Clopper and Pearson). The median's
ends are where the band crosses one half (Brookmeyer and Crowley). A mean's ends are the areas below the band: as if it
erred the same way at every time, so they hold the true mean more often than their level says.
"""

from __future__ import annotations

from dataclasses import dataclass
from statistics import NormalDist
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from weighbridge.stats.lag.censoring import HALF, ROUNDING, survival

if TYPE_CHECKING:
    from numpy.typing import NDArray


class Figure(NamedTuple):
    """A value between two ends; NaN where the value is not reached, or an end is open."""

    value: float
    low: float
    high: float


@dataclass(frozen=True)
class Life:
    """Part alive just after each time, with the ends of its interval; arrays of one length, times ascending.

    `floor`: the low end at time 0, before anything was seen but that so many cases began.
    """

    times: NDArray[np.float64]
    alive: NDArray[np.float64]
    low: NDArray[np.float64]
    high: NDArray[np.float64]
    floor: float


def life(time: NDArray[np.float64], ended: NDArray[np.bool_], level: float) -> Life:
    """Give the curve of at least one case: `time` is when it `ended`, or until when it was seen alive."""
    curve = survival(time, ended)
    n = len(time)
    at_risk = np.arange(n, 0, -1, dtype=np.float64)
    alive, tail = curve.waiting, (1 - level) / 2
    end = np.diff(alive, prepend=1.0) < 0
    with np.errstate(divide="ignore", invalid="ignore"):
        spread = np.sqrt(np.cumsum(np.where(end, 1 / (at_risk * (at_risk - 1)), 0.0)))
        away = np.exp(NormalDist().inv_cdf(1 - tail) * spread / -np.log(alive))
        low, high = alive**away, alive ** (1 / away)
    before, after = alive == 1, alive <= ROUNDING
    low = np.where(before, tail ** (1 / at_risk), np.where(after, 0.0, low))
    # Where all have ended, the last known end of the band still holds.
    high = np.where(before | after, 1.0, high)
    return Life(curve.times, alive, np.minimum.accumulate(low), np.minimum.accumulate(high), tail ** (1 / n))


def median(of: Life) -> Figure:
    """Give the time by which half have ended; no value where more than half were alive when last seen."""
    low = 0.0 if of.floor <= HALF else _reached(of.times, of.low, float(of.times[-1]))
    return Figure(_reached(of.times, of.alive, np.nan), low, _reached(of.times, of.high, np.nan))


def _reached(times: NDArray[np.float64], part: NDArray[np.float64], otherwise: float) -> float:
    found = np.flatnonzero(part <= HALF + ROUNDING)
    return float(times[found[0]]) if len(found) else otherwise


def mean(of: Life, horizon: float) -> Figure:
    """Give the mean time up to `horizon`; no value where the curve is not known so far: then between the ends."""
    known = of.times[-1] >= horizon or of.alive[-1] <= ROUNDING
    value = _area(of.times, of.alive, 1.0, horizon)
    high = _area(of.times, of.high, 1.0, horizon)
    # What no case was watched for may be nothing.
    low = _area(of.times, of.low, of.floor, min(horizon, float(of.times[-1])))
    return Figure(value if known else np.nan, low, high)


def _area(times: NDArray[np.float64], part: NDArray[np.float64], first: float, horizon: float) -> float:
    """Give the area below a curve of steps from 0 to `horizon`: `first` up to the first time, the last part beyond."""
    ends = np.concatenate([[0.0], np.minimum(times, horizon), [horizon]])
    return float(np.diff(ends) @ np.concatenate([[first], part]))
