from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from weighbridge.stats.order import median_interval

SAMPLES = st.integers(2, 40).flatmap(lambda n: arrays(np.float64, n, elements=st.floats(-1e6, 1e6)))


def test_few_values_reach_from_least_to_most() -> None:
    assert median_interval(np.array([3.0, 1.0, 2.0]), 0.9) == (2.0, 1.0, 3.0)


def test_one_value_has_no_interval() -> None:
    middle, low, high = median_interval(np.array([3.0]), 0.9)
    assert middle == 3.0
    assert np.isnan([low, high]).all()


def test_many_values_narrow_the_interval() -> None:
    middle, low, high = median_interval(np.arange(101.0), 0.9)
    assert (middle, low, high) == (50.0, 42.0, 59.0)


@given(SAMPLES)
def test_the_interval_holds_the_median(sample: np.ndarray) -> None:
    middle, low, high = median_interval(sample, 0.9)
    assert low <= middle <= high


def test_it_covers_the_true_median_as_often_as_it_says() -> None:
    drawn = np.random.default_rng(7).exponential(size=(2000, 25))
    held = [low <= np.log(2) <= high for _, low, high in (median_interval(sample, 0.9) for sample in drawn)]
    assert 0.88 <= np.mean(held) <= 0.97
