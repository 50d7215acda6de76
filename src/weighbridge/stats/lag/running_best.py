"""The running best of a group of models: what its best model could do on each day, in every draw of the abilities."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray


@dataclass(frozen=True)
class RunningBest:
    """A rising step curve in each row: `best[:, k]` holds from the end of `days[k]` until `days[k + 1]`.

    `days` has shape (steps,), in days since 1970; the first is minus infinity, before any model. `best` has shape
    (rows, steps), in the unit of the abilities; minus infinity before the first model.
    """

    days: NDArray[np.float64]
    best: NDArray[np.float64]

    @property
    def floor(self) -> NDArray[np.float64]:
        """The level at which the curve begins, of shape (rows, 1): when less was first reached is not in the data.

        Plus infinity in a row without a model.
        """
        begun = np.where(np.isfinite(self.best), self.best, np.inf)
        return np.asarray(begun.min(axis=1, keepdims=True), np.float64)

    def at(self, days: NDArray[np.float64]) -> NDArray[np.float64]:
        """Give the best at the end of each of `days`, of shape (rows, days); minus infinity before the first model."""
        return self.best[:, self.step(days)]

    def step(self, days: NDArray[np.float64]) -> NDArray[np.int64]:
        """Give the step that holds at the end of each of `days`."""
        return np.searchsorted(self.days, days, side="right") - 1

    def reached(self, level: NDArray[np.float64]) -> NDArray[np.float64]:
        """Give the day on which each of `level`, of shape (rows, levels), was first reached; infinity if never."""
        below = (self.best[:, None, :] < level[:, :, None]).sum(axis=2)
        found: NDArray[np.float64] = np.append(self.days, np.inf)[below]
        return found


def running_best(released: NDArray[np.int64], ability: NDArray[np.float64]) -> RunningBest:
    """Make the running best of models released on `released`, (models,), with `ability`, (rows, models).

    A model whose ability is NaN in a row does not exist in that row. Models of one day make one step.
    """
    order = np.argsort(released, kind="stable")
    every = np.maximum.accumulate(np.where(np.isnan(ability), -np.inf, ability)[:, order], axis=1)
    days, first = np.unique(released[order], return_index=True)
    last = np.append(first[1:], len(order))[: len(days)] - 1
    best = np.concatenate([np.full((len(ability), 1), -np.inf), every[:, last]], axis=1)
    # Days on which no row rises are no steps: most models are not the best of their group in any draw.
    rises = np.append(True, (best[:, 1:] > best[:, :-1]).any(axis=0))
    return RunningBest(np.append(-np.inf, days.astype(np.float64))[rises], best[:, rises])
