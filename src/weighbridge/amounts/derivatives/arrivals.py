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
from weighbridge.amounts.grouping import codes, having
from weighbridge.schema import DERIVATIVES

if TYPE_CHECKING:
    import ibis.expr.types as ir
    import pyarrow as pa
    from numpy.typing import NDArray

    from weighbridge.lake import Lake

# A day that is not known; days count from 1970.
NO_DAY = np.iinfo(np.int64).min
# Days without a derivative that may end a life.
GAPS = (90, 30, 180)


@dataclass(frozen=True)
class ArrivalRows:
    """By base (`ultimate`, `nearest`): source, basis, base, group, state, created_on, n repositories, seen, born.

    `seen`: the last day on which the listing named one of them; `born`: the base's own day of creation; `ends`: source
    to its newest day. `made`, `spans` and `lasting` keep what is made of them.
    """

    of: Mapping[str, pa.Table]
    ends: Mapping[str, dt.date]
    made: dict[object, Arrivals] = field(default_factory=dict, compare=False)
    spans: dict[object, Spans] = field(default_factory=dict, compare=False)
    lasting: dict[object, Lasting] = field(default_factory=dict, compare=False)


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
class Spans:
    """What arrivals say of each base: first and last day (NO_DAY where none came), and how many came.

    `paused`: gap in days to the day after which nothing came for so long, the first time; NO_DAY where something did.
    `coverage`: part of all derivatives of which the day and the base's group are known.
    """

    first: NDArray[np.int64]
    last: NDArray[np.int64]
    n: NDArray[np.float64]
    paused: Mapping[int, NDArray[np.int64]]
    coverage: float


@dataclass(frozen=True)
class Rule:
    """What a life is. `gap`: days without a derivative that end it; `least`: derivatives that make a base.

    `from_birth`: it begins on the base's own day of creation, else with the first derivative. `at_first`: the first
    such gap ends it, else only one that lasts to the reading.
    """

    gap: int
    least: int
    from_birth: bool
    at_first: bool


@dataclass(frozen=True)
class Lives:
    """Bases that a listing watched: group, days lived, and whether the end was seen; else it lived so long at least."""

    group: NDArray[np.int64]
    days: NDArray[np.float64]
    ended: NDArray[np.bool_]


@dataclass(frozen=True)
class Lasting:
    """How long bases last: groups that have one which can be judged, and how many each has.

    `said`: by what is said of their lives, a row of value, low and high for each group.
    """

    group: NDArray[np.int64]
    n: NDArray[np.int64]
    said: Mapping[str, NDArray[np.float64]]


def read(lake: Lake, by: str, where: Mapping[str, str]) -> ArrivalRows:
    """Ask for the arrivals of one grouping; UsageError for a filter that is no attribute of a base."""
    rows = lines(lake, "ever")
    known = lake.read(DERIVATIVES)
    born = known.group_by(own=known.repo_id).aggregate(born=known.created_on.min())
    of = {
        base: lake.engine.ordered(_arrivals(grouped(rows, which, by, where), which, born))
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
    return found.left_join(born, found.base == born.own).drop("own")


def arrivals(read: ArrivalRows, choices: Mapping[str, str]) -> Arrivals:
    """Give the arrivals of a listing; no end where the lake has nothing of it."""
    key = choices["listing"], choices["basis"], choices["base"]
    if key not in read.made:
        read.made[key] = _arrays(read, *key)
    return read.made[key]


def _arrays(read: ArrivalRows, listing: str, basis: str, of: str) -> Arrivals:
    rows = having(read.of[of], source=listing, basis=basis)
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


def spans(read: ArrivalRows, choices: Mapping[str, str]) -> tuple[Arrivals, Spans]:
    """Give the arrivals of a listing, and the spans of what counts under the choices."""
    found = arrivals(read, choices)
    key = tuple(choices[name] for name in ("listing", "basis", "base", "relations", "population"))
    if key not in read.spans:
        of = wanted_states({**choices, "merges": "fractional", "downloaded": "any"})
        read.spans[key] = span(found, np.asarray(of[found.state], bool))
    return found, read.spans[key]


def span(found: Arrivals, keep: NDArray[np.bool_]) -> Spans:
    """Give the spans of the rows to keep.

    Of a derivative that is older than its base the card was written anew: it says nothing of when it came.
    """
    dated = keep & (found.day > NO_DAY)
    total, known = found.n[keep].sum(), found.n[dated & (found.group[found.base] >= 0)].sum()
    dated &= found.day >= found.born[found.base]
    base, day = found.base[dated], found.day[dated]
    ends = np.searchsorted(base, np.arange(len(found.seen)), "right")
    some = np.diff(ends, prepend=0) > 0
    first, last = np.full(len(found.seen), NO_DAY), np.full(len(found.seen), NO_DAY)
    first[some], last[some] = day[np.append(0, ends[:-1])[some]], day[ends[some] - 1]
    until = np.append(day[1:], 0)[: len(day)]
    until[ends[some] - 1] = found.seen[some]
    paused = {gap: _first_pause(base, day, until - day >= gap, len(found.seen)) for gap in GAPS}
    n = np.bincount(base, found.n[dated], len(found.seen)).astype(np.float64)
    return Spans(first, last, n, paused, float(known / total) if total else float("nan"))


def _first_pause(
    base: NDArray[np.int64], day: NDArray[np.int64], silent: NDArray[np.bool_], bases: int
) -> NDArray[np.int64]:
    found = np.full(bases, NO_DAY)
    # Backwards, so that of several the first stays.
    found[base[silent][::-1]] = day[silent][::-1]
    return found


def lives(found: Arrivals, of: Spans, rule: Rule) -> Lives:
    """Give the lives of the bases that can be judged: a base that began less than a gap before the reading cannot.

    An end is seen only when a gap has passed: so a base still alive was watched until a gap before the reading, no
    longer.
    """
    watched = found.seen - rule.gap
    ended = of.paused[rule.gap] > NO_DAY if rule.at_first else of.last <= watched
    end = np.where(ended, of.paused[rule.gap] if rule.at_first else of.last, watched)
    start = found.born if rule.from_birth else of.first
    judged = (of.n >= rule.least) & (of.first > NO_DAY) & (start > NO_DAY)
    judged[judged] = end[judged] >= start[judged]
    return Lives(found.group[judged], (end - start)[judged].astype(np.float64), ended[judged])
