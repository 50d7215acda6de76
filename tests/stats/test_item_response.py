from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st

from tests.stats.score_problems import fitted_by_scipy, invented
from weighbridge.errors import TableError, UsageError
from weighbridge.stats.item_response import Fit, Scores, fit, gathered, separated
from weighbridge.stats.item_response.fitting import posed, started
from weighbridge.stats.item_response.objective import derivatives, evaluated
from weighbridge.stats.item_response.solver import TOLERANCE, projected, solve

SEEDS = st.integers(0, 2**32 - 1)


def parameters(made: Fit) -> np.ndarray:
    """Abilities, difficulties and free slopes as scipy has them."""
    point, anchor = made.point[0], len(made.ability) + 2 * len(made.difficulty) - len(made.slope)
    return np.delete(point, anchor)


@examples(max_examples=15)
@given(SEEDS)
def test_same_minimum_as_scipy(seed: int) -> None:
    scores = invented(seed)
    made = fit(scores, anchor="benchmark 0")
    theirs, cost = fitted_by_scipy(scores)
    assert made.converged
    assert made.objective <= cost + 1e-9
    # Where scipy went to another local minimum, ours is the lower one.
    if made.objective > cost - 1e-9:
        assert parameters(made) == pytest.approx(theirs, abs=2e-3)


@given(SEEDS, st.booleans())
def test_derivatives_are_those_of_the_objective(seed: int, exact: bool) -> None:  # noqa: FBT001 - given by hypothesis
    scores = invented(seed, 5, 4)
    problem = posed(scores, "benchmark 1", one_parameter=False)
    chance = np.random.default_rng(seed)
    point = started(problem) + chance.normal(0, 0.3, (1, problem.size))
    gradient, _ = derivatives(problem, evaluated(problem, point), np.array([exact]))
    for i in np.flatnonzero(problem.free):
        step = np.zeros_like(point)
        step[0, i] = 1e-6
        slope = (evaluated(problem, point + step).value - evaluated(problem, point - step).value) / 2e-6
        assert gradient[0, i] == pytest.approx(slope[0], abs=1e-8)
    assert gradient[0, ~problem.free].tolist() == [0.0]


@given(SEEDS)
def test_curvature_is_the_change_of_the_gradient(seed: int) -> None:
    scores = invented(seed, 4, 3)
    problem = posed(scores, "benchmark 0", one_parameter=False)
    chance = np.random.default_rng(seed)
    point = started(problem) + chance.normal(0, 0.3, (1, problem.size))
    exact = np.array([True])
    _, found = derivatives(problem, evaluated(problem, point), exact)
    full = np.zeros((problem.size, problem.size))
    hard, steep = problem.models + np.arange(3), problem.models + 3 + np.arange(3)
    full[np.diag_indices(4)] = found.models[0]
    full[hard, hard], full[steep, steep] = found.hard[0], found.steep[0]
    full[hard, steep] = full[steep, hard] = found.mixed[0]
    full[scores.model, hard[scores.benchmark]] = full[hard[scores.benchmark], scores.model] = found.to_hard[0]
    full[scores.model, steep[scores.benchmark]] = full[steep[scores.benchmark], scores.model] = found.to_steep[0]
    for i in np.flatnonzero(problem.free):
        step = np.zeros_like(point)
        step[0, i] = 1e-5
        ahead, _ = derivatives(problem, evaluated(problem, point + step), exact)
        back, _ = derivatives(problem, evaluated(problem, point - step), exact)
        change = ((ahead - back) / 2e-5)[0] - problem.ridge * (np.arange(problem.size) == i)
        assert full[problem.free, i] == pytest.approx(change[problem.free], abs=1e-6)


@given(SEEDS)
def test_gradient_vanishes_at_the_fit(seed: int) -> None:
    scores = invented(seed)
    made = fit(scores)
    problem = posed(scores, made.anchor, one_parameter=False)
    gradient, _ = derivatives(problem, evaluated(problem, made.point), np.array([True]))
    assert made.converged
    assert made.gradient <= TOLERANCE
    assert projected(problem, made.point, gradient)[0] <= 1e-8


def test_bounds_hold_where_they_bind() -> None:
    """A benchmark on which ability changes nothing has the least slope; on one that parts the field, the greatest."""
    ability = np.linspace(-2, 2, 21)
    model, benchmark = np.divmod(np.arange(21 * 3), 3)
    curve = np.stack([1 / (1 + np.exp(-ability)), np.where(ability > 0.1, 0.02, 0.98), ability > 0.1], axis=1)
    names = tuple(f"m{i}" for i in range(21)), ("level", "backwards", "cliff")
    scores = Scores(model, benchmark, curve.ravel(), *names)
    made = fit(scores, anchor="level")
    theirs, cost = fitted_by_scipy(scores)
    assert made.converged
    assert made.slope[1] == 0.1
    assert made.objective == pytest.approx(cost, abs=1e-6)
    assert parameters(made)[-2:] == pytest.approx(theirs[-2:], abs=1e-3)


@given(SEEDS)
def test_order_changes_nothing(seed: int) -> None:
    scores = invented(seed)
    chance = np.random.default_rng(seed)
    rows = chance.permutation(len(scores.performance))
    models, benchmarks = chance.permutation(len(scores.models)), chance.permutation(len(scores.benchmarks))
    other = Scores(
        np.argsort(models)[scores.model[rows]],
        np.argsort(benchmarks)[scores.benchmark[rows]],
        scores.performance[rows],
        tuple(scores.models[i] for i in models),
        tuple(scores.benchmarks[i] for i in benchmarks),
    )
    one, two = fit(scores, anchor="benchmark 0"), fit(other, anchor="benchmark 0")
    assert two.ability == pytest.approx(one.ability[models], abs=1e-6)
    assert two.slope == pytest.approx(one.slope[benchmarks], abs=1e-6)


