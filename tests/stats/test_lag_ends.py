from __future__ import annotations

from math import inf, nan
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from weighbridge.stats.intervals import next_below
from weighbridge.stats.lag.ends import ends, mid_quantiles

DRAWS = st.lists(st.sampled_from([-2.0, 0.0, 1.5, 3.0, inf]), min_size=1, max_size=30)


def mid_quantile(drawn: np.ndarray[Any, np.dtype[np.float64]], part: float) -> np.ndarray[Any, np.dtype[np.float64]]:
    return mid_quantiles(drawn, [part])[0]


def column(*draws: float) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    return np.array(draws)[:, None]


@pytest.mark.parametrize("draws", [50, 100, 400])
def test_without_equal_draws_it_is_the_rank_itself(draws: int) -> None:
    """Of what comes next, the part beyond the end is the part asked for, to within one rank."""
    drawn = np.random.default_rng(draws).permutation(np.arange(1.0, draws + 1))[:, None]
    assert 0.1 <= mid_quantile(drawn, 0.1).item() / (draws + 1) < 0.1 + 1 / draws


def test_a_value_shared_by_many_counts_half() -> None:
    """The 3 has mid-rank 4.5 of 19 draws: it is kept to 0.225, where its last rank, 8, would keep it to 0.4."""
    drawn = column(*[3.0] * 8, *[5.0] * 11)
    assert mid_quantile(drawn, 0.22).item() == 3
    assert mid_quantile(drawn, 0.23).item() == 5
    assert next_below(drawn, 0.39).item() == 3


def test_draws_without_a_figure_are_left_out() -> None:
    with_gaps = column(4.0, nan, 1.0, 2.0, nan, 3.0)
    for part in (0.05, 0.2, 0.4, 0.6):
        assert mid_quantile(with_gaps, part) == mid_quantile(column(1.0, 2.0, 3.0, 4.0), part)
    assert np.isnan(mid_quantile(column(nan, nan), 0.1)).all()
    assert np.isnan(mid_quantile(np.empty((0, 2)), 0.1)).tolist() == [True, True]


@given(DRAWS, st.floats(0.01, 0.49))
def test_an_end_is_never_outside_that_by_whole_ranks(draws: list[float], part: float) -> None:
    assert mid_quantile(column(*draws), part).item() >= next_below(column(*draws), part).item()


@given(DRAWS, DRAWS, st.floats(0.01, 0.49))
def test_each_figure_is_looked_at_by_itself(one: list[float], other: list[float], part: float) -> None:
    n = min(len(one), len(other))
    both = np.array([one[:n], other[:n]]).T
    alone = [mid_quantile(column(*each[:n]), part).item() for each in (one, other)]
    assert mid_quantile(both, part).tolist() == alone


def test_beside_an_open_end_the_whole_miss_is_on_the_other_side() -> None:
    """Of 19 draws at 0.8: the 2nd below where both ends are closed, the 4th where the upper one is open."""
    least = column(10.0, *range(1, 20))
    closed, most = least.copy(), column(10.0, *range(1, 16), *[inf] * 4)
    assert [end.item() for end in ends(least, closed, 0.8)] == [2, 18]
    assert [end.item() for end in ends(least, most, 0.8)] == [4, inf]
    assert [end.item() for end in ends(-most, -least, 0.8)] == [-inf, -4]


def test_what_the_point_leaves_open_is_open() -> None:
    least, most = column(10.0, *range(1, 20)), column(inf, *range(1, 20))
    assert [end.item() for end in ends(least, most, 0.8)] == [4, inf]
