"""How fast a host may be asked, and how long to wait before asking again."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from threading import Lock

FIRST_WAIT = 1.0
LONGEST_WAIT = 60.0
_A_YEAR = 366 * 86_400.0


@dataclass
class Pace:
    """Keeps `interval` seconds between the starts of two requests to one host."""

    interval: float
    sleep: Callable[[float], None]
    clock: Callable[[], float]
    _free_at: dict[str, float] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def wait(self, host: str, interval: float | None = None) -> None:
        """Sleep until `host` may be asked; `interval` seconds must pass before it is asked again."""
        with self._lock:
            now = self.clock()
            start = max(now, self._free_at.get(host, now))
            self._free_at[host] = start + (self.interval if interval is None else interval)
        if start > now:
            self.sleep(start - now)


def backoff(attempt: int) -> float:
    """Give the seconds to wait after failed attempt number `attempt`: doubling, with jitter so that no herd forms."""
    longest = min(LONGEST_WAIT, FIRST_WAIT * 2.0 ** (attempt - 1))
    return random.uniform(longest / 2, longest)  # noqa: S311 - spreads load, guards no secret


def retry_after(stated: str, now: dt.datetime) -> float | None:
    """Give the seconds that a Retry-After header asks for, either form, at most a year; None if it states nothing."""
    text = stated.strip()
    if text.isascii() and text.isdigit():
        return min(float(text[:10]), _A_YEAR)
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=dt.UTC)
    return min(max((moment - now).total_seconds(), 0.0), _A_YEAR)
