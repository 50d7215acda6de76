from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from weighbridge.stats.cheapest import cheapest, open_interval
from weighbridge.stats.decline import fall
from weighbridge.stats.medians import medians, others
from weighbridge.stats.neighbours import ratios

if TYPE_CHECKING:
    from numpy.typing import NDArray

PRICES = arrays(np.float64, (3, 6), elements=st.one_of(st.just(np.nan), st.floats(0, 100)))
ABILITIES = arrays(np.float64, (4, 6), elements=st.one_of(st.just(np.nan), st.floats(100, 160)))
YEARS = np.array([0.0, 0.25, 0.5, 0.75, 1.0])


@given(PRICES, ABILITIES, st.floats(100, 160), st.floats(0, 30))
def test_more_capability_is_never_cheaper(
    price: NDArray[np.float64], ability: NDArray[np.float64], level: float, more: float
) -> None:
    assert (cheapest(price, ability, level + more) >= cheapest(price, ability, level)).all()


@given(PRICES, ABILITIES, st.integers(1, 5))
def test_more_offers_are_never_dearer(price: NDArray[np.float64], ability: NDArray[np.float64], fewer: int) -> None:
    part = cheapest(price[:, :fewer], ability[:, :fewer], 130)
    assert (cheapest(price, ability, 130) <= part).all()


@given(PRICES, ABILITIES)
def test_the_cheapest_is_found_by_looking_at_each(price: NDArray[np.float64], ability: NDArray[np.float64]) -> None:
    for row, able in enumerate(ability):
        for day, asked in enumerate(price):
            good = [p for p, a in zip(asked, able, strict=True) if a >= 130 and not np.isnan(p)]
            assert cheapest(price, ability, 130)[row, day] == min(good, default=np.inf)


def test_what_some_draws_do_not_reach_has_no_upper_end() -> None:
    drawn = np.array([1.0] * 90 + [np.inf] * 10)[:, None]
    low, high = open_interval(drawn, np.array([1.0]), 0.9)
    assert low.tolist() == [1.0]
    assert np.isnan(high).all()
    sure = open_interval(np.array([1.0] * 97 + [np.inf] * 3)[:, None], np.array([2.0]), 0.9)
    assert [end.tolist() for end in sure] == [[1.0], [2.0]]


def test_the_interval_of_a_price_holds_its_level() -> None:
    chance = np.random.default_rng(1)
    drawn, more = chance.lognormal(size=(50, 20_000)), chance.lognormal(size=20_000)
    low, high = open_interval(drawn, np.ones(20_000), 0.9)
    assert 0.90 <= ((low <= more) & (more <= high)).mean() < 0.94


def test_draws_that_know_no_price_open_nothing() -> None:
    drawn = np.where(np.arange(100)[:, None] < [10, 60], np.nan, 1.0)
    low, high = open_interval(drawn, np.array([1.0, 1.0]), 0.9)
    assert [low.tolist(), high.tolist()] == [pytest.approx([1.0, np.nan], nan_ok=True)] * 2


@given(arrays(np.int64, 12, elements=st.integers(0, 3)), arrays(np.float64, 12, elements=st.floats(0.01, 100)))
def test_medians_are_those_of_each_group(group: NDArray[np.int64], values: NDArray[np.float64]) -> None:
    expected = [np.median(values[group == g]) if (group == g).any() else np.nan for g in range(5)]
    assert medians(group, values, 5) == pytest.approx(np.array(expected), nan_ok=True)


@given(arrays(np.int64, 9, elements=st.integers(0, 2)), arrays(np.float64, 9, elements=st.floats(0.01, 100)))
def test_others_are_the_group_without_oneself(group: NDArray[np.int64], values: NDArray[np.float64]) -> None:
    found = others(group, values)
    for i in range(9):
        rest = values[(group == group[i]) & (np.arange(9) != i)]
        assert found.many[i] == len(rest)
        assert found.middle[i] == pytest.approx(np.median(rest) if len(rest) else np.nan, nan_ok=True)


def test_a_price_that_halves_each_quarter_falls_sixteenfold_a_year() -> None:
    days = YEARS * 365.25
    slope, error = fall(np.array([8 * 16.0**-YEARS]), days)
    assert np.isnan(slope[0, :3]).all()
    assert np.exp(slope[0, 3:]) == pytest.approx([16, 16])
    assert error[0, 4] == pytest.approx(0, abs=1e-6)


def test_a_fall_counts_from_the_first_price_and_leaves_gaps_out() -> None:
    days = YEARS * 365.25
    gap, late = (np.where(at == YEARS, np.inf, 4.0**-YEARS) for at in (0.5, 0.0))
    slope, _ = fall(np.stack([gap, late, np.full(5, np.nan)]), days)
    assert np.exp(slope[:2, 4]) == pytest.approx([4, 4])
    assert np.isnan(slope[2]).all()


def test_neighbours_are_compared_by_their_geometric_mean() -> None:
    price = np.array([[1.0, 2.0, 4.0, 16.0, 99.0]])
    ability = np.array([[130.0, 140.0, 131.0, 132.0, 160.0]])
    mine, theirs = np.array([True, True, False, False, False]), np.array([False, False, True, True, True])
    found, many = ratios(price, ability, (mine, theirs), 3, np.ones((1, 5)))
    # The second has nobody near; the first costs 1, its neighbours 4 and 16.
    assert found == pytest.approx(np.array([[1 / 8]]))
    assert many.tolist() == [1]


def test_nobody_near_is_no_ratio() -> None:
    side = np.array([True, False])
    found, many = ratios(np.ones((2, 2)), np.array([[100.0, 150.0]]), (side, ~side), 3, np.ones((1, 2)))
    assert np.isnan(found).all()
    assert many.tolist() == [0, 0]
