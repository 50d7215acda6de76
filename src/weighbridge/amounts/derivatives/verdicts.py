"""Derivatives by group and verdict under one combination of choices: what their ancestors' licences say of theirs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from weighbridge.amounts.derivatives import PARTS
from weighbridge.amounts.derivatives.counting import month_end, wanted_states
from weighbridge.amounts.derivatives.terms import VERDICTS
from weighbridge.amounts.grouping import codes

if TYPE_CHECKING:
    import pyarrow as pa
    from numpy.typing import NDArray

    from weighbridge.amounts.derivatives.terms import TermsRows

# A merge counts for each ancestor by its part, and how much a repository is used is not asked.
ASKED = {"merges": "fractional", "downloaded": "any"}
DIGITS = 9


@dataclass(frozen=True)
class Judged:
    """Derivatives of each group by month and verdict; behind the groups stands one more, the unknown one.

    `fraction`: lines of descent by their fraction, of shape (PARTS, months, groups + 1, verdicts); `repos`:
    repositories, each at one verdict, of shape (months, groups + 1, verdicts).
    """

    starts: tuple[dt.date, ...]
    ends: tuple[dt.date, ...]
    groups: tuple[str, ...]
    fraction: NDArray[np.float64]
    repos: NDArray[np.float64]

    def of(self, *verdicts: str) -> NDArray[np.float64]:
        """Give the derivatives of known groups with any of `verdicts`; shape (PARTS, months, groups)."""
        wanted = [VERDICTS.index(word) for word in verdicts]
        found: NDArray[np.float64] = self.fraction[:, :, :-1, wanted].sum(axis=3)
        return found

    def n(self, *verdicts: str) -> NDArray[np.int64]:
        """Give their repositories; shape (months, groups)."""
        wanted = [VERDICTS.index(word) for word in verdicts]
        found: NDArray[np.float64] = self.repos[:, :-1, wanted].sum(axis=2)
        return found.astype(np.int64)


def judged(read: TermsRows, choices: Mapping[str, str]) -> Judged:
    """Give the derivatives that `listing`, `against`, `relations` and `population` let count."""
    rows = _of_listing(read.lines[choices["against"]], choices["listing"])
    months, month = codes(rows.column("month"))
    groups, group = codes(rows.column("group"))
    group[group < 0] = len(groups)
    part, state, verdict = (rows.column(name).to_numpy() for name in ("part", "state", "verdict"))
    keep = wanted_states({**choices, **ASKED})[state]
    shape = (PARTS, len(months), len(groups) + 1, len(VERDICTS))
    place = (part, month, group, verdict)
    last = {row["source"]: row["end"] for row in read.ends.to_pylist()}
    return Judged(
        starts=months,
        ends=tuple(min(month_end(start), last[choices["listing"]]) for start in months),
        groups=groups,
        fraction=_dense(shape, place, rows.column("fraction"), keep),
        repos=_dense(shape, place, rows.column("repos"), keep).sum(axis=0),
    )


def _of_listing(rows: pa.Table, listing: str) -> pa.Table:
    import pyarrow.compute as pc

    return rows.filter(pc.equal(rows.column("source"), listing))


def _dense(
    shape: tuple[int, ...], place: tuple[NDArray[np.int64], ...], values: pa.ChunkedArray, keep: NDArray[np.bool_]
) -> NDArray[np.float64]:
    index = np.ravel_multi_index(tuple(i[keep] for i in place), shape)
    weights = values.to_numpy().astype(np.float64)[keep]
    summed = np.asarray(np.bincount(index, weights, int(np.prod(shape))), np.float64)
    # The engine adds thirds in any order: the last digits differ from run to run.
    return np.round(summed, DIGITS).reshape(shape)
