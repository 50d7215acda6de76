from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binom, binomtest

from weighbridge.stats.proportions import wilson

counts = st.integers(1, 2000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@given(counts, st.sampled_from([0.8, 0.9, 0.95, 0.99]))
def test_it_is_that_of_scipy(of: tuple[int, int], level: float) -> None:
    hits, whole = of
    low, high = wilson(np.array([float(hits)]), np.array([float(whole)]), level)
    theirs = binomtest(hits, whole).proportion_ci(level, "wilson")
    assert (low[0], high[0]) == pytest.approx((theirs.low, theirs.high), abs=1e-12)


@given(counts)
def test_it_holds_the_part_and_stays_inside(of: tuple[int, int]) -> None:
    hits, whole = map(float, of)
    low, high = wilson(np.array([hits]), np.array([whole]))
    assert 0 <= low[0] <= hits / whole <= high[0] <= 1


def test_one_of_one_is_no_certainty() -> None:
    low, high = wilson(np.array([1.0, 0.0]), np.array([1.0, 1.0]))
    assert low == pytest.approx([0.2065, 0], abs=1e-4)
    assert high == pytest.approx([1, 0.7935], abs=1e-4)


def test_of_nothing_nothing_is_known() -> None:
    low, high = wilson(np.zeros(1), np.zeros(1))
    assert np.isnan(low[0])
    assert np.isnan(high[0])


@pytest.mark.parametrize("part", [0.02, 0.1, 0.5, 0.8])
def test_it_covers_as_often_as_it_says(part: float) -> None:
    """Exact, by every count that can come out of 60."""
    hits = np.arange(61.0)
    low, high = wilson(hits, np.full(61, 60.0))
    assert binom.pmf(hits, 60, part)[(low <= part) & (part <= high)].sum() > 0.92
