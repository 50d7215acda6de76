"""Scores of models on benchmarks as index arrays, checked at the door."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from weighbridge.errors import TableError

if TYPE_CHECKING:
    from numpy.typing import NDArray

SHOWN = 5  # names in a sentence


@dataclass(frozen=True)
class Scores:
    """What models reached on benchmarks, one score a pair.

    `performance[i]` in [0, 1] is of `models[model[i]]` on `benchmarks[benchmark[i]]`: arrays of shape (n,).
    """

    model: NDArray[np.int64]
    benchmark: NDArray[np.int64]
    performance: NDArray[np.float64]
    models: tuple[str, ...]
    benchmarks: tuple[str, ...]

    @property
    def counts(self) -> NDArray[np.int64]:
        """Give the scores of each model, shape (models,)."""
        return np.bincount(self.model, minlength=len(self.models))

    @property
    def counts_by_benchmark(self) -> NDArray[np.int64]:
        """Give the scores on each benchmark, shape (benchmarks,)."""
        return np.bincount(self.benchmark, minlength=len(self.benchmarks))

    def only(self, kept: NDArray[np.bool_]) -> Scores:
        """Keep the scores marked in `kept`, shape (n,), and the models and benchmarks that still have one."""
        models, model = np.unique(self.model[kept], return_inverse=True)
        benchmarks, benchmark = np.unique(self.benchmark[kept], return_inverse=True)
        return Scores(
            model.astype(np.int64),
            benchmark.astype(np.int64),
            self.performance[kept],
            tuple(self.models[i] for i in models),
            tuple(self.benchmarks[i] for i in benchmarks),
        )

    def without(self, benchmarks: Sequence[str]) -> Scores:
        """Leave out all scores on the benchmarks named."""
        absent = np.isin(np.array(self.benchmarks, object), np.array(list(benchmarks), object))
        return self.only(~absent[self.benchmark])


def gathered(models: Sequence[str], benchmarks: Sequence[str], performance: Sequence[float]) -> Scores:
    """Make scores of rows of (model, benchmark, performance): names are numbered as they appear, rows are checked.

    TableError where a score is outside [0, 1] or stated twice.
    """
    numbers: dict[str, int] = {}
    model = np.array([numbers.setdefault(name, len(numbers)) for name in models], np.int64)
    numbered: dict[str, int] = {}
    benchmark = np.array([numbered.setdefault(name, len(numbered)) for name in benchmarks], np.int64)
    made = Scores(model, benchmark, np.asarray(performance, np.float64), tuple(numbers), tuple(numbered))
    check(made)
    return made


def check(scores: Scores) -> None:
    """Raise TableError where there is no score, or one is outside [0, 1], not a number, or stated twice."""
    if not len(scores.performance):
        raise TableError("there is no score to fit", where="scores", then="widen the choice of benchmarks or days")
    inside = (scores.performance >= 0) & (scores.performance <= 1)
    if not inside.all():
        raise TableError(
            f"performance outside [0, 1]: {_named(scores, np.flatnonzero(~inside), with_value=True)}",
            where="scores",
            then="divide percentages by 100, and leave out what is no part of a whole",
        )
    again = _repeated(scores)
    if again.size:
        raise TableError(
            f"more than one score of a model on a benchmark: {_named(scores, again, with_value=False)}",
            where="scores",
            then="keep one run of each",
        )


def _repeated(scores: Scores) -> NDArray[np.int64]:
    pair = scores.model * len(scores.benchmarks) + scores.benchmark
    _, first = np.unique(pair, return_index=True)
    return np.setdiff1d(np.arange(len(pair)), first)


def _named(scores: Scores, rows: NDArray[np.int64], *, with_value: bool) -> str:
    shown = [
        f"{scores.models[scores.model[row]]} on {scores.benchmarks[scores.benchmark[row]]}"
        + (f" ({scores.performance[row]:g})" if with_value else "")
        for row in rows[:SHOWN].tolist()
    ]
    rest = len(rows) - len(shown)
    return ", ".join(shown) + (f" and {rest} more" if rest > 0 else "")
