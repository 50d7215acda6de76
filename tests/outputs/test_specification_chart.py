from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest

from tests.outputs.books import CHOICES, bounded, days, estimate, series, standing
from weighbridge.charts.combinations import Combinations, combinations
from weighbridge.charts.format import NARROW, WIDE
from weighbridge.charts.picture import svg
from weighbridge.charts.specification import MOST_ALONE, MOST_COLUMNS, MOST_DOTS, Decision, columns, decided, spec
from weighbridge.estimate import Choice, Option, Run, Series, Status

DAY = days(1)[0]
MANY = Choice("many", "One of many.", tuple(Option(f"o{i:03}", f"option {i}") for i in range(400)))
DECISIONS = [Decision(c.name, c.says, tuple((o.name, o.says) for o in c.options)) for c in (*CHOICES, MANY)]


def run(choices: Mapping[str, str], **values: float) -> Run:
    return Run(choices, [estimate(DAY, group, value, None, None) for group, value in values.items()])


def raced(*runs: Run) -> Series:
    found = [estimate(DAY, "CN", 0.5, 0.4, 0.6), estimate(DAY, "US", 0.3, 0.2, 0.4)]
    return replace(series("country", found, standing("CN", "CN", "US")), newest_runs=runs)


def two(*, us_by_day: float = 0.5) -> Series:
    return raced(run({"window": "7d"}, CN=0.5, US=0.3), run({"window": "1d"}, CN=0.4, US=us_by_day))


def many(n: int) -> Combinations:
    held = replace(raced(), choices={"many": "o000"})
    runs = [run({"many": f"o{i:03}"}, CN=0.5, US=i / 400) for i in range(n)]
    return combinations(replace(held, newest_runs=tuple(runs)), (MANY,), "CN")


def test_combinations_stand_in_order_of_the_margin() -> None:
    found = combinations(two(), CHOICES, "CN")
    assert [round(each.value or 0, 3) for each in found.each] == [-0.1, 0.2]
    assert [each.ahead for each in found.each] == ["US", "CN"]
    assert [each.taken for each in found.each] == [False, True]


def test_of_bounds_that_overlap_nobody_is_ahead() -> None:
    bounds = [estimate(DAY, "CN", None, 0.4, 0.6, Status.BOUNDED), estimate(DAY, "US", None, 0.3, 0.5, Status.BOUNDED)]
    (only,) = combinations(raced(Run({"window": "7d"}, bounds)), CHOICES, "CN").each
    assert (only.value, only.ahead) == (None, None)
    assert (only.low, only.high) == pytest.approx((-0.1, 0.3))


def test_a_combination_without_the_group_is_counted_and_not_drawn() -> None:
    found = combinations(raced(run({"window": "7d"}, CN=0.5, US=0.3), run({"window": "1d"}, US=0.3)), CHOICES, "CN")
    assert (len(found.each), found.silent) == (1, 1)


def test_options_on_another_scale_are_left_out() -> None:
    apart = (replace(CHOICES[0], apart=True),)
    assert len(combinations(two(), apart, "CN").each) == 1


def test_where_nothing_is_raced_figures_stand_in_order() -> None:
    held = replace(two(), standing=None)
    found = combinations(held, CHOICES, "CN")
    assert not found.raced
    assert [each.value for each in found.each] == [0.4, 0.5]
    assert {each.ahead for each in found.each} == {None}


def test_a_choice_that_no_combination_varies_has_no_row() -> None:
    assert [one.name for one in decided(combinations(two(), CHOICES, "CN"), DECISIONS)] == ["window"]


@pytest.mark.parametrize(("n", "wide"), [(2, 2), (MOST_ALONE, MOST_ALONE), (400, MOST_COLUMNS)])
def test_columns_hold_every_combination_once(n: int, wide: int) -> None:
    found = many(n)
    held = columns(found)
    assert len(held) == wide
    assert [each for column in held for each in column] == list(found.each)


def names(group: str) -> str:
    return {"CN": "China", "US": "<United> States"}[group]


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_the_chart_tells_who_is_ahead_how_often(size: object) -> None:
    held = two()
    made = spec(held, combinations(held, CHOICES, "CN"), DECISIONS, size, {"CN": "#0b63ad"}, names)  # type: ignore[arg-type] # a format
    drawn = svg(made, "says")
    assert "China 1" in drawn
    assert "&lt;United&gt; St" in drawn
    assert [row["taken"] for row in made["datasets"]["taken"]] == [True]


def test_of_many_combinations_some_are_drawn_and_the_one_taken_always() -> None:
    found = many(400)
    made = spec(raced(), found, DECISIONS, WIDE, {}, names)
    assert len(made["datasets"]["curve"]) <= MOST_DOTS + 1
    assert len(made["datasets"]["taken"]) == 1
    assert {0 < row["shade"] <= 1 for row in made["datasets"]["cells"]} <= {True}


def test_bounds_are_drawn_as_bars() -> None:
    held = replace(bounded(), newest_runs=tuple(_runs(bounded())))
    made = spec(held, combinations(held, CHOICES, "CN"), DECISIONS, WIDE, {}, names)
    assert all(row["value"] is None and row["low"] is not None for row in made["datasets"]["curve"])


def _runs(held: Series) -> Sequence[Run]:
    newest = [e for e in held.estimates if e.period_end == held.as_of]
    return [Run({"window": option}, newest) for option in ("7d", "1d")]
