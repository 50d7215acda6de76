"""Ranges over runs that give points, bounds, one bound alone, or nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.stats.panels import panel
from weighbridge.stats.ranges import ranges

if TYPE_CHECKING:
    from weighbridge.estimate import Panel

NAN = float("nan")
POINT = panel([[5.0]])
AT_LEAST = panel([[NAN]], [[32.0]], [[NAN]])
AT_MOST = panel([[NAN]], [[NAN]], [[-32.0]])
BOUNDS = panel([[NAN]], [[1.0]], [[9.0]])
NOTHING = panel([[NAN]])
ABSENT = replace(panel([[0.0]]), n=np.zeros((1, 1), np.int64))
OPEN_INTERVAL = panel([[7.0]], [[6.0]], [[NAN]])

PART = st.none() | st.integers(-50, 50).map(float)
STATEMENTS = st.tuples(PART, PART, PART)  # value, low, high


def taken(main: Panel, *runs: Panel) -> tuple[float, float]:
    low, high = ranges(main, runs)
    return low.item(), high.item()


@pytest.mark.parametrize(
    ("main", "run", "expected"),
    [
        (POINT, AT_LEAST, (5.0, NAN)),
        (POINT, AT_MOST, (NAN, 5.0)),
        (AT_LEAST, POINT, (5.0, NAN)),
        (AT_MOST, POINT, (NAN, 5.0)),
        (AT_LEAST, AT_LEAST, (32.0, NAN)),
        (AT_LEAST, AT_MOST, (NAN, NAN)),
        (AT_LEAST, BOUNDS, (1.0, NAN)),
    ],
)
def test_one_run_with_an_open_end_opens_the_range(main: Panel, run: Panel, expected: tuple[float, float]) -> None:
    assert taken(main, run) == pytest.approx(expected, nan_ok=True)


@pytest.mark.parametrize("silent", [NOTHING, ABSENT])
@pytest.mark.parametrize("main", [POINT, BOUNDS, AT_LEAST, AT_MOST])
def test_a_run_that_says_nothing_opens_nothing(main: Panel, silent: Panel) -> None:
    assert taken(main, silent) == pytest.approx(taken(main), nan_ok=True)


def test_where_the_main_run_says_nothing_the_others_speak() -> None:
    assert taken(NOTHING, POINT, BOUNDS) == (1.0, 9.0)
    assert taken(NOTHING, AT_LEAST) == pytest.approx((32.0, NAN), nan_ok=True)


def test_a_point_is_a_point_however_open_its_interval() -> None:
    assert taken(POINT, OPEN_INTERVAL) == (5.0, 7.0)


def test_no_run_says_anything_of_an_unknown_figure() -> None:
    assert taken(NOTHING, NOTHING) == pytest.approx((NAN, NAN), nan_ok=True)


def test_an_end_opens_in_its_own_cell_alone() -> None:
    run = panel([[NAN, 0.2], [0.3, NAN]], [[0.5, 0.2], [0.3, 0.1]], [[NAN, 0.2], [0.3, 0.6]])
    low, high = ranges(panel([[0.4, 0.4], [0.4, 0.4]]), [run])
    assert low.tolist() == [[0.4, 0.2], [0.3, 0.1]]
    assert high.ravel().tolist() == pytest.approx([NAN, 0.4, 0.4, 0.6], nan_ok=True)


@given(st.lists(STATEMENTS, min_size=1, max_size=6))
def test_a_range_is_the_hull_of_what_is_said(said: list[tuple[float | None, ...]]) -> None:
    runs = [panel(*([[NAN if part is None else part]] for part in one)) for one in said]
    spans = [(v, v) if v is not None else (low, high) for v, low, high in said if (v, low, high) != (None, None, None)]
    lows, highs = [low for low, _ in spans], [high for _, high in spans]
    low = NAN if None in lows else min((end for end in lows if end is not None), default=NAN)
    high = NAN if None in highs else max((end for end in highs if end is not None), default=NAN)
    assert taken(runs[0], *runs) == pytest.approx((low, high), nan_ok=True)
