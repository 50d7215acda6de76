"""The days on which derivatives of each base came, and how long they kept coming."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from weighbridge.amounts.derivatives import EVERY_MONTH
from weighbridge.amounts.derivatives.counting import wanted_states
from weighbridge.amounts.derivatives.rows import WHICH, grouped, lines
from weighbridge.amounts.grouping import codes
from weighbridge.schema import DERIVATIVES

if TYPE_CHECKING:
    import ibis.expr.types as ir
    import pyarrow as pa
    from numpy.typing import NDArray

    from weighbridge.lake import Lake

# A day that is not known; days count from 1970.
NO_DAY = np.iinfo(np.int64).min


@dataclass(frozen=True)
class ArrivalRows:
    """By base (`ultimate`, `nearest`): source, basis, base, group, state, created_on, n repositories, seen, born.

    `seen`: the last day on which the listing named one of them; `born`: the base's own day of creation; `ends`: source
    to its newest day. `made` keeps what is made of them.
    """

    of: Mapping[str, pa.Table]
    ends: Mapping[str, dt.date]
    made: dict[object, Arrivals] = field(default_factory=dict)


@dataclass(frozen=True)
class Arrivals:
    """Rows of one listing, basis and kind of base, by base and day: arrays of one length, and of one for each base.

    `day` is NO_DAY where it is not known, `born` too; `group` is -1. `seen`: the day of the listing's reading.
    """

    end: dt.date | None
    groups: tuple[str, ...]
    base: NDArray[np.int64]
    state: NDArray[np.int64]
    day: NDArray[np.int64]
    n: NDArray[np.float64]
    group: NDArray[np.int64]
    seen: NDArray[np.int64]
    born: NDArray[np.int64]


@dataclass(frozen=True)
class Rule:
    """What a life is. `gap`: days without a derivative that end it; `least`: derivatives that make a base.

    `from_birth`: it begins on the base's own day of creation, else with the first derivative. `first`: the first such
    gap ends it, else only one that lasts to the reading.
    """

    gap: int
    least: int
    from_birth: bool
    first: bool


@dataclass(frozen=True)
class Lives:
    """Bases that a listing watched: group, days lived, and whether the end was seen; else it lived so long at least."""

    group: NDArray[np.int64]
    days: NDArray[np.float64]
    ended: NDArray[np.bool_]


def read(lake: Lake, by: str, where: Mapping[str, str]) -> ArrivalRows:
    """Ask for the arrivals of one grouping; UsageError for a filter that is no attribute of a base."""
    rows = lines(lake, "ever")
    known = lake.read(DERIVATIVES)
    born = known.group_by(own=known.repo_id).aggregate(born=known.created_on.min())
    of = {
        base: lake.engine.arrow(_arrivals(grouped(rows, which, by, where), which, born))
        for base, which in WHICH.items()
    }
    ends = lake.engine.arrow(rows.select("source", "end").distinct()).to_pylist()
    return ArrivalRows(of, {row["source"]: row["end"] for row in ends})


def _arrivals(rows: ir.Table, which: str, born: ir.Table) -> ir.Table:
    """Count each repository once for a base, however many lines lead there."""
    found = rows.group_by("source", "basis", "group", "state", "created_on", base=rows[which]).aggregate(
        n=rows.repo_id.nunique(),
        # The whole Hub is read at once; a tree has a day of its own.
        seen=rows.source.isin(EVERY_MONTH).ifelse(rows.end, rows.observed_on).max(),
    )
    found = found.left_join(born, found.base == born.own).drop("own")
    return found.order_by("source", "basis", "base", "created_on", "state")


def arrivals(read: ArrivalRows, choices: Mapping[str, str]) -> Arrivals:
    """Give the arrivals of a listing; no end where the lake has nothing of it."""
    key = choices["listing"], choices["basis"], choices["base"]
    if key not in read.made:
        read.made[key] = _arrays(read, *key)
    return read.made[key]


def _arrays(read: ArrivalRows, listing: str, basis: str, of: str) -> Arrivals:
    import pyarrow.compute as pc

    rows = read.of[of]
    rows = rows.filter(pc.and_(pc.equal(rows.column("source"), listing), pc.equal(rows.column("basis"), basis)))
    bases, base = codes(rows.column("base"))
    groups, group = codes(rows.column("group"))
    of_base = np.full(len(bases), -1, np.int64)
    of_base[base] = group
    seen, born = np.full(len(bases), NO_DAY), np.full(len(bases), NO_DAY)
    np.maximum.at(seen, base, _days(rows, "seen"))
    born[base] = _days(rows, "born")
    day = _days(rows, "created_on")
    order = np.lexsort((day, base))
    state, n = (rows.column(name).to_numpy()[order] for name in ("state", "n"))
    end = read.ends[listing] if len(bases) else None
    return Arrivals(end, groups, base[order], state, day[order], n.astype(np.float64), of_base, seen, born)


def _days(rows: pa.Table, name: str) -> NDArray[np.int64]:
    import pyarrow as pa
    import pyarrow.compute as pc

    found = pc.cast(pc.cast(rows.column(name), pa.date32()), pa.int32()).cast(pa.int64())
    return np.asarray(pc.fill_null(found, int(NO_DAY)).to_numpy(), np.int64)


def counted(found: Arrivals, choices: Mapping[str, str]) -> NDArray[np.bool_]:
    """Say of each row whether it counts under the choices, whatever its day."""
    of = wanted_states({**choices, "merges": "fractional", "downloaded": "any"})
    return np.asarray(of[found.state], bool)


def lives(found: Arrivals, keep: NDArray[np.bool_], rule: Rule) -> Lives:
    """Give the lives of the bases that can be judged: a base that began less than a gap before the reading cannot.

    An end is seen only when a gap has passed: so a base still alive was watched until a gap before the reading, no
    longer. Of a derivative that is older than its base, the card was written anew: it says nothing of when it came.
    """
    keep = keep & (found.day > NO_DAY) & (found.day >= found.born[found.base])
    base, day = found.base[keep], found.day[keep]
    many = np.bincount(base, found.n[keep], len(found.seen)) >= rule.least
    opens = np.diff(base, prepend=-1) > 0
    closes = np.append(opens[1:], True)[: len(base)]
    until = np.where(closes, found.seen[base], np.append(day[1:], 0)[: len(base)])
    silent = (until - day >= rule.gap) & (closes | rule.first)
    watched = found.seen - rule.gap
    end = watched.copy()
    # Backwards, so that of several silences the first stays.
    end[base[silent][::-1]] = day[silent][::-1]
    ended = np.zeros(len(end), bool)
    ended[base[silent]] = True
    start = np.full(len(end), NO_DAY)
    start[base[opens]] = day[opens]
    if rule.from_birth:
        start = np.where(start > NO_DAY, found.born, start)
    judged = many & (start > NO_DAY) & (end >= start)
    return Lives(found.group[judged], (end - start)[judged].astype(np.float64), ended[judged])
