"""Curves of lives beside scipy's, brute force, and simulated lives of which the truth is known."""

from __future__ import annotations

import math
import warnings
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from weighbridge.stats.lifetimes import life, mean, median

if TYPE_CHECKING:
    from numpy.typing import NDArray

LEVEL = 0.95
CASES = st.lists(st.tuples(st.integers(0, 12), st.booleans()), min_size=1, max_size=25)
Cases = list[tuple[int, bool]]


def arrays(cases: Cases) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    return np.array([t for t, _ in cases], np.float64), np.array([e for _, e in cases], bool)


def last_at(times: NDArray[np.float64], of: NDArray[np.float64]) -> dict[float, float]:
    return dict(zip(times.tolist(), of.tolist(), strict=True))


@given(CASES)
def test_the_curve_and_its_band_are_scipys(cases: Cases) -> None:
    from scipy import stats

    time, ended = arrays(cases)
    mine = life(time, ended, LEVEL)
    theirs = stats.ecdf(stats.CensoredData.right_censored(time, ~ended)).sf
    alive = last_at(mine.times, mine.alive)
    assert list(alive) == theirs.quantiles.tolist()
    assert list(alive.values()) == pytest.approx(theirs.probabilities.tolist(), abs=1e-12)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)  # it says so where a band is not defined
        band = theirs.confidence_interval(LEVEL, method="log-log")
    inside = (theirs.probabilities > 1e-12) & (theirs.probabilities < 1 - 1e-12)
    low, high = (np.array(list(last_at(mine.times, of).values())) for of in (mine.low, mine.high))
    # Theirs may rise again, and says nothing of the time before the first end.
    before = min([1.0, *low[theirs.probabilities >= 1 - 1e-12]])
    fallen = np.minimum(np.minimum.accumulate(np.where(inside, band.low.probabilities, 1.0)), before)
    assert low[inside] == pytest.approx(fallen[inside], abs=1e-9)
    risen = np.minimum.accumulate(np.where(inside, band.high.probabilities, 1.0))
    assert high[inside] == pytest.approx(risen[inside], abs=1e-9)


@given(CASES)
def test_an_interval_holds_its_point_and_the_band_falls(cases: Cases) -> None:
    curve = life(*arrays(cases), LEVEL)
    assert (curve.low <= curve.alive + 1e-12).all()
    assert (curve.alive <= curve.high + 1e-12).all()
    assert (np.diff(curve.low) <= 0).all()
    assert (np.diff(curve.high) <= 0).all()
    for found in (median(curve), mean(curve, 10.0)):
        assert found.low >= 0
        assert math.isnan(found.value) or found.low <= found.value + 1e-9
        assert math.isnan(found.value) or math.isnan(found.high) or found.value <= found.high + 1e-9


@given(st.lists(st.integers(0, 30), min_size=1, max_size=20))
def test_where_all_have_ended_they_are_plain_numbers(times: list[int]) -> None:
    curve = life(np.array(times, np.float64), np.ones(len(times), bool), LEVEL)
    assert median(curve).value == np.quantile(times, 0.5, method="inverted_cdf")
    assert mean(curve, 1e6).value == pytest.approx(np.mean(times))
    assert mean(curve, 10.0).value == pytest.approx(np.minimum(times, 10).mean())


@given(CASES, st.integers(1, 400))
def test_days_or_months_say_the_same(cases: Cases, scale: int) -> None:
    time, ended = arrays(cases)
    once, again = life(time, ended, LEVEL), life(time * scale, ended, LEVEL)
    np.testing.assert_allclose(median(again), np.multiply(median(once), scale))
    np.testing.assert_allclose(mean(again, 10.0 * scale), np.multiply(mean(once, 10.0), scale))


def test_a_median_that_is_not_reached_is_open_above() -> None:
    curve = life(np.arange(1.0, 21.0), np.arange(20) == 3, LEVEL)
    found = median(curve)
    assert math.isnan(found.value)
    assert math.isnan(found.high)
    assert 4 < found.low <= 20


@pytest.mark.parametrize(("cases", "low"), [(5, 0.0), (6, 100.0), (40, 100.0)])
def test_five_that_all_live_do_not_show_that_half_would(cases: int, low: float) -> None:
    """That all of five outlive the median has a chance of 1 in 32: more than the 1 in 40 that an end may miss."""
    assert median(life(np.full(cases, 100.0), np.zeros(cases, bool), LEVEL)).low == low


def test_a_mean_beyond_what_was_watched_lies_between_its_ends() -> None:
    found = mean(life(np.array([2.0, 4.0]), np.array([True, False]), LEVEL), 10.0)
    assert math.isnan(found.value)
    assert 9 < found.high < 10
    assert 0 < found.low < 3


@pytest.mark.parametrize("cases", [3, 8, 20, 60])
def test_intervals_hold_the_true_life(cases: int) -> None:
    """Of exponential lives with ends of watching at any time, the truth is known."""
    chance = np.random.default_rng(cases)
    rounds, typical, horizon = 400, 200.0, 365.0
    halves = means = 0
    truth = typical * math.log(2), typical * (1 - math.exp(-horizon / typical))
    for _ in range(rounds):
        lived, watched = chance.exponential(typical, cases), chance.uniform(0, 900, cases)
        curve = life(np.minimum(lived, watched), lived <= watched, LEVEL)
        half, whole = median(curve), mean(curve, horizon)
        halves += half.low <= truth[0] and not half.high < truth[0]
        means += whole.low <= truth[1] <= whole.high
    # Two standard errors of such a count are 0.02.
    assert halves / rounds >= LEVEL - 0.025
    assert means / rounds >= LEVEL - 0.025
