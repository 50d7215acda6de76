from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st

from tests.stats.score_problems import invented
from weighbridge.errors import UsageError
from weighbridge.stats.item_response import (
    EPOCH,
    LINE,
    RESAMPLED,
    Scale,
    bootstrap,
    draws_on_scale,
    fit,
    interval,
    on_scale,
)
from weighbridge.stats.item_response.fitting import posed
from weighbridge.stats.item_response.leverage import leverage
from weighbridge.stats.item_response.objective import evaluated
from weighbridge.stats.item_response.resampling import WEIGHTS

SEEDS = st.integers(0, 2**32 - 1)
WAYS = pytest.mark.parametrize("how", RESAMPLED.names())
TWO = Scale("model 0", 100.0, "model 1", 110.0)


def ordered(seed: int) -> tuple[Scale, int]:
    """A scale on two models of an invented problem, the lower one first."""
    made = fit(invented(seed))
    low, high = (f"model {i}" for i in np.argsort(made.ability)[[1, -2]])
    return Scale(low, 100.0, high, 110.0), seed


@WAYS
def test_a_seed_gives_the_same_draws(how: str) -> None:
    scores = invented(1)
    whole = fit(scores)
    one, two, other = (bootstrap(scores, whole, draws=6, how=how, seed=seed) for seed in (7, 7, 8))
    assert np.array_equal(one.ability, two.ability, equal_nan=True)
    assert not np.array_equal(one.ability, other.ability, equal_nan=True)
    assert one.ability.shape == (6, 9)
    assert one.slope.shape == (6, 5)


@WAYS
def test_batches_join_up(how: str, monkeypatch: pytest.MonkeyPatch) -> None:
    scores = invented(2)
    whole = fit(scores)
    monkeypatch.setattr("weighbridge.stats.item_response.drawing.CELLS", 1)
    made = bootstrap(scores, whole, draws=5, how=how)
    assert made.ability.shape == (5, 9)
    assert made.converged.all()


def test_draws_are_fits_of_what_was_drawn() -> None:
    scores = invented(3)
    whole = fit(scores)
    made = bootstrap(scores, whole, draws=3, how="within_models", seed=4)
    weights = WEIGHTS["within_models"](posed(scores, whole.anchor, one_parameter=False), 3, np.random.default_rng(4))
    for i in range(3):
        alone = fit(scores, weights=weights[i])
        expected = alone.ability - alone.ability[0]
        assert made.ability[i] - made.ability[i, 0] == pytest.approx(expected, abs=1e-5)


@given(SEEDS)
def test_within_models_each_keeps_its_number(seed: int) -> None:
    scores = invented(seed)
    problem = posed(scores, scores.benchmarks[0], one_parameter=False)
    weights = WEIGHTS["within_models"](problem, 4, np.random.default_rng(seed))
    for row in weights:
        assert np.bincount(scores.model, row).tolist() == scores.counts.tolist()


@given(SEEDS)
def test_benchmarks_come_with_all_their_scores(seed: int) -> None:
    scores = invented(seed)
    problem = posed(scores, scores.benchmarks[0], one_parameter=False)
    weights = WEIGHTS["benchmarks"](problem, 4, np.random.default_rng(seed))
    for b in range(len(scores.benchmarks)):
        assert (weights[:, scores.benchmark == b] == weights[:, scores.benchmark == b][:, :1]).all()
    both = WEIGHTS["benchmarks_and_scores"](problem, 4, np.random.default_rng(seed))
    for one, two in zip(weights, both, strict=True):
        assert np.bincount(scores.model, one).tolist() == np.bincount(scores.model, two).tolist()
        assert not two[one == 0].any()


def test_who_loses_every_score_has_no_figure() -> None:
    scores = invented(4, models=12, part=0.1)
    whole = fit(scores)
    made = bootstrap(scores, whole, draws=40, how="scores")
    weights = WEIGHTS["scores"](posed(scores, whole.anchor, one_parameter=False), 40, np.random.default_rng(0))
    lost = np.stack([np.bincount(scores.model, row, 12) for row in weights]) == 0
    assert lost.any()
    assert np.isnan(made.ability).tolist() == lost.tolist()


