"""Which periods still speak of a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

# A run whose data end earlier than this before the main run's says nothing about who leads now.
STALE_DAYS = 45


def near(ends: Sequence[dt.date], at: dt.date) -> list[int]:
    """Give the places of those of `ends` that still speak of the day `at`."""
    return [i for i, end in enumerate(ends) if end <= at and (at - end).days <= STALE_DAYS]
