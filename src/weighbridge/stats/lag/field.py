"""The models of one fit by group, and what all definitions of a lag ask of a pair of groups, worked out once."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np

from weighbridge.stats.lag.definitions import caught_up, curves
from weighbridge.stats.lag.likeness import Models

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from weighbridge.stats.lag.between import Between
    from weighbridge.stats.lag.pairs import Pair
    from weighbridge.stats.lag.running_best import RunningBest


@dataclass(frozen=True)
class Field:
    """Models that have a day of release, the group of each (empty: not known), and whether they rest on few scores."""

    models: Models
    group: NDArray[np.str_]
    few: NDArray[np.bool_]
    _held: dict[Hashable, Any] = field(default_factory=dict, compare=False, repr=False)

    def curves(self, pair: Pair, tolerance: float | None) -> tuple[RunningBest, RunningBest]:
        """Give both running bests of a pair, the leader's first; see `definitions.curves`."""
        made: tuple[RunningBest, RunningBest] = self._once(
            (pair.group, tolerance), lambda: curves(self.part(pair.leader), self.part(pair.follower), tolerance)
        )
        return made

    def caught_up(self, pair: Pair, tolerance: float | None, days: NDArray[np.float64]) -> dict[str, Between]:
        """Give the lags of a pair that rest on times of waiting; see `definitions.caught_up`."""
        made: dict[str, Between] = self._once(
            (pair.group, tolerance, days.tobytes()), lambda: caught_up(*self.curves(pair, tolerance), days)
        )
        return made

    def part(self, groups: Sequence[str]) -> Models:
        """Give the models of some groups."""
        own = self.of(groups)
        return Models(self.models.released[own], self.models.ability[:, own])

    def of(self, groups: Sequence[str]) -> NDArray[np.bool_]:
        """Say which models are of some groups."""
        return np.isin(self.group, groups)

    def sides(self, pair: Pair, days: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
        """Count the models of both sides by day, 0 where one has none; say whether one best rests on few scores."""
        made: tuple[NDArray[np.int64], NDArray[np.bool_]] = self._once(
            (pair.group, days.tobytes()), lambda: self._sides(pair, days)
        )
        return made

    def _once(self, key: Hashable, make: Callable[[], Any]) -> Any:  # noqa: ANN401 - what is made
        if key not in self._held:
            self._held[key] = make()
        return self._held[key]

    def _sides(self, pair: Pair, days: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
        (one, few), (two, scarce) = (self._side(self.of(groups), days) for groups in (pair.follower, pair.leader))
        return np.where(np.minimum(one, two) > 0, one + two, 0), few | scarce

    def _side(self, own: NDArray[np.bool_], days: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
        ability = self.models.ability[0]
        out = (own & ~np.isnan(ability))[None, :] & (self.models.released <= days[:, None])
        if not out.shape[1]:
            return np.zeros(len(days), np.int64), np.zeros(len(days), bool)
        best = np.where(out, ability, -np.inf).argmax(axis=1)
        return out.sum(axis=1), self.few[best] & out.any(axis=1)
