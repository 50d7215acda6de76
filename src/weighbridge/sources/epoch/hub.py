"""A file of the Benchmarking Hub to scores on one scale and to what its runs took."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from weighbridge.repeats import runs_apart
from weighbridge.rows import Row, table_of
from weighbridge.scale import point_out_hundredths, refuse_finer_scale, share
from weighbridge.schema import RUNS, SCORES
from weighbridge.sources.epoch.hub_files import BESIDE_EVERY_SCORE
from weighbridge.sources.epoch.shape import Shape
from weighbridge.values import day, instant, number, text

if TYPE_CHECKING:
    import pyarrow as pa

    from weighbridge.record import Reading, Record
    from weighbridge.sources.epoch.hub_files import HubFile

MOST_ROWS = 10_000


def hub_tables(file: HubFile, records: Sequence[Record], seen: Row, reading: Reading) -> dict[str, pa.Table]:
    """Give `scores` of series `hub`, and `runs` where the file tells costs. Raises ParseError."""
    reading.expect_rows("rows", len(records), file.fewest, MOST_ROWS)
    read = [row for record in records if (row := _row(record, file))]
    refuse_finer_scale(read, file.score, file.top, reading)
    rows = runs_apart([{**seen, "series": "hub", "benchmark": file.benchmark, **row} for row in read])
    point_out_hundredths(rows, reading)
    tables = {"scores": table_of(SCORES, rows, reading)}
    return tables | ({"runs": table_of(RUNS, rows, reading)} if file.cost else {})


def _row(record: Record, file: HubFile) -> Row | None:
    """Read a row; None, and counted, where it names no model or no score."""
    model = _model(record, file)
    run = record.take(file.run, text).strip()
    row = {
        "model": model,
        "run": run,
        "performance": share(record, file.score, file.top, model or "a row without a model"),
        "stderr": share(record, file.stderr, file.stderr_top, model or "") if file.stderr else None,
        "harness": _harness(record, file, run),
        "benchmark_released_on": None,
        "run_on": record.take_or_null(file.run_on, run_day) if file.run_on else None,
        **(_taken(record, file.cost) if file.cost else {}),
    }
    record.ignore(*BESIDE_EVERY_SCORE, *file.beside)
    record.done()
    missing = "model" if model is None else "score" if row["performance"] is None else ""
    if missing:
        record.reading.note(f"row without a {missing}", record.at)
    return None if missing else row


def _model(record: Record, file: HubFile) -> str | None:
    version = record.take_or_null("Model version", text)
    name = record.take_or_null(file.name, text) if file.name else None
    found = version or name
    return found.strip() if found else None


def _harness(record: Record, file: HubFile, run: str) -> str | None:
    # Where a file numbers no runs, its harness tells them apart: then that column is taken already.
    stated = [(name, run if name == file.run else record.take_or_null(name, text)) for name in file.harness]
    return ", ".join(f"{name}: {value.strip()}" for name, value in stated if value) or None


def _taken(record: Record, cost: str) -> Row:
    nothing = dict.fromkeys(("tasks", "input_tokens_per_task", "output_tokens_per_task", "seconds_per_task"))
    return {"usd_per_task": record.take_or_null(cost, number), **nothing}


def run_day(value: object) -> dt.date:
    """Read the day of a run, written as a day or as an instant: then its UTC day."""
    return instant(value).date() if isinstance(value, str) and "T" in value else day(value)


def _ratings(records: Sequence[Record], _seen: Row, reading: Reading) -> dict[str, pa.Table]:
    """Count the ratings of a board: they have no best that can be reached, so they are parts of nothing."""
    for record in records:
        record.take_or_null("Model version", text)
        record.take("Arena Score", number)
        record.ignore(*BESIDE_EVERY_SCORE, "Score 95% CI", "Votes", "Last updated", "95% CI High", "95% CI Low", "id")
        record.done()
    reading.note("rating of a board, which is no share", "`Arena Score`", len(records))
    return {}


FILES = {"webdev_arena_external.csv": Shape(_ratings, 20)}
