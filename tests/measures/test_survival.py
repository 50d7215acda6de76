"""Lives of bases: by hand, by plain Python from the raw trees, and simulated ones of which the truth is known."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

import numpy as np
import pytest

from tests.measures.descent_lake import base, filtered, found, lake_of, line, series
from tests.measures.test_contract import broken
from tests.measures.trees import store_of_trees, trees
from weighbridge.amounts.derivatives.arrivals import NO_DAY, Arrivals, Lives, Rule, lives, span
from weighbridge.errors import NoDataError
from weighbridge.estimate import Status
from weighbridge.measures import survival
from weighbridge.stats.lifetimes import life, median

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import Any

    from weighbridge.api import Weighbridge
    from weighbridge.lake import Lake

READ_ON = dt.date(2025, 4, 22)
ONE = {"least": "1"}


def came(root: str, *ago: int, account: str = "u", **known: Any) -> list[dict[str, Any]]:  # noqa: ANN401 - any column
    """Give derivatives of a base that came so many days before the reading."""
    held = {"source": "laufer_trees", "observed_on": READ_ON, "removed": None, **known}
    days = [READ_ON - dt.timedelta(days=days) for days in ago]
    return [line(f"{account}/{root[:1]}-{i}", root, **{"created_on": day, **held}) for i, day in enumerate(days)]


ROWS = (
    base("qwen/base", source="laufer_trees", observed_on=READ_ON, created_on=READ_ON - dt.timedelta(days=420)),
    # Came for 300 days, with a pause of 120, and ended 100 days ago; one is older than its base, one has no day.
    *came("qwen/base", 400, 390, 270, 200, 100),
    *came("qwen/base", 500, repo_id="u/older"),
    line("u/undated", "qwen/base", source="laufer_trees", observed_on=READ_ON, created_on=None),
    # Still comes: watched from 350 to 90 days before the reading.
    *came("meta/base", 350, 300, 250, 150, 10),
    *came("qwen/small", 60, 20, account="w"),  # too young to be judged
    *came("meta/base", 345, repo_id="v/adapter", relation="adapter"),
    *came("someone/base", 95, 94, 93, 92, 91),
)


@pytest.fixture(scope="module")
def lake(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lake]:
    yield from lake_of(tmp_path_factory.mktemp("lake"), ROWS)


def days(lake: Lake, group: str = "qwen", **choices: str) -> float | None:
    return found(survival, lake, **choices)[group].value


class TestByHand:
    def test_a_life_runs_from_the_first_derivative_to_the_last(self, lake: Lake) -> None:
        assert days(lake) == 300
        assert days(lake, start="own_creation") == 320

    def test_a_base_to_which_derivatives_come_has_lived_at_least_so_long(self, lake: Lake) -> None:
        llama = found(survival, lake)["llama"]
        assert (llama.value, llama.ci_low, llama.ci_high) == (None, 0.0, None)
        assert (llama.status, llama.n) == (Status.BOUNDED, 1)
        year = found(survival, lake, statistic="first_year")["llama"]
        assert year.value is None
        assert year.ci_high == 365.0

    def test_what_is_long_enough_a_silence(self, lake: Lake) -> None:
        assert days(lake, gap="180d") is None
        assert days(lake, gap="30d") == 300
        assert days(lake, silence="first") == 10
        assert days(lake, silence="first", gap="180d") is None
        assert days(lake, "llama", silence="first", gap="30d") == 0

    def test_means_of_the_first_days(self, lake: Lake) -> None:
        assert days(lake, statistic="first_year") == 300
        assert days(lake, statistic="first_year", start="own_creation") == 320
        assert days(lake, "llama", statistic="first_year", silence="first", gap="30d") == 0

    def test_a_young_base_is_not_judged(self, lake: Lake) -> None:
        assert found(survival, lake, least="1")["qwen"].n == 1
        assert found(survival, lake, least="1", gap="30d")["qwen"].n == 2

    def test_bases_of_few_derivatives_do_not_count(self, lake: Lake) -> None:
        with pytest.raises(NoDataError, match="no family has a figure"):
            found(survival, lake, least="20")

    def test_relations(self, lake: Lake) -> None:
        assert days(lake, "llama", silence="first", gap="30d", relations="every") == 5

    def test_coverage_is_what_is_dated_and_of_a_known_base(self, lake: Lake) -> None:
        # Of 19 fine-tuned models one has no day and five are built on a base that nobody knows.
        assert found(survival, lake)["qwen"].coverage == pytest.approx(13 / 19)

    def test_filters(self, lake: Lake) -> None:
        assert set(filtered(survival, lake, "family", country="CN")) == {"qwen"}

    def test_trees_rank_nobody(self, lake: Lake) -> None:
        whole = series(survival, lake, "country")
        assert (whole.standing, whole.no_race) == (None, "the source holds trees of 26 base models, not the field")
        assert (whole.unit, whole.ci_level) == ("days", 0.95)

    def test_a_listing_that_the_lake_lacks_says_so(self, lake: Lake) -> None:
        with pytest.raises(NoDataError, match="choose another list or fetch its source"):
            found(survival, lake, listing="hub_stats")


def arrivals(days: list[np.ndarray], seen: int) -> Arrivals:
    """Give the arrivals at each base, in days."""
    base = np.repeat(np.arange(len(days)), [len(one) for one in days])
    day = np.concatenate([np.sort(one) for one in days]).astype(np.int64)
    nothing = np.zeros(len(days), np.int64)
    return Arrivals(
        None, ("a",), base, np.zeros(len(day), np.int64), day, np.ones(len(day)), nothing,
        np.full(len(days), seen), np.full(len(days), NO_DAY),
    )  # fmt: skip


def simulated(chance: np.random.Generator, bases: int, seen: int) -> list[np.ndarray]:
    """Let bases begin at any time in 900 days, live for 300 typically, with a derivative in ten days on the mean."""
    began = chance.uniform(seen - 900, seen, bases)
    lived = chance.exponential(300, bases)
    return [a + np.append(0.0, chance.uniform(0, b, chance.poisson(b / 10))) for a, b in zip(began, lived, strict=True)]


RULE = Rule(gap=90, least=1, from_birth=False, at_first=False)


def judged(found: Arrivals, rule: Rule = RULE) -> Lives:
    return lives(found, span(found, np.ones(len(found.day), bool)), rule)


def until(seen: int, every: list[np.ndarray]) -> list[np.ndarray]:
    return [shown for one in every if len(shown := one[one <= seen])]


@pytest.mark.parametrize("first", [False, True])
def test_the_interval_holds_the_true_median(*, first: bool) -> None:
    chance, seen, rounds, held = np.random.default_rng(1), 3_000, 200, 0
    rule = replace(RULE, at_first=first)
    never = arrivals(simulated(chance, 20_000, seen), 100_000)
    true = float(np.median(judged(never, rule).days))
    points = []
    for _ in range(rounds):
        of = judged(arrivals(until(seen, simulated(chance, 40, seen)), seen), rule)
        low, high = (figure := median(life(of.days, of.ended, 0.95))).low, figure.high
        held += low <= true and not high < true
        points.append(figure.value)
    assert held / rounds >= 0.92
    assert np.nanmean(points) == pytest.approx(true, rel=0.1)


def test_watching_ends_a_gap_before_the_reading() -> None:
    """An end is seen only when the gap has passed: who counted the days since as watched would find longer lives."""
    chance, seen = np.random.default_rng(2), 3_000
    every = simulated(chance, 20_000, seen)
    true = float(np.median(judged(arrivals(every, 100_000)).days))
    of = judged(arrivals(until(seen, every), seen))
    longer = np.where(of.ended, of.days, of.days + RULE.gap)
    assert median(life(of.days, of.ended, 0.95)).value == pytest.approx(true, rel=0.04)
    assert median(life(longer, of.ended, 0.95)).value > 1.06 * true


def gaps_end(days: list[dt.date], seen: dt.date, gap: int, *, first: bool) -> tuple[int, bool]:
    """Give the days of a life and whether it ended, day by day."""
    last = days[0]
    for day in [*days[1:], None]:
        if (day or seen) - last >= dt.timedelta(days=gap) and (first or day is None):
            return (last - days[0]).days, True
        last = day or last
    return (seen - dt.timedelta(days=gap) - days[0]).days, False


@pytest.fixture(scope="module")
def of_trees(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Weighbridge]:
    yield from store_of_trees(archive, tmp_path_factory.mktemp("trees"))


TREES = {
    "gemma": "google/gemma-7b", "phi": "microsoft/phi-2", "gpt-neo": "EleutherAI/gpt-neox-20b",
    "cogvideo": "THUDM/CogVideoX-5b", "janus": "deepseek-ai/Janus-Pro-7B",
}  # fmt: skip


@pytest.mark.parametrize("gap", [30, 90])
@pytest.mark.parametrize("silence", ["last", "first"])
def test_lives_are_those_of_the_raw_trees(of_trees: Weighbridge, archive: Path, gap: int, silence: str) -> None:
    read = trees(archive)
    choices = {"population": "all", "least": "1", "gap": f"{gap}d", "silence": silence}
    estimates = of_trees.measure("survival", "family", choices=choices).estimates
    by_family = {e.group_id: e for e in estimates}
    for family, root in TREES.items():
        below = read.descendants(root)
        seen = dt.date.fromisoformat(max(read.seen[name] for name in below))
        tuned = [name for name in below if read.lists[name] == {"children"} and name in read.created]
        came = sorted(dt.date.fromisoformat(read.created[name]) for name in tuned)
        born = dt.date.fromisoformat(read.created[root])
        lived, ended = gaps_end([day for day in came if day >= born], seen, gap, first=silence == "first")
        if lived < 0:
            assert family not in by_family
            continue
        assert by_family[family].n == 1
        assert by_family[family].value == (lived if ended else None)


def test_most_bases_of_the_trees_still_live(of_trees: Weighbridge) -> None:
    """So a median by maker's country is a bound, and five bases or fewer bound nothing below."""
    found = {e.group_id: e for e in of_trees.measure("survival", "country").estimates}
    assert found["CN"].status == Status.BOUNDED
    assert found["CN"].value is None
    assert 0 < sum(e.n for e in found.values()) <= 26
    assert all(e.ci_low == 0 for e in found.values() if e.n < 6)


# What combinations do to a curve is the same for all groupings.
OTHERS = (pytest.param(by, marks=pytest.mark.slow) for by in survival.MEASURE.groupings if by != "family")


@pytest.mark.parametrize("by", ["family", *OTHERS])
def test_every_combination_gives_whole_estimates(of_trees: Weighbridge, by: str) -> None:
    whole = of_trees.measure("survival", by, all_choices=True)
    for choice in survival.MEASURE.choices:
        assert {run.choices[choice.name] for run in whole.runs} == set(choice.names())
    every = list(chain(whole.estimates, *(run.estimates for run in whole.runs)))
    assert [(estimate, rules) for estimate in every if (rules := broken(estimate))] == []


def test_one_year_of_life_is_a_part_of_it(of_trees: Weighbridge) -> None:
    for statistic, most in (("first_year", 365), ("two_years", 730)):
        for estimate in of_trees.measure(
            "survival", "family", choices={"statistic": statistic, "least": "1"}
        ).estimates:
            assert 0 <= (estimate.ci_low or 0) <= (estimate.value or 0) or estimate.value is None
            assert (estimate.ci_high or 0) <= most
