"""Facts and subjects to cells: a day's facts summed over every attribute that a measure may group or filter by."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from typing import TYPE_CHECKING

from weighbridge.building.state import digest
from weighbridge.schema import DOWNLOAD_CELLS, DOWNLOADS, IDENTITY, SUBJECTS, TOKEN_CELLS, TOKENS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    import ibis.expr.types as ir
    import pyarrow as pa

    from weighbridge.building.state import State
    from weighbridge.lake import Lake
    from weighbridge.schema import Table

# Moves when a cell's meaning moves.
CELLS_VERSION = 1
FLAGS = ("tracked", "copy")


def token_cells(tokens: ir.Table, subjects: ir.Table) -> ir.Table:
    """Sum `tokens` by identity and price; a remainder row keeps no identity."""
    rows = _identified(tokens, subjects, "openrouter", tokens.slug)
    rows = rows.mutate(free=rows.slug.endswith(":free"))
    keys = ["source", "series", "period_start", "period_end", "row", *IDENTITY, "free"]
    half = rows.rounding_tokens.cast("float64")
    return rows.group_by(keys).aggregate(
        total_tokens=rows.total_tokens.sum().cast("int64"),
        rounding_tokens=rows.rounding_tokens.sum().cast("int64"),
        # A value rounded to the nearest 2h is uniform on (-h, h): its variance is h squared over three.
        rounding_variance=(half * half / 3.0).sum(),
        n=rows.count(),
        observed_at=rows.observed_at.max(),
    )


def download_cells(downloads: ir.Table, subjects: ir.Table) -> ir.Table:
    """Sum `downloads` by identity; a repository without a count adds nothing, not zero."""
    rows = _identified(downloads, subjects, "hub", downloads.repo_id)
    return rows.group_by(["source", "observed_on", *IDENTITY]).aggregate(
        downloads_30d=rows.downloads_30d.sum().cast("int64"),
        downloads_all_time=rows.downloads_all_time.sum().cast("int64"),
        n_30d=rows.downloads_30d.count(),
        n_all_time=rows.downloads_all_time.count(),
        observed_at=rows.observed_at.max(),
    )


def _identified(facts: ir.Table, subjects: ir.Table, namespace: str, key: ir.StringValue) -> ir.Table:
    known = subjects.filter(subjects.namespace == namespace).select("key", *IDENTITY)
    rows = facts.left_join(known, key == known.key)
    return rows.mutate(**{flag: rows[flag].fill_null(False) for flag in FLAGS})


def weigh(lake: Lake, state: State, moved: pa.Table | None, today: dt.date) -> int:
    """Write the cells of days whose facts or whose subjects changed; give how many days were weighed."""
    n = _weigh(lake, state, TOKENS, TOKEN_CELLS, token_cells, "openrouter", "slug", moved, today)
    return n + _weigh(lake, state, DOWNLOADS, DOWNLOAD_CELLS, download_cells, "hub", "repo_id", moved, today)


def _weigh(
    lake: Lake,
    state: State,
    facts: Table,
    cells: Table,
    expression: Callable[[ir.Table, ir.Table], ir.Table],
    namespace: str,
    key: str,
    moved: pa.Table | None,
    today: dt.date,
) -> int:
    made = state.cells.setdefault(cells.name, {})
    wanted = {part: digest([of, f"cells {CELLS_VERSION}"]) for part, of in state.facts.get(facts.name, {}).items()}
    stale = {part for part, of in wanted.items() if made.get(part) != of or not lake.path(cells, *part.split("/")).exists()}
    if moved is not None and moved.num_rows:
        stale |= _touched(lake, facts, namespace, key, moved) & set(wanted)
    lake.drop(lake.path(cells, *part.split("/")) for part in set(made) - set(wanted))
    if stale:
        _write(lake, facts, cells, expression, stale, today)
    state.cells[cells.name] = wanted
    return len(stale)


def _touched(lake: Lake, facts: Table, namespace: str, key: str, moved: pa.Table) -> set[str]:
    rows, names = lake.read(facts), lake.engine.table(moved)
    names = names.filter(names.namespace == namespace)
    hit = rows.semi_join(names, rows[key] == names.key).select("source", facts.day).distinct()
    return {f"{row['source']}/{row[facts.day]}" for row in lake.engine.arrow(hit).to_pylist()}


def _write(
    lake: Lake, facts: Table, cells: Table, expression: Callable[[ir.Table, ir.Table], ir.Table], stale: Iterable[str], today: dt.date
) -> None:
    import pyarrow as pa
    import pyarrow.compute as pc

    by_source: defaultdict[str, list[str]] = defaultdict(list)
    for part in sorted(stale):
        source, day = part.split("/")
        by_source[source].append(day)
    subjects = lake.engine.table(lake.engine.arrow(lake.read(SUBJECTS)))
    for source, days in by_source.items():
        rows = lake.engine.parquet([lake.path(facts, source, day) for day in days])
        weighed = lake.engine.arrow(expression(rows, subjects)).sort_by(cells.day)
        column = weighed.column(cells.day)
        for day in days:
            part_rows = weighed.filter(pc.equal(column, pa.scalar(dt.date.fromisoformat(day))))
            lake.write(cells, part_rows, today, source=source, day=day)
