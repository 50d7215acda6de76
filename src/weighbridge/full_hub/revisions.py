"""Which revisions of a dataset are read: at most one a day, a week or a month."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from weighbridge.errors import UsageError

PERIODS: dict[str, Callable[[dt.date], tuple[int, ...]]] = {
    "daily": lambda day: (day.toordinal(),),
    "weekly": lambda day: day.isocalendar()[:2],
    "monthly": lambda day: (day.year, day.month),
}


@dataclass(frozen=True)
class Revision:
    """One commit of a dataset: its id, and its instant in UTC."""

    commit: str
    at: dt.datetime


def chosen(newest_first: Iterable[Revision], step: str, since: dt.date | None, today: dt.date) -> list[Revision]:
    """Give the last revision of each period from the UTC day `since` on, oldest first; without `since` the newest one.

    A week or a month that is not over gives none, so that the choice does not depend on the day of the call. No more
    of `newest_first` is asked for than is needed. UsageError names the steps there are.
    """
    if step not in PERIODS:
        raise UsageError(f"no step named {step!r}", where="--step", then=f"choose one of {', '.join(PERIODS)}")
    if since is None:
        return [revision for revision, _ in zip(newest_first, range(1), strict=False)]
    period = PERIODS[step]
    running = period(today) if step != "daily" else None
    last: dict[tuple[int, ...], Revision] = {}
    for revision in newest_first:
        if revision.at.date() < since:
            break
        last.setdefault(period(revision.at.date()), revision)
    return [revision for key, revision in reversed(last.items()) if key != running]
