from __future__ import annotations

from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, TypeAlias

import pytest

from tests.measures.covering import MANY, covering, met, walked
from weighbridge import discover
from weighbridge.amounts import GROUPINGS
from weighbridge.amounts.grouping import FILTERS
from weighbridge.errors import NoDataError, UsageError
from weighbridge.estimate import Status
from weighbridge.schema import TABLES

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping

    from weighbridge.api import Weighbridge
    from weighbridge.estimate import Choice, Estimate, Series
    from weighbridge.measures import Measure

    Walk: TypeAlias = Callable[[str, str], Series]

MEASURES: dict[str, Measure] = {name: module.MEASURE for name, module in discover.measures().items()}
PLANNED = {"token_share", "pull_share", "download_share", "download_total", "relative_adoption", "concentration"}
EVERY = [(name, by) for name, measure in MEASURES.items() for by in measure.groupings]
# The default source has no stated licence, so that the package names none of its models.
AS_SUMS_ONLY = {("download_share", "model"), ("download_total", "model")}
# It needs all that was built on a base over years: trees that come without a licence show it, and the whole Hub, read
# live. `test_survival` holds it to the same contract on a store of the trees.
NOT_SHIPPED = {"survival"}
# Listings of which the package holds nothing.
NOT_HELD = {"hub_stats", "laufer_trees"}
# Thousands of groups on many days: a few of them under all choices show as much.
NARROW = {("token_price", "offer"): {"provider": "deepseek"}, ("token_price", "model"): {"organisation": "deepseek"}}
# What only price lists know.
OF_OFFERS = {"provider", "offer"}
# Of what a model descends from, maker and terms are known; a size, a field or a base of its own is another's question.
OF_BASES = {name for name, measure in MEASURES.items() if "derivatives" in measure.reads}
# Pairs of options are met by every grouping; all combinations of them by the one that every such measure has.
LONG = [name for name in MEASURES if name not in NOT_SHIPPED and len(MEASURES[name].combinations({})) > MANY]
# Half a minute each; by openness or class of size the same options meet.
COSTLY = {("capability", "country"), ("capability_lag", "country"), ("model_size", "model")}
WALKED = [pytest.param(*race, marks=[pytest.mark.slow] if race in COSTLY else []) for race in EVERY]
TINY = 1e-9


def test_every_measure_of_the_plan_is_here() -> None:
    assert set(MEASURES) >= PLANNED


@pytest.mark.parametrize("name", MEASURES)
def test_a_measure_says_what_it_means(name: str) -> None:
    measure = MEASURES[name]
    assert measure.name == name
    assert measure.question.endswith("?")
    for text in (measure.title, measure.definition, measure.unit, *measure.misleads):
        assert text.strip()
    assert measure.version >= 1
    assert len(measure.misleads) >= 2
    assert set(measure.groupings) & set(GROUPINGS)
    assert len(set(measure.groupings)) == len(measure.groupings)
    assert set(measure.reads) <= set(TABLES)


@pytest.mark.parametrize("name", MEASURES)
def test_a_choice_has_options_that_say_what_they_do(name: str) -> None:
    for choice in MEASURES[name].choices:
        assert len(choice.options) >= 2
        assert len(set(choice.names())) == len(choice.options)
        assert all(text.strip() for text in (choice.says, *(option.says for option in choice.options)))
        assert choice.default == choice.names()[0]


@pytest.mark.parametrize("name", MEASURES)
def test_what_is_excluded_exists_and_spares_the_default(name: str) -> None:
    measure = MEASURES[name]
    options = {choice.name: choice.names() for choice in measure.choices}
    for a, b, c, d in measure.excluded:
        assert b in options[a]
        assert d in options[c]
    assert measure.settled({}) in measure.combinations({})
    assert all(measure.settled(choices) == choices for choices in measure.combinations({}))


def moves(measure: Measure, choices: Mapping[str, str]) -> list[Choice]:
    """Give the choices that stand on another option than their default."""
    return [choice for choice in measure.choices if choices[choice.name] != choice.default]


@pytest.mark.parametrize("name", MEASURES)
def test_another_way_to_draw_meets_the_defaults_alone(name: str) -> None:
    measure = MEASURES[name]
    for choices in measure.combinations({}):
        moved = moves(measure, choices)
        assert len(moved) <= 1 or not any(choice.interval for choice in moved)
    shown = [choices for choices in measure.combinations({}) if any(c.interval for c in moves(measure, choices))]
    assert len(shown) == sum(len(choice.options) - 1 for choice in measure.choices if choice.interval)


