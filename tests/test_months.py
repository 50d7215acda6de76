from __future__ import annotations

import datetime as dt

import pytest

from weighbridge.months import month_end


@pytest.mark.parametrize(
    ("day", "last"),
    [("2024-02-01", "2024-02-29"), ("2025-02-28", "2025-02-28"), ("2025-12-15", "2025-12-31"),
     ("9999-12-01", "9999-12-31")],
)  # fmt: skip
def test_the_last_day_is_of_the_same_month(day: str, last: str) -> None:
    assert month_end(dt.date.fromisoformat(day)) == dt.date.fromisoformat(last)
