from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from benchmarks.fit_girth import answered
from benchmarks.fit_report import Result, saved, shown
from benchmarks.fit_simulation import NOISES, coverages, simulated
from benchmarks.fits import agreement, growth, invented, timed
from weighbridge.stats.item_response import EPOCH, Scores, fit


@pytest.fixture(scope="module")
def small() -> Scores:
    """Invented scores in which the models of the scale stand apart, under their names."""
    made = invented(24, 9, 0.6, seed=3)
    low, high = np.argsort(fit(made).ability)[[4, -5]].tolist()
    names = [EPOCH.low if i == low else EPOCH.high if i == high else name for i, name in enumerate(made.models)]
    return replace(made, models=tuple(names))


def test_scipy_run_to_the_end_agrees(small: Scores) -> None:
    apart, excess = agreement(small)
    assert apart < 1e-3
    assert abs(excess) < 1e-10


@pytest.mark.parametrize("noise", NOISES)
def test_what_is_simulated_scatters_about_the_truth(small: Scores, noise: str) -> None:
    truth = fit(small)
    drawn = np.stack([simulated(small, truth, noise, np.random.default_rng(i)).performance for i in range(200)])
    curve = 1 / (1 + np.exp(-truth.slope[small.benchmark] * (
        truth.ability[small.model] - truth.difficulty[small.benchmark])))  # fmt: skip
    assert np.abs(drawn.mean(axis=0) - curve).mean() < 0.05
    assert 0.5 < drawn.std(axis=0).mean() / np.abs(small.performance - curve).mean() < 4


def test_result_is_saved_and_shown(small: Scores, tmp_path: Path) -> None:
    result = Result(
        timed=timed(small, repeats=1),
        apart=0.0,
        excess=0.0,
        answers=answered(),
        growth=(growth(30, 10, 0.5),),
        coverage=coverages(small, ["residuals", "scores"], "alike", 3, 20),
        replications=3,
    )
    assert [each.name for each in result.timed] == ["weighbridge", "numerical", "sparse"]
    assert max(each.apart for each in result.timed) < 1
    assert min(each.excess for each in result.timed) > -1e-9
    assert result.growth[0].scores == 150
    assert all(0.5 < each.covered <= 1 for each in result.coverage)
    assert all(each.ability > 0.8 for each in result.answers)
    saved(result, tmp_path / "new" / "fits.json")
    kept = json.loads((tmp_path / "new" / "fits.json").read_text("utf-8"))
    assert kept["coverage"][0]["how"] == "residuals"
    assert "| scipy, sparse derivatives by formula |" in shown(result)
