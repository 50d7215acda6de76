from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from weighbridge.stats.pareto import perhaps_undominated, undominated

FIGURES = arrays(np.float64, 12, elements=st.integers(0, 6).map(float))


def test_cheaper_and_better_dominates() -> None:
    price, ability = np.array([1.0, 2.0, 2.0, 0.5]), np.array([150.0, 140.0, 155.0, 120.0])
    assert undominated(price, ability).tolist() == [True, False, True, True]


def test_equal_points_do_not_dominate_one_another() -> None:
    assert undominated(np.array([1.0, 1.0]), np.array([140.0, 140.0])).all()


def test_an_interval_may_bring_a_point_to_the_frontier() -> None:
    price, low, high = np.array([1.0, 1.0]), np.array([148.0, 145.0]), np.array([152.0, 149.0])
    assert undominated(price, np.array([150.0, 147.0])).tolist() == [True, False]
    assert perhaps_undominated(price, price, low, high).all()


@given(FIGURES, FIGURES)
def test_the_best_and_the_cheapest_are_on_the_frontier(price: np.ndarray, ability: np.ndarray) -> None:
    on = undominated(price, ability)
    best = np.flatnonzero(ability == ability.max())
    assert on[best[np.argmin(price[best])]]
    cheapest = np.flatnonzero(price == price.min())
    assert on[cheapest[np.argmax(ability[cheapest])]]


@given(FIGURES, FIGURES, FIGURES)
def test_what_is_on_the_frontier_may_be_on_it(price: np.ndarray, ability: np.ndarray, spread: np.ndarray) -> None:
    on = undominated(price, ability)
    assert (perhaps_undominated(price, price, ability - spread, ability + spread) >= on).all()


@given(FIGURES, FIGURES)
def test_the_frontier_rises(price: np.ndarray, ability: np.ndarray) -> None:
    on = undominated(price, ability)
    order = np.lexsort((ability[on], price[on]))
    assert (np.diff(ability[on][order]) >= 0).all()
