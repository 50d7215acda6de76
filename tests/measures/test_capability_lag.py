from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, cast

import numpy as np
import pytest

from weighbridge.abilities import LEVEL, Abilities
from weighbridge.abilities import choices as fitting
from weighbridge.abilities.traits import Traits
from weighbridge.estimate import Status
from weighbridge.measures.capability_lag import DEFINITION, MEASURE, YARDSTICK, Race, compute
from weighbridge.stats.lag import definitions
from weighbridge.stats.lag.levels import NINE_IN_TEN

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from weighbridge.abilities.fits import Fits
    from weighbridge.abilities.vintages import Vintages
    from weighbridge.estimate import Panel

AS_OF, BOARD = dt.date(2024, 12, 31), dt.date(2024, 3, 31)
# Name: country, openness, day of release, ability.
MODELS: dict[str, tuple[str | None, str | None, str, float]] = {
    "A1": ("US", "closed", "2022-12-15", 100),
    "A2": ("US", "closed", "2023-06-15", 120),
    "A3": ("US", "closed", "2024-06-15", 140),
    "B1": ("CN", "open_licence", "2023-03-15", 105),
    "B2": ("CN", "restricted", "2024-02-15", 130),
    "C1": (None, None, "2023-01-15", 190),
    "D1": ("FR", "open_licence", "NaT", 200),
}


@dataclass
class Fitted:
    """Stands where the lake's fits stand: one answer for all choices."""

    found: Abilities

    def abilities(self, choices: Mapping[str, str]) -> Abilities:
        assert set(choices) == {choice.name for choice in MEASURE.choices}
        return self.found


def abilities(spread: float = 0.0, draws: int = 20) -> Abilities:
    ability = np.array([model[3] for model in MODELS.values()])
    noise = spread * np.random.default_rng(7).normal(size=(draws, len(ability)))
    return Abilities(
        models=tuple(MODELS),
        ability=ability,
        draws=ability + noise,
        n=np.full(len(ability), 9),
        few=np.zeros(len(ability), bool),
        bounded=False,
        source="epoch",
        as_of=AS_OF,
        method="of a test",
    )


@dataclass
class Vintaged:
    """Stands where the fits of past days stand: of each day the models that were out, a unit lower than today's."""

    found: Abilities
    asked: list[tuple[dt.date, str, bool]] = field(default_factory=list)

    @property
    def matrix(self) -> Abilities:
        return self.found

    def on(self, days: Sequence[dt.date], resampled: str, *, dated: bool) -> list[Abilities]:
        self.asked += [(day, resampled, dated) for day in days]
        return [self.out(day) for day in days]

    def out(self, day: dt.date) -> Abilities:
        kept = [i for i, model in enumerate(MODELS.values()) if np.datetime64(model[2]) <= np.datetime64(day)]
        whole = self.found
        return replace(
            whole,
            models=tuple(whole.models[i] for i in kept),
            ability=whole.ability[kept] - 1,
            draws=whole.draws[:, kept] - 1,
            n=whole.n[kept],
            few=whole.few[kept],
            as_of=day,
        )


def race(by: str, found: Abilities) -> Race:
    group = {name: model[0] if by == "country" else model[1] for name, model in MODELS.items()}
    released = {name: np.datetime64(model[2], "D") for name, model in MODELS.items()}
    boards = (replace(found, as_of=BOARD, source="arena"), replace(found, source="arena"))
    known = dict.fromkeys(YARDSTICK.names(), Traits(group, released))
    return Race(cast("Fits", Fitted(found)), cast("Vintages", Vintaged(found)), boards, known, by)


def panel(by: str = "country", found: Abilities | None = None, **choices: str) -> Panel:
    return compute(race(by, found or abilities()), MEASURE.settled(choices))


def figure(found: Panel, group: str, day: dt.date = AS_OF) -> tuple[float, float, float, str]:
    at = found.ends.index(day), found.groups.index(group)
    return float(found.value[at]), float(found.low[at]), float(found.high[at]), str(found.status[at])


def months(first: str, last: str) -> float:
    return (dt.date.fromisoformat(last) - dt.date.fromisoformat(first)).days * 12 / 365.25


def test_every_ordered_pair_of_countries_has_a_name() -> None:
    """The French model has no day of release, the strongest no country: neither makes a pair."""
    found = panel()
    assert dict(found.labels) == {"CN>US": "China behind United States", "US>CN": "United States behind China"}
    assert found.groups == tuple(found.labels)


