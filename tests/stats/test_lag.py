from __future__ import annotations

from collections.abc import Callable
from math import nan

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.stats.steps import END, MODELS, TODAY, curve, days, in_months
from weighbridge.stats.lag.between import Between, hull, summary
from weighbridge.stats.lag.distance import mean_distance
from weighbridge.stats.lag.elapsed import EXTENTS, over_days, time_since
from weighbridge.stats.lag.running_best import running_best

# The leader begins at 10 and has 20 on day 100, 40 on day 400; the follower has 15 on day 150, 30 on day 500.
LEADER = curve({0: 10, 100: 20, 250: 18, 400: 40})
FOLLOWER = curve({150: 15, 500: 30, 510: 12})


def test_running_best_keeps_what_rises() -> None:
    assert LEADER.days.tolist() == [-np.inf, 0, 100, 400]
    assert LEADER.best.tolist() == [[-np.inf, 10, 20, 40]]
    assert LEADER.at(days(-1, 0, 99, 100, 399, 999)).tolist() == [[-np.inf, 10, 10, 20, 20, 40]]
    assert LEADER.reached(np.array([[5.0, 10, 10.5, 40, 41]])).tolist() == [[0, 0, 100, 400, np.inf]]
    assert LEADER.floor.tolist() == [[10]]


def test_models_of_one_day_make_one_step() -> None:
    made = running_best(np.array([7, 7, 9]), np.array([[3.0, 5.0, 4.0]]))
    assert (made.days.tolist(), made.best.tolist(), made.floor.tolist()) == ([-np.inf, 7], [[-np.inf, 5]], [[5]])


def test_every_draw_has_its_own_records() -> None:
    made = running_best(np.array([1, 2, 3]), np.array([[1.0, 3.0, 2.0], [3.0, 1.0, 4.0], [np.nan, 2.0, np.nan]]))
    assert made.at(days(1, 2, 3)).tolist() == [[1, 3, 3], [3, 3, 4], [-np.inf, 2, 2]]
    assert made.floor.tolist() == [[1], [3], [2]]


def test_a_group_without_models_has_no_lag() -> None:
    nobody = running_best(np.array([], np.int64), np.empty((1, 0)))
    for found in (
        time_since(LEADER, nobody, TODAY),
        time_since(nobody, LEADER, TODAY),
        time_since(nobody, nobody, TODAY),
        mean_distance(LEADER, nobody, TODAY),
        over_days(nobody, LEADER, 0, TODAY, "typical"),
    ):
        assert np.isnan([found.least, found.most]).all()


def test_mean_distance_by_hand() -> None:
    """From 15 to 20 the follower is 400 days later, from 20 to 30 it is 100 days later."""
    found = mean_distance(LEADER, FOLLOWER, days(149, 499, 500, 999)).known[0]
    assert np.isnan(found[:2]).all()
    assert found[2:] == pytest.approx(in_months((5 * 400 + 10 * 100) / 15))


def test_time_since_by_hand() -> None:
    """The best follower of day 300, 15, was the leader's from day 100 on; that of day 500, 30, from day 400 on."""
    found = time_since(LEADER, FOLLOWER, days(149, 150, 300, 499, 500, 600)).known[0]
    assert np.isnan(found[0])
    assert found[1:] == pytest.approx([in_months(d) for d in (50, 200, 399, 100, 200)])


def test_a_follower_that_leads_has_a_negative_lag() -> None:
    assert time_since(FOLLOWER, LEADER, days(500)).known[0, 0] == pytest.approx(in_months(-100))
    assert mean_distance(FOLLOWER, LEADER, days(500)).known[0, 0] == pytest.approx(in_months(-200))


def test_what_was_there_when_the_curve_begins_may_be_older() -> None:
    """The leader had 8 on its first day, or before: the lag is that long at least."""
    late = curve({60: 8, 90: 10})
    found = time_since(LEADER, late, days(60, 100))
    assert found.least[0] == pytest.approx([in_months(60), in_months(100)])
    assert found.most.tolist() == [[np.inf, np.inf]]
    ahead = time_since(late, LEADER, days(60, 100))
    assert ahead.least.tolist() == [[-np.inf, -np.inf]]
    assert ahead.most[0] == pytest.approx([in_months(-60), in_months(-100)])


def test_mean_over_days_is_that_of_each_day() -> None:
    first = 120
    mean, shortest, longest = (
        over_days(LEADER, FOLLOWER, first, days(119, 149, 150, 499, 700), extent).known[0] for extent in EXTENTS
    )
    each = time_since(LEADER, FOLLOWER, np.arange(first, 701, dtype=np.float64)).known[0]
    assert np.isnan(mean[:2]).all()
    assert mean[2:] == pytest.approx([each[30], each[30:380].mean(), each[30:].mean()])
    assert shortest[2:] == pytest.approx([in_months(50)] * 3)
    assert longest[2:] == pytest.approx([in_months(50), in_months(399), in_months(399)])


