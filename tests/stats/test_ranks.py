from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from weighbridge.stats.ranks import rank_bounds

Ends = tuple[np.ndarray, np.ndarray]
WHOLE = st.integers(0, 12).map(float)


@st.composite
def intervals(draw: st.DrawFn) -> Ends:
    """Intervals on whole numbers, so that ends often meet."""
    n = draw(st.integers(1, 7))
    one, other = (draw(hnp.arrays(np.float64, n, elements=WHOLE)) for _ in range(2))
    return np.minimum(one, other), np.maximum(one, other)


def by_counting(low: np.ndarray, high: np.ndarray) -> tuple[list[int], list[int]]:
    best = [1 + sum(low > top) for top in high]
    worst = [sum(high >= bottom) for bottom in low]
    return best, worst


@given(intervals())
def test_ranks_are_counted(ends: Ends) -> None:
    best, worst = rank_bounds(*ends)
    assert (best.tolist(), worst.tolist()) == by_counting(*ends)


@given(intervals(), st.data())
def test_every_true_order_lies_within(ends: Ends, data: st.DataObject) -> None:
    low, high = ends
    best, worst = rank_bounds(low, high)
    part = np.array([data.draw(st.floats(0, 1)) for _ in low])
    true = low + part * (high - low)
    for i, value in enumerate(true):
        assert best[i] <= 1 + (true > value).sum()
        assert (true >= value).sum() <= worst[i]


@given(intervals())
def test_each_end_is_reached(ends: Ends) -> None:
    """The bounds are no wider than they must be: oneself at one end, all others at the other."""
    low, high = ends
    best, worst = rank_bounds(low, high)
    for i in range(len(low)):
        others = np.delete(np.arange(len(low)), i)
        assert best[i] == 1 + (low[others] > high[i]).sum()
        assert worst[i] == 1 + (high[others] >= low[i]).sum()


@given(intervals(), st.data())
def test_the_order_of_contenders_changes_nothing(ends: Ends, data: st.DataObject) -> None:
    order = np.array(data.draw(st.permutations(range(len(ends[0])))))
    here, there = rank_bounds(*ends), rank_bounds(*(end[order] for end in ends))
    assert all((a[order] == b).all() for a, b in zip(here, there, strict=True))


@given(intervals(), st.integers(-5, 5))
def test_only_distances_count(ends: Ends, shift: int) -> None:
    here, there = rank_bounds(*ends), rank_bounds(*(end + shift for end in ends))
    assert all((a == b).all() for a, b in zip(here, there, strict=True))


@given(intervals(), WHOLE, WHOLE)
def test_a_newcomer_costs_one_place_at_most(ends: Ends, one: float, other: float) -> None:
    best, worst = rank_bounds(*ends)
    more = rank_bounds(np.append(ends[0], min(one, other)), np.append(ends[1], max(one, other)))
    assert set((more[0][:-1] - best).tolist()) <= {0, 1}
    assert set((more[1][:-1] - worst).tolist()) <= {0, 1}


@given(intervals(), st.integers(1, 4))
def test_less_is_known_of_who_is_known_less(ends: Ends, more: int) -> None:
    best, worst = rank_bounds(*ends)
    wider = rank_bounds(ends[0] - more, ends[1] + more)
    assert (wider[0] <= best).all()
    assert (wider[1] >= worst).all()


def test_intervals_apart_rank_strictly() -> None:
    best, worst = rank_bounds(np.array([1.0, 9.0, 5.0]), np.array([2.0, 10.0, 6.0]))
    assert best.tolist() == worst.tolist() == [3, 1, 2]


def test_intervals_that_touch_leave_both_open() -> None:
    best, worst = rank_bounds(np.array([1.0, 2.0]), np.array([2.0, 3.0]))
    assert (best.tolist(), worst.tolist()) == ([1, 1], [2, 2])


def test_an_unknown_interval_may_stand_anywhere() -> None:
    best, worst = rank_bounds(np.array([1.0, np.nan, 5.0]), np.array([2.0, np.nan, 6.0]))
    assert (best.tolist(), worst.tolist()) == ([2, 1, 1], [3, 3, 2])


@pytest.mark.parametrize("n", [0, 1])
def test_few_contenders(n: int) -> None:
    best, worst = rank_bounds(np.zeros(n), np.zeros(n))
    assert best.tolist() == worst.tolist() == [1] * n
