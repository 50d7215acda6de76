"""Estimates and what they stand in: value, interval, range, coverage, status, provenance. The second waist."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class Status(StrEnum):
    """What kind of figure stands in `value`, or why none does."""

    OBSERVED = "observed"  # counted over all that the source lists
    ESTIMATED = "estimated"  # rests on a stated assumption (interpolation, a split of the unlisted)
    BOUNDED = "bounded"  # no point: the data allow every value between ci_low and ci_high
    PROVISIONAL = "provisional"  # read before the publisher's usual restatement
    MISSING = "missing"  # nothing known: not zero


@dataclass(frozen=True)
class Option:
    """One way to take a decision."""

    name: str
    says: str


@dataclass(frozen=True)
class Choice:
    """A defensible decision inside a number; the first option is the default."""

    name: str
    says: str
    options: tuple[Option, ...]

    @property
    def default(self) -> str:
        """The option taken when the reader names none."""
        return self.options[0].name

    def names(self) -> tuple[str, ...]:
        """The options by name, default first."""
        return tuple(option.name for option in self.options)


@dataclass(frozen=True)
class Estimate:
    """One figure: a group in a period (both days inclusive, UTC)."""

    period_start: dt.date
    period_end: dt.date
    group: str
    group_id: str
    value: float | None
    ci_low: float | None
    ci_high: float | None
    range_low: float | None
    range_high: float | None
    n: int
    coverage: float | None
    status: Status


@dataclass(frozen=True)
class Panel:
    """One run of a measure under one set of choices: arrays of shape (periods, groups), NaN where nothing is known.

    `low` and `high` hold every value that sampling, rounding and the unlisted rest allow; `certain` is set where
    they are bounds that cannot be crossed rather than an interval at `ci_level`. `coverage` has shape (periods,).
    """

    starts: tuple[dt.date, ...]
    ends: tuple[dt.date, ...]
    groups: tuple[str, ...]
    value: NDArray[np.float64]
    low: NDArray[np.float64]
    high: NDArray[np.float64]
    n: NDArray[np.int64]
    status: NDArray[np.str_]
    coverage: NDArray[np.float64]
    certain: bool
    ci_method: str
    draws: NDArray[np.float64] | None = None  # (draws, periods, groups), where there is sampling or rounding
    # Days between which the figure of each period was really read: wider than the period where captures are sparse.
    resolution_days: int = 1
    sources: tuple[str, ...] = ()


@dataclass(frozen=True)
class LeadChange:
    """The lead passed from one contender to another between two days (the sampling allows no closer date)."""

    earlier: str | None
    later: str
    after: dt.date
    until: dt.date


@dataclass(frozen=True)
class Standing:
    """Who leads a race, since when, by how much, and how sure. `leader` is null where the bounds allow several."""

    leader: str | None
    leader_id: str | None
    value: float | None
    value_low: float | None
    value_high: float | None
    runner_up: str | None
    margin: float | None
    margin_low: float | None
    margin_high: float | None
    since_after: dt.date | None  # the lead began after this day ...
    since_until: dt.date | None  # ... and on this day at the latest; null `after`: it leads since the data begin
    changes: tuple[LeadChange, ...]
    share_of_choices: float  # part of the combinations of choices under which the same contender leads
    share_of_resamples: float | None  # the same over draws of sampling or rounding; null where there are none
    rivals: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # who else leads, under which options
    says: str = ""


@dataclass(frozen=True)
class SourceUse:
    """One source inside a figure."""

    name: str
    publisher: str
    licence: str
    attribution: str
    as_of: dt.date
    snapshots: int
    digest: str  # sha256 over the sorted sha256 of the snapshots


@dataclass(frozen=True)
class Provenance:
    """Where a figure comes from: sources with their terms, and the code that made it."""

    sources: tuple[SourceUse, ...]
    code_version: str
    lake: str  # `starter` or `store`
    lake_digest: str


@dataclass(frozen=True)
class Series:
    """A measure by a grouping under named choices: all estimates, the standing, and where it comes from."""

    measure: str
    version: int
    unit: str
    by: str
    choices: Mapping[str, str]
    as_of: dt.date | None
    estimates: tuple[Estimate, ...]
    standing: Standing | None
    provenance: Provenance
    ci_level: float | None
    ci_method: str
    where: Mapping[str, str] = field(default_factory=dict)
    runs: tuple[Run, ...] = ()


@dataclass(frozen=True)
class Run:
    """The estimates under one combination of choices, without ranges."""

    choices: Mapping[str, str]
    estimates: tuple[Estimate, ...]
