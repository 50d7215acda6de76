from __future__ import annotations

import json
from typing import TYPE_CHECKING

import numpy as np
import pytest

from benchmarks.lag_levels import PARTS, levels
from benchmarks.lag_levels import SEED as SET_ON
from benchmarks.lag_levels import shown as shown_levels
from benchmarks.lag_report import Result, saved, shown
from benchmarks.lag_simulation import SEED, Race, cases, coverages
from weighbridge.stats.item_response import gathered
from weighbridge.stats.lag.definitions import NAMES

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def race() -> Race:
    """Two dozen models of two groups, released a month apart, each better than the last but for chance."""
    ability, difficulty = np.linspace(-2, 2, 24), np.linspace(-1.5, 1.5, 8)
    curve = 1 / (1 + np.exp(difficulty - ability[:, None]))
    drawn = np.clip(curve + np.random.default_rng(3).normal(0, 0.02, curve.shape), 0, 1)
    names = [(f"model {i}", f"benchmark {k}") for i, k in np.ndindex(24, 8)]
    scores = gathered([model for model, _ in names], [on for _, on in names], drawn.ravel().tolist())
    released = np.datetime64("2023-01-31", "D").astype(np.int64) + 31 * np.arange(24)
    odd = np.arange(24) % 2 == 1
    return Race(scores, released, {"odd>even": (~odd, odd), "even>odd": (odd, ~odd)})


def test_every_definition_and_pair_is_simulated(race: Race) -> None:
    found = coverages(race, "alike", replications=4, draws=10)
    assert {(each.definition, each.pair) for each in found} == {(name, pair) for name in NAMES for pair in race.pairs}
    for each in found:
        assert 0 <= each.covered <= 1
        assert each.low <= each.covered <= each.high
        assert each.width >= 0
        assert 0 <= each.open_ended <= 1


def test_the_same_simulation_twice_is_the_same(race: Race) -> None:
    assert coverages(race, "own", 2, 10) == coverages(race, "own", 2, 10)


def test_a_level_is_set_on_other_matrices_than_it_is_scored_on(race: Race) -> None:
    assert SET_ON != SEED
    one, other = (next(cases(race, "alike", 1, 10, seed))[3].least for seed in (SET_ON, SEED))
    assert not np.array_equal(one, other)


def test_a_level_is_the_least_part_that_holds_often_enough(race: Race) -> None:
    found = levels(race, "alike", replications=6, draws=20)
    assert [each.definition for each in found] == list(NAMES)
    for each in found:
        assert set(each.covered) == set(race.pairs)
        enough = np.mean(list(each.covered.values())) >= 0.9
        assert enough == (each.part is not None)
        assert each.part is None or each.part in PARTS
        assert f"| {each.definition} | {each.part} |" in shown_levels(found)


def test_the_table_and_the_file_say_the_same(race: Race, tmp_path: Path) -> None:
    found = Result(coverages(race, "alike", 2, 10), 2, 10, "alike")
    saved(found, tmp_path / "lags.json")
    kept = json.loads((tmp_path / "lags.json").read_text("utf-8"))
    assert [(each["definition"], each["pair"]) for each in kept["coverage"]] == [
        (each.definition, each.pair) for each in found.coverage
    ]
    first = found.coverage[0]
    assert f"| {first.definition} | {first.pair} | {first.covered:.3f} (" in shown(found)