@given(SEEDS)
def test_leverage_is_what_the_fit_follows(seed: int) -> None:
    """Against the full matrices: the diagonal of J H^-1 J'."""
    scores = invented(seed, 6, 4)
    whole = fit(scores, anchor="benchmark 0")
    problem = posed(scores, "benchmark 0", one_parameter=False)
    state, point = evaluated(problem, whole.point), whole.point
    held = (point <= problem.low) | (point >= problem.high)
    jacobian = np.stack([
        (evaluated(problem, point + step).fitted - evaluated(problem, point - step).fitted)[0] / 2e-6
        for step in 1e-6 * np.eye(problem.size)[:, None]
    ], axis=1)  # fmt: skip
    jacobian = jacobian[:, problem.free & ~held[0]]
    whole_matrix = jacobian.T @ jacobian + problem.ridge * np.eye(jacobian.shape[1])
    expected = np.diag(jacobian @ np.linalg.solve(whole_matrix, jacobian.T))
    assert leverage(problem, whole.point) == pytest.approx(expected, abs=1e-5)
    assert state.fitted.shape == (1, len(expected))


def test_residuals_keep_every_score_and_its_neighbourhood() -> None:
    scores = invented(6, models=40, benchmarks=8)
    whole = fit(scores)
    made = bootstrap(scores, whole, draws=60, how="residuals")
    assert made.converged.all()
    assert np.isfinite(made.ability).all()
    spread = made.ability - made.ability.mean(axis=1, keepdims=True)
    assert np.abs(spread.mean(axis=0) - (whole.ability - whole.ability.mean())).max() < 0.5


def test_an_unknown_way_is_refused_by_name() -> None:
    scores = invented(1)
    with pytest.raises(UsageError, match="no way to resample named dice; name one of residuals, within_models"):
        bootstrap(scores, fit(scores), how="dice")


@examples(max_examples=20)
@given(SEEDS)
def test_the_two_models_have_their_points(seed: int) -> None:
    scores, (scale, _) = invented(seed), ordered(seed)
    whole = fit(scores)
    points = on_scale(scores, whole, scale)
    low, high = scores.models.index(scale.low), scores.models.index(scale.high)
    assert (points.ability[low], points.ability[high]) == (pytest.approx(100), pytest.approx(110))
    curve = whole.slope * (whole.ability[3] - whole.difficulty)
    assert points.slope * (points.ability[3] - points.difficulty) == pytest.approx(curve)


def test_lines_of_draws() -> None:
    scale, seed = ordered(7)
    scores = invented(seed)
    whole = fit(scores)
    drawn = bootstrap(scores, whole, draws=10)
    low = scores.models.index(scale.low)
    own, common = (draws_on_scale(scores, whole, drawn, scale, line=line) for line in LINE.names())
    assert own.ability[:, low] == pytest.approx(np.full(10, 100.0))
    assert common.ability[:, low].std() > 0.01
    anchor = scores.benchmarks.index(whole.anchor)
    at_zero = on_scale(scores, whole, scale).difficulty[anchor]
    assert common.difficulty[:, anchor] == pytest.approx(np.full(10, at_zero))
    with pytest.raises(UsageError, match="no line named bent"):
        draws_on_scale(scores, whole, drawn, scale, line="bent")


def test_a_draw_that_turns_the_scale_round_is_unknown() -> None:
    scale, seed = ordered(8)
    scores = invented(seed)
    whole = fit(scores)
    drawn = bootstrap(scores, whole, draws=3)
    drawn.ability[1, scores.models.index(scale.high)] = -20.0
    points = draws_on_scale(scores, whole, drawn, scale).ability
    assert np.isnan(points).all(axis=1).tolist() == [False, True, False]


def test_a_scale_needs_its_models_the_right_way_round() -> None:
    scale, seed = ordered(9)
    scores = invented(seed)
    with pytest.raises(UsageError, match=r"no score of Claude 3\.5 Sonnet and GPT-5, which fix the scale"):
        on_scale(scores, fit(scores), EPOCH)
    with pytest.raises(UsageError, match="is not above"):
        on_scale(scores, fit(scores), replace(scale, low=scale.high, high=scale.low))


def test_an_interval_holds_its_level_on_average() -> None:
    """Of one more draw of the same kind, also when draws are few."""
    chance = np.random.default_rng(0)
    drawn, more = chance.normal(size=(50, 20_000)), chance.normal(size=20_000)
    low, high = interval(drawn, 0.90)
    assert ((low <= more) & (more <= high)).mean() == pytest.approx(0.90, abs=0.01)


def test_too_few_figures_have_no_interval() -> None:
    drawn = np.where(np.arange(10)[:, None] < [4, 10], np.nan, np.arange(10.0)[:, None])
    low, high = interval(drawn, 0.5)
    assert np.isnan(high).tolist() == [False, True]
    assert low[0] < high[0]