@given(MODELS, MODELS, st.integers(0, 900), st.sampled_from(EXTENTS))
def test_what_is_worked_out_by_stretches_is_that_of_each_day(
    leader: dict[int, float], follower: dict[int, float], first: int, extent: str
) -> None:
    takes: dict[str, Callable[..., float]] = {"typical": np.nanmean, "shortest": np.nanmin, "longest": np.nanmax}
    last = np.array([first - 1, first, first + 40, 1000.0])
    found = over_days(curve(leader), curve(follower), first, last, extent).known[0]
    each = time_since(curve(leader), curve(follower), np.arange(first, max(last) + 1)).known[0]
    for end, figure in zip(last, found, strict=True):
        until = each[: int(max(end + 1 - first, 0))]
        assert figure == pytest.approx(nan if np.isnan(until).all() else takes[extent](until), nan_ok=True)


@given(MODELS, MODELS, st.integers(1, 12))
def test_a_later_follower_lags_by_as_much_more(
    leader: dict[int, float], follower: dict[int, float], later: int
) -> None:
    whole = round(later * 30.4375)
    moved = {day + whole: ability for day, ability in follower.items()}
    at, then = days(END), days(END + 400)
    now = mean_distance(curve(leader), curve(follower), at).known
    assert mean_distance(curve(leader), curve(moved), then).known == pytest.approx(now + in_months(whole), nan_ok=True)


@given(MODELS, MODELS, st.floats(0.1, 10), st.floats(-100, 100))
def test_the_scale_of_ability_does_not_matter(
    leader: dict[int, float], follower: dict[int, float], unit: float, zero: float
) -> None:
    other = [curve({day: unit * a + zero for day, a in models.items()}) for models in (leader, follower)]
    ours = [curve(leader), curve(follower)]
    for definition in (time_since, mean_distance):
        mine, theirs = definition(ours[0], ours[1], TODAY), definition(other[0], other[1], TODAY)
        assert theirs.least == pytest.approx(mine.least, nan_ok=True)
        assert theirs.most == pytest.approx(mine.most, nan_ok=True)


@given(MODELS, MODELS)
def test_who_leads_whom_changes_only_the_sign(leader: dict[int, float], follower: dict[int, float]) -> None:
    one, other = curve(leader), curve(follower)
    assert mean_distance(one, other, TODAY).known == pytest.approx(-mean_distance(other, one, TODAY).known, nan_ok=True)
    assume(one.at(TODAY) != other.at(TODAY))
    forth, back = time_since(one, other, TODAY), time_since(other, one, TODAY)
    assert forth.least == pytest.approx(-back.most)
    assert forth.most == pytest.approx(-back.least)


@given(MODELS, MODELS, st.integers(0, END))
def test_later_models_do_not_change_an_earlier_day(
    leader: dict[int, float], follower: dict[int, float], day: int
) -> None:
    then = [curve({d: a for d, a in models.items() if d <= day} or {END + 1: 0}) for models in (leader, follower)]
    now = [curve(leader), curve(follower)]
    at = days(min(day, END))
    for definition in (time_since, mean_distance):
        assert definition(then[0], then[1], at).known == pytest.approx(
            definition(now[0], now[1], at).known, nan_ok=True
        )


def test_summary_takes_the_point_from_the_first_row() -> None:
    """Of 19 draws the 2nd and the 18th: 1 in 10 new draws is expected beyond each."""
    rows = np.array([[5.0], *([i] for i in range(1, 20))])
    made = summary(Between(rows, rows), 0.8)
    assert (made.value.item(), made.low.item(), made.high.item()) == (5, 2, 18)
    assert made.draws.shape == (19, 1)


def test_an_interval_holds_its_point() -> None:
    rows = np.array([[9.0], [1], [2], [3]])
    made = summary(Between(rows, rows), 0.9)
    assert (made.low.item(), made.value.item(), made.high.item()) == (1, 9, 9)


def test_an_open_end_stays_open() -> None:
    least, most = np.array([[4.0], [3], [4], [5]]), np.array([[np.inf], [3], [np.inf], [np.inf]])
    made = summary(Between(least, most), 0.9)
    assert np.isnan(made.value).all()
    assert made.low.item() == 3
    assert np.isnan(made.high).all()


def test_a_figure_that_draws_bound_on_neither_side_is_none() -> None:
    made = summary(Between(np.array([[4.0], [-np.inf], [4]]), np.array([[4.0], [4], [np.inf]])), 0.9)
    assert np.isnan([made.value, made.low, made.high]).all()


def test_a_figure_that_most_draws_lack_is_not_given() -> None:
    rows = np.array([[4.0], [np.nan], [np.nan], [5]])
    made = summary(Between(rows, rows), 0.9)
    assert np.isnan([made.value, made.low, made.high]).all()


def test_fits_as_good_as_each_other_give_their_hull() -> None:
    rows = np.array([[4.0, np.nan], [2, np.nan], [7, np.nan]])
    made = hull(Between(rows, rows))
    assert np.isnan(made.value).all()
    assert (made.low[0], made.high[0]) == (2, 7)
    assert np.isnan([made.low[1], made.high[1]]).all()
