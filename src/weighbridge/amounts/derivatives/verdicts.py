"""Derivatives by group and verdict under one combination of choices: what their ancestors' licences say of theirs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from weighbridge.amounts.derivatives import PARTS
from weighbridge.amounts.derivatives.counting import wanted_states
from weighbridge.amounts.derivatives.terms import VERDICTS
from weighbridge.amounts.grouping import codes, dense, having, numbers
from weighbridge.months import month_end

if TYPE_CHECKING:
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
    rows = having(read.lines[choices["against"]], source=choices["listing"])
    months, month = codes(rows.column("month"))
    groups, group = codes(rows.column("group"))
    group[group < 0] = len(groups)
    keep = wanted_states({**choices, **ASKED})[rows.column("state").to_numpy()]
    part, verdict = (rows.column(name).to_numpy() for name in ("part", "verdict"))
    shape = (PARTS, len(months), len(groups) + 1, len(VERDICTS))
    place = [of[keep] for of in (part, month, group, verdict)]
    # The engine adds thirds in any order: the last digits differ from run to run.
    sums = {name: np.round(dense(shape, place, numbers(rows, name)[keep]), DIGITS) for name in ("fraction", "repos")}
    last = {row["source"]: row["end"] for row in read.ends.to_pylist()}
    return Judged(
        starts=months,
        ends=tuple(min(month_end(start), last[choices["listing"]]) for start in months),
        groups=groups,
        fraction=sums["fraction"],
        repos=sums["repos"].sum(axis=0),
    )
