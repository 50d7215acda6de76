"""Estimates and what they stand in: value, interval, range, coverage, status, provenance. The second waist."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    import polars as pl
    import pyarrow as pa
    from numpy.typing import NDArray


class Status(StrEnum):
    """What kind of figure stands in `value`, or why none does."""

    OBSERVED = "observed"  # counted over all that the source lists
    ESTIMATED = "estimated"  # rests on a stated assumption (interpolation, a split of the unlisted)
    BOUNDED = "bounded"  # no point: the data allow every value between ci_low and ci_high
    PROVISIONAL = "provisional"  # read before the publisher's usual restatement; bounded too where no value stands
    MISSING = "missing"  # nothing known: not zero


@dataclass(frozen=True)
class Option:
    """One way to take a decision."""

    name: str
    says: str


@dataclass(frozen=True)
class Choice:
    """A defensible decision inside a number; the first option is the default.

    `apart`: each option gives figures on a scale of its own, so no range and no standing is taken over them.
    `interval`: the options move intervals and never a point, so neither is taken over them, and none meets another.
    """

    name: str
    says: str
    options: tuple[Option, ...]
    apart: bool = False
    interval: bool = False

    @property
    def default(self) -> str:
        """The option taken when the reader names none."""
        return self.options[0].name

    def names(self) -> tuple[str, ...]:
        """Give the options by name, default first."""
        return tuple(option.name for option in self.options)


@dataclass(frozen=True)
class Estimate:
    """One figure: a group in a period (both days inclusive, UTC), in the unit of its series.

    `n`: names counted (models, library names, repositories); of a window, the most on one of its days. `coverage`: part
    of the total whose group is known, where the publisher states no total of all that it lists. A null end beside a
    known one is open: a lag of at least 32 months has `ci_low` alone, and `range_high` is null where one run under the
    choices leaves it open. `rank_best` and `rank_worst`: the places in the race of this period that overlapping
    intervals leave; null where nothing is raced.
    """

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
    rank_best: int | None = None
    rank_worst: int | None = None


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
    slack: NDArray[np.float64] | None = (
        None  # (periods,): what may belong to any group and is in `high`, not in `draws`
    )
    # Days between which the figure of each period was really read: wider than the period where captures are sparse.
    resolution_days: int = 1
    sources: tuple[str, ...] = ()
    complete: bool = False  # the source lists all there is: a group not listed has none, and that is measured
    no_race: str = ""  # why these figures rank nobody, where the source does not cover the field
    unit: str = ""  # where a choice gives another unit than the measure's
    ci_level: float = 0.95  # of `low` and `high`, where they are an interval
    labels: Mapping[str, str] = field(default_factory=dict)  # names of groups that no dimension names


@dataclass(frozen=True)
class Step:
    """A figure changed between two readings that follow each other: the change is dated to the days between them."""

    group: str
    group_id: str
    was: float
    now: float
    after: dt.date
    until: dt.date


@dataclass(frozen=True)
class LeadChange:
    """The lead passed from one contender to another between two days: the sampling allows no closer date.

    Both days are the ends of periods, and the lead is that over a whole period: month, week, or trailing window.
    """

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
    since_until: dt.date | None  # ... and on this day at the latest; null `after`: no other led before in these data
    changes: tuple[LeadChange, ...]
    share_of_choices: float  # part of the combinations of choices with a figure under which the same contender leads
    share_of_resamples: float | None  # the same over draws of sampling or rounding; null where there are none
    rivals: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # who else leads, under which options
    ahead: str | None = None  # who has the highest figure, even where the bounds allow another leader
    choices_counted: int = 1  # combinations of choices that have a figure near the day: `share_of_choices` is of these
    choices_silent: int = 0  # combinations without one: their data ended long before, or there are none


@dataclass(frozen=True)
class SourceUse:
    """One source inside a figure."""

    name: str
    publisher: str
    licence: str
    attribution: str
    grain: str  # `name`: as published; `family`: only sums by family and maker are in the lake
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
    no_race: str = ""  # why there is no standing, where the source does not cover the field
    steps: tuple[Step, ...] = ()  # every change of a figure that stands still between changes, as prices do
    runs_lack: tuple[str, ...] = ()  # fields that were not kept of the runs' estimates: null there says nothing
    # Under each combination of choices on this scale, the default first, what stands nearest `as_of`; those that say
    # nothing then are left out.
    newest_runs: tuple[Run, ...] = ()
    # Under each combination on this scale that takes one choice otherwise, what `estimates` would be, without ranges.
    one_away: tuple[Run, ...] = ()

    def to_arrow(self) -> pa.Table:
        """Give the estimates as an Arrow table, one row each; choices, unit and as-of day stand in its metadata."""
        import pyarrow as pa

        rows = [vars_of(estimate) for estimate in self.estimates]
        metadata = {
            "measure": self.measure,
            "version": str(self.version),
            "unit": self.unit,
            "by": self.by,
            "as_of": str(self.as_of),
        }
        metadata |= {f"choice {name}": option for name, option in self.choices.items()}
        return pa.Table.from_pylist(rows, schema=_arrow_schema()).replace_schema_metadata(metadata)

    def to_polars(self) -> pl.DataFrame:
        """Give the estimates as a Polars frame; polars must be installed."""
        import polars as pl

        frame = pl.from_arrow(self.to_arrow())
        assert isinstance(frame, pl.DataFrame)  # noqa: S101 - a table of several columns is never a Series
        return frame

    def to_pandas(self) -> pd.DataFrame:
        """Give the estimates as a pandas frame; pandas must be installed."""
        frame: pd.DataFrame = self.to_arrow().to_pandas()
        return frame


@dataclass(frozen=True)
class Run:
    """The estimates under one combination of choices, without ranges."""

    choices: Mapping[str, str]
    estimates: Sequence[Estimate]


def away(choices: Mapping[str, str], settled: Mapping[str, str]) -> list[str]:
    """Name the choices that are taken otherwise than `settled`."""
    return [name for name, option in choices.items() if settled.get(name) != option]


def vars_of(estimate: Estimate) -> dict[str, object]:
    """Give an estimate as a mapping, in the order of its fields."""
    return {field.name: getattr(estimate, field.name) for field in fields(estimate)}


def _arrow_schema() -> pa.Schema:
    import pyarrow as pa

    days = [pa.field(name, pa.date32()) for name in ("period_start", "period_end")]
    groups = [pa.field(name, pa.string()) for name in ("group", "group_id")]
    figures = [pa.field(name, pa.float64()) for name in ("value", "ci_low", "ci_high", "range_low", "range_high")]
    rest = [pa.field("n", pa.int64()), pa.field("coverage", pa.float64()), pa.field("status", pa.string())]
    ranks = [pa.field(name, pa.int64()) for name in ("rank_best", "rank_worst")]
    return pa.schema([*days, *groups, *figures, *rest, *ranks])
