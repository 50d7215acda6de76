"""Epoch AI's published index beside ours: every model by its name, points and intervals, from the starter data."""

from __future__ import annotations

import csv
import gzip
import io
from typing import TYPE_CHECKING

import numpy as np
import pytest

import weighbridge
from benchmarks.fit_scipy import Reference
from weighbridge.stats.item_response import gathered

if TYPE_CHECKING:
    from pathlib import Path

    from weighbridge import Weighbridge
    from weighbridge.model import Model


EDITION = "epoch/2026-08-11"


def rows(path: Path) -> list[dict[str, str]]:
    body = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return list(csv.DictReader(io.StringIO(body.decode())))


@pytest.fixture(scope="module")
def starter(tmp_path_factory: pytest.TempPathFactory) -> Weighbridge:
    empty: Path = tmp_path_factory.mktemp("empty")
    return weighbridge.open(empty)


@pytest.fixture(scope="module")
def scored(starter: Weighbridge) -> list[Model]:
    return [model for model in starter.models if model.capability is not None and model.published is not None]


def column(models: list[Model], name: str) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    return np.array([getattr(model, name) for model in models], np.float64)


def test_models_bear_the_publishers_names(starter: Weighbridge, scored: list[Model]) -> None:
    named = {estimate.group for estimate in starter.measure("capability", "model").estimates}
    assert len(named) == 222
    assert {model.scored_as for model in scored} == named


def test_the_default_fit_gives_the_published_points(scored: list[Model]) -> None:
    """Our fit ends at the minimum; the published one stops a little before it, which moves the weakest models."""
    ours, theirs = column(scored, "capability"), column(scored, "published")
    apart = np.abs(ours - theirs)
    assert np.corrcoef(ours, theirs)[0, 1] > 0.9999
    assert apart[theirs > 110].max() < 0.05
    assert apart.max() < 0.2


def test_with_their_settings_every_point_is_theirs(archive: Path) -> None:
    """The same model given to scipy in the order of the published file, ended by scipy's own tolerances.

    In another order of rows scipy stops elsewhere along the same flat direction, 0.3 points off at the weakest models.
    """
    from threadpoolctl import threadpool_limits

    read = rows(archive / EDITION / "eci_benchmarks.csv.gz")
    performance = [float(row["performance"]) for row in read]
    scores = gathered([row["model"] for row in read], [row["benchmark"] for row in read], performance)
    reference = Reference(scores, scores.benchmarks.index("Winogrande"), "sparse")
    with threadpool_limits(1, user_api="blas"):
        ability = reference.parts(reference.fitted().x)[0]
    low, high = (ability[scores.models.index(name)] for name in ("Claude 3.5 Sonnet", "GPT-5"))
    points = dict(zip(scores.models, 130 + 20 * (ability - low) / (high - low), strict=True))
    published = {row["Model"]: float(row["eci"]) for row in rows(archive / EDITION / "eci_scores.csv")}
    assert max(abs(points[name] - published[name]) for name in published) < 0.05


def test_intervals_overlap_with_the_published_ones(scored: list[Model]) -> None:
    """Ours draw residuals, theirs each model's scores: of like width, and seldom apart."""
    low, high = column(scored, "capability_low"), column(scored, "capability_high")
    their_low, their_high = column(scored, "published_low"), column(scored, "published_high")
    overlap = (low <= their_high) & (their_low <= high)
    ratio = np.nanmedian((high - low) / (their_high - their_low))
    assert overlap.mean() > 0.99
    assert 0.7 < ratio < 1.4
