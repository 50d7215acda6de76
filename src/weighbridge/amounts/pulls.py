"""Pulls by group and month, from the cumulative counters of the Ollama library."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from weighbridge.amounts import Amounts
from weighbridge.amounts.counters import Curves, at_days, curves, draw_at_days
from weighbridge.amounts.grouping import ATTRIBUTION, codes, columns, filtered, numbers
from weighbridge.estimate import Choice, Option, Status
from weighbridge.schema import IDENTITY, PULLS

if TYPE_CHECKING:
    import ibis.expr.types as ir
    import pyarrow as pa
    from numpy.typing import NDArray

    from weighbridge.engine import Engine
    from weighbridge.lake import Lake

QUANTITY = Choice(
    "quantity",
    "What is shared out.",
    (
        Option("flow", "pulls within the month, by differencing the cumulative counters"),
        Option("cumulative", "all pulls since a name was listed, at the end of the month"),
    ),
)
BOUNDARY = Choice(
    "boundary",
    "Where the month is cut, since the counters are read once a week.",
    (Option("interpolated", "on the straight line between two captures"), Option("nearest", "at the nearest capture")),
)
CHOICES = (QUANTITY, BOUNDARY, ATTRIBUTION)
DRAWS = 400
SEED = 20260822
Drawn: TypeAlias = "dict[bool, NDArray[np.float64]]"
# Captures are weekly; a month's end in a wider gap rests on the straight line more than on the counters.
USUAL_GAP_DAYS = 8.0


@dataclass(frozen=True)
class PullRows:
    """Counters of each name as (names, captures), the groups of each name, and the months between the captures."""

    found: Curves
    maker: tuple[str | None, ...]
    base: tuple[str | None, ...]
    source: str
    drawn: Drawn = field(default_factory=dict, compare=False)

    def draws(self, when: NDArray[np.float64], *, nearest: bool) -> NDArray[np.float64]:
        """Give levels at the ends of months of shape (draws, names, months); drawn once, whatever is made of them."""
        if nearest not in self.drawn:
            generator = np.random.default_rng(SEED)
            self.drawn[nearest] = draw_at_days(self.found, when, DRAWS, generator, nearest=nearest)
        return self.drawn[nearest]


def read(lake: Lake, by: str, where: Mapping[str, str]) -> PullRows:
    """Ask for all counters with the groups of their names; a name whose filtered attribute is unknown loses them."""
    maker, base = columns(by)
    rows, names = lake.need(PULLS), lake.names("ollama")
    names = names.select("key", *IDENTITY)
    rows = filtered(rows.inner_join(names, rows.name == names.key), where)
    sure = ~rows.unsure
    rows = rows.select(
        "source",
        "observed_on",
        "name",
        "pulls_all_time",
        "rounding_pulls",
        maker=sure.ifelse(rows[maker], None),
        base=sure.ifelse(rows[base], None),
    )
    # What is drawn of all names is the same whatever they are grouped by.
    drawn = None if where else lake.once(PULLS, _nothing_drawn)
    return _shaped(lake.engine.arrow(rows.order_by("name", "observed_on")), drawn)


def _nothing_drawn(_: Engine, __: ir.Table) -> dict[tuple[str, ...], Drawn]:
    return {}


def _shaped(rows: pa.Table, drawn: dict[tuple[str, ...], Drawn] | None = None) -> PullRows:
    """Shape counters; `drawn` holds what was drawn before, by the names that it was drawn of."""
    dates, day = codes(rows.column("observed_on"))
    names, name = codes(rows.column("name"))
    shape = (len(names), len(dates))
    pulls, half, listed = np.full(shape, np.nan), np.zeros(shape), np.zeros(shape, bool)
    pulls[name, day] = numbers(rows, "pulls_all_time")
    half[name, day] = np.nan_to_num(numbers(rows, "rounding_pulls"))
    listed[name, day] = True
    of = {column: dict(zip(rows.column("name").to_pylist(), rows.column(column).to_pylist(), strict=True))
          for column in ("maker", "base")}  # fmt: skip
    days = np.array(dates, dtype="datetime64[D]").astype(np.float64)
    source = rows.column("source")[0].as_py() if rows.num_rows else ""
    return PullRows(
        curves(days, pulls, half, listed),
        tuple(of["maker"][n] for n in names),
        tuple(of["base"][n] for n in names),
        source,
        {} if drawn is None else drawn.setdefault(names, {}),
    )


def amounts(read: PullRows, choices: Mapping[str, str]) -> Amounts:
    """Give the amounts under one combination of choices, with draws of rounding and interpolation."""
    when = _cuts(read.found.days)
    flow, nearest = choices["quantity"] == "flow", choices["boundary"] == "nearest"
    level = at_days(read.found, when, nearest=nearest)
    drawn = read.draws(when, nearest=nearest)
    # From a counter not yet shown nothing can be differenced: its first figure holds all pulls before.
    value = np.nan_to_num(np.maximum(np.diff(level, axis=1), 0.0) if flow else level[:, 1:])
    spread = np.nan_to_num(np.diff(drawn, axis=2) if flow else drawn[:, :, 1:])
    named = read.maker if choices["attribution"] == "maker" else read.base
    groups = tuple(sorted({g for g in named if g is not None}))
    member = np.array([[g == group for g in named] for group in groups], dtype=np.float64).reshape(
        len(groups), len(named)
    )
    active = (level[:, 1:] > 0).astype(np.float64)
    unknown = np.array([g is None for g in named], dtype=bool)
    ends = [_day(day) for day in when[1:]]
    return Amounts(
        starts=tuple(_day(day) + dt.timedelta(days=1) for day in when[:-1]) if flow else tuple(ends),
        ends=tuple(ends),
        groups=groups,
        amount=(member @ value).T,
        n=(member @ active).T.astype(np.int64),
        unknown=value[unknown].sum(axis=0),
        remainder=np.zeros(len(ends)),
        status=_status(read.found, when, flow=flow),
        draws=np.einsum("gn,dnp->dpg", member, spread),
        resolution_days=31,
        sources=(read.source,),
        complete=True,
        ci_method="rounding of the counters (uniform) and place between two captures (beta), 400 draws, 95 %",
    )


def _cuts(days: NDArray[np.float64]) -> NDArray[np.float64]:
    """Give the first capture, every month's last day between the captures, and the last capture."""
    if not len(days) or days[0] == days[-1]:
        return days
    first, last = _day(days[0]), _day(days[-1])
    months = [dt.date(y, m, 1) - dt.timedelta(days=1) for y in range(first.year, last.year + 1) for m in range(1, 13)]
    inside = [(month - dt.date(1970, 1, 1)).days for month in months if first < month < last]
    return np.array([days[0], *inside, days[-1]], dtype=np.float64)


def _day(day: float) -> dt.date:
    return dt.date(1970, 1, 1) + dt.timedelta(days=int(day))


def _status(found: Curves, when: NDArray[np.float64], *, flow: bool) -> NDArray[np.str_]:
    if len(found.days) == 1:  # one reading of a counter says nothing of its flow
        return np.empty(0, np.str_)
    right = np.clip(np.searchsorted(found.days, when), 1, max(len(found.days) - 1, 1))
    wide = (found.days[right] - found.days[right - 1] > USUAL_GAP_DAYS) & ~np.isin(when, found.days)
    shaky = wide[1:] | wide[:-1] if flow else wide[1:]
    return np.where(shaky, str(Status.ESTIMATED), str(Status.OBSERVED))
