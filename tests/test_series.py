"""What a series compares: choices on one scale, lists that name the group, runs that still speak of the day."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import weighbridge
from tests.stats.panels import panel
from weighbridge.amounts.counters import curves
from weighbridge.amounts.pulls import PullRows, amounts
from weighbridge.errors import UsageError
from weighbridge.estimate import away
from weighbridge.series import _newest
from weighbridge.stats.concentration import gini, gini_bounds
from weighbridge.stats.ranges import ranges
from weighbridge.stats.standings import Choiced, standing

if TYPE_CHECKING:
    from pathlib import Path

    from weighbridge import Weighbridge

NEWEST = dt.date(2026, 8, 19)


@pytest.fixture(scope="module")
def starter(tmp_path_factory: pytest.TempPathFactory) -> Weighbridge:
    """An empty store: the starter data answer."""
    empty: Path = tmp_path_factory.mktemp("empty")
    return weighbridge.open(empty)


def test_a_list_that_does_not_name_a_group_says_nothing_of_it() -> None:
    main = panel([[0.6, 0.4]])
    other = replace(panel([[0.9, 0.0]]), n=np.array([[3, 0]]))
    low, high = ranges(main, [other])
    assert low.tolist() == [[0.6, 0.4]]
    assert high.tolist() == [[0.9, 0.4]]


def test_a_complete_list_that_does_not_name_a_group_says_none() -> None:
    other = replace(panel([[0.9, 0.0]]), n=np.array([[3, 0]]), complete=True)
    assert ranges(panel([[0.6, 0.4]]), [other])[0].tolist() == [[0.6, 0.0]]


def test_a_bound_holds_for_a_group_that_a_list_does_not_name() -> None:
    nothing = [[np.nan, np.nan]]
    other = replace(panel(nothing, [[0.5, 0.0]], [[1.0, 0.5]]), n=np.array([[3, 0]]))
    assert ranges(panel([[0.6, 0.4]]), [other])[1].tolist() == [[1.0, 0.5]]


def test_newest_runs_are_those_that_the_standing_counts(starter: Weighbridge) -> None:
    for race in (("token_share", "organisation"), ("download_share", "country")):
        found = starter.measure(*race)
        assert found.standing is not None
        assert len(found.newest_runs) == found.standing.choices_counted > 1
        assert found.newest_runs[0].choices == found.choices
        newest = [each for each in found.estimates if each.period_end == found.as_of]
        assert [(e.group, e.value, e.ci_low) for e in found.newest_runs[0].estimates] == [
            (e.group, e.value, e.ci_low) for e in newest
        ]


def test_newest_runs_keep_to_the_scale_and_to_what_was_asked(starter: Weighbridge) -> None:
    found = starter.measure("concentration", at=NEWEST, choices={"index": "gini"}, all_choices=True)
    assert {run.choices["index"] for run in found.runs} == {"gini"}
    assert {run.choices["index"] for run in starter.measure("concentration").newest_runs} == {"hhi"}
    assert all(len({each.period_end for each in run.estimates}) == 1 for run in found.newest_runs)
    early = starter.measure("token_share", until=dt.date(2026, 7, 1))
    assert all(each.period_end <= dt.date(2026, 7, 1) for run in early.newest_runs for each in run.estimates)


@pytest.mark.parametrize("race", [("token_share", "organisation"), ("concentration", "country")])
def test_runs_one_away_are_what_each_choice_alone_would_say(starter: Weighbridge, race: tuple[str, str]) -> None:
    found = starter.measure(*race)
    assert found.one_away
    for run in found.one_away:
        (choice,) = away(run.choices, found.choices)
        alone = starter.measure(*race, choices={choice: run.choices[choice]})
        assert tuple(run.estimates) == tuple(
            replace(e, range_low=None, range_high=None, rank_best=None, rank_worst=None) for e in alone.estimates
        )


def test_runs_one_away_keep_to_the_scale_and_to_what_was_asked(starter: Weighbridge) -> None:
    found = starter.measure("concentration", until=dt.date(2026, 7, 1))
    assert {run.choices["index"] for run in found.one_away} == {"hhi"}
    assert all(each.period_end <= dt.date(2026, 7, 1) for run in found.one_away for each in run.estimates)


def test_a_period_that_says_nothing_is_passed_over_by_newest_runs() -> None:
    nothing = [[np.nan, np.nan]]
    other = replace(panel([[0.9, 0.1], *nothing]), n=np.array([[3, 1], [0, 0]]))
    (found,) = _newest([Choiced({"list": "y"}, other)], other.ends[1])
    assert found.periods == [0]
    assert not list(_newest([Choiced({"list": "y"}, other)], other.ends[1] + dt.timedelta(days=40)))


def test_choices_without_a_figure_of_the_day_are_counted_apart() -> None:
    long = panel(np.tile([[3.0, 1.0]], (20, 1)))
    made = standing(Choiced({"list": "x"}, long), [Choiced({"list": "y"}, panel([[1, 3]]))], None)
    assert made is not None
    assert (made.choices_counted, made.choices_silent) == (1, 1)


@pytest.mark.parametrize("index", ["hhi", "gini"])
def test_no_range_runs_over_two_scales(starter: Weighbridge, index: str) -> None:
    found = starter.measure("concentration", at=NEWEST, choices={"index": index}, all_choices=True)
    alike = [run for run in found.runs if all(run.choices[name] == found.choices[name] for name in ("index", "of"))]
    lows = [e.ci_low if e.value is None else e.value for run in alike for e in run.estimates]
    assert len(found.runs) > len(alike) > 1
    assert found.estimates[0].range_low == min(low for low in lows if low is not None)


def test_a_list_that_merges_free_use_cannot_leave_it_out(starter: Weighbridge) -> None:
    with pytest.raises(UsageError, match="free=out"):
        starter.measure("token_share", choices={"list": "leaderboard", "free": "out"})


def test_pulls_before_a_count_was_shown_are_no_flow() -> None:
    days = np.array([20000.0, 20010.0, 20020.0, 20050.0])
    pulls = np.array([[np.nan, 500.0, 520.0, 580.0], [0.0, 10.0, 20.0, 50.0]])
    found = curves(days, pulls, np.zeros(pulls.shape), np.ones(pulls.shape, bool))
    read = PullRows(found, ("a", "b"), ("a", "b"), "ollama")
    made = amounts(read, {"quantity": "flow", "boundary": "interpolated", "attribution": "maker"})
    assert made.amount[:, 0].sum() <= 580.0 - 500.0
    assert made.amount[:, 1].sum() == pytest.approx(50.0)


@given(st.lists(st.integers(1, 9), min_size=1, max_size=3), st.integers(0, 4))
def test_gini_bounds_hold_for_every_split(parts: list[int], rest: int) -> None:
    """Each unlisted unit goes to a listed group or to one of as many new groups."""
    low, high = gini_bounds(np.array([parts], np.float64), np.array([float(rest)]))
    for way in product(range(len(parts) + rest), repeat=rest):
        filled = np.array([*parts, *[0] * rest], np.float64)
        np.add.at(filled, list(way), 1.0)
        assert low[0] <= gini(filled) + 1e-12 <= high[0]


def test_the_lowest_gini_lifts_the_smallest_groups() -> None:
    low, high = gini_bounds(np.array([[6.0, 1.0, 3.0], [4.0, 0.0, 2.0]]), np.array([2.0, 6.0]))
    assert low.tolist() == pytest.approx([float(gini(np.array([3.0, 3.0, 6.0]))), 0.0])
    assert high.tolist() == [1.0, 1.0]


def test_a_choice_that_begins_earlier_does_not_date_the_lead() -> None:
    main, longer = panel([[3, 1]]), panel([[3, 1]] * 3)
    main = replace(main, starts=longer.starts[-1:], ends=longer.ends[-1:])
    made = standing(Choiced({"list": "x"}, main), [Choiced({"list": "y"}, longer)], None)
    assert made is not None
    assert (made.since_after, made.since_until) == (None, longer.ends[-1])


def test_an_alias_finds_what_it_names(starter: Weighbridge) -> None:
    assert [sheet.name for sheet in starter.explain("通义")] == ["qwen"]


def test_a_margin_is_drawn_as_one() -> None:
    """Where both figures rise and fall together, the margin is surer than either."""
    shift = np.linspace(-0.1, 0.1, 400)
    draws = np.stack([0.5 + shift, 0.4 + shift], axis=1)[:, None, :]
    made = standing(Choiced({}, replace(panel([[0.5, 0.4]]), draws=draws, slack=np.array([0.02]))), [], None)
    assert made is not None
    assert [made.margin, made.margin_low, made.margin_high] == pytest.approx([0.1, 0.08, 0.12])


def test_a_rank_is_an_interval_where_intervals_overlap(starter: Weighbridge) -> None:
    first, *others = starter.measure("capability", "model").estimates
    assert first.ci_low is not None
    reaching = [e for e in others if e.ci_high is not None and e.ci_high >= first.ci_low]
    assert (first.rank_best, first.rank_worst) == (1, 1 + len(reaching))
    assert reaching


def test_where_nothing_is_raced_nobody_has_a_rank(starter: Weighbridge) -> None:
    found = starter.measure("concentration", "country")
    assert {(e.rank_best, e.rank_worst) for e in found.estimates} == {(None, None)}
