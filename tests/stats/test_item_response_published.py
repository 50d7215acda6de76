"""The fit against what Epoch AI publishes of 2026-08-11: 222 models, 57 benchmarks, 2,249 scores."""

from __future__ import annotations

import csv
import gzip
import io
from pathlib import Path

import numpy as np
import pytest

from weighbridge.stats.item_response import Fit, Scores, bootstrap, draws_on_scale, fit, gathered, interval, on_scale
from weighbridge.stats.item_response.fitting import posed
from weighbridge.stats.item_response.objective import evaluated

DAY = "epoch/2026-08-11"


def rows(path: Path) -> list[dict[str, str]]:
    text = gzip.decompress(path.read_bytes()).decode() if path.suffix == ".gz" else path.read_text("utf-8")
    return list(csv.DictReader(io.StringIO(text)))


@pytest.fixture(scope="module")
def scores(archive: Path) -> Scores:
    read = rows(archive / DAY / "eci_benchmarks.csv.gz")
    return gathered(
        [row["model"] for row in read],
        [row["benchmark"] for row in read],
        [float(row["performance"]) for row in read],
    )


@pytest.fixture(scope="module")
def whole(scores: Scores) -> Fit:
    return fit(scores)


def published(archive: Path, scores: Scores, field: str) -> np.ndarray:
    found = {row["Display name"]: row[field] for row in rows(archive / DAY / "eci_scores.csv")}
    return np.array([float(found[name] or "nan") for name in scores.models])


def test_the_fit_ends_at_the_minimum(scores: Scores, whole: Fit) -> None:
    assert (len(scores.models), len(scores.benchmarks), len(scores.performance)) == (222, 57, 2249)
    assert whole.converged
    assert whole.anchor == "Winogrande"
    assert whole.slope.min() > 0.1
    assert whole.slope.max() < 10
    assert whole.objective == pytest.approx(6.5206954978668, abs=1e-11)


def test_published_scores(archive: Path, scores: Scores, whole: Fit) -> None:
    """The largest difference is at the very bottom: see the next test for why."""
    ours, theirs = on_scale(scores, whole).ability, published(archive, scores, "eci")
    apart = np.abs(ours - theirs)
    assert np.corrcoef(ours, theirs)[0, 1] > 0.9999
    assert apart.max() < 0.2
    assert apart[theirs > 110].max() < 0.05
    assert np.median(apart) < 0.005


def test_published_scores_stop_short_of_the_minimum(archive: Path, scores: Scores, whole: Fit) -> None:
    """Along one flat direction, the spread of the weakest models: their point is above our minimum, ours below it."""
    theirs = {row["benchmark_name"]: row for row in rows(archive / DAY / "edi_scores.csv")}
    unit = 1 / float(theirs["Winogrande"]["estimated_slope_scaled"])
    zero = float(theirs["Winogrande"]["edi"])
    difficulty = np.array([(float(theirs[name]["edi"]) - zero) / unit for name in scores.benchmarks])
    slope = np.array([float(theirs[name]["estimated_slope_scaled"]) * unit for name in scores.benchmarks])
    ability = (published(archive, scores, "eci") - zero) / unit
    # The ridge alone says where zero is: the mean of all abilities and difficulties.
    shift = np.concatenate([ability, difficulty]).mean()
    problem = posed(scores, whole.anchor, one_parameter=False)
    point = np.concatenate([ability - shift, difficulty - shift, slope])[None]
    excess = evaluated(problem, point).value[0] - whole.objective
    assert 0 < excess < 2e-5
    again = fit(scores, start=whole)
    assert again.steps == 0


def test_published_intervals_are_of_a_like_width(archive: Path, scores: Scores, whole: Fit) -> None:
    drawn = bootstrap(scores, whole, draws=200, how="within_models")
    low, high = interval(draws_on_scale(scores, whole, drawn).ability, 0.90)
    theirs = published(archive, scores, "eci_ci_high") - published(archive, scores, "eci_ci_low")
    known = np.isfinite(theirs) & (high > low)
    assert known.sum() == 220
    assert drawn.converged.all()
    assert np.corrcoef(np.log((high - low)[known]), np.log(theirs[known]))[0, 1] > 0.97
    assert np.median((high - low)[known] / theirs[known]) == pytest.approx(1.0, abs=0.1)