@examples(max_examples=10)
@given(SEEDS)
def test_weights_are_repeated_rows(seed: int) -> None:
    scores = invented(seed)
    times = np.random.default_rng(seed).integers(1, 4, len(scores.performance))
    weighed = fit(scores, anchor="benchmark 0", weights=times.astype(float))
    rows = np.repeat(np.arange(len(times)), times)
    again = replace(
        scores, model=scores.model[rows], benchmark=scores.benchmark[rows], performance=scores.performance[rows]
    )
    _, cost = fitted_by_scipy(again)
    assert weighed.converged
    assert weighed.objective <= cost + 1e-9


def test_one_parameter_holds_every_slope() -> None:
    made = fit(invented(1), one_parameter=True)
    assert made.converged
    assert set(made.slope) == {1.0}


@examples(max_examples=25)
@given(SEEDS)
def test_replicates_do_not_touch_each_other(seed: int) -> None:
    """Solved together or alone, the minimum is the same."""
    scores = invented(seed)
    whole = fit(scores, anchor="benchmark 0")
    weight = np.random.default_rng(seed).integers(0, 3, (4, len(scores.performance))).astype(float)
    problem = posed(scores, "benchmark 0", one_parameter=False)
    together = solve(replace(problem, weight=weight), np.repeat(whole.point, 4, axis=0), near=True)
    for i in range(4):
        alone = solve(replace(problem, weight=weight[i : i + 1]), whole.point, near=True)
        assert together.value[i] == pytest.approx(alone.value[0], abs=1e-9)


def test_skipping_empty_pairs_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    scores = invented(3, 40, 12, 0.3)
    plain = fit(scores)
    monkeypatch.setattr("weighbridge.stats.item_response.newton_step.PAIRS_FROM", 0)
    assert fit(scores).ability == pytest.approx(plain.ability, abs=1e-9)


def test_a_far_start_ends_at_the_same_fit() -> None:
    scores = invented(5)
    near = fit(scores)
    far = replace(near, ability=near.ability[::-1].copy(), slope=np.full_like(near.slope, 2.0), offset=1.0)
    assert fit(scores, start=far).ability == pytest.approx(near.ability, abs=1e-6)


@pytest.mark.parametrize("wrong", [-0.01, 1.01, 64.0, np.nan, np.inf])
def test_a_score_that_is_no_part_is_refused_by_name(wrong: float) -> None:
    with pytest.raises(TableError, match=r"outside \[0, 1\]: Llama on MMLU .*divide percentages by 100"):
        gathered(["Llama", "Qwen"], ["MMLU", "MMLU"], [wrong, 0.5])


def test_a_score_stated_twice_is_refused_by_name() -> None:
    with pytest.raises(TableError, match="more than one score of a model on a benchmark: Llama on MMLU"):
        gathered(["Llama", "Qwen", "Llama"], ["MMLU", "MMLU", "MMLU"], [0.4, 0.5, 0.6])


def test_nothing_to_fit_is_said() -> None:
    with pytest.raises(TableError, match="no score to fit"):
        gathered([], [], [])


def test_what_stands_apart_is_refused_by_name() -> None:
    models = ["a", "b", "c", "a", "b", "y", "z"]
    benchmarks = ["one", "one", "one", "two", "two", "island", "island"]
    scores = gathered(models, benchmarks, [0.2, 0.5, 0.7, 0.3, 0.4, 0.5, 0.6])
    kept, unfit = separated(scores)
    assert kept.models == ("a", "b", "c")
    assert [(each.kind, each.name) for each in unfit] == [("model", "y"), ("model", "z"), ("benchmark", "island")]
    with pytest.raises(TableError, match="model y: no chain of shared benchmarks"):
        fit(scores)
    assert fit(kept).converged


def test_a_benchmark_of_one_model_is_refused_by_name() -> None:
    scores = gathered(["a", "b", "a", "z"], ["one", "one", "mine", "own"], [0.2, 0.5, 0.7, 0.4])
    kept, unfit = separated(scores)
    assert (kept.models, kept.benchmarks) == (("a", "b"), ("one",))
    assert {each.name: each.reason for each in unfit} == {
        "mine": "only one model has a score on it",
        "own": "only one model has a score on it",
        "z": "all its benchmarks have no other model",
    }
    with pytest.raises(TableError, match="benchmark mine: only one model has a score on it"):
        fit(scores)


def test_an_anchor_must_have_scores() -> None:
    with pytest.raises(UsageError, match="no score on the anchor benchmark MMLU"):
        fit(invented(0), anchor="MMLU")


def test_a_start_and_weights_must_fit() -> None:
    scores = invented(0)
    with pytest.raises(UsageError, match="a fit of other models or benchmarks"):
        fit(scores, start=fit(invented(0, models=7)))
    for weights in (np.ones(3), np.full(len(scores.performance), np.nan), np.full(len(scores.performance), -1.0)):
        with pytest.raises(UsageError, match="weights are not one number"):
            fit(scores, weights=weights)


def test_without_winogrande_the_fullest_benchmark_is_the_anchor() -> None:
    scores = invented(0)
    assert fit(scores).anchor == "benchmark 0"
    assert fit(scores.without(["benchmark 0"])).anchor != "benchmark 0"
    assert fit(replace(scores, benchmarks=("a", "b", "c", "Winogrande", "d"))).anchor == "Winogrande"
