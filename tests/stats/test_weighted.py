from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from weighbridge.stats.weighted import quantile, ratio

COUNTS = hnp.arrays(np.float64, st.tuples(st.integers(1, 3), st.integers(1, 6)), elements=st.integers(0, 4).map(float))


@given(COUNTS, st.sampled_from([0.1, 0.5, 0.9, 1.0]))
def test_a_quantile_is_that_of_the_numbers_written_out(counts: np.ndarray, level: float) -> None:
    for row, found in zip(counts, quantile(counts, level), strict=True):
        written = np.repeat(np.arange(len(row)), row.astype(np.int64))
        if not len(written):
            assert np.isnan(found)
            continue
        assert found == np.quantile(written, level, method="inverted_cdf")


@given(COUNTS, st.sampled_from([1 / 3, 1 / 7, 1e6]))
def test_weights_count_by_their_ratios_alone(counts: np.ndarray, factor: float) -> None:
    np.testing.assert_array_equal(quantile(counts, 0.9), quantile(counts * factor, 0.9))


def test_thirds_reach_what_they_sum_to() -> None:
    assert quantile(np.array([1 / 3, 1 / 3, 1 / 3]), 1.0) == 2
    assert quantile(np.array([0.1, 0.2, 0.3]), 0.5) == 1


def test_nothing_divided_by_nothing_is_not_known() -> None:
    found = ratio(np.array([1.0, 0.0]), np.array([4.0, 0.0]))
    assert found[0] == pytest.approx(0.25)
    assert np.isnan(found[1])
