"""A built lake to the starter data: everything of licensed sources, sums by family and maker of the others."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

from weighbridge.errors import StoreError
from weighbridge.lake import put_parquet
from weighbridge.schema import (
    ABILITIES,
    ADOPTIONS,
    BENCHMARKS,
    DERIVATIVES,
    DIFFICULTIES,
    DOWNLOAD_CELLS,
    DOWNLOADS,
    EVENTS,
    FAMILIES,
    ISSUES,
    LICENCE_PAIRS,
    LICENCES,
    LINEAGE,
    ORGANISATIONS,
    PRICES,
    PULLS,
    RATINGS,
    RELEASES,
    RUNS,
    SCORES,
    SOURCE_USES,
    SUBJECTS,
    TOKEN_CELLS,
    TOKENS,
)
from weighbridge.starter import MOST_BYTES

if TYPE_CHECKING:
    from collections.abc import Mapping

    import ibis.expr.types as ir
    import pyarrow as pa

    from weighbridge.lake import Lake
    from weighbridge.schema import Table

UNSTATED = "unstated"
OBSERVED_ON = "observed_on"  # the day of tables that are not kept by day
AGGREGATED = "family"
# What cannot be summed ships only where its collector states a licence; of LMArena's boards these two do.
SPOKEN = {SCORES: "model", ABILITIES: "model", RATINGS: "model", RUNS: "model", PRICES: "offer"}
NAMED = (TOKENS, PULLS, DOWNLOADS, LINEAGE, DERIVATIVES)
DECIDED = (ORGANISATIONS, FAMILIES, RELEASES, BENCHMARKS, LICENCES, LICENCE_PAIRS, ADOPTIONS, EVENTS)
LICENSED_BOARDS = ("text", "text_history")
SUMMED = {
    "total_tokens",
    "rounding_tokens",
    "rounding_variance",
    "n",
    "downloads_30d",
    "downloads_all_time",
    "n_30d",
    "n_all_time",
}


def make(lake: Lake, folder: Path) -> list[Path]:
    """Write the starter data of `lake` into `folder`, which is replaced; StoreError if they outgrow the package."""
    free = _licences(lake, licensed=True)
    stated = {
        **{table: _of(lake, table, free) for table in (*NAMED, *SPOKEN, DIFFICULTIES)},
        **{table: _cells(lake, table, free) for table in (TOKEN_CELLS, DOWNLOAD_CELLS)},
    }
    uses = _uses(lake, stated)
    tables = {
        **stated,
        SUBJECTS: _subjects(lake, free),
        SOURCE_USES: uses,
        ISSUES: _issues(lake, free),
        **{table: lake.read(table) for table in DECIDED},
    }
    shutil.rmtree(folder, ignore_errors=True)
    written = [_put(lake, table, rows, folder) for table, rows in tables.items()]
    written.append(_note(lake, uses, folder))
    return small(written, folder)


def small(written: list[Path], folder: Path) -> list[Path]:
    """Give the files again; StoreError if they outgrow the package."""
    size = sum(path.stat().st_size for path in written)
    if size > MOST_BYTES:
        raise StoreError(
            f"would be {size:,} bytes, more than {MOST_BYTES:,}", where=str(folder), then="ship fewer days or names"
        )
    return written


def _licences(lake: Lake, *, licensed: bool) -> list[str]:
    rows = lake.engine.arrow(lake.read(SOURCE_USES)).to_pylist()
    # Of a source under several licences, what may be passed on is picked row by row.
    return sorted(row["source"] for row in rows if (row["licence"] != UNSTATED) is licensed)


def _of(lake: Lake, table: Table, sources: list[str]) -> ir.Table:
    rows = lake.read(table)
    rows = rows.filter(rows.board.isin(LICENSED_BOARDS)) if table is RATINGS else rows
    return rows.filter(rows.source.isin(sources))


def _cells(lake: Lake, table: Table, free: list[str]) -> ir.Table:
    """Keep the cells of licensed sources; sum the others over releases."""
    import ibis

    rows = lake.read(table)
    other = rows.filter(~rows.source.isin(free)).mutate(release_id=ibis.null(str))
    sums: dict[str, Any] = {name: other[name].sum().cast(rows[name].type()) for name in rows.columns if name in SUMMED}
    summed = other.group_by(list(table.key)).aggregate(observed_at=other.observed_at.max(), **sums)
    loose = {name: kind(nullable=True) for name, kind in rows.schema().items()}
    return rows.filter(rows.source.isin(free)).cast(loose).union(summed.select(rows.columns).cast(loose))


def _subjects(lake: Lake, free: list[str]) -> ir.Table:
    """Keep the names that a licensed source states."""
    import ibis

    tokens, pulls, downloads = (_of(lake, table, free) for table in (TOKENS, PULLS, DOWNLOADS))
    subjects = lake.read(SUBJECTS)
    named = {"openrouter": tokens.slug, "ollama": pulls.name, "hub": _repositories(lake, downloads, free).repo_id}
    kept = [(subjects.namespace == space) & subjects.key.isin(of) for space, of in named.items()]
    # The names of a board or a price list stand in the namespace of its source.
    spoken = [_of(lake, table, free).select(of="source", name=column).distinct() for table, column in SPOKEN.items()]
    names = ibis.union(*spoken, distinct=True)
    listed = subjects.semi_join(names, [subjects.namespace == names.of, subjects.key == names.name])
    return subjects.filter(ibis.or_(*kept)).union(listed)


def _repositories(lake: Lake, downloads: ir.Table, free: list[str]) -> ir.Table:
    """Give the repositories that are counted, and those that they descend from."""
    import ibis

    lines = _of(lake, DERIVATIVES, free)
    ancestors = (lines.select(repo_id=column) for column in ("nearest", "root"))
    return ibis.union(downloads.select("repo_id"), *ancestors, distinct=True)


def _uses(lake: Lake, stated: Mapping[Table, ir.Table]) -> ir.Table:
    """Give the sources that something here comes from, with the terms and the last day of what is here."""
    import ibis

    rows = lake.read(SOURCE_USES)
    prices = lake.read(PRICES).select("source").distinct()
    rows = rows.filter(~((rows.licence == UNSTATED) & rows.source.isin(prices.source)))
    last = _last_days(stated)
    rows = rows.left_join(last, rows.source == last.of)
    return rows.mutate(
        as_of=ibis.coalesce(rows["last"], rows.as_of),
        grain=(rows.licence == UNSTATED).ifelse(AGGREGATED, rows.grain),
        licence=rows.licence.re_replace(f", {UNSTATED}$", ""),
        attribution=rows.attribution.re_replace(f"; {UNSTATED}: .*$", ""),
    )


def _last_days(stated: Mapping[Table, ir.Table]) -> ir.Table:
    """Give the last day of all dated rows of each source."""
    import ibis

    days = {table: table.day or OBSERVED_ON for table in stated}
    dated = [
        rows.select(of="source", last=days[table]) for table, rows in stated.items() if days[table] in rows.columns
    ]
    every = ibis.union(*(rows.cast({"last": "date"}).distinct() for rows in dated))
    return every.group_by("of").aggregate(last=every["last"].max())


def _issues(lake: Lake, free: list[str]) -> ir.Table:
    rows = lake.read(ISSUES)
    return rows.mutate(example=rows.source.isin(free).ifelse(rows.example, ""))


def _put(lake: Lake, table: Table, rows: ir.Table, folder: Path) -> Path:
    import pyarrow.parquet as pq

    from weighbridge.arrow import arrow_schema

    found: pa.Table = lake.engine.arrow(rows).select(arrow_schema(table).names).cast(arrow_schema(table))
    path = put_parquet(found, folder / table.name / "all.parquet", table.key)
    assert pq.read_metadata(path).num_rows == found.num_rows  # noqa: S101 - what was written is what was made
    return path


def _note(lake: Lake, uses: ir.Table, folder: Path) -> Path:
    """Write what the data are, for whoever opens the folder."""
    kept = [column.name for column in SOURCE_USES.columns]
    rows = lake.engine.arrow(uses.select(kept).order_by("source")).to_pylist()
    note = {
        "as_of": str(max(row["as_of"] for row in rows)),
        "made_by": "python -m weighbridge.starter ARCHIVE",
        "sources": [
            {
                **row,
                "as_of": str(row["as_of"]),
                "grain": "aggregated by family and maker" if row["grain"] == AGGREGATED else "as published",
            }
            for row in rows
        ],
    }
    path = folder / "starter.json"
    path.write_text(json.dumps(note, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    return path
