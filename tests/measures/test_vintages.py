from __future__ import annotations

import datetime as dt

import numpy as np
import pytest

from weighbridge.abilities.matrix import Matrix
from weighbridge.abilities.vintages import DRAWS, Vintages
from weighbridge.errors import NoDataError
from weighbridge.stats.item_response import Scores

MODELS = ("a", "b", "c", "late")
BENCHMARKS = ("x", "y", "undated", "new")
RELEASED = np.array(["2023-01-01", "2023-02-01", "2023-03-01", "2024-01-01"], "datetime64[D]")
CAME_OUT = np.array(["2022-01-01", "2022-06-01", "NaT", "2023-12-01"], "datetime64[D]")
FIRST, LAST = dt.date(2023, 6, 30), dt.date(2024, 6, 30)


def matrix(late: float) -> Matrix:
    """Every model on every benchmark; what the late model reached is given."""
    ability, difficulty = np.array([-1.0, 0, 1, late]), np.array([-0.5, 0, 0.5, 1])
    model, benchmark = (part.ravel() for part in np.indices((4, 4)))
    performance = 1 / (1 + np.exp(difficulty[benchmark] - ability[model]))
    return Matrix(Scores(model, benchmark, performance, MODELS, BENCHMARKS), CAME_OUT, "epoch", LAST)


def test_what_came_later_does_not_move_an_earlier_fit() -> None:
    weak, strong = (Vintages(matrix(late), RELEASED).on([FIRST], "within_models", dated=True)[0] for late in (0, 3))
    assert weak.models == strong.models == ("a", "b", "c")
    assert weak.ability.tolist() == strong.ability.tolist()
    assert weak.as_of == FIRST
    assert weak.draws.shape == (DRAWS, 3)


def test_a_benchmark_without_a_day_counts_unless_a_day_is_asked_for() -> None:
    vintages = Vintages(matrix(2), RELEASED)
    asked, loose = (vintages.on([FIRST, LAST], "within_models", dated=dated) for dated in (True, False))
    assert [set(found.n.tolist()) for found in asked] == [{2}, {3}]
    assert [set(found.n.tolist()) for found in loose] == [{4}, {4}]


def test_a_model_without_a_day_is_never_out() -> None:
    released = np.where(np.array(MODELS) == "b", np.datetime64("NaT"), RELEASED)
    found = Vintages(matrix(2), released).on([LAST], "within_models", dated=True)[0]
    assert found.models == ("a", "c", "late")


def test_a_day_before_any_model_says_so() -> None:
    with pytest.raises(NoDataError, match="no score of a model that was out on 2022-12-31"):
        Vintages(matrix(2), RELEASED).on([dt.date(2022, 12, 31)], "within_models", dated=False)


def test_each_fit_is_made_once() -> None:
    vintages = Vintages(matrix(2), RELEASED)
    first, again = (vintages.on([LAST], "within_models", dated=True)[0] for _ in range(2))
    assert first is again