def test_open_is_every_model_whose_weights_are_out() -> None:
    found = panel("openness")
    assert found.groups == ("open>closed", "open_licence>closed")
    assert figure(found, "open>closed")[0] == pytest.approx(months("2024-06-15", "2024-12-31"))
    assert figure(found, "open_licence>closed")[0] == pytest.approx(months("2023-06-15", "2024-12-31"))


def test_each_month_knows_only_the_models_of_its_day() -> None:
    found = panel()
    at = {end: figure(found, "CN>US", end)[0] for end in found.ends}
    assert np.isnan(at[dt.date(2023, 2, 28)])
    assert at[dt.date(2023, 6, 30)] == pytest.approx(months("2023-06-15", "2023-06-30"))
    assert at[dt.date(2024, 1, 31)] == pytest.approx(months("2023-06-15", "2024-01-31"))
    assert at[dt.date(2024, 2, 29)] == pytest.approx(-months("2024-02-15", "2024-02-29"))


@pytest.mark.parametrize("definition", ["time_since", "mean_distance", "mean_time_since"])
def test_a_lead_is_a_negative_lag(definition: str) -> None:
    found = panel(definition=definition)
    assert figure(found, "US>CN")[0] == pytest.approx(-figure(found, "CN>US")[0])


def test_mean_distance_runs_over_shared_levels() -> None:
    """From 105 to 120 China was 8 months later, from 120 to 130 four months earlier."""
    later, earlier = months("2023-06-15", "2024-02-15"), months("2024-02-15", "2024-06-15")
    expected = (15 * later - 10 * earlier) / 25
    assert figure(panel(definition="mean_distance"), "CN>US")[0] == pytest.approx(expected)


def test_the_extremes_hold_the_mean() -> None:
    least, mean, most = (
        figure(panel(definition="mean_time_since", extent=extent), "CN>US")[0]
        for extent in ("shortest", "typical", "longest")
    )
    assert least < mean < most
    assert most == pytest.approx(months("2023-06-15", "2024-02-14"))


def test_what_is_not_caught_up_with_yet_bounds_the_median() -> None:
    """Of the records 120 and 140 one was reached; the other has waited since June: half, then, waited so long."""
    value, low, high, status = figure(panel(definition="catch_up", found=abilities()), "CN>US", dt.date(2024, 1, 31))
    assert status == Status.BOUNDED
    assert low == pytest.approx(months("2023-06-15", "2024-01-31"))
    assert np.isnan([value, high]).all()
    value, low, high, status = figure(panel(definition="catch_up"), "CN>US")
    assert status == Status.ESTIMATED
    assert value == pytest.approx(months("2023-06-15", "2024-02-15"))


def test_what_was_there_before_the_data_begin_bounds_the_lag() -> None:
    """China's first model was above the best American one of its day: how long China had that level is not known."""
    value, low, high, status = figure(panel(), "CN>US", dt.date(2023, 3, 31))
    assert status == Status.BOUNDED
    assert high == pytest.approx(-months("2023-03-15", "2023-03-31"))
    assert np.isnan([value, low]).all()


def test_what_a_pair_lacks_is_missing_not_zero() -> None:
    found = panel()
    assert figure(found, "CN>US", dt.date(2023, 1, 31))[3] == Status.MISSING
    assert found.n[0].tolist() == [0, 0]
    assert found.n[-1].tolist() == [5, 5]
    assert found.coverage[-1] == pytest.approx(5 / 7)


def test_the_interval_comes_from_all_abilities_of_a_draw() -> None:
    found = panel(found=abilities(spread=6), definition="mean_distance")
    value, low, high, _ = figure(found, "CN>US")
    assert low < value < high
    assert found.draws is not None
    assert found.draws.shape == (20, len(found.ends), 2)
    assert (found.certain, found.ci_level) == (False, 0.9)


def test_of_draws_by_residuals_the_part_that_simulation_found_is_taken() -> None:
    found = abilities(spread=6, draws=400)
    taken, whole = (panel(found=found, definition="mean_distance", resampled=how) for how in ("residuals", "scores"))
    here, there = figure(taken, "CN>US"), figure(whole, "CN>US")
    assert there[1] < here[1] < here[0] < here[2] < there[2]
    part = f"the middle {NINE_IN_TEN['mean_distance'] * 100:.0f} % of draws by mid-ranks"
    assert f"{part}, which held the true lag in 90 % of simulations" in taken.ci_method
    assert whole.ci_method.endswith("the middle 90 % of draws by mid-ranks")


