"""One group beside all others in many runs at once says what each run says alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.outputs.books import days, estimate
from weighbridge.charts.points import weight
from weighbridge.charts.rivalry import Told, rivalry
from weighbridge.estimate import Run, Status
from weighbridge.weighing.flat import flat
from weighbridge.weighing.table import shown

if TYPE_CHECKING:
    from weighbridge.estimate import Estimate

DAY, GROUPS = days(1)[0], ("CN", "FR", "US")
# Of so few figures many are equal.
FIGURE = st.none() | st.sampled_from([-1.0, 0.0, 0.25, 0.5, 1.0])


@st.composite
def runs(draw: st.DrawFn) -> list[Estimate]:
    named = draw(st.lists(st.sampled_from(GROUPS), unique=True))
    found = []
    for group in named:
        value, low, high = draw(st.tuples(FIGURE, FIGURE, FIGURE))
        found.append(estimate(DAY, group, value, low, high, Status.BOUNDED))
    return sorted(found, key=shown)


def end(each: Estimate, figure: float | None) -> float:
    told = weight(each) if figure is None else figure
    assert told is not None
    return told


def margin(own: Estimate, others: Sequence[Estimate]) -> Told:
    values = [e.value for e in others if e.value is not None]
    if own.value is not None and values:
        return own.value - max(values), None, None
    low, high = max(end(e, e.ci_low) for e in others), max(end(e, e.ci_high) for e in others)
    return None, end(own, own.ci_low) - high, end(own, own.ci_high) - low


def ahead(known: Sequence[Estimate]) -> str | None:
    first = max(known, key=lambda e: end(e, None))
    beyond = all(end(first, first.ci_low) > end(e, e.ci_high) for e in known if e is not first)
    return first.group_id if first.value is not None or beyond else None


@given(st.lists(runs(), min_size=1, max_size=6))
def test_each_run_says_what_it_says_alone(every: list[list[Estimate]]) -> None:
    found = rivalry(flat([Run({}, run) for run in every]), "CN")
    known = [(i, [e for e in run if weight(e) is not None]) for i, run in enumerate(every)]
    told = [(i, own, run) for i, run in known for own in run if own.group_id == "CN"]
    assert list(found.runs) == [i for i, _, _ in told]
    assert list(found.own) == [(own.value, own.ci_low, own.ci_high) for _, own, _ in told]
    assert list(found.margins) == [
        margin(own, others) if (others := [e for e in run if e is not own]) else None for _, own, run in told
    ]
    assert list(found.ahead) == [ahead(run) for _, _, run in told]


@pytest.mark.parametrize("low", [None, 0.0])
def test_where_no_run_has_a_figure_of_it_nothing_is_said(low: float | None) -> None:
    other = estimate(DAY, "US", None, low, None, Status.BOUNDED)
    assert not rivalry(flat([Run({}, [other])]), "CN").runs
