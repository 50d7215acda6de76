"""A stretch of a table as a sequence of estimates, each made only when it is asked for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, overload

from weighbridge.estimate import Estimate, Status
from weighbridge.weighing.table import Table, laid, shown

if TYPE_CHECKING:
    from weighbridge.weighing.column import Figure


class Stretch(Sequence[Estimate]):
    """The estimates in the rows `stored` of a table: equal to the tuple of them."""

    def __init__(self, table: Table, stored: Sequence[int]) -> None:
        self.table, self.stored = table, stored

    def __len__(self) -> int:
        return len(self.stored)

    @overload
    def __getitem__(self, place: int) -> Estimate: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Estimate]: ...
    def __getitem__(self, place: int | slice) -> Estimate | Sequence[Estimate]:
        if isinstance(place, slice):
            return tuple(self.table.estimates(self.rows[place]))
        return next(self.table.estimates([self.rows[place]]))

    def __iter__(self) -> Iterator[Estimate]:
        return self.table.estimates(self.rows)

    def __eq__(self, other: object) -> bool:
        return tuple(self) == tuple(other) if isinstance(other, (tuple, Stretch)) else NotImplemented

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return repr(tuple(self))

    @cached_property
    def rows(self) -> Sequence[int]:
        """The rows of the table, in the order of a series."""
        if not self.table.by_group:
            return self.stored
        keys = [shown(each) for each in self.table.estimates(self.stored)]
        return [self.stored[place] for place in sorted(range(len(keys)), key=keys.__getitem__)]

    def of(self, group_id: str) -> list[Estimate]:
        """Give the estimates of one group, by period; none where the group has none."""
        found = self.table.picked(self.table.groups, "group", self.stored)
        rows = [row for row, (_, key) in zip(self.stored, found, strict=True) if key == group_id]
        return sorted(self.table.estimates(rows), key=lambda each: each.period_end)

    def ends(self) -> list[dt.date]:
        """Give the last days of all periods that have an estimate, in order."""
        every = self.table.picked(self.table.periods, "period", self.stored)
        return sorted({end for _, end in every})

    def ending(self, day: dt.date) -> Stretch:
        """Give the estimates of the periods that end on a day."""
        every = self.table.picked(self.table.periods, "period", self.stored)
        return Stretch(self.table, [row for row, (_, end) in zip(self.stored, every, strict=True) if end == day])

    def groups(self) -> tuple[str, ...]:
        """Give the ids of all groups that have an estimate."""
        found = self.table.picked(self.table.groups, "group", self.stored)
        return tuple(key for _, key in dict.fromkeys(found))

    def span(self) -> tuple[dt.date, dt.date] | None:
        """Give the first and the last day of all estimates; none where there are none."""
        every = self.table.picked(self.table.periods, "period", self.stored)
        return (min(first for first, _ in every), max(last for _, last in every)) if every else None

    def column(self, name: str) -> list[Figure]:
        """Give one of `FIGURES` or `COUNTS` of every estimate; None where nothing is known."""
        return self.table.columns[name].take(self.rows)

    def periods(self) -> list[tuple[dt.date, dt.date]]:
        """Give the first and the last day of every estimate."""
        return self.table.picked(self.table.periods, "period", self.rows)

    def group_ids(self) -> list[str]:
        """Give the group's id of every estimate."""
        return [key for _, key in self.table.picked(self.table.groups, "group", self.rows)]

    def statuses(self) -> list[Status]:
        """Give the status of every estimate."""
        return self.table.picked(self.table.statuses, "status", self.rows)


def table_of(stretches: Sequence[Sequence[Estimate]]) -> Table:
    """Give the table that `stretches` are, one after the other, or lay them down; ColumnError as there."""
    table, stored = together(stretches)
    if list(stored) == list(range(table.rows)):
        return table
    # Rows that stand by group stand so wherever they are laid down; others may come to.
    return table.part(stored) if table.by_group else laid(stretches)


def together(stretches: Sequence[Sequence[Estimate]]) -> tuple[Table, Sequence[int]]:
    """Give a table that holds `stretches`, and their rows in it, one after the other; ColumnError as `laid`."""
    of = [each for each in stretches if isinstance(each, Stretch)]
    if len(of) < len(stretches) or not of or any(each.table is not of[0].table for each in of):
        table = laid(stretches)
        return table, range(table.rows)
    return of[0].table, list(chain.from_iterable(each.stored for each in of))
