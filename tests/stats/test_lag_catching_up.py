from __future__ import annotations

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.stats.steps import MODELS, TODAY, curve, days, in_months
from weighbridge.stats.lag.catching_up import waits
from weighbridge.stats.lag.censoring import mean, median, survival
from weighbridge.stats.lag.distance import mean_distance
from weighbridge.stats.lag.likeness import Models, alike, matched
from weighbridge.stats.lag.running_best import running_best

# Remission in weeks under 6-MP, as every textbook prints it (Freireich and others, 1963); True: it ended.
FREIREICH = [(6, 3), (7, 1), (10, 1), (13, 1), (16, 1), (22, 1), (23, 1)]
CENSORED = (6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35)
TABLE = {6: 0.857, 7: 0.807, 10: 0.753, 13: 0.690, 16: 0.627, 22: 0.538, 23: 0.448}
CASES = st.lists(st.tuples(st.integers(0, 30), st.booleans()), min_size=1, max_size=12)


def test_the_textbook_table_of_kaplan_and_meier() -> None:
    time = np.array([t for t, n in FREIREICH for _ in range(n)] + list(CENSORED), np.float64)
    happened = np.array([True] * 9 + [False] * 12)
    made = survival(time, happened)
    for at, waiting in TABLE.items():
        assert made.waiting[made.times <= at].min() == pytest.approx(waiting, abs=5e-4)
    assert median(made).known == 23


def test_without_censoring_the_curve_is_that_of_the_sample() -> None:
    made = survival(np.array([4.0, 1, 3, 2]), np.ones(4, bool))
    assert made.waiting == pytest.approx([0.75, 0.5, 0.25, 0])
    assert median(made).known.item() == 2
    assert mean(made).known.item() == 2.5


def test_a_half_that_still_waits_bounds_the_median() -> None:
    made = survival(np.array([1.0, 5, 7]), np.array([True, False, False]))
    found = median(made)
    assert (found.least.item(), found.most.item()) == (7, np.inf)


def test_the_longest_wait_not_over_bounds_the_mean() -> None:
    """Half the weight ends at 2; the other half waits until 6 at least."""
    found = mean(survival(np.array([2.0, 6]), np.array([True, False])))
    assert (found.least.item(), found.most.item()) == (4, np.inf)


def test_no_cases_have_no_median() -> None:
    made = survival(np.full(3, np.nan), np.zeros(3, bool))
    assert np.isnan([median(made).least, median(made).most, mean(made).least, mean(made).most]).all()


@given(CASES)
def test_censoring_only_raises(cases: list[tuple[int, bool]]) -> None:
    """What is still waiting may come later than now: both figures are at least those of ending now."""
    time = np.array([t for t, _ in cases], np.float64)
    now = survival(time, np.ones(len(cases), bool))
    later = survival(time, np.array([happened for _, happened in cases]))
    assert median(later).least >= median(now).least
    assert mean(later).least >= mean(now).least - 1e-9


@given(CASES, st.integers(0, 5))
def test_cases_that_are_none_change_nothing(cases: list[tuple[int, bool]], n: int) -> None:
    time = np.array([t for t, _ in cases], np.float64)
    happened = np.array([happened for _, happened in cases])
    alone = survival(time, happened)
    padded = survival(np.append(np.full(n, np.nan), time), np.append(np.ones(n, bool), happened))
    assert median(padded) == median(alone)
    assert mean(padded).least == pytest.approx(mean(alone).least)


def test_each_record_waits_until_it_is_reached() -> None:
    """20 of day 100 and 30 of day 200 are reached on day 260; 40 of day 400 is not by day 500."""
    leader, follower = curve({0: 10, 100: 20, 200: 30, 400: 40}), curve({150: 15, 260: 30})
    made = waits(leader, follower, days(149, 155, 500))
    assert np.isinf(made.times[0, 0]).all()
    assert made.times[0, 1, 0] == pytest.approx(in_months(55))
    assert made.waiting[0, 1].min() == 1
    assert made.times[0, 2, :3] == pytest.approx([in_months(d) for d in (60, 100, 160)])
    assert made.waiting[0, 2, :3] == pytest.approx([2 / 3, 2 / 3, 0])
    assert median(made).known[0, 2] == pytest.approx(in_months(160))


