from __future__ import annotations

import datetime as dt
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from tests.stats.panels import panel, permuted, weeks
from weighbridge.estimate import LeadChange, Panel
from weighbridge.stats.leads import NOBODY, changes, leads, period_at, share_of_draws
from weighbridge.stats.standings import Choiced, standing

FIGURES = hnp.arrays(np.float64, hnp.array_shapes(min_dims=2, max_dims=2, min_side=2, max_side=6),
                     elements=st.integers(0, 20).map(float), unique=False)  # fmt: skip


@st.composite
def bounded(draw: st.DrawFn) -> Panel:
    """Panels with bounds around each figure."""
    value = draw(FIGURES)
    below, above = (draw(hnp.arrays(np.float64, value.shape, elements=st.integers(0, 5).map(float))) for _ in range(2))
    return panel(value, np.maximum(value - below, 0.0), value + above)


def leaders(found: Panel) -> list[str | None]:
    return [None if i == NOBODY else found.groups[i] for i in leads(found).decided.tolist()]


@given(bounded(), st.data())
def test_the_order_of_groups_changes_nothing(found: Panel, data: st.DataObject) -> None:
    other = permuted(found, data.draw(st.permutations(range(len(found.groups)))))
    assert leaders(found) == leaders(other)
    assert changes(found, leads(found).decided) == changes(other, leads(other).decided)


@given(bounded(), st.integers(0, 12))
def test_a_leader_is_beyond_every_other_high_and_the_unlisted(found: Panel, slack: int) -> None:
    found = replace(found, slack=np.full(len(found.ends), float(slack)))
    for period, leader in enumerate(leads(found).decided.tolist()):
        low, high = found.low[period], found.high[period]
        clear = [g for g in range(len(low)) if low[g] > max(slack, *np.delete(high, g))]
        assert clear == ([] if leader == NOBODY else [leader])


@given(bounded())
def test_the_lead_passes_inside_the_interval(found: Panel) -> None:
    decided = leaders(found)
    for change in changes(found, leads(found).decided):
        after, until = found.ends.index(change.after), found.ends.index(change.until)
        assert after < until
        assert decided[after] == change.earlier
        assert decided[until] == change.later != change.earlier
        assert set(decided[after + 1 : until]) <= {None}


def test_an_undecided_stretch_widens_the_interval() -> None:
    found = panel([[9, 1], [5, 4], [5, 6], [1, 9]], [[8, 0], [3, 2], [3, 4], [0, 8]], [[9, 2], [7, 6], [7, 8], [2, 9]])
    first, _, _, last = weeks(4)
    assert changes(found, leads(found).decided) == (LeadChange("a", "b", first, last),)


def test_a_tie_has_no_leader() -> None:
    assert leaders(panel([[5, 5]])) == [None]


def test_who_may_reach_any_height_leaves_no_leader() -> None:
    nan = np.nan
    at_least = panel([[9, nan]], [[8, 2]], [[10, nan]])
    unsure = panel([[9, 3]], [[8, nan]], [[10, nan]])
    absent = panel([[9, nan]], [[8, nan]], [[10, nan]])
    assert [leaders(found) for found in (at_least, unsure, absent)] == [[None], [None], ["a"]]


def test_nothing_known_has_nobody_ahead() -> None:
    found = leads(panel(np.array([[np.nan, np.nan], [0, 0]])))
    assert found.ahead.tolist() == found.decided.tolist() == [NOBODY, NOBODY]


def test_bounds_without_a_point_can_decide() -> None:
    nothing = [[np.nan, np.nan]]
    assert leaders(panel(nothing, [[0.5, 0.2]], [[0.7, 0.4]])) == ["a"]
    assert leaders(panel(nothing, [[0.5, 0.2]], [[0.8, 0.5]])) == [None]


def test_an_unlisted_group_may_lead() -> None:
    found = replace(panel([[0.3, 0.1]]), slack=np.array([0.4]))
    assert leaders(found) == [None]