def test_a_pinned_way_to_draw_meets_every_other_choice() -> None:
    measure = MEASURES["capability"]
    drawn = measure.combinations({"resampled": "scores"})
    assert {choices["resampled"] for choices in drawn} == {"scores"}
    assert {choices["curve"] for choices in drawn} == {"two_parameter", "one_parameter"}
    # The other choice that moves intervals alone is still shown once, beside the defaults.
    assert [choices["curve"] for choices in drawn if choices["line"] == "common"] == ["two_parameter"]


def test_an_interval_that_moves_is_no_range() -> None:
    measure = MEASURES["capability"]
    held = measure.comparable(measure.settled({"resampled": "scores"}))
    assert held == {"benchmarks": "all", "resampled": "scores", "line": "own"}


def ranged(estimate: Estimate) -> bool:
    """Say whether the range holds the point, or the bounds where there is none; what is open leaves it open."""
    low, high = (estimate.ci_low, estimate.ci_high) if estimate.value is None else (estimate.value, estimate.value)
    least, most = estimate.range_low, estimate.range_high
    if low is None and high is None:
        return True
    return (least is None or (low is not None and least - TINY <= low)) and (
        most is None or (high is not None and high <= most + TINY)
    )


def broken(estimate: Estimate) -> list[str]:
    """Name what an estimate breaks of what every estimate keeps."""
    value, low, high = estimate.value, estimate.ci_low, estimate.ci_high
    rules = {
        # A board may publish ratings without intervals: then the figure is estimated, how closely is not known. So it
        # is of a figure that rests on one thing alone.
        "a counted figure has a bound": estimate.status != Status.OBSERVED or estimate.n == 1 or {low, high} != {None},
        "an end may be open": (low is None) == (high is None) or estimate.status != Status.OBSERVED,
        "a missing figure has no bounds": estimate.status != Status.MISSING or (low is None and high is None),
        "what is not missing says something": estimate.status == Status.MISSING or {value, low, high} != {None},
        "bounded means no point": estimate.status != Status.BOUNDED or value is None,
        "the interval holds the point": value is None
        or ((low is None or low - TINY <= value) and (high is None or value <= high + TINY)),
        "low is no higher than high": low is None or high is None or low <= high + TINY,
        "the range holds what the figure says": ranged(estimate),
        "coverage is a part": estimate.coverage is None or 0 <= estimate.coverage <= 1 + TINY,
        "periods run forward": estimate.period_start <= estimate.period_end,
        "nothing is counted below nothing": estimate.n >= 0,
    }
    return [rule for rule, kept in rules.items() if not kept]


@pytest.fixture(scope="module")
def walk(starter: Weighbridge) -> Walk:
    """Walk the choices of a measure by a grouping, once for all tests that look at them."""
    return cache(lambda name, by: walked(starter, name, by, NARROW.get((name, by))))


def check(series: Series, measure: Measure) -> None:
    """Hold a series with runs to what every series keeps."""
    # A combination that the lake has no data for is silent; every option says something in some combination.
    for choice in measure.choices:
        spoken = {run.choices[choice.name] for run in series.runs}
        absent = NOT_HELD if choice.name == "listing" and measure.name in OF_BASES else set()
        assert spoken >= set(choice.names()) - absent, choice.name
    assert series.estimates
    found = list(chain(series.estimates, *(run.estimates for run in series.runs)))
    pointless = [estimate for estimate in found if estimate.value is None]
    known = [estimate for estimate in series.estimates if estimate.value is not None]
    # Only a run that leaves an end open may take it from a range.
    for end, other in (("low", "high"), ("high", "low")):
        half = [e for e in pointless if getattr(e, f"ci_{end}") is None and getattr(e, f"ci_{other}") is not None]
        assert {e.group_id for e in known if getattr(e, f"range_{end}") is None} <= {e.group_id for e in half}
    assert [(estimate, rules) for estimate in found if (rules := broken(estimate))] == []


@pytest.mark.parametrize("name", MEASURES)
def test_a_covering_walk_meets_every_pair_that_can_meet(name: str) -> None:
    every = MEASURES[name].combinations({})
    walk = covering(every)
    assert walk[0] == every[0] == MEASURES[name].settled({})
    assert set().union(*map(met, walk)) == set().union(*map(met, every))
    assert len({tuple(choices.items()) for choices in walk}) == len(walk) <= len(every)


