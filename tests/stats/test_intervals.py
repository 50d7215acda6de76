from __future__ import annotations

import numpy as np
import pytest

from weighbridge.stats.intervals import interval

NAN = np.nan


def test_a_complete_count_is_its_own_interval() -> None:
    low, high = interval(None, np.array([3.0, NAN]))
    assert [low.tolist(), high.tolist()] == [pytest.approx([3.0, NAN], nan_ok=True)] * 2


def test_draws_without_a_figure_are_left_out() -> None:
    drawn = np.where(np.arange(100) % 4 == 0, NAN, np.linspace(0, 1, 100))[:, None]
    low, high = interval(drawn, np.array([0.5]), 0.9)
    assert 0.02 < low[0] < 0.08
    assert 0.92 < high[0] < 0.98


@pytest.mark.parametrize("draws", [50, 100, 400])
def test_it_holds_its_level_however_few_the_draws(draws: int) -> None:
    """Read straight off, 50 draws would hold 0.86 of what comes next, for 0.90."""
    chance = np.random.default_rng(draws)
    drawn, more = chance.normal(size=(draws, 20_000)), chance.normal(size=20_000)
    low, high = interval(drawn, np.zeros(20_000), 0.9)
    assert ((low <= more) & (more <= high)).mean() == pytest.approx(0.90, abs=0.01)


def test_what_few_draws_know_has_no_interval() -> None:
    """Not one of no width: how far a figure may be off is not known."""
    drawn = np.where(np.arange(10)[:, None] < [5, 6, 10], NAN, np.arange(10.0)[:, None])
    low, high = interval(drawn, np.array([5.0, 5.0, 5.0]), 0.5)
    assert np.isnan([low, high]).tolist() == [[False, True, True]] * 2


def test_an_interval_reaches_to_its_point() -> None:
    low, high = interval(np.arange(100.0)[:, None, None] + [0.0, 0.0, 0.0], np.array([[-5.0, 50.0, 200.0]]), 0.9)
    assert low[0, 0] == -5
    assert high[0, 2] == 200
    assert (low[0, 1], high[0, 1]) == pytest.approx((4.5, 94.5), abs=1)


def test_where_there_is_no_point_draws_alone_bound() -> None:
    low, high = interval(np.arange(101.0)[:, None], np.array([NAN]), 0.9)
    assert low[0] < 10
    assert high[0] > 90
