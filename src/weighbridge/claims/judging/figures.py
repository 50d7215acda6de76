"""The figures of a series under one combination of choices, to be read at the time and for the side of a claim."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Protocol, runtime_checkable

if TYPE_CHECKING:
    from weighbridge.estimate import Estimate, Run, Series

# A figure may be this much older than the day that it is held against; what is older says nothing of that day.
FRESH_DAYS = 45
_FINEST = dt.timedelta(days=1)
# Where weights are published under any terms: the sum of both of a share, the best of both of a score.
_OPEN = ("open_licence", "restricted")
# Behind a name a digit or two make another version of it; a date does not.
_OTHER_VERSION = re.compile(r"[-.]?[0-9]{1,2}(?![0-9])")
_SUMMED = frozenset({"share", "downloads", "derivatives", "tokens"})


@runtime_checkable
class Grouped(Protocol):
    """Estimates that know where those of one group stand: most are never made."""

    def of(self, group_id: str) -> list[Estimate]:
        """Give the estimates of one group, by period."""

    def groups(self) -> tuple[str, ...]:
        """Give the ids of all groups."""

    def span(self) -> tuple[dt.date, dt.date] | None:
        """Give the first and the last day of all."""


@dataclass(frozen=True)
class Reading:
    """One figure: value and bounds, null where not known; the period that it is of."""

    value: float | None
    low: float | None
    high: float | None
    period_start: dt.date
    period_end: dt.date

    @property
    def least(self) -> float:
        """The lowest value that it may have."""
        known = self.low if self.low is not None else self.value
        return float("-inf") if known is None else known

    @property
    def most(self) -> float:
        """The highest value that it may have."""
        known = self.high if self.high is not None else self.value
        return float("inf") if known is None else known


@dataclass(frozen=True)
class Figures:
    """All readings under one combination of choices."""

    choices: Mapping[str, str]
    unit: str
    estimates: Sequence[Estimate]
    by_title: bool = False  # groups are models, named as their board names them
    floors: bool = False  # the source covers a part of the field: a figure is the least that the whole can be

    @classmethod
    def of(cls, run: Run, series: Series) -> Figures:
        """Take the figures of a run of a series; the default's own have their intervals there."""
        estimates = series.estimates if run.choices == series.choices else run.estimates
        return cls(run.choices, series.unit, estimates, series.by == "model", floors=bool(series.no_race))

    @cached_property
    def groups(self) -> tuple[str, ...]:
        """Every group that has an estimate."""
        if self._grouped is not None:
            return self._grouped.groups()
        return tuple(dict.fromkeys(estimate.group_id for estimate in self.estimates))

    def _of(self, group: str) -> tuple[Estimate, ...]:
        """Give the estimates of one group that say something, by period."""
        if group not in self._read:
            every = self._listed.get(group, ()) if self._grouped is None else self._grouped.of(group)
            self._read[group] = tuple(estimate for estimate in every if _says(estimate))
        return self._read[group]

    @cached_property
    def _grouped(self) -> Grouped | None:
        # Asking is slow, and asked for each reading.
        return self.estimates if isinstance(self.estimates, Grouped) else None

    @cached_property
    def _read(self) -> dict[str, tuple[Estimate, ...]]:
        return {}

    @cached_property
    def _listed(self) -> Mapping[str, list[Estimate]]:
        found: dict[str, list[Estimate]] = {}
        for estimate in sorted(self.estimates, key=lambda one: one.period_end):
            found.setdefault(estimate.group_id, []).append(estimate)
        return found

    @cached_property
    def _by_name(self) -> Mapping[str, str]:
        return {_plain(group): group for group in self.groups}

    def reading(self, group: str, first: dt.date | None, last: dt.date | None) -> Reading | None:
        """Give the newest figure of a group in the days from `first` to `last`, or shortly before them.

        Without days, the newest there is. None where the figures of those days are not held. Measures of scored models
        name them as their board does: `Kimi K3` is the release kimi-k3.
        """
        if group == "open" and group not in self.groups:
            return self._open(first, last)
        held = self._of(group)
        if not held and self.by_title:
            held = self._of(self._by_name.get(_plain(group), ""))
        if not held:
            return self._versions(group, first, last) if self.by_title else None
        return self._taken(_at(held, first, last))

    def _taken(self, estimate: Estimate | None) -> Reading | None:
        if estimate is None:
            return None
        period = (estimate.period_start, estimate.period_end)
        if self.floors:
            return Reading(None, estimate.ci_low if estimate.value is None else estimate.value, None, *period)
        return Reading(estimate.value, estimate.ci_low, estimate.ci_high, *period)

    def rivals(self, group: str, first: dt.date | None, last: dt.date | None) -> Iterator[tuple[str, Reading]]:
        """Give the readings of all other groups on the same days."""
        mine = _OPEN if group == "open" else (group,)
        # Another version of a model is no rival of it.
        versions = _plain(group) if self.by_title else "\0"
        for other in self.groups:
            if _plain(other).startswith(versions):
                continue
            if other not in mine and (found := self.reading(other, first, last)) is not None:
                yield other, found

    @cached_property
    def days(self) -> tuple[dt.date, dt.date] | None:
        """The first and the last day of all figures."""
        if self._grouped is not None:
            return self._grouped.span()
        every = list(self.estimates)
        return (min(e.period_start for e in every), max(e.period_end for e in every)) if every else None

    def _versions(self, group: str, first: dt.date | None, last: dt.date | None) -> Reading | None:
        """Give what all versions of a model have together: `gpt-oss` is of either of its sizes."""
        stem = _plain(group)
        names = [
            title
            for name, title in self._by_name.items()
            if name.startswith(stem) and _OTHER_VERSION.match(name, len(stem)) is None
        ]
        read = (self._taken(_at(self._of(name), first, last)) for name in names)
        parts = [found for found in read if found is not None]
        if not parts:
            return None
        values = {part.value for part in parts}
        ends = (min(part.period_start for part in parts), max(part.period_end for part in parts))
        value = values.pop() if len(values) == 1 else None
        return Reading(value, min(part.least for part in parts), max(part.most for part in parts), *ends)

    def _open(self, first: dt.date | None, last: dt.date | None) -> Reading | None:
        parts = [found for group in _OPEN if (found := self.reading(group, first, last)) is not None]
        if not parts:
            return None
        joined: Callable[[list[float]], float] = sum if self.unit in _SUMMED else max
        ends = (min(part.period_start for part in parts), max(part.period_end for part in parts))
        return Reading(
            _joined(joined, [p.value for p in parts]),
            _joined(joined, [p.low for p in parts]),
            _joined(joined, [p.high for p in parts]),
            *ends,
        )


def _says(estimate: Estimate) -> bool:
    return estimate.value is not None or estimate.ci_low is not None or estimate.ci_high is not None


def _plain(name: str) -> str:
    return re.sub(r"[\s_-]+", "", name.lower())


def _joined(how: Callable[[list[float]], float], parts: list[float | None]) -> float | None:
    known = [part for part in parts if part is not None]
    return float(how(known)) if len(known) == len(parts) else None


def _at(estimates: Sequence[Estimate], first: dt.date | None, last: dt.date | None) -> Estimate | None:
    if last is None:
        return estimates[-1] if estimates else None
    before = [estimate for estimate in estimates if estimate.period_start <= last]
    found = before[-1] if before else None
    # A period that has begun by `last` may end after it, by no more than a figure may be old.
    begins = first or last
    if found is None or (begins - found.period_end).days > FRESH_DAYS:
        return None
    return found
