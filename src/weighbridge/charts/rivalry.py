"""One group beside all others in many runs at once: how far it is ahead of the best of them, and who has most."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from weighbridge.weighing.flat import Flat

Told: TypeAlias = "tuple[float | None, float | None, float | None]"  # value, low, high
Figures: TypeAlias = "NDArray[np.float64]"


@dataclass(frozen=True)
class Rivalry:
    """What each run says that has a figure of the subject, in order of the runs.

    `margins`: a value, or of bounds alone what they leave; None where no other group has a figure. `ahead` has most;
    None where bounds alone are known and overlap.
    """

    runs: Sequence[int]
    own: Sequence[Told]
    margins: Sequence[Told | None]
    ahead: Sequence[str | None]


def rivalry(held: Flat, subject: str) -> Rivalry:
    """Set `subject` beside all others in every run that has a figure of it."""
    known = held.where(~np.isnan(held.weight))
    known = known.where(np.isin(known.run, known.run[known.of(subject)]))
    if not len(known.run):
        return Rivalry((), (), (), ())
    runs, begins, counts = np.unique(known.run, return_index=True, return_counts=True)
    field = _Field(known, begins, counts)
    own = field.first(known.of(subject))
    told = [_told(*each) for each in zip(known.value[own], known.low[own], known.high[own], strict=True)]
    margins = [_told(*each) if n > 1 else None for *each, n in zip(*field.margins(own), counts, strict=True)]
    return Rivalry(runs.tolist(), told, margins, field.ahead())


@dataclass(frozen=True)
class _Field:
    """Rows with a figure, in order of their runs: each begins at one of `begins` and has one of `counts` rows."""

    rows: Flat
    begins: NDArray[np.intp]
    counts: NDArray[np.intp]

    def first(self, of: NDArray[np.bool_]) -> NDArray[np.intp]:
        """Give the first row of each run that is one of `of`."""
        rows = np.flatnonzero(of)
        return np.asarray(rows[np.unique(self.rows.run[rows], return_index=True)[1]])

    def most(self, figures: Figures, but: NDArray[np.intp]) -> Figures:
        """Give the highest of each run, one row of each left out; minus infinity where there is no other."""
        left = np.where(np.isnan(figures), -np.inf, figures)
        left[but] = -np.inf
        return np.asarray(np.maximum.reduceat(left, self.begins))

    def end(self, end: Figures) -> Figures:
        """Give one end of what groups may have; of an open one, what they have at least."""
        return np.where(np.isnan(end), self.rows.weight, end)

    def margins(self, own: NDArray[np.intp]) -> tuple[Figures, Figures, Figures]:
        """Give the value by which rows are ahead of all others of their run, or the ends of what bounds leave."""
        other = self.most(self.rows.value, own)
        value = np.where(np.isinf(other), np.nan, self.rows.value[own] - other)
        low, high = self.end(self.rows.low), self.end(self.rows.high)
        ends = low[own] - self.most(high, own), high[own] - self.most(low, own)
        least, most = (np.where(np.isnan(value), end, np.nan) for end in ends)
        return value, least, most

    def ahead(self) -> list[str | None]:
        """Give who has most in each run; of bounds alone, who has more than any other can have."""
        weight = self.rows.weight
        first = self.first(weight == np.repeat(np.maximum.reduceat(weight, self.begins), self.counts))
        beyond = self.end(self.rows.low)[first] > self.most(self.end(self.rows.high), first)
        sure = ~np.isnan(self.rows.value[first]) | beyond
        ids = [self.rows.ids[place] for place in self.rows.group[first]]
        return [key if held else None for key, held in zip(ids, sure.tolist(), strict=True)]


def _told(*figures: float) -> Told:
    value, low, high = (None if np.isnan(figure) else float(figure) for figure in figures)
    return value, low, high