@pytest.mark.parametrize(("name", "by"), WALKED)
def test_every_pair_of_options_gives_whole_estimates(starter: Weighbridge, walk: Walk, name: str, by: str) -> None:
    if (name, by) in AS_SUMS_ONLY:
        with pytest.raises(NoDataError, match="comes as sums by family and maker"):
            starter.measure(name, by)
        return
    if name in NOT_SHIPPED:
        with pytest.raises(NoDataError, match="no rows under these choices; choose another list or fetch its source"):
            starter.measure(name, by)
        return
    check(walk(name, by), MEASURES[name])


@pytest.mark.slow
@pytest.mark.parametrize("name", LONG)
def test_every_combination_gives_whole_estimates(starter: Weighbridge, name: str) -> None:
    series = starter.measure(name, "openness", all_choices=True)
    assert len(series.runs) <= len(MEASURES[name].combinations({}))
    check(series, MEASURES[name])


@pytest.mark.parametrize("name", sorted(set(MEASURES) - NOT_SHIPPED))
def test_the_same_question_has_the_same_answer(starter: Weighbridge, walk: Walk, name: str) -> None:
    assert walked(starter, name, "openness") == walk(name, "openness")


@pytest.mark.parametrize("name", MEASURES)
def test_shares_add_up_to_one_at_most(walk: Walk, name: str) -> None:
    # Where nobody races, a share is a part of each group's own.
    if MEASURES[name].unit != "share" or not MEASURES[name].race:
        return
    for run in walk(name, "organisation").runs:
        by_end: dict[dt.date, list[Estimate]] = {}
        for estimate in run.estimates:
            by_end.setdefault(estimate.period_end, []).append(estimate)
        for here in by_end.values():
            points = [estimate.value for estimate in here if estimate.value is not None]
            # Of what counts whole for several groups, the parts are of one each.
            several = run.choices.get("merges") == "whole" or run.choices.get("counted") == "uploaders"
            assert several or sum(points) <= 1 + TINY
            assert sum(estimate.ci_high or 0 for estimate in here) >= 1 - TINY or here[0].status == Status.MISSING


@pytest.mark.parametrize("name", MEASURES)
def test_an_unknown_filter_gets_advice(starter: Weighbridge, name: str) -> None:
    with pytest.raises(UsageError, match="cannot filter by 'planet'; choose one of country"):
        starter.measure(name, where={"planet": "earth"})


# Each measure with two filters, each filter with several measures; `make test-all` asks for all.
KEYS = sorted(FILTERS)
TURNS = {(name, KEYS[(place + turn) % len(KEYS)]) for turn in (0, 3) for place, name in enumerate(MEASURES)}
FILTERED = [
    pytest.param(name, key, marks=() if (name, key) in TURNS else pytest.mark.slow)
    for name in MEASURES
    for key in KEYS
]


@pytest.mark.parametrize(("name", "key"), FILTERED)
def test_a_filter_that_nothing_passes_has_no_answer(starter: Weighbridge, name: str, key: str) -> None:
    by = MEASURES[name].groupings[0]
    known = key in MEASURES[name].groupings if name in OF_BASES else key not in OF_OFFERS
    if not known and "offer" not in MEASURES[name].groupings:
        with pytest.raises(UsageError, match=f"cannot filter by '{key}'; choose one of country"):
            starter.measure(name, by, where={key: "no such"})
        return
    with pytest.raises(NoDataError, match=f"nothing where {key}=no such"):
        starter.measure(name, by, where={key: "no such"})


def test_the_unlisted_rest_passes_every_filter(starter: Weighbridge) -> None:
    for where in ({"free": "true"}, {"country": "CN"}, {"openness": "open_licence"}, {"tracked": "false"}):
        series = starter.measure("token_share", "organisation", where=where, choices={"list": "daily"})
        assert series.estimates
        assert {estimate.status for estimate in series.estimates} == {Status.BOUNDED, Status.PROVISIONAL}


def test_a_filter_leaves_only_what_passes(starter: Weighbridge) -> None:
    chinese = {e.group_id for e in starter.measure("pull_share", "organisation", where={"country": "CN"}).estimates}
    assert {"alibaba", "deepseek"} <= chinese
    assert not {"meta", "google", "mistral-ai"} & chinese


@pytest.mark.parametrize("name", sorted(PLANNED))
def test_figures_name_their_sources_and_terms(starter: Weighbridge, name: str) -> None:
    series = starter.measure(name)
    assert series.provenance.sources
    for use in series.provenance.sources:
        assert use.attribution
        assert use.licence
        assert use.snapshots > 0
        assert (use.grain == "family") == (use.licence == "unstated")
