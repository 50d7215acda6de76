"""What the index is fitted to and on: the matrix of scores, the benchmarks' difficulties and slopes, the scale."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from weighbridge.repeats import refuse_alike, refuse_repeats
from weighbridge.rows import Row, table_of
from weighbridge.scale import point_out_hundredths, refuse_one_score, share
from weighbridge.schema import DIFFICULTIES, FIRST_DAY, SCORES
from weighbridge.sources.epoch.shape import Shape
from weighbridge.values import day, flag, number, text

if TYPE_CHECKING:
    import pyarrow as pa

    from weighbridge.record import Reading, Record

# The two models that fix the scale of the index, in points.
ANCHORS = [("Claude 3.5 Sonnet", 130.0), ("GPT-5", 150.0)]
# `model` is the name that the index lists; the others are its versions, groups and numbers. The date is the model's.
BESIDE_THE_SCORE = (
    "model_id", "benchmark_id", "optimized", "model_version", "Model", "model_group", "Model aggregation",
    "Model Aggregation Date", "date", "source",
)  # fmt: skip


def _matrix(records: Sequence[Record], seen: Row, reading: Reading) -> dict[str, pa.Table]:
    rows = [{**seen, **_score(record)} for record in records]
    refuse_repeats(rows, ("model", "benchmark"), reading)
    for name in ("model", "benchmark"):
        refuse_alike((str(row[name]) for row in rows), name, reading)
    refuse_one_score(rows, "performance", reading)
    point_out_hundredths(rows, reading)
    return {"scores": table_of(SCORES, rows, reading)}


def _score(record: Record) -> Row:
    model, benchmark = record.take("model", text).strip(), record.take("benchmark", text).strip()
    performance = share(record, "performance", 1, f"{model} on {benchmark}")
    if performance is None:
        raise record.refuse("performance", f"is blank for `{model[:80]}` on `{benchmark[:80]}`")
    row = {
        "series": "matrix",
        "benchmark": benchmark,
        "model": model,
        "run": "",
        "performance": performance,
        "stderr": None,
        "harness": None,
        "benchmark_released_on": _benchmark_day(record, benchmark),
        "run_on": None,
    }
    record.ignore(*BESIDE_THE_SCORE)
    record.done()
    return row


def _benchmark_day(record: Record, benchmark: str) -> dt.date | None:
    """Read the day a benchmark came out; null and counted where it is older than any day that the tables hold."""
    stated = record.take_or_null("benchmark_release_date", text)
    if stated is not None and "1900" < stated < str(FIRST_DAY):
        record.reading.note("benchmark older than the tables' first day", f"{benchmark}, {stated}")
        return None
    try:
        return day(stated) if stated is not None else None
    except ValueError as error:
        raise record.refuse("benchmark_release_date", str(error)) from None


def _difficulties(records: Sequence[Record], seen: Row, reading: Reading) -> dict[str, pa.Table]:
    rows = []
    for record in records:
        benchmark = record.take("benchmark_name", text).strip()
        row = {
            "benchmark": benchmark,
            "difficulty": record.take("edi", number),
            "slope": record.take("estimated_slope_scaled", number),
            "anchor": record.take("is_anchor", flag),
            "benchmark_released_on": _benchmark_day(record, benchmark),
        }
        record.done()
        rows.append({**seen, **row})
    refuse_repeats(rows, ("benchmark",), reading)
    return {"difficulties": table_of(DIFFICULTIES, rows, reading)}


def _scale(records: Sequence[Record], _seen: Row, reading: Reading) -> dict[str, pa.Table]:
    """Check that points are still those of the known anchors: there is nothing else to keep."""
    for record in records:
        record.take("a", number), record.take("b", number)
        anchors = [
            (record.take(f"scaling_anchor{n}", text), record.take(f"scaling_anchor{n}_eci", number)) for n in (1, 2)
        ]
        if anchors != ANCHORS:
            reading.note("index anchored elsewhere", f"{anchors} instead of {ANCHORS}")
        record.done()
    return {}


FILES = {
    "eci_benchmarks.csv": Shape(_matrix, 1_000),
    "edi_scores.csv": Shape(_difficulties, 20),
    "eci_benchmark_difficulties_and_slopes.csv": Shape(_difficulties, 20),
    "eci_scaling.csv": Shape(_scale, 1),
}