def test_records_from_before_a_curve_begins_are_left_out() -> None:
    """The follower may have had 20 before its first model in the data."""
    made = waits(curve({0: 10, 100: 20, 200: 30}), curve({150: 25, 260: 30}), TODAY)
    assert made.times[0, 0].tolist() == [pytest.approx(in_months(60)), *[np.inf] * (made.times.shape[2] - 1)]


def test_a_record_that_the_follower_had_first_counts_as_negative() -> None:
    made = waits(curve({0: 10, 300: 30}), curve({50: 5, 100: 35}), TODAY)
    assert median(made).known[0, 0] == pytest.approx(in_months(-200))


@given(MODELS, MODELS, st.integers(1, 300))
def test_a_later_follower_waits_longer(leader: dict[int, float], follower: dict[int, float], later: int) -> None:
    moved = {day + later: ability for day, ability in follower.items()}
    sooner, then = (waits(curve(leader), curve(models), days(2000)) for models in (follower, moved))
    assert median(then).known == pytest.approx(median(sooner).known + in_months(later), nan_ok=True)
    assert mean(then).known == pytest.approx(mean(sooner).known + in_months(later), nan_ok=True)


@given(MODELS, MODELS)
@example({0: 0, 1: 1, 2: 2, 807: 3}, {0: 0, 195: 1})
def test_without_news_no_median_falls(leader: dict[int, float], follower: dict[int, float]) -> None:
    """What still waits waits longer: a median stays, grows, or is no longer reached; its bound never falls."""
    found = median(waits(curve(leader), curve(follower), days(1000, 1100)))
    before, later = found.least[0]
    assert np.isnan(before) or later >= before


def test_alike_is_what_draws_cannot_tell_apart() -> None:
    high, low = np.array([[5.0], [6], [5], [6]]), np.array([[1.0, 5.5], [2, 5.5], [1, 5.5], [2, 5.5]])
    assert alike(high, low, 0.9).tolist() == [[False, True]]
    assert alike(low, high, 0.9).tolist() == [[True], [True]]
    assert alike(np.full((4, 1), np.nan), low, 0.9).tolist() == [[False, False]]


def models(released: list[int], ability: list[float], spread: float, first: int) -> Models:
    """Abilities whose draws differ by `spread` from the point, each in a rhythm of its own from `first` on."""
    rows = [ability] + [[a + spread * (-1) ** (i >> k) for k, a in enumerate(ability, first)] for i in range(16)]
    return Models(np.array(released, np.int64), np.array(rows))


def test_likeness_lets_a_follower_catch_up_sooner() -> None:
    """125 against 126: the same within their error, so caught up on day 400 and not only on day 700."""
    leader, follower = models([0, 100], [100, 126], 2, 0), models([50, 400, 700], [101, 125, 130], 2, 2)
    strict = running_best(follower.released, follower.ability)
    like = matched(leader, follower, 0.9)
    lenient = running_best(like.released, like.ability)
    ahead = running_best(leader.released, leader.ability)
    assert strict.reached(np.full((17, 1), 126.0))[0, 0] == 700
    assert lenient.reached(np.full((17, 1), 126.0))[0, 0] == 400
    assert mean_distance(ahead, lenient, TODAY).known[0, 0] == pytest.approx(in_months(300))


def test_likeness_never_makes_a_lag_negative() -> None:
    """The follower's 125.5 of day 60 is like the leader's 126 of day 100, and below it: caught up on day 100."""
    leader, follower = models([0, 100], [100, 126], 2, 0), models([50, 60], [101, 125.5], 2, 2)
    like = matched(leader, follower, 0.9)
    found = running_best(like.released, like.ability)
    assert found.reached(np.full((17, 1), 126.0))[0, 0] == 100


def test_certain_abilities_are_alike_only_when_equal() -> None:
    leader, follower = models([0, 100], [100, 126], 0, 0), models([50, 400], [101, 125], 0, 2)
    assert matched(leader, follower, 0.9).released.tolist() == [50, 400, 50]
