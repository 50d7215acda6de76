"""Capability by hand, on a lake of a few models."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from tests.measures.small_lake import READ_ON, asked, filtered, last, put_benchmarks, put_scores, put_subjects, subject
from weighbridge.abilities import FEW
from weighbridge.abilities.fits import fits
from weighbridge.engine import Engine
from weighbridge.errors import NoDataError, UsageError
from weighbridge.estimate import Status
from weighbridge.lake import Lake
from weighbridge.measures import capability
from weighbridge.stats.item_response import interval

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LOW, HIGH = "Claude 3.5 Sonnet", "GPT-5"
ABILITY = {LOW: 0.0, HIGH: 1.5, "east": 0.8, "late": 1.0, "lone": -0.5, "dateless": 2.0, "nobody's": 0.3}
BENCHMARKS = {
    **{f"sums {i}": "mathematics" for i in range(3)},
    **{f"code {i}": "programming" for i in range(3)},
    "quiz": None,
}
DIFFICULTY = dict(zip(BENCHMARKS, (-0.6, 0.2, 1.0, -0.2, 0.5, 1.2, 0.0), strict=True))
# Scored on fewer benchmarks than fix an ability.
ONCE = {"lone": ("sums 0", "code 0", "quiz")}
# Better at sums than at code.
SKILL = {("east", "mathematics"): 0.9}


def scores() -> dict[tuple[str, str], float]:
    """Every model on every benchmark, off its curve by a little."""
    chance, found = np.random.default_rng(3), {}
    for model, ability in ABILITY.items():
        for benchmark in ONCE.get(model, tuple(BENCHMARKS)):
            skill = SKILL.get((model, BENCHMARKS[benchmark] or ""), 0.0)
            at = ability + skill - DIFFICULTY[benchmark] + chance.normal(0, 0.05)
            found[model, benchmark] = float(1 / (1 + np.exp(-at)))
    return found


def known(country: str | None, openness: str | None, day: dt.date | None) -> dict[str, Any]:
    return {"country": country, "openness": openness, "created_on": day}


@pytest.fixture(scope="module")
def lake(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lake]:
    engine = Engine(threads=1)
    made = Lake(tmp_path_factory.mktemp("lake"), engine, name="small")
    put_benchmarks(made, BENCHMARKS)
    put_scores(made, scores())
    put_subjects(
        made,
        [
            subject(LOW, **known("US", "closed", dt.date(2023, 3, 1))),
            subject(HIGH, **known("US", "closed", dt.date(2024, 5, 2))),
            subject("east", **known("CN", "open_licence", dt.date(2023, 7, 15))),
            subject("late", **known("CN", "restricted", dt.date(2024, 6, 1))),
            subject("lone", **known("FR", "open_licence", dt.date(2024, 1, 1))),
            subject("dateless", **known("CN", "closed", None)),
            subject("nobody's", **known(None, None, dt.date(2023, 1, 1))),
        ],
    )
    yield made
    engine.close()


class TestModels:
    def test_two_models_fix_the_points(self, lake: Lake) -> None:
        found = last(asked(capability, lake, "model"))
        assert (found[LOW].value, found[HIGH].value) == pytest.approx((130, 150))
        assert (found[LOW].ci_low, found[LOW].ci_high) == pytest.approx((130, 130))

    def test_every_scored_model_stands_in_the_order_of_its_ability(self, lake: Lake) -> None:
        order = [e.group_id for e in asked(capability, lake, "model").estimates]
        assert order[0] == "dateless"
        assert set(order) == set(ABILITY)
        assert [name for name in order if name in (HIGH, LOW, "nobody's", "lone")] == [HIGH, "nobody's", LOW, "lone"]

    def test_too_few_benchmarks_make_a_figure_provisional(self, lake: Lake) -> None:
        found = last(asked(capability, lake, "model"))
        assert len(ONCE["lone"]) < FEW
        assert {name: (e.status, e.n) for name, e in found.items() if e.status != Status.ESTIMATED} == {
            "lone": (Status.PROVISIONAL, 3)
        }

    @pytest.mark.parametrize("resampled", ["residuals", "scores"])
    def test_the_interval_is_the_one_that_simulations_counted(self, lake: Lake, resampled: str) -> None:
        """Some draws by scores leave nothing of a model with three: the others say how sure its ability is."""
        drawn = fits(lake).abilities({"resampled": resampled})
        low, high = interval(drawn.draws, 0.90)
        expected = zip(np.fmin(low, drawn.ability), np.fmax(high, drawn.ability), strict=True)
        found = last(asked(capability, lake, "model", resampled=resampled))
        ends = {name: (e.ci_low, e.ci_high) for name, e in found.items()}
        assert ends == {name: pytest.approx(each) for name, each in zip(drawn.models, expected, strict=True)}
        assert (ends["lone"][1] or 0) > (ends["lone"][0] or 0)
        assert np.isnan(drawn.draws).any() == (resampled == "scores")

    @pytest.mark.parametrize("by", ["model", "country"])
    def test_one_score_drawn_from_itself_has_no_interval(self, lake: Lake, by: str) -> None:
        """Of France's one model a single score in mathematics is left; noise of other scores can still tell of it."""
        ends = {}
        for resampled in ("residuals", "within_models"):
            series = asked(capability, lake, by, benchmarks="mathematics", resampled=resampled)
            of = last(series)["lone" if by == "model" else "FR"]
            ends[resampled] = (of.ci_low, of.ci_high, "of one score alone none" in series.ci_method)
            assert of.value is not None
        assert (ends["residuals"][0] or 0) < (ends["residuals"][1] or 0)
        assert (ends["residuals"][2], ends["within_models"]) == (False, (None, None, True))

    def test_the_level_of_the_interval_is_that_of_the_publisher(self, lake: Lake) -> None:
        assert asked(capability, lake, "model").ci_level == 0.90


