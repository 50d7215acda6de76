"""What runs take, by hand: a few runs of two publishers."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest

from tests.measures.small_lake import READ_ON, asked, last, put_benchmarks, put_runs, put_subjects, subject
from weighbridge.engine import Engine
from weighbridge.errors import NoDataError
from weighbridge.estimate import Status
from weighbridge.lake import Lake
from weighbridge.measures import tokens_and_cost_to_solve as taken

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from weighbridge.estimate import Estimate, Series

POLYGLOT = "aider-polyglot"
MODELS = {"east-1": "CN", "east-2": "CN", "east-3": "CN", "north-1": "US", "north-2": "US", "nobody's": None}


def run(model: str, solved: float, usd: float | None, tokens: float | None = None, **more: Any) -> dict[str, Any]:  # noqa: ANN401 - any column
    figures = {"performance": solved, "usd_per_task": usd, "output_tokens_per_task": tokens}
    return {"model": model, "benchmark": POLYGLOT, **figures, **more}


RUNS = [
    run("east-1", 0.5, 0.10, 1000),
    run("east-2", 0.8, 0.40, 4000),
    run("east-3", 0.25, 0.01),
    run("north-1", 0.9, 1.80),
    run("north-2", 0.0, 0.50),  # solved nothing
    run("nobody's", 0.5, 0.25),
    run("east-1", 0.6, None, run="unpriced"),
]


@pytest.fixture(scope="module")
def lake(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lake]:
    engine = Engine(threads=1)
    made = Lake(tmp_path_factory.mktemp("lake"), engine, name="small")
    put_benchmarks(made, {POLYGLOT: "programming", "weirdml": "programming"})
    put_runs(made, "aider", RUNS)
    put_runs(made, "aider", [run("east-1", 0.5, 99.0)], READ_ON - dt.timedelta(days=30))
    # Another publisher repeats one of the runs, at a price of its own.
    repeated = [run("north-1", 0.9, 7.0), run("east-1", 0.5, 0.3, benchmark="weirdml")]
    put_runs(made, "epoch", repeated)
    names = ("aider", "epoch")
    put_subjects(made, [subject(key, of, country=country) for key, country in MODELS.items() for of in names])
    yield made
    engine.close()


def of(lake: Lake, by: str = "country", **choices: str) -> dict[str, Estimate]:
    return last(asked(taken, lake, by, **choices))


def spans(series: Series) -> list[tuple[float | None, float | None]]:
    return [(e.ci_low, e.ci_high) for e in series.estimates]


class TestQuantities:
    def test_dollars_by_tasks_solved(self, lake: Lake) -> None:
        """Of 0.10 at one half, 0.40 at four fifths and 0.01 at a quarter: 0.2, 0.5 and 0.04."""
        found = of(lake)
        assert found["CN"].value == pytest.approx(0.2)
        assert found["US"].value == pytest.approx(2.0)

    def test_dollars_by_tasks_tried(self, lake: Lake) -> None:
        found = of(lake, quantity="usd_per_task")
        assert found["CN"].value == pytest.approx(0.10)
        assert found["US"].value == pytest.approx((1.80 + 0.50) / 2)

    def test_tokens_stand_in_tokens(self, lake: Lake) -> None:
        series = asked(taken, lake, "country", quantity="output_tokens_per_solved")
        assert series.unit == "tokens"
        assert last(series)["CN"].value == pytest.approx((2000 + 5000) / 2)
        assert "US" not in last(series)

    def test_a_run_that_solved_nothing_has_no_figure_by_tasks_solved(self, lake: Lake) -> None:
        assert (of(lake)["US"].n, of(lake, quantity="usd_per_task")["US"].n) == (1, 2)

    def test_a_run_without_a_price_is_unknown_not_free(self, lake: Lake) -> None:
        assert of(lake)["CN"].n == 3
        assert of(lake, quantity="usd_per_task")["CN"].coverage == 6 / 7


class TestWhoSpeaks:
    def test_the_run_with_the_highest_score(self, lake: Lake) -> None:
        assert of(lake, of="best")["CN"].value == pytest.approx(0.5)

    def test_the_run_that_takes_least(self, lake: Lake) -> None:
        assert of(lake, of="least")["CN"].value == pytest.approx(0.04)

    def test_runs_of_nobody_are_in_no_group(self, lake: Lake) -> None:
        assert set(of(lake)) == {"CN", "US"}

    def test_each_model_by_itself(self, lake: Lake) -> None:
        found = of(lake, "model")
        assert {name: e.value for name, e in found.items()} == pytest.approx(
            {"east-1": 0.2, "east-2": 0.5, "east-3": 0.04, "north-1": 2.0, "nobody's": 0.5}
        )


class TestRows:
    def test_runs_that_another_publisher_repeats_count_once(self, lake: Lake) -> None:
        series = asked(taken, lake, "country")
        assert [use.name for use in series.provenance.sources] == ["aider"]
        assert last(series)["US"].value == pytest.approx(2.0)

    def test_a_benchmark_that_only_the_other_ran_is_its(self, lake: Lake) -> None:
        series = asked(taken, lake, "country", benchmark="weirdml")
        assert [use.name for use in series.provenance.sources] == ["epoch"]
        assert last(series)["CN"].value == pytest.approx(0.6)

    def test_an_older_capture_says_nothing(self, lake: Lake) -> None:
        assert of(lake, "model")["east-1"].value == pytest.approx(0.2)

    def test_the_interval_reaches_over_the_runs_of_the_group(self, lake: Lake) -> None:
        found = of(lake)
        assert (found["CN"].ci_low, found["CN"].ci_high) == pytest.approx((0.04, 0.5))
        assert {e.status for e in found.values()} == {Status.OBSERVED}

    @pytest.mark.parametrize("spoken", ["median", "best", "least"])
    def test_one_run_alone_has_no_interval(self, lake: Lake, spoken: str) -> None:
        series = asked(taken, lake, "country", of=spoken)
        assert last(series)["US"].value == pytest.approx(2.0)
        assert last(series)["US"].n == 1
        assert (last(series)["US"].ci_low, last(series)["US"].ci_high) == (None, None)
        assert "of one run alone none" in series.ci_method
        assert set(spans(asked(taken, lake, "model", of=spoken))) == {(None, None)}

    def test_the_same_runs_have_the_same_interval(self, lake: Lake) -> None:
        assert spans(asked(taken, lake, "country")) == spans(asked(taken, lake, "country"))


def test_what_no_run_states_is_said(lake: Lake) -> None:
    with pytest.raises(NoDataError, match="no run of aider-polyglot states its seconds per task"):
        of(lake, quantity="seconds_per_task")
    with pytest.raises(NoDataError, match="no run of swe-bench-bash states its usd per solved"):
        of(lake, benchmark="swe-bench-bash")


def test_a_lake_without_runs_says_what_to_do(tmp_path: Path) -> None:
    engine = Engine(threads=1)
    with pytest.raises(NoDataError, match="holds no runs"):
        of(Lake(tmp_path, engine, name="small"))
    engine.close()
