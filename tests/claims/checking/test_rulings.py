"""A ruling says what all definitions allow, and does not blame bounds for what has no figure."""

from __future__ import annotations

import datetime as dt

from tests.outputs.books import series
from weighbridge.claims.judging.figures import Figures
from weighbridge.claims.judging.rulings import Ruled, ruled
from weighbridge.estimate import Estimate, Status
from weighbridge.verdict import Binding, Ruling
from weighbridge.verdict import Test as Asks

JULY, AUGUST = dt.date(2025, 7, 31), dt.date(2025, 8, 31)


def figure(day: dt.date, group: str, value: float | None, low: float | None, high: float | None) -> Estimate:
    return Estimate(day, day, group, group, value, low, high, None, None, 1, 1.0, Status.ESTIMATED)


def asked(*runs: list[Estimate], against: tuple[str, ...] = (), last: dt.date = AUGUST) -> Ruled:
    test = Asks.ABOVE if against else Asks.WITHIN
    low, high = (None, None) if against else (0.0, 1.0)
    binding = Binding("measure", test, "capability", "family", ("qwen",), against, low, high, first=last, last=last)
    held = [Figures({"curve": f"{i}"}, "points", run) for i, run in enumerate(runs)]
    return ruled(series("family", runs[0], None), held, binding, negated=False)


def test_an_open_end_under_one_definition_leaves_the_range_open() -> None:
    point, at_least = figure(AUGUST, "qwen", 10.0, 5.0, 11.0), figure(AUGUST, "qwen", None, 4.0, None)
    assert (asked([point]).low, asked([point]).high) == (10.0, 10.0)
    assert (asked([point], [at_least]).low, asked([point], [at_least]).high) == (4.0, None)


def test_who_has_no_figure_yet_is_not_beside_anyone() -> None:
    one = figure(JULY, "qwen", 144.6, 142.5, 146.8)
    late = figure(AUGUST, "gpt-oss", 140.5, 137.6, 142.4)
    found = asked([one, late], against=("gpt-oss",), last=dt.date(2025, 8, 12))
    assert found.ruling is Ruling.NOT_ENOUGH_EVIDENCE
    assert [(reason.code, reason.values) for reason in found.reasons] == [("other_silent", {"groups": ["gpt-oss"]})]
    assert (found.reading, found.part_true, found.part_false) == (None, None, None)


def test_bounds_that_overlap_are_named_as_such() -> None:
    one, other = figure(AUGUST, "qwen", 144.6, 142.5, 146.8), figure(AUGUST, "gpt-oss", 141.0, 139.0, 143.0)
    assert [reason.code for reason in asked([one, other], against=("gpt-oss",)).reasons][:1] == ["bounds_open"]
