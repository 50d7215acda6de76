"""Sizes by hand: three scored models, and the repositories of two makers."""

from __future__ import annotations

import datetime as dt
from itertools import product
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from tests.measures.small_lake import READ_ON, asked, last, put_benchmarks, put_scores, put_subjects, subject
from weighbridge.engine import Engine
from weighbridge.errors import NoDataError, UsageError
from weighbridge.estimate import Status
from weighbridge.lake import Lake
from weighbridge.measures import model_size

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from weighbridge.estimate import Estimate

BILLION = 1_000_000_000
# Name: country, day of release, ability, total and active parameters in billions.
SCORED: dict[str, tuple[str, dt.date, float, int | None, int | None]] = {
    "Claude 3.5 Sonnet": ("US", dt.date(2023, 2, 1), -1.0, None, None),
    "GPT-5": ("US", dt.date(2023, 3, 1), 0.0, 300, None),
    "dense": ("CN", dt.date(2023, 5, 10), 1.0, 70, 70),
    "sparse": ("CN", dt.date(2024, 4, 10), 2.0, 600, 30),
    "giant": ("CN", dt.date(2023, 4, 10), -2.0, 900, 40),
}
BENCHMARKS = {f"quiz {i}": "mathematics" for i in range(6)}


def scores() -> dict[tuple[str, str], float]:
    return {
        (model, f"quiz {i}"): float(1 / (1 + np.exp(0.4 * i - 1 - SCORED[model][2])))
        for model, i in product(SCORED, range(6))
    }


def repository(name: str, day: dt.date, billions: int | None, **known: Any) -> dict[str, Any]:  # noqa: ANN401 - any column
    size = None if billions is None else billions * BILLION
    held = {"country": "FR", "tracked": True, "created_on": day, "params_total": size}
    return subject(f"maker/{name}", "hub", **{**held, **known})


def times(billions: int | None) -> int | None:
    return None if billions is None else billions * BILLION


@pytest.fixture(scope="module")
def lake(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lake]:
    engine = Engine(threads=1)
    made = Lake(tmp_path_factory.mktemp("lake"), engine, name="small")
    put_benchmarks(made, BENCHMARKS)
    put_scores(made, scores())
    scored = [
        subject(name, country=of, created_on=day, params_total=times(total), params_active=times(active))
        for name, (of, day, _, total, active) in SCORED.items()
    ]
    put_subjects(
        made,
        [
            *scored,
            repository("small", dt.date(2024, 1, 5), 1),
            repository("middle", dt.date(2024, 2, 5), 7),
            repository("large", dt.date(2024, 3, 5), 100),
            repository("unsized", dt.date(2024, 3, 5), None),
            repository("aged", dt.date(2023, 6, 30), 500),
            repository("copied", dt.date(2024, 3, 5), 999, copy=True),
            repository("untracked", dt.date(2024, 3, 5), 998, tracked=False),
        ],
    )
    yield made
    engine.close()


def on(lake: Lake, day: dt.date, **choices: str) -> dict[str, Estimate]:
    return {e.group_id: e for e in asked(model_size, lake, "country", **choices).estimates if e.period_end == day}


def billions(estimate: Estimate) -> float | None:
    return None if estimate.value is None else estimate.value / BILLION


