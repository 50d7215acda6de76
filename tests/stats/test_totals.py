from __future__ import annotations

import datetime as dt

import numpy as np
import pytest

from weighbridge.amounts import Amounts
from weighbridge.stats.totals import totals

DAYS = (dt.date(2026, 1, 31), dt.date(2026, 2, 28))


def amounts(unknown: float, whole: float | None = None) -> Amounts:
    """Make 30 of one group and nothing seen of another, on two days."""
    return Amounts(
        starts=DAYS,
        ends=DAYS,
        groups=("a", "b"),
        amount=np.array([[30.0, 0.0]] * 2),
        n=np.array([[3, 0]] * 2),
        unknown=np.full(2, unknown),
        remainder=np.full(2, np.nan),
        status=np.full(2, "observed"),
        whole=None if whole is None else np.full(2, whole),
    )


def test_any_group_may_have_all_of_unknown_group() -> None:
    found = totals(amounts(10.0), "names", "a count")
    assert (found.value[0, 0], found.low[0, 0], found.high[0, 0]) == (30.0, 30.0, 40.0)
    assert found.ci_method == "worst-case bound over names"
    assert found.coverage == pytest.approx([0.75, 0.75])


def test_a_complete_count_has_no_interval() -> None:
    found = totals(amounts(0.0), "names", "a count")
    assert found.high[0, 0] == 30.0
    assert found.ci_method == "none: a count"


def test_what_was_not_seen_is_missing_and_no_zero() -> None:
    found = totals(amounts(10.0), "names", "a count")
    assert found.status.tolist() == [["observed", "missing"]] * 2
    assert np.isnan(found.value[:, 1]).all()
    assert np.isnan(found.high[:, 1]).all()


def test_where_groups_overlap_coverage_is_of_each_once() -> None:
    assert totals(amounts(10.0, 20.0), "names", "a count").coverage == pytest.approx([0.5, 0.5])