@pytest.mark.parametrize(
    "choices",
    [{"caught_up": "not_significant"}, {"definition": "mean_time_since", "extent": "longest"},
     {"curve": "one_parameter"}],
)  # fmt: skip
def test_simulation_speaks_only_for_the_choices_that_it_took(choices: dict[str, str]) -> None:
    method = panel(found=abilities(spread=6), **choices).ci_method
    part = f"{NINE_IN_TEN[choices.get('definition', DEFINITION.default)] * 100:.0f} %"
    assert method.endswith(f"the middle {part} of draws by mid-ranks, as simulations of the default choices found")


def test_every_definition_has_its_part_of_the_draws() -> None:
    """What is simulated as a lag by itself is an option of the measure, and each takes less than nine tenths."""
    assert tuple(NINE_IN_TEN) == DEFINITION.names() == definitions.NAMES
    assert all(0.5 < part < LEVEL for part in NINE_IN_TEN.values())


def test_a_best_that_rests_on_few_scores_is_provisional() -> None:
    few = replace(abilities(), few=np.array([name == "B2" for name in MODELS]))
    found = panel(found=few)
    assert figure(found, "CN>US", dt.date(2024, 1, 31))[3] == Status.ESTIMATED
    assert figure(found, "CN>US")[3] == Status.PROVISIONAL


def test_fits_as_good_as_each_other_give_bounds_without_a_point() -> None:
    plain = abilities(spread=6)
    found = panel(found=replace(plain, ability=np.full(len(MODELS), np.nan), bounded=True), definition="mean_distance")
    value, low, high, status = figure(found, "CN>US")
    assert np.isnan(value)
    assert low < high
    assert (status, found.certain, found.draws) == (Status.BOUNDED, True, None)


def test_models_that_cannot_be_told_apart_have_caught_up() -> None:
    """With a spread of six points, 130 is like 140: China has caught up with June's record on its day."""
    found = abilities(spread=6, draws=400)
    strict = figure(panel(found=found, definition="mean_distance"), "CN>US")[0]
    like = figure(panel(found=found, definition="mean_distance", caught_up="not_significant"), "CN>US")[0]
    assert like < strict


@pytest.mark.parametrize(("known", "dated"), [("models_then", False), ("then", True)])
def test_a_past_quarter_may_be_judged_by_the_fit_of_its_day(known: str, dated: bool) -> None:  # noqa: FBT001 - a case
    asked = race("country", abilities())
    found = compute(asked, MEASURE.settled({"known": known}))
    now = panel()
    quarters = [dt.date(2023, 3, 31), dt.date(2023, 6, 30), *found.ends[2:-1], AS_OF]
    assert list(found.ends) == quarters
    assert len(quarters) == 8
    assert cast("Vintaged", asked.vintages).asked == [(end, fitting.RESAMPLED.default, dated) for end in quarters]
    for end in quarters:
        assert figure(found, "CN>US", end) == pytest.approx(figure(now, "CN>US", end), nan_ok=True)
    assert found.draws is not None
    assert found.draws.shape == (20, 8, 2)


def test_boards_judge_their_own_days_or_the_newest_all_months() -> None:
    then, now = panel(yardstick="arena", known="then"), panel(yardstick="arena")
    assert then.ends == (BOARD, AS_OF)
    assert now.ends == panel().ends
    assert then.sources == now.sources == ("arena",)
    for end in then.ends:
        assert figure(then, "CN>US", end) == pytest.approx(figure(now, "CN>US", end), nan_ok=True)


def test_a_lake_without_boards_has_no_days() -> None:
    empty = compute(replace(race("country", abilities()), boards=()), MEASURE.settled({"yardstick": "arena"}))
    assert (empty.ends, empty.groups, empty.value.shape, empty.sources) == ((), (), (0, 0), ())


def test_no_pair_of_countries_leaves_an_empty_panel() -> None:
    nothing = replace(race("country", abilities()), traits={"epoch": Traits({"A1": "US"}, {})})
    found = compute(nothing, MEASURE.settled({}))
    assert (found.groups, found.value.shape) == ((), (len(found.ends), 0))
