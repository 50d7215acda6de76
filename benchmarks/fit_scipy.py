"""The same model as public code fits it: scipy's `least_squares`, one call for the fit and one for each resample.

Written from the published description, without Weighbridge's solver: all parameters in one array, the ridge as one
more residual sqrt(ridge * sum of squares), derivatives by differences or as one sparse matrix.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from scipy.optimize import least_squares
from scipy.sparse import csr_matrix

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from weighbridge.stats.item_response import Scores

EDGE, RIDGE = 1e-3, 0.1
FARTHEST, FLATTEST, STEEPEST = 10.0, 0.1, 10.0
TIGHT = {"ftol": 1e-15, "xtol": 1e-15, "gtol": 1e-12, "max_nfev": 1000}


@dataclass(frozen=True)
class Reference:
    """A fit by scipy. `derivatives`: `numerical` (dense, by differences), `sparse` or `dense` (by formula)."""

    scores: Scores
    anchor: int
    derivatives: str
    apart: bool = False  # each parameter's penalty a residual of its own: the same sum, and steps that converge

    @property
    def sizes(self) -> tuple[int, int]:
        """Give the numbers of models and benchmarks."""
        return len(self.scores.models), len(self.scores.benchmarks)

    def start(self) -> NDArray[np.float64]:
        """Give a start near nobody being ahead."""
        models, benchmarks = self.sizes
        noise = np.random.default_rng(42).normal(0, 0.1, models + benchmarks)
        return np.concatenate([noise, np.ones(benchmarks - 1)])

    def fitted(self, rows: NDArray[np.int64] | None = None, start: NDArray[np.float64] | None = None) -> Any:  # noqa: ANN401 - scipy's own result
        """Fit the scores, or the rows of a resample of them."""
        models, benchmarks = self.sizes
        rows = np.arange(len(self.scores.model)) if rows is None else rows
        begin = self.start() if start is None else start
        low = np.repeat([-FARTHEST, FLATTEST], [models + benchmarks, benchmarks - 1])
        high = np.repeat([FARTHEST, STEEPEST], [models + benchmarks, benchmarks - 1])
        given = self.scores.model[rows], self.scores.benchmark[rows], self.scores.performance[rows].clip(EDGE, 1 - EDGE)
        return least_squares(
            self.residuals,
            begin,
            jac={"sparse": self.jacobian, "dense": self.dense, "numerical": "2-point"}[self.derivatives],
            bounds=(low, high),
            args=given,
            **(TIGHT if self.apart else {}),
        )

    def parts(self, point: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
        """Give abilities, difficulties and all slopes."""
        models, benchmarks = self.sizes
        return (
            point[:models],
            point[models : models + benchmarks],
            np.insert(point[models + benchmarks :], self.anchor, 1.0),
        )

    def residuals(
        self,
        point: NDArray[np.float64],
        model: NDArray[np.int64],
        benchmark: NDArray[np.int64],
        performance: NDArray[np.float64],
    ) -> NDArray[np.float64]:
        """Give what the curve is off each score, then the penalty."""
        ability, difficulty, slope = self.parts(point)
        curve = 1 / (1 + np.exp(-slope[benchmark] * (ability[model] - difficulty[benchmark])))
        root = np.sqrt(RIDGE / len(point))
        return np.append(curve - performance, root * point if self.apart else root * np.sqrt((point**2).sum()))

    def jacobian(
        self,
        point: NDArray[np.float64],
        model: NDArray[np.int64],
        benchmark: NDArray[np.int64],
        performance: NDArray[np.float64],
    ) -> csr_matrix:
        """Give the derivatives of `residuals` as one sparse matrix."""
        models, benchmarks = self.sizes
        ability, difficulty, slope = self.parts(point)
        reach = ability[model] - difficulty[benchmark]
        curve = 1 / (1 + np.exp(-slope[benchmark] * reach))
        rise, row, free = curve * (1 - curve), np.arange(len(performance)), benchmark != self.anchor
        steep = models + benchmarks + benchmark - (benchmark > self.anchor)
        root = np.sqrt(RIDGE / len(point))
        last = np.arange(len(point))
        norm = np.sqrt((point**2).sum())
        values = rise * slope[benchmark], -rise * slope[benchmark], (rise * reach)[free]
        penalty = np.full(len(point), root) if self.apart else root * point / norm
        below = len(performance) + (last if self.apart else np.zeros_like(last))
        rows = np.concatenate([row, row, row[free], below])
        columns = np.concatenate([model, models + benchmark, steep[free], last])
        return csr_matrix((np.concatenate([*values, penalty]), (rows, columns)), shape=(int(below[-1]) + 1, len(point)))

    def dense(
        self,
        point: NDArray[np.float64],
        model: NDArray[np.int64],
        benchmark: NDArray[np.int64],
        performance: NDArray[np.float64],
    ) -> NDArray[np.float64]:
        """Give `jacobian` with its zeros: scipy then solves its steps exactly."""
        return np.asarray(self.jacobian(point, model, benchmark, performance).toarray(), np.float64)