class TestGroups:
    def test_a_group_stands_by_its_best_that_is_out(self, lake: Lake) -> None:
        models, series = last(asked(capability, lake, "model")), asked(capability, lake, "country")
        found = {(e.group_id, e.period_end): e.value for e in series.estimates}
        assert found["US", READ_ON] == models[HIGH].value
        assert found["US", dt.date(2024, 4, 30)] == models[LOW].value
        east, late = (models[name].value or 0 for name in ("east", "late"))
        assert found["CN", READ_ON] == max(east, late)
        assert found["CN", dt.date(2024, 5, 31)] == east

    def test_before_its_first_model_a_group_has_no_figure(self, lake: Lake) -> None:
        series = asked(capability, lake, "country")
        first = min(e.period_end for e in series.estimates if e.group_id == "CN")
        assert first == dt.date(2023, 7, 31)

    def test_a_model_without_a_day_speaks_for_nobody(self, lake: Lake) -> None:
        best = last(asked(capability, lake, "model"))["dateless"].value or 0
        assert best > (last(asked(capability, lake, "country"))["CN"].value or 0)

    def test_models_of_nobody_lower_the_coverage(self, lake: Lake) -> None:
        found = last(asked(capability, lake, "country"))
        assert {e.coverage for e in found.values()} == {6 / 7}
        assert {name: e.n for name, e in found.items()} == {"US": 2, "CN": 2, "FR": 1}

    def test_who_stands_by_a_provisional_model_is_provisional(self, lake: Lake) -> None:
        found = last(asked(capability, lake, "country"))
        assert {name: e.status for name, e in found.items()} == {
            "US": Status.ESTIMATED, "CN": Status.ESTIMATED, "FR": Status.PROVISIONAL,
        }  # fmt: skip

    def test_a_filter_asks_what_is_known(self, lake: Lake) -> None:
        found = last(filtered(capability, lake, "country", openness="open_licence"))
        assert set(found) == {"CN", "FR"}
        assert found["CN"].n == 1


class TestChoices:
    def test_a_domain_is_an_index_of_its_own(self, lake: Lake) -> None:
        both = (last(asked(capability, lake, "model", benchmarks=of)) for of in ("mathematics", "programming"))
        sums, code = (found["east"].value or 0 for found in both)
        assert sums > code + 3

    def test_a_domain_rests_on_its_own_benchmarks(self, lake: Lake) -> None:
        found = last(asked(capability, lake, "model", benchmarks="mathematics"))
        assert {name: e.n for name, e in found.items()} == {name: 1 if name in ONCE else 3 for name in ABILITY}
        assert {e.status for e in found.values()} == {Status.PROVISIONAL}

    def test_leaving_one_out_gives_bounds_and_no_point(self, lake: Lake) -> None:
        series = asked(capability, lake, "model", left_out="one_benchmark")
        east = last(series)["east"]
        assert (east.value, east.status) == (None, Status.BOUNDED)
        assert east.ci_low is not None
        assert east.ci_high is not None
        assert east.ci_low < (last(asked(capability, lake, "model"))["east"].value or 0) < east.ci_high
        assert series.ci_method.startswith("lowest and highest of 7 fits that leave out one benchmark each")

    def test_another_way_to_draw_moves_no_point(self, lake: Lake) -> None:
        ways = [asked(capability, lake, "model", resampled=how) for how in ("residuals", "within_models", "scores")]
        points, ends = ([{e.group_id: getattr(e, of) for e in way.estimates} for way in ways]
                        for of in ("value", "ci_low"))  # fmt: skip
        assert points[0] == points[1] == points[2]
        assert ends[0] != ends[1]

    def test_a_line_of_their_own_holds_the_anchors_in_every_draw(self, lake: Lake) -> None:
        common = last(asked(capability, lake, "model", line="common"))[LOW]
        assert common.value == pytest.approx(130)
        assert (common.ci_low or 0) < 130 < (common.ci_high or 0)

    def test_a_domain_without_benchmarks_has_no_index(self, lake: Lake) -> None:
        with pytest.raises(NoDataError, match="no score on these benchmarks"):
            asked(capability, lake, "model", benchmarks="agentic")

    def test_one_domain_leaves_no_other_to_leave_out(self, lake: Lake) -> None:
        with pytest.raises(UsageError, match="benchmarks=mathematics cannot be combined with left_out=programming"):
            asked(capability, lake, "model", benchmarks="mathematics", left_out="programming")


def test_a_lake_without_scores_says_what_to_fetch(tmp_path: Path) -> None:
    engine = Engine(threads=1)
    with pytest.raises(NoDataError, match="holds no scores"):
        asked(capability, Lake(tmp_path, engine, name="small"), "country")
    engine.close()
