"""Fits as they would have been on a past day: only models, and if asked only benchmarks, that were out by then."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from weighbridge.abilities import FEW, IN_UNITS, SEED, Abilities, placing
from weighbridge.errors import NoDataError
from weighbridge.stats import item_response

if TYPE_CHECKING:
    import datetime as dt

    from numpy.typing import NDArray

    from weighbridge.abilities.matrix import Matrix

DRAWS = 100


@dataclass
class Vintages:
    """Fits of one matrix as of past days, each made once. Abilities are in units of their own fit, not in points.

    The two models that fix the points are younger than most of these days, and a lag needs no scale. The scores are
    those of today: when each was published is not known.
    """

    matrix: Matrix
    released: NDArray[np.datetime64]  # (models,), NaT where unknown
    _made: dict[tuple[dt.date, str, bool], Abilities] = field(default_factory=dict, compare=False)

    def on(self, days: Sequence[dt.date], resampled: str, *, dated: bool) -> list[Abilities]:
        """Give the fit of each of `days`; `dated`: only on benchmarks that state that they were out.

        NoDataError where nothing with a score was out.
        """
        keys = [(day, resampled, dated) for day in days]
        for key in keys:
            if key not in self._made:
                self._made[key] = self._fitted(*key)
        return [self._made[key] for key in keys]

    def _fitted(self, day: dt.date, resampled: str, dated: bool) -> Abilities:  # noqa: FBT001 - part of the key
        placed, _ = placing.placed(self.matrix.scores.only(self._out(np.datetime64(day), dated=dated)))
        found = item_response.fit(placed)
        drawn = item_response.bootstrap(placed, found, draws=DRAWS, how=resampled, seed=SEED)
        return Abilities(
            models=placed.models,
            ability=np.round(found.ability, IN_UNITS),
            draws=np.round(drawn.ability, IN_UNITS),
            n=placed.counts,
            few=placed.counts < FEW,
            bounded=False,
            source=self.matrix.source,
            as_of=day,
            method=f"resamples of {resampled.replace('_', ' ')}, {DRAWS} draws, 90 %, of a fit for each quarter",
        )

    def _out(self, day: np.datetime64, *, dated: bool) -> NDArray[np.bool_]:
        """Say which scores are of a model, and if asked of a benchmark, that states that it was out."""
        scores = self.matrix.scores
        model: NDArray[np.bool_] = (self.released <= day)[scores.model]
        kept = model & (self.matrix.came_out <= day)[scores.benchmark] if dated else model
        if not kept.any():
            then = "ask for a later day or take known=now"
            raise NoDataError(f"no score of a model that was out on {day}", where="capability", then=then)
        return kept
