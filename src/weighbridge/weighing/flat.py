"""The estimates of many runs as arrays, to be compared at once: none of them is made."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from weighbridge.weighing.stretch import together

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from numpy.typing import NDArray

    from weighbridge.estimate import Run


@dataclass(frozen=True)
class Flat:
    """One row for each estimate: arrays of shape (rows,), figures NaN where nothing is known.

    `run` is the place of its run among all `runs`, in order; within a run rows stand as in a series: by period, the
    largest first. `group` is the place of its group's id in `ids`.
    """

    runs: int
    run: NDArray[np.intp]
    group: NDArray[np.intp]
    ids: tuple[str, ...]
    value: NDArray[np.float64]
    low: NDArray[np.float64]
    high: NDArray[np.float64]

    @cached_property
    def weight(self) -> NDArray[np.float64]:
        """What a group is ranked by: its value, or the least it must have, or where that is open the most it can."""
        return np.where(~np.isnan(self.value), self.value, np.where(np.isnan(self.low), self.high, self.low))

    def of(self, group_id: str) -> NDArray[np.bool_]:
        """Say of each row whether it is of a group."""
        place = self.ids.index(group_id) if group_id in self.ids else -1
        return np.asarray(self.group == place)

    def where(self, rows: NDArray[np.bool_]) -> Flat:
        """Keep some rows."""
        columns = (self.value[rows], self.low[rows], self.high[rows])
        return Flat(self.runs, self.run[rows], self.group[rows], self.ids, *columns)

    def under(self, groups: Collection[str]) -> dict[str, list[float | None]]:
        """Give what each of `groups` is ranked by under every run, None where a run has no figure of it."""
        found: dict[str, list[float | None]] = {}
        for key in self.ids:
            if key in groups:
                rows = self.of(key)
                every = np.full(self.runs, np.nan)
                every[self.run[rows]] = self.weight[rows]
                found[key] = [None if np.isnan(each) else each for each in every.tolist()]
        return found


def flat(runs: Sequence[Run]) -> Flat:
    """Lay the estimates of `runs` one below the other."""
    table, stored = together([run.estimates for run in runs])
    rows = np.asarray(stored, dtype=np.intp)
    run = np.repeat(np.arange(len(runs)), [len(run.estimates) for run in runs])
    value, low, high = (table.columns[name].array(rows) for name in ("value", "ci_low", "ci_high"))
    names = sorted({key for _, key in table.groups})
    at = {key: place for place, key in enumerate(names)}
    places = np.array([at[key] for _, key in table.groups], dtype=np.intp)
    group, day = (table.columns[name].array(rows).astype(np.intp) for name in ("group", "period"))
    group, ends = places[group], np.array([end.toordinal() for _, end in table.periods], dtype=np.intp)
    best = np.where(np.isnan(value), low, value)
    order = np.lexsort((group, -best, ends[day], run))  # NaN, of which no figure is known, stands last
    return Flat(len(runs), run[order], group[order], tuple(names), value[order], low[order], high[order])
