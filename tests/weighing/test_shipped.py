"""The weighings that come with the starter data are what the code makes of these data."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from math import isclose
from typing import TYPE_CHECKING, Any

import pytest

from weighbridge import discover, fingerprints
from weighbridge.abreast.queue import by_model
from weighbridge.engine import Engine
from weighbridge.estimate import Series
from weighbridge.keeping import FOLDER, STARTER, file, shipped_key, taken
from weighbridge.lake import Lake
from weighbridge.models import asked
from weighbridge.starter import data
from weighbridge.starter.weighings import LACK, LEFT_OUT, lean, of_each_model, races, weighed
from weighbridge.weighing import Weighing, read, written

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

RACES = {f"{module.MEASURE.name} by {by}": (module, by) for module, by in races()}
# Seconds rather than minutes: one of each kind, and one that has no figures.
QUICK = ("token_share by country", "pull_share by openness", "arena_rating by size_class", "survival by openness")
STALE = "the code gives other figures than those shipped: if they are meant to move, raise the measure's version and run `make weighings`"  # fmt: skip # noqa: E501 - one sentence


@pytest.fixture(scope="module")
def lake() -> Iterator[Lake]:
    engine = Engine()
    yield Lake(data(), engine, name=STARTER)
    engine.close()


@pytest.fixture(scope="module")
def tables() -> str:
    return fingerprints.content(data())


def shipped(name: str, tables: str) -> Weighing:
    module, by = RACES[name]
    found = taken(
        file(data() / FOLDER, module.MEASURE.name, by), shipped_key(tables, module.MEASURE.version).__eq__, runs=True
    )
    assert found is not None, f"{name} is not shipped for these tables and this version: run `make weighings`"
    return found


@pytest.mark.parametrize("name", RACES)
def test_every_race_is_shipped_for_these_tables(name: str, tables: str) -> None:
    held = shipped(name, tables)
    if held.series is None:
        assert held.missing is not None
        return
    assert held.whole is not None
    assert (held.whole.runs_lack, held.left_out) == (LACK, LEFT_OUT)
    assert {tuple(run.choices) for run in held.whole.runs} == {tuple(held.series.choices)}
    assert dict(held.whole.runs[0].choices) == held.series.choices


def test_nothing_else_is_shipped() -> None:
    named = {file(data() / FOLDER, module.MEASURE.name, by) for module, by in races()}
    models = {file(data() / FOLDER, name, by_model(choices)) for name, choices in asked()}
    assert set((data() / FOLDER).iterdir()) == named | models


@pytest.mark.parametrize(("name", "choices"), asked(), ids=str)
def test_what_rows_of_models_rest_on_is_what_the_code_gives(
    name: str, choices: Mapping[str, str], lake: Lake, tables: str
) -> None:
    key = shipped_key(tables, discover.measures()[name].MEASURE.version)
    held = taken(file(data() / FOLDER, name, by_model(choices)), key.__eq__, runs=False)
    assert held is not None, f"{name} by model is not shipped for these tables: run `make weighings`"
    assert held.series is not None
    assert held.series.estimates
    assert alike(held, of_each_model(lake, name, choices, key)), STALE


@pytest.mark.parametrize("name", QUICK)
def test_some_are_what_the_code_gives(name: str, lake: Lake, tables: str) -> None:
    module, by = RACES[name]
    assert alike(shipped(name, tables), weighed(lake, module, by, shipped_key(tables, module.MEASURE.version))), STALE


@pytest.mark.slow
@pytest.mark.parametrize("name", RACES)
def test_all_are_what_the_code_gives(name: str, lake: Lake, tables: str) -> None:
    module, by = RACES[name]
    fresh = weighed(lake, module, by, shipped_key(tables, module.MEASURE.version))
    assert alike(shipped(name, tables), fresh), STALE
    # What is written is read exactly, whatever machine made it.
    back = read(written(fresh), name, runs=True)
    assert repr((back.series, back.whole)) == repr((fresh.series, fresh.whole))


def alike(one: Any, other: Any) -> bool:  # noqa: ANN401 - anything that a weighing holds
    """Equal, but for the last digits that another processor gives and for the version that computed."""
    if isinstance(one, float) and isinstance(other, float):
        return isclose(one, other, rel_tol=1e-6, abs_tol=1e-9)
    if isinstance(one, BaseException):
        return str(one) == str(other)
    if is_dataclass(one):
        names = [field.name for field in fields(one) if field.name != "code_version"]
        return type(one) is type(other) and all(alike(getattr(one, name), getattr(other, name)) for name in names)
    if isinstance(one, (str, dict, type(None))):
        return bool(one == other)
    try:
        return len(one) == len(other) and all(map(alike, one, other))
    except TypeError:
        return bool(one == other)


def test_an_interval_is_left_out_only_beside_a_value(tables: str) -> None:
    whole = shipped("token_share by country", tables).whole
    assert whole is not None
    every = [estimate for run in whole.runs for estimate in run.estimates]
    bounded = [estimate for estimate in every if estimate.value is None and estimate.ci_low is not None]
    assert bounded
    assert all(estimate.ci_low is None is estimate.ci_high for estimate in every if estimate.value is not None)


def test_another_figure_is_seen(tables: str) -> None:
    series = shipped("pull_share by openness", tables).series
    assert isinstance(series, Series)
    first = series.estimates[0]
    assert first.value is not None
    moved = replace(series, estimates=(replace(first, value=first.value * 1.001), *series.estimates[1:]))
    assert alike(series, replace(series))
    assert not alike(series, moved)
    assert not alike(series, replace(series, estimates=series.estimates[1:]))


def test_lean_names_what_it_leaves_out(tables: str) -> None:
    whole = shipped("pull_share by openness", tables).whole
    assert whole is not None
    assert lean(replace(whole, runs_lack=())) == whole
