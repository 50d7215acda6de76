"""The newest matrix of scores in the lake, as arrays."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from weighbridge.amounts.grouping import codes, numbers
from weighbridge.errors import NoDataError
from weighbridge.stats.item_response import Scores

if TYPE_CHECKING:
    import ibis.expr.types as ir
    from numpy.typing import NDArray

    from weighbridge.engine import Engine


@dataclass(frozen=True)
class Matrix:
    """Scores, the day each benchmark came out (benchmarks,), NaT where unknown, whose they are and of which day."""

    scores: Scores
    came_out: NDArray[np.datetime64]
    source: str
    as_of: dt.date


def matrix(engine: Engine, scores: ir.Table) -> Matrix:
    """Read the newest edition: every refit of a publisher moves all scores, so two are never mixed."""
    rows = scores.filter(scores.series == "matrix")
    rows = rows.filter(rows.observed_on == rows.observed_on.max().as_scalar())
    found = engine.arrow(rows.order_by("benchmark", "model"))
    if not found.num_rows:
        then = "run `weighbridge fetch epoch` and `weighbridge build`"
        raise NoDataError("holds no matrix of scores", where="the lake", then=then)
    models, model = codes(found.column("model"))
    benchmarks, benchmark = codes(found.column("benchmark"))
    came_out = np.full(len(benchmarks), np.datetime64("NaT"), "datetime64[D]")
    came_out[benchmark] = found.column("benchmark_released_on").to_numpy(zero_copy_only=False).astype("datetime64[D]")
    source, as_of = (found.column(name)[0].as_py() for name in ("source", "observed_on"))
    return Matrix(Scores(model, benchmark, numbers(found, "performance"), models, benchmarks), came_out, source, as_of)
