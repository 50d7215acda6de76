from __future__ import annotations

import datetime as dt

import numpy as np
import pytest

from weighbridge.abilities.fits import DRAWS, Fits
from weighbridge.abilities.matrix import Matrix
from weighbridge.abilities.placing import MOST_LETTERS, MOST_NAMED
from weighbridge.abilities.vintages import Vintages
from weighbridge.errors import NoDataError
from weighbridge.stats.item_response import gathered

Row = tuple[str, str, float]
ABILITY = {"Claude 3.5 Sonnet": -0.5, "GPT-5": 1.0, "c": 0.0}
DIFFICULTY = {"x": -0.5, "y": 0.0, "z": 0.5}
LAST = dt.date(2026, 8, 11)
BOUNDS = {"left_out": "one_benchmark"}


def rows() -> list[Row]:
    """Every model on every benchmark."""
    return [(m, b, float(1 / (1 + np.exp(d - a)))) for m, a in ABILITY.items() for b, d in DIFFICULTY.items()]


def matrix(*scores: Row) -> Matrix:
    found = gathered(*map(list, zip(*scores, strict=True)))
    return Matrix(found, np.full(len(found.benchmarks), "2024-01-01", "datetime64[D]"), "epoch", LAST)


def fits(*scores: Row) -> Fits:
    found = matrix(*scores)
    return Fits(found, (None,) * len(found.scores.benchmarks))


@pytest.mark.parametrize("choices", [{}, BOUNDS])
def test_a_benchmark_of_one_model_moves_nothing_and_is_named(choices: dict[str, str]) -> None:
    plain, more = (fits(*rows(), *extra).abilities(choices) for extra in ([], [("c", "lonely", 0.99)]))
    assert more.method.endswith("; not joined to the rest and left out: lonely")
    assert "left out:" not in plain.method
    np.testing.assert_array_equal(plain.draws, more.draws)


def test_models_with_the_same_scores_are_equal_in_every_draw_whatever_the_order_of_sums() -> None:
    scores = {f"b{n}": 0.2 + 0.6 * (n * 7 % 11) / 11 for n in range(11)}
    twins = [("one", b, score) for b, score in scores.items()]
    twins += [("two", b, score) for b, score in reversed(scores.items())]
    better = {"GPT-5": 0.19, "Claude 3.5 Sonnet": 0.1}
    above = [(model, b, score + more) for model, more in better.items() for b, score in scores.items()]
    found = fits(*twins, *above).abilities({"resampled": "benchmarks"})
    one, two = (found.models.index(name) for name in ("one", "two"))
    assert len(np.unique(found.draws[:, one])) > DRAWS / 2
    np.testing.assert_array_equal(found.draws[:, one], found.draws[:, two])
    assert found.ability[one] == found.ability[two]


@pytest.mark.parametrize("choices", [{}, BOUNDS])
def test_a_model_joined_to_nothing_is_named(choices: dict[str, str]) -> None:
    found = fits(*rows(), ("island", "far", 0.5), ("isle", "far", 0.6)).abilities(choices)
    assert set(found.models) == set(ABILITY)
    assert found.method.endswith("; not joined to the rest and left out: island, isle, far")


def test_many_long_names_make_no_endless_sentence() -> None:
    lonely = [("c", f"{n:03}{'b' * 20_000}", 0.5) for n in range(MOST_NAMED + 7)]
    method = fits(*rows(), *lonely).abilities({}).method
    assert method.endswith(" and 7 more")
    assert len(method) < 200 + MOST_NAMED * (MOST_LETTERS + 2)


@pytest.mark.parametrize("choices", [{}, BOUNDS])
def test_scores_that_join_nobody_are_refused_by_name(choices: dict[str, str]) -> None:
    apart = [("GPT-5", "x", 0.5), ("Claude 3.5 Sonnet", "y", 0.4)]
    with pytest.raises(NoDataError, match=r"no two models share a benchmark, .*\(x, y, GPT-5, Claude 3\.5 Sonnet\)"):
        fits(*apart).abilities(choices)
    with pytest.raises(NoDataError, match="no two models share a benchmark"):
        Vintages(matrix(*apart), np.full(2, "2023-01-01", "datetime64[D]")).on([LAST], "within_models", dated=False)


def test_one_benchmark_leaves_nothing_to_leave_out() -> None:
    with pytest.raises(NoDataError, match="no two models share a benchmark"):
        fits(*(row for row in rows() if row[1] == "x")).abilities(BOUNDS)


def test_scores_of_two_anchors_in_the_wrong_order_fix_no_scale() -> None:
    swapped = {"GPT-5": "Claude 3.5 Sonnet", "Claude 3.5 Sonnet": "GPT-5"}
    with pytest.raises(NoDataError, match=r"GPT-5 is not above Claude 3\.5 Sonnet"):
        fits(*((swapped.get(model, model), benchmark, score) for model, benchmark, score in rows())).abilities({})
