"""The calendar's months."""

from __future__ import annotations

import datetime as dt
from calendar import monthrange


def month_end(day: dt.date) -> dt.date:
    """Give the last day of the month of `day`."""
    return day.replace(day=monthrange(day.year, day.month)[1])