@given(st.integers(0, 400))
def test_draws_decide_from_95_in_100(won: int) -> None:
    draws = np.zeros((400, 1, 2))
    draws[:won, 0, 0], draws[won:, 0, 1] = 1.0, 1.0
    found = replace(panel([[0.6, 0.5]], [[0.0, 0.0]], [[1.0, 1.0]]), draws=draws, certain=False)
    assert share_of_draws(found, np.array([0]))[0] == won / 400
    assert leaders(found) == (["a"] if won / 400 >= 0.95 else [None])


def test_who_has_no_figure_is_no_rival() -> None:
    draws = np.full((400, 1, 3), np.nan)
    draws[:, 0, 0], draws[:, 0, 1] = 2.0, 1.0
    nan = float("nan")
    found = replace(panel([[2.0, 1.0, nan]], [[0.0, 0.0, nan]], [[3.0, 3.0, nan]]), draws=draws, certain=False)
    assert share_of_draws(found, np.array([0]))[0] == 1
    assert leaders(found) == ["a"]


@pytest.mark.parametrize(
    ("asked", "index"),
    [("2026-01-07", 0), ("2026-01-08", 1), ("2026-01-21", 2), ("2026-01-28", 2), ("2026-01-29", None)],
)
def test_a_day_is_answered_by_the_period_that_holds_it(asked: str, index: int | None) -> None:
    assert period_at(panel(np.ones((3, 2))), dt.date.fromisoformat(asked)) == index


def held(*rows: tuple[float, float]) -> Choiced:
    return Choiced({"list": "x"}, panel(rows))


def test_a_standing_says_by_how_much() -> None:
    found = panel([[0.6, 0.3, 0.1]], [[0.5, 0.2, 0.0]], [[0.7, 0.4, 0.2]])
    made = standing(Choiced({}, found), [], None)
    assert made is not None
    assert (made.leader, made.runner_up, made.value, made.value_low) == ("a", "b", 0.6, 0.5)
    assert [made.margin, made.margin_low, made.margin_high] == pytest.approx([0.3, 0.1, 0.5])


def test_a_lead_held_since_the_data_begin_says_so() -> None:
    made = standing(held((3, 1), (3, 1)), [], None)
    assert made is not None
    assert (made.since_after, made.since_until) == (None, weeks(1)[0])


def test_a_lead_begins_no_earlier_than_it_was_decided() -> None:
    made = standing(held((1, 1), (1, 1), (3, 1)), [], None)
    assert made is not None
    assert (made.since_after, made.since_until) == (None, weeks(3)[-1])


def test_since_is_the_last_passing() -> None:
    made = standing(held((3, 1), (1, 3), (3, 1), (3, 1)), [], None)
    first, second, third, _ = weeks(4)
    assert made is not None
    assert (made.since_after, made.since_until) == (second, third)
    assert made.changes == (LeadChange("a", "b", first, second), LeadChange("b", "a", second, third))


def test_a_standing_knows_nothing_of_later_periods() -> None:
    made = standing(held((3, 1), (1, 3)), [], weeks(1)[0])
    assert made is not None
    assert (made.leader, made.changes) == ("a", ())


def test_choices_that_disagree_are_counted_and_named() -> None:
    main = Choiced({"list": "x", "free": "in"}, panel([[3, 1]]))
    runs = [
        main,
        Choiced({"list": "y", "free": "in"}, panel([[1, 3]])),
        Choiced({"list": "y", "free": "out"}, panel([[1, 3]])),
        Choiced({"list": "x", "free": "out"}, panel([[2, 2]])),
    ]
    made = standing(main, runs, None)
    assert made is not None
    assert made.share_of_choices == 0.25
    assert made.rivals == {"b": ("list=y",)}


def test_a_run_that_ended_long_ago_has_no_say() -> None:
    long = panel(np.tile([[3.0, 1.0]], (20, 1)))
    made = standing(Choiced({"list": "x"}, long), [Choiced({"list": "y"}, panel([[1, 3]]))], None)
    assert made is not None
    assert (made.share_of_choices, made.rivals) == (1.0, {})
