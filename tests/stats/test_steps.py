from __future__ import annotations

from dataclasses import replace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tests.stats.panels import panel, weeks
from weighbridge.estimate import Status
from weighbridge.stats.steps import steps

NAN = np.nan
FIGURES = st.lists(st.sampled_from([1.0, 2.0, NAN]), min_size=1, max_size=12)


def test_a_change_is_dated_to_the_readings_around_it() -> None:
    first, second, third = weeks(3)
    found = steps(panel([[3.0], [3.0], [1.0]]), [0, 1, 2], {"a": "Model A"})
    assert [(s.group, s.group_id, s.was, s.now, s.after, s.until) for s in found] == [
        ("Model A", "a", 3.0, 1.0, second, third)
    ]
    assert first < second


def test_a_gap_widens_the_dates_and_is_no_change() -> None:
    ends = weeks(4)
    assert steps(panel([[3.0], [NAN], [NAN], [3.0]]), range(4), {}) == ()
    (found,) = steps(panel([[3.0], [NAN], [NAN], [1.0]]), range(4), {})
    assert (found.after, found.until) == (ends[0], ends[3])


def test_a_figure_carried_along_dates_nothing() -> None:
    made = panel([[3.0], [3.0], [1.0]])
    carried = np.array([["observed"], [str(Status.ESTIMATED)], ["observed"]])
    (found,) = steps(replace(made, status=carried), range(3), {})
    assert (found.after, found.until) == (made.ends[0], made.ends[2])


def test_only_kept_periods_are_compared() -> None:
    made = panel([[3.0], [9.0], [3.0], [1.0]])
    assert [(s.was, s.now) for s in steps(made, [0, 2, 3], {})] == [(3.0, 1.0)]
    assert steps(made, [], {}) == ()


def test_zero_is_a_figure_to_change_from_and_to() -> None:
    found = steps(panel([[0.0], [2.0], [0.0]]), range(3), {})
    assert [(s.was, s.now) for s in found] == [(0.0, 2.0), (2.0, 0.0)]


def test_changes_come_by_group_then_by_time() -> None:
    found = steps(panel([[1.0, 5.0], [2.0, 6.0], [3.0, 6.0]]), range(3), {})
    assert [(s.group_id, s.now) for s in found] == [("a", 2.0), ("a", 3.0), ("b", 6.0)]


@given(FIGURES)
def test_steps_lead_from_the_first_figure_to_the_last(figures: list[float]) -> None:
    found = steps(panel(np.array(figures)[:, None]), range(len(figures)), {})
    known = [figure for figure in figures if not np.isnan(figure)]
    path = known[:1] + [step.now for step in found]
    assert path[-1:] == known[-1:]
    assert all(step.was == before for step, before in zip(found, path, strict=False))
    assert all(step.was != step.now and step.after < step.until for step in found)
