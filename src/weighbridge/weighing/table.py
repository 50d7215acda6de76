"""Estimates as columns, and a stretch of them as a sequence: each is made only when it is asked for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any, TypeVar, overload

from weighbridge.estimate import Estimate, Status
from weighbridge.weighing.column import Column, ColumnError, Figure, column, opened

T = TypeVar("T")
FIGURES = ("value", "ci_low", "ci_high", "range_low", "range_high", "coverage")
COUNTS = ("n", "rank_best", "rank_worst")
PLACES = ("period", "group", "status")
NAMES = (*PLACES, *FIGURES, *COUNTS)


@dataclass(frozen=True)
class Table:
    """Rows of estimates: `period`, `group` and `status` are places in the lists beside the columns."""

    rows: int
    periods: tuple[tuple[dt.date, dt.date], ...]
    groups: tuple[tuple[str, str], ...]  # name and id
    statuses: tuple[Status, ...]
    columns: dict[str, Column]

    def raw(self) -> bytes:
        """Give the bytes of all columns, one after the other."""
        return b"".join(self.columns[name].raw() for name in NAMES)

    def head(self) -> list[Any]:
        """Give what the columns do not hold, as JSON can say it."""
        periods = [[start.toordinal(), end.toordinal()] for start, end in self.periods]
        kinds = [[self.columns[name].code, self.columns[name].same] for name in NAMES]
        return [self.rows, periods, [list(group) for group in self.groups], list(self.statuses), kinds]


class Laid(Sequence[Estimate]):
    """Estimates `start` to `stop` of a table: equal to the tuple of them, and made one by one."""

    def __init__(self, table: Table, start: int, stop: int) -> None:
        self.table, self.start, self.stop = table, start, stop

    def __len__(self) -> int:
        return self.stop - self.start

    @overload
    def __getitem__(self, place: int) -> Estimate: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Estimate]: ...
    def __getitem__(self, place: int | slice) -> Estimate | Sequence[Estimate]:
        if isinstance(place, slice):
            return tuple(self)[place]
        found = range(self.start, self.stop)[place]
        return next(estimates(self.table, found, found + 1))

    def __iter__(self) -> Iterator[Estimate]:
        return estimates(self.table, self.start, self.stop)

    def __eq__(self, other: object) -> bool:
        return tuple(self) == tuple(other) if isinstance(other, (tuple, Laid)) else NotImplemented

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return repr(tuple(self))

    def column(self, name: str) -> list[Figure]:
        """Give one of `FIGURES` or `COUNTS` of every estimate; None where nothing is known."""
        return self.table.columns[name].take(self.start, self.stop)

    def periods(self) -> list[tuple[dt.date, dt.date]]:
        """Give the first and the last day of every estimate."""
        return _picked(self.table.periods, self.table.columns["period"], self.start, self.stop)

    def group_ids(self) -> list[str]:
        """Give the group's id of every estimate."""
        return [key for _, key in _picked(self.table.groups, self.table.columns["group"], self.start, self.stop)]

    def statuses(self) -> list[Status]:
        """Give the status of every estimate."""
        return _picked(self.table.statuses, self.table.columns["status"], self.start, self.stop)


def estimates(table: Table, start: int, stop: int) -> Iterator[Estimate]:
    """Make the estimates of some rows."""
    columns = table.columns
    periods = _picked(table.periods, columns["period"], start, stop)
    groups = _picked(table.groups, columns["group"], start, stop)
    statuses = _picked(table.statuses, columns["status"], start, stop)
    rest: list[list[Any]] = [columns[name].take(start, stop) for name in (*FIGURES, *COUNTS)]
    for (first, last), (group, key), status, value, low, high, least, most, coverage, n, best, worst in zip(
        periods, groups, statuses, *rest, strict=True
    ):
        yield Estimate(first, last, group, key, value, low, high, least, most, n, coverage, status, best, worst)


def laid(stretches: Sequence[Sequence[Estimate]]) -> Table:
    """Lay down stretches of estimates one after the other; ColumnError for what cannot be kept."""
    every = list(chain.from_iterable(stretches))
    periods = [(each.period_start, each.period_end) for each in every]
    groups = [(each.group, each.group_id) for each in every]
    statuses = [each.status for each in every]
    places = (_places(periods), _places(groups), _places(statuses))
    columns = {name: column(of, whole=True) for name, of in zip(PLACES, places, strict=True)}
    columns |= {name: column([getattr(each, name) for each in every]) for name in FIGURES}
    columns |= {name: column([getattr(each, name) for each in every], whole=True) for name in COUNTS}
    return Table(len(every), _listed(periods), _listed(groups), _listed(statuses), columns)


def _listed(of: Sequence[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(of))


def _places(of: Sequence[T]) -> list[Figure]:
    places = {kind: place for place, kind in enumerate(_listed(of))}
    return [places[each] for each in of]


def _picked(kinds: Sequence[T], places: Column, start: int, stop: int) -> list[T]:
    found: list[Any] = places.take(start, stop)
    return [kinds[place] for place in found]


def lifted(head: list[Any], raw: memoryview, most: int) -> Table:
    """Give back a table of at most `most` rows from its head and bytes; ValueError or TypeError where it is none."""
    rows, periods, groups, statuses, kinds = head
    # Columns of one value take no bytes, so a few could claim any number of rows.
    if type(rows) is not int or not 0 <= rows <= most:
        raise ColumnError("no possible number of rows")
    columns: dict[str, Column] = {}
    for name, (code, same) in zip(NAMES, kinds, strict=True):
        columns[name], raw = opened(code, same, rows, raw)
    if raw:
        raise ColumnError("more bytes than its head says")
    found = Table(rows, tuple(map(_period, periods)), tuple(map(_group, groups)), tuple(map(Status, statuses)), columns)
    _check(found)
    return found


def _period(days: Sequence[int]) -> tuple[dt.date, dt.date]:
    start, end = map(dt.date.fromordinal, days)
    return start, end


def _group(names: Sequence[Any]) -> tuple[str, str]:
    name, key = names
    if not (isinstance(name, str) and isinstance(key, str)):
        raise ColumnError("no name of a group")
    return name, key


def _check(table: Table) -> None:
    sizes = {"period": len(table.periods), "group": len(table.groups), "status": len(table.statuses)}
    if table.rows and not all(table.columns[name].within(size) for name, size in sizes.items()):
        raise ColumnError("a row of something that is not listed")
