"""Lakes of a few models: scores, runs, benchmarks, and what the names are."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from weighbridge.arrow import arrow_schema
from weighbridge.estimate import Provenance, Series, SourceUse
from weighbridge.question import Question
from weighbridge.schema import BENCHMARKS, RUNS, SCORES, SUBJECTS
from weighbridge.series import answer

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from weighbridge.estimate import Estimate
    from weighbridge.lake import Lake
    from weighbridge.schema import Table

READ_ON = dt.date(2024, 6, 30)
TODAY = dt.date(2026, 8, 22)
AT = dt.datetime(2024, 6, 30, tzinfo=dt.UTC)


def use(name: str) -> SourceUse:
    return SourceUse(name, name, "MIT", name, "name", READ_ON, 1, "d" * 64)


PROVENANCE = Provenance((use("aider"), use("atom_tracked_models"), use("epoch")), "0", "small", "")


def table(of: Table, rows: Iterable[Mapping[str, Any]]) -> pa.Table:
    """Give rows of a table; a column that a row leaves out is null."""
    return pa.Table.from_pylist([dict(row) for row in rows], schema=arrow_schema(of))


def subject(key: str, namespace: str = "epoch", **known: Any) -> dict[str, Any]:  # noqa: ANN401 - any column
    """Give a row of `subjects`; what is not given is not known."""
    flags = {"tracked": False, "copy": False, "alias": False, "rule": "listed"}
    return {"namespace": namespace, "key": key, **flags, **known}


def put_subjects(lake: Lake, rows: Iterable[Mapping[str, Any]]) -> None:
    lake.write(SUBJECTS, table(SUBJECTS, rows), TODAY)


def put_benchmarks(lake: Lake, domains: Mapping[str, str | None]) -> None:
    rows = [{"benchmark": name, "benchmark_id": name, "domain": of, "asks": "x"} for name, of in domains.items()]
    lake.write(BENCHMARKS, table(BENCHMARKS, rows), TODAY)


def put_scores(lake: Lake, scores: Mapping[tuple[str, str], float]) -> None:
    """Write the matrix of one day: (model, benchmark) to the part reached."""
    common = {"source": "epoch", "series": "matrix", "observed_on": READ_ON, "run": "", "observed_at": AT}
    rows = [
        {**common, "model": model, "benchmark": benchmark, "performance": reached}
        for (model, benchmark), reached in scores.items()
    ]
    lake.write(SCORES, table(SCORES, rows), TODAY, source="epoch", day=str(READ_ON))


def put_runs(lake: Lake, source: str, rows: Iterable[Mapping[str, Any]], day: dt.date = READ_ON) -> None:
    """Write the runs that a source states on a day."""
    common = {"source": source, "observed_on": day, "run": "", "observed_at": AT}
    lake.write(RUNS, table(RUNS, [common | dict(row) for row in rows]), TODAY, source=source, day=str(day))


def asked(module: Any, lake: Lake, by: str, **choices: str) -> Series:  # noqa: ANN401 - a module
    """Measure under one combination of choices: no range is taken."""
    return answer(module, lake, Question(by, choices=module.MEASURE.settled(choices)), {}, PROVENANCE)


def filtered(module: Any, lake: Lake, by: str, **where: str) -> Series:  # noqa: ANN401 - a module
    """Measure under the default choices, counting only what passes `where`."""
    return answer(module, lake, Question(by, where=where, choices=module.MEASURE.settled({})), {}, PROVENANCE)


def last(series: Series) -> dict[str, Estimate]:
    """Give the estimates of the newest period by group."""
    return {e.group_id: e for e in series.estimates if e.period_end == series.as_of}
