from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from tests.stats.panels import amounts, panel, weeks
from weighbridge.stats.ranges import ranges
from weighbridge.stats.shares import shares

COUNTS = hnp.arrays(np.float64, st.tuples(st.just(1), st.integers(1, 4)), elements=st.integers(1, 50).map(float))
REST = st.integers(0, 40).map(float)


@given(COUNTS, REST, REST)
def test_bounds_embrace_one(counted: np.ndarray, unknown: float, rest: float) -> None:
    made = shares(amounts(counted, unknown, rest), "bound")
    assert made.low.sum() <= 1 + 1e-12
    assert made.high.sum() >= 1 - 1e-12
    assert (made.low <= made.high).all()


@given(st.lists(st.integers(1, 6), min_size=1, max_size=3), st.integers(0, 3), st.integers(0, 3))
def test_bounds_are_sharp(counted: list[int], unknown: int, rest: int) -> None:
    """Every way to give the unlisted units to a group, or to one that no one named: the extremes are the bounds."""
    made = shares(amounts([counted], unknown, rest), "bound")
    total = sum(counted) + unknown + rest
    ways = list(product(range(len(counted) + 1), repeat=unknown + rest))
    for group, units in enumerate(counted):
        possible = [(units + way.count(group)) / total for way in ways]
        assert made.low[0, group] == pytest.approx(min(possible))
        assert made.high[0, group] == pytest.approx(max(possible))


def test_a_cut_list_gives_no_point() -> None:
    made = shares(amounts([[6.0, 2.0], [6.0, 2.0]], 0.0, [2.0, 0.0]), "bound")
    assert np.isnan(made.value[0]).all()
    assert made.value[1].tolist() == [0.75, 0.25]
    assert made.status.tolist() == [["bounded"] * 2, ["observed"] * 2]
    assert made.low[0].tolist() == [0.6, 0.2]
    assert made.high[0].tolist() == pytest.approx([0.8, 0.4])
    assert made.coverage.tolist() == [0.8, 1.0]
    assert made.slack is not None
    assert made.slack.tolist() == [0.2, 0.0]


def test_alike_splits_the_rest_as_the_list() -> None:
    found = amounts([[6.0, 2.0]], 0.0, 2.0)
    alike, left_out = shares(found, "alike"), shares(found, "left_out")
    assert alike.value.tolist() == left_out.value.tolist() == [[0.75, 0.25]]
    assert (alike.status[0, 0], left_out.status[0, 0]) == ("estimated", "observed")


def test_unknown_names_may_belong_to_anyone() -> None:
    made = shares(amounts([[6.0, 2.0]], 2.0), "left_out")
    assert (made.value[0, 0], made.low[0, 0], made.high[0, 0]) == (0.6, 0.6, pytest.approx(0.8))


def test_nothing_counted_is_missing_not_zero() -> None:
    made = shares(amounts([[0.0, 0.0]]), "left_out")
    assert np.isnan(made.value).all()
    assert set(made.status.flat) == {"missing"}


def test_without_a_total_bounds_are_missing() -> None:
    made = shares(amounts([[6.0, 2.0]], 0.0, np.nan), "bound")
    assert np.isnan(made.low).all()
    assert set(made.status.flat) == {"missing"}


@given(st.integers(0, 2**32 - 1))
def test_an_interval_holds_its_point(seed: int) -> None:
    chance = np.random.default_rng(seed)
    counted = chance.uniform(0, 10, size=(3, 4))
    draws = counted + chance.uniform(0, 5, size=(50, 3, 4))
    made = shares(amounts(counted, 1.0, 0.0, draws), "left_out")
    assert (made.low <= made.value).all()
    assert (made.value <= made.high).all()


@given(st.integers(0, 2**32 - 1), st.integers(1, 4))
def test_a_range_holds_every_run(seed: int, n: int) -> None:
    chance = np.random.default_rng(seed)
    runs = [panel(chance.uniform(size=(3, 3))) for _ in range(n)]
    low, high = ranges(runs[0], runs)
    assert (low == np.min([run.value for run in runs], axis=0)).all()
    assert (high == np.max([run.value for run in runs], axis=0)).all()


def test_a_run_without_a_point_counts_with_its_bounds() -> None:
    nothing = panel([[np.nan, np.nan]], [[0.1, 0.5]], [[0.4, 0.9]])
    low, high = ranges(panel([[0.3, 0.7]]), [nothing])
    assert (low.tolist(), high.tolist()) == ([[0.1, 0.5]], [[0.4, 0.9]])


def test_runs_of_other_times_or_groups_say_nothing() -> None:
    main = panel([[0.3, 0.7]])
    later = panel(np.full((3, 2), 0.5))
    assert weeks(3)[-1] == later.ends[-1]
    low, high = ranges(panel([[0.3]]), [main])
    assert (low.tolist(), high.tolist()) == ([[0.3]], [[0.3]])
    low, _ = ranges(main, [])
    assert low.tolist() == [[0.3, 0.7]]


@pytest.mark.parametrize("periods", [0, 2])
def test_draws_of_nothing_have_no_interval(periods: int) -> None:
    nothing = np.zeros((periods, 2))
    made = shares(amounts(nothing, 0.0, 0.0, np.zeros((10, periods, 2))), "left_out")
    assert np.isnan(made.low).all()
    assert set(made.status.flat) <= {"missing"}