class TestMostCapable:
    def test_the_best_model_that_is_out_speaks(self, lake: Lake) -> None:
        assert billions(on(lake, READ_ON)["CN"]) == 600
        assert billions(on(lake, dt.date(2024, 3, 31))["CN"]) == 70
        assert billions(on(lake, dt.date(2023, 4, 30))["CN"]) == 900

    def test_active_parameters_are_another_figure(self, lake: Lake) -> None:
        assert billions(on(lake, READ_ON, parameters="active")["CN"]) == 30

    def test_where_the_best_states_no_size_nothing_stands(self, lake: Lake) -> None:
        missing = on(lake, dt.date(2023, 2, 28))["US"]
        assert (missing.value, missing.ci_low, missing.ci_high, missing.status) == (None, None, None, Status.MISSING)
        assert billions(on(lake, dt.date(2023, 3, 31))["US"]) == 300

    def test_models_out_by_then_are_counted(self, lake: Lake) -> None:
        assert [on(lake, day)["CN"].n for day in (dt.date(2023, 4, 30), dt.date(2024, 3, 31), READ_ON)] == [1, 2, 3]

    def test_coverage_is_the_part_that_states_a_size(self, lake: Lake) -> None:
        assert on(lake, READ_ON)["CN"].coverage == 4 / 5
        assert on(lake, READ_ON, parameters="active")["CN"].coverage == 3 / 5

    def test_ends_are_sizes_of_models(self, lake: Lake) -> None:
        sizes = {total for _, _, _, total, _ in SCORED.values() if total}
        for estimate in asked(model_size, lake, "country").estimates:
            if estimate.value is not None:
                assert {(estimate.ci_low or 0) / BILLION, (estimate.ci_high or 0) / BILLION} <= sizes | {0}


class TestTracked:
    def test_copies_and_what_is_not_on_the_list_do_not_count(self, lake: Lake) -> None:
        found = on(lake, READ_ON, population="tracked", of="largest")["FR"]
        assert (billions(found), found.n) == (100, 3)

    def test_after_a_year_a_release_speaks_no_more(self, lake: Lake) -> None:
        assert billions(on(lake, dt.date(2024, 5, 31), population="tracked", of="largest")["FR"]) == 500

    def test_the_middle_of_few_reaches_from_least_to_most(self, lake: Lake) -> None:
        found = on(lake, READ_ON, population="tracked", of="median")["FR"]
        ends = [(end or 0) / BILLION for end in (found.ci_low, found.value, found.ci_high)]
        assert ends == [1, 7, 100]

    def test_one_model_alone_has_no_middle_to_be_unsure_of(self, lake: Lake) -> None:
        found = on(lake, dt.date(2024, 1, 31), population="tracked", of="median")["FR"]
        alone = on(lake, dt.date(2023, 6, 30), population="tracked", of="median")["FR"]
        assert (found.n, found.ci_low, found.ci_high) == (2, BILLION, 500 * BILLION)
        assert (alone.n, billions(alone), alone.ci_low, alone.ci_high) == (1, 500, None, None)

    def test_the_largest_has_no_interval(self, lake: Lake) -> None:
        """A larger one may be among those that state no size."""
        series = asked(model_size, lake, "country", population="tracked", of="largest")
        assert series.ci_method.startswith("none")
        assert {(e.ci_low, e.ci_high) for e in series.estimates} == {(None, None)}

    def test_the_list_is_named_as_source(self, lake: Lake) -> None:
        both = (asked(model_size, lake, "country", population=of, of="largest") for of in ("scored", "tracked"))
        assert [[use.name for use in series.provenance.sources] for series in both] == [
            ["epoch"],
            ["atom_tracked_models"],
        ]


def test_no_one_leads_by_size(lake: Lake) -> None:
    series = asked(model_size, lake, "country")
    assert series.standing is None
    assert {e.rank_best for e in last(series).values()} == {None}


@pytest.mark.parametrize(
    "choices", [{"population": "tracked", "of": "most_capable"}, {"parameters": "active", "of": "median"}]
)
def test_what_cannot_be_combined_is_refused(lake: Lake, choices: dict[str, str]) -> None:
    with pytest.raises(UsageError, match="cannot be combined with"):
        asked(model_size, lake, "country", **choices)


def test_a_lake_without_scores_says_what_to_fetch(tmp_path: Path) -> None:
    engine = Engine(threads=1)
    with pytest.raises(NoDataError, match="holds no scores"):
        asked(model_size, Lake(tmp_path, engine, name="small"), "country")
    engine.close()
