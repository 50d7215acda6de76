"""Runs as arrays say what their estimates say, row for row."""

from __future__ import annotations

from itertools import pairwise
from math import isnan
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from tests.outputs.books import days, estimate
from tests.weighing.series import estimates
from weighbridge.charts.points import weight
from weighbridge.estimate import Run
from weighbridge.weighing.flat import flat
from weighbridge.weighing.stretch import Stretch
from weighbridge.weighing.table import laid, shown

if TYPE_CHECKING:
    from weighbridge.estimate import Estimate

Row = tuple[int, str, float | None, float | None, float | None, float | None]


def row(run: int, each: Estimate) -> Row:
    return run, each.group_id, each.value, each.ci_low, each.ci_high, weight(each)


@given(st.lists(estimates(), min_size=1, max_size=4), st.booleans())
def test_rows_are_the_estimates_in_the_order_of_a_series(every: list[tuple[Estimate, ...]], read: bool) -> None:  # noqa: FBT001 - drawn
    runs = [Run({}, each) for each in every]
    if read:  # as runs that were kept are read: stretches of one table
        table, ends = laid(every), [sum(map(len, every[:i])) for i in range(len(every) + 1)]
        runs = [Run({}, Stretch(table, range(a, b))) for a, b in pairwise(ends)]
    held = flat(runs)
    ids = [held.ids[place] for place in held.group]
    columns = [[None if isnan(f) else f for f in column] for column in (held.value, held.low, held.high, held.weight)]
    found = list(zip(held.run.tolist(), ids, *columns, strict=True))
    assert found == [row(i, each) for i, run in enumerate(every) for each in sorted(run, key=shown)]


def test_ids_that_differ_in_what_nobody_sees_are_two() -> None:
    held = flat([Run({}, tuple(estimate(day, key, 0.5, None, None) for day in days(1) for key in ("a", "a\0")))])
    assert held.ids == ("a", "a\0")
    assert [int(held.of(key).sum()) for key in held.ids] == [1, 1]


@given(st.lists(estimates(), min_size=1, max_size=4))
def test_under_every_run_a_group_has_its_figure_or_none(every: list[tuple[Estimate, ...]]) -> None:
    newest = [[each for each in run if each.period_end == run[-1].period_end] for run in every]
    told = [{each.group_id: weight(each) for each in run} for run in newest]
    ids = {key for run in told for key in run}
    held = flat([Run({}, run) for run in newest])
    assert held.under(ids) == {key: [run.get(key) for run in told] for key in ids}
    assert held.under(["nobody"]) == {}
