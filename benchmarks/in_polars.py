"""The figures in Polars: one lazy plan, streamed, over the same files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import polars as pl

from benchmarks.figures import GROUPINGS, Figures

if TYPE_CHECKING:
    from benchmarks.watch import Watch

COUNTS = ("downloads_30d", "downloads_all_time")
SUMS = [*(pl.sum(name) for name in COUNTS), *(pl.count(name).alias(f"n_{name}") for name in COUNTS)]


def run(root: Path, watch: Watch) -> Figures:
    """Sum to the finest grouping in one pass, then sum that again for each grouping: fewer rows meet six groupings."""
    with watch.step("cells"):
        cells = _cells(root).collect(engine="streaming")
    with watch.step("figures"):
        found = {by: _grouped(cells, column) for by, column in GROUPINGS.items()}
    return {(measure, by): rows.to_arrow() for by, both in found.items() for measure, rows in both.items()}


def _cells(root: Path) -> pl.LazyFrame:
    subjects = (
        pl.scan_parquet(root / "subjects" / "all.parquet")
        .filter(pl.col("namespace") == "hub", pl.col("field") == "language")
        .select(pl.col("key").alias("repo_id"), pl.col(*GROUPINGS.values()).cast(pl.Categorical))
    )
    facts = pl.scan_parquet(sorted((root / "downloads").rglob("*.parquet"))).select("observed_on", "repo_id", *COUNTS)
    return facts.join(subjects, on="repo_id").group_by("observed_on", *GROUPINGS.values()).agg(SUMS)


def _grouped(cells: pl.DataFrame, column: str) -> dict[str, pl.DataFrame]:
    rows = cells.group_by("observed_on", column).agg(pl.sum(*COUNTS, *(f"n_{name}" for name in COUNTS)))
    total = pl.sum("downloads_30d").over("observed_on")
    rows = rows.with_columns(share=pl.col("downloads_30d") / total).filter(pl.col(column).is_not_null())
    keys = [pl.col("observed_on").alias("day"), pl.col(column).cast(pl.String).alias("group")]
    return {
        "download_share": rows.filter(pl.col("n_downloads_30d") > 0).select(*keys, value="share"),
        "download_total": rows.filter(pl.col("n_downloads_all_time") > 0).select(
            *keys, value=pl.col("downloads_all_time").cast(pl.Float64)
        ),
    }
