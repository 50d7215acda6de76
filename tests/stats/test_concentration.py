from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from weighbridge.stats.concentration import gini, hhi, hhi_bounds

PARTS = st.lists(st.integers(1, 9), min_size=1, max_size=3)


@pytest.mark.parametrize("n", [1, 2, 5, 100])
def test_equal_groups(n: int) -> None:
    equal = np.full((1, n), 7.0)
    assert hhi(equal)[0] == pytest.approx(1 / n)
    assert gini(equal)[0] == pytest.approx(0.0)


def test_known_values() -> None:
    assert hhi(np.array([0.5, 0.3, 0.2])) == pytest.approx(0.38)
    assert gini(np.array([1.0, 2.0, 3.0, 4.0])) == pytest.approx(0.25)
    assert gini(np.array([1.0, 3.0])) == pytest.approx(0.25)


def test_a_group_without_any_is_no_member() -> None:
    assert gini(np.array([5.0, 5.0, 0.0])) == pytest.approx(0.0)


def test_nothing_counted_has_no_index() -> None:
    assert np.isnan(hhi(np.zeros((1, 3)))).all()
    assert np.isnan(gini(np.zeros((1, 3)))).all()


@given(st.lists(st.integers(0, 1000), min_size=1, max_size=8).filter(any), st.integers(1, 1000))
def test_neither_unit_nor_order_matters(parts: list[int], unit: int) -> None:
    some, other = np.array(parts, np.float64), np.array(sorted(parts), np.float64) * unit
    assert hhi(some) == pytest.approx(float(hhi(other)))
    assert gini(some) == pytest.approx(float(gini(other)))
    assert 0 < hhi(some) <= 1 + 1e-12
    assert 0 <= gini(some) < 1


@given(PARTS, st.integers(0, 4))
def test_bounds_hold_for_every_split(parts: list[int], rest: int) -> None:
    """Each unlisted unit goes to a listed group or to one of as many new groups."""
    low, high = hhi_bounds(np.array([parts], np.float64), np.array([float(rest)]))
    found = []
    for way in product(range(len(parts) + rest), repeat=rest):
        filled = np.array([*parts, *[0] * rest], np.float64)
        np.add.at(filled, list(way), 1.0)
        found.append(float(hhi(filled)))
    assert low[0] <= min(found) + 1e-12
    assert high[0] == pytest.approx(max(found))
