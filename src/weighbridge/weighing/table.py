"""Estimates as columns."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from math import inf
from typing import Any, TypeVar

from weighbridge.estimate import Estimate, Status
from weighbridge.weighing.column import Column, ColumnError, Figure, column, opened

T = TypeVar("T")
FIGURES = ("value", "ci_low", "ci_high", "range_low", "range_high", "coverage")
COUNTS = ("n", "rank_best", "rank_worst")
PLACES = ("period", "group", "status")
NAMES = (*PLACES, *FIGURES, *COUNTS)


@dataclass(frozen=True)
class Table:
    """Rows of estimates: `period`, `group` and `status` are places in the lists beside the columns.

    `by_group`: each stretch stands by group and day, which takes a fifth less room, and is put back when it is read:
    by period, the largest first.
    """

    rows: int
    by_group: bool
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
        return [self.rows, self.by_group, periods, [list(group) for group in self.groups], list(self.statuses), kinds]

    def estimates(self, rows: Sequence[int]) -> Iterator[Estimate]:
        """Make the estimates of some rows."""
        told = (self.picked(self.periods, "period", rows), self.picked(self.groups, "group", rows))
        statuses = self.picked(self.statuses, "status", rows)
        rest: list[list[Any]] = [self.columns[name].take(rows) for name in (*FIGURES, *COUNTS)]
        for (first, last), (group, key), status, value, low, high, least, most, coverage, n, best, worst in zip(
            *told, statuses, *rest, strict=True
        ):
            yield Estimate(first, last, group, key, value, low, high, least, most, n, coverage, status, best, worst)

    def picked(self, kinds: Sequence[T], name: str, rows: Sequence[int]) -> list[T]:
        """Give of a list beside the columns what stands in some rows."""
        places: list[Any] = self.columns[name].take(rows)
        return [kinds[place] for place in places]

    def part(self, rows: Sequence[int]) -> Table:
        """Give the table of some rows."""
        periods = self.picked(self.periods, "period", rows)
        groups = self.picked(self.groups, "group", rows)
        statuses = self.picked(self.statuses, "status", rows)
        figures = {name: self.columns[name].take(rows) for name in (*FIGURES, *COUNTS)}
        return _laid(periods, groups, statuses, figures, by_group=self.by_group)


def laid(stretches: Sequence[Sequence[Estimate]]) -> Table:
    """Lay down stretches of estimates one after the other; ColumnError for what cannot be kept."""
    by_group = all(list(stretch) == sorted(stretch, key=shown) for stretch in stretches)
    every = list(chain.from_iterable(sorted(each, key=stood) if by_group else each for each in stretches))
    periods = [(each.period_start, each.period_end) for each in every]
    groups = [(each.group, each.group_id) for each in every]
    figures = {name: [getattr(each, name) for each in every] for name in (*FIGURES, *COUNTS)}
    return _laid(periods, groups, [each.status for each in every], figures, by_group=by_group)


def _laid(
    periods: list[tuple[dt.date, dt.date]],
    groups: list[tuple[str, str]],
    statuses: list[Status],
    figures: Mapping[str, list[Figure]],
    *,
    by_group: bool,
) -> Table:
    places = (_places(periods), _places(groups), _places(statuses))
    columns = {name: column(of, whole=True) for name, of in zip(PLACES, places, strict=True)}
    columns |= {name: column(of, whole=name in COUNTS) for name, of in figures.items()}
    return Table(len(periods), by_group, _listed(periods), _listed(groups), _listed(statuses), columns)


def shown(estimate: Estimate) -> tuple[dt.date, float, str]:
    """Give what the rows of a series are sorted by: the period, and in it the largest first."""
    best = estimate.ci_low if estimate.value is None else estimate.value
    return estimate.period_end, inf if best is None else -best, estimate.group_id


def stood(estimate: Estimate) -> tuple[str, dt.date]:
    """Give what rows are sorted by to take the least room."""
    return estimate.group_id, estimate.period_end


def _listed(of: Sequence[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(of))


def _places(of: Sequence[T]) -> list[Figure]:
    places = {kind: place for place, kind in enumerate(_listed(of))}
    return [places[each] for each in of]


def lifted(head: list[Any], raw: memoryview, most: int) -> Table:
    """Give back a table of at most `most` rows from its head and bytes; ValueError or TypeError where it is none."""
    rows, by_group, periods, groups, statuses, kinds = head
    # Columns of one value take no bytes, so a few could claim any number of rows.
    if type(rows) is not int or not 0 <= rows <= most:
        raise ColumnError("no possible number of rows")
    columns: dict[str, Column] = {}
    for name, (code, same) in zip(NAMES, kinds, strict=True):
        columns[name], raw = opened(code, same, rows, raw)
    if raw:
        raise ColumnError("more bytes than its head says")
    lists = (tuple(map(_period, periods)), tuple(map(_group, groups)), tuple(map(Status, statuses)))
    found = Table(rows, bool(by_group), *lists, columns)
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
