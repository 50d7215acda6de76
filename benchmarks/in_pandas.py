"""The figures in pandas: days in runs that fit into memory, each joined and summed, then summed again by grouping."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd
import pyarrow as pa

from benchmarks.figures import GROUPINGS, Figures

if TYPE_CHECKING:
    from benchmarks.watch import Watch

COUNTS = ["downloads_30d", "downloads_all_time"]
# All rows at once would take some 20 GB.
DAYS_AT_ONCE = 32


def run(root: Path, watch: Watch) -> Figures:
    """Sum each run of days by every grouping; a day is in one run only, so nothing is summed twice."""
    files = sorted((root / "downloads").rglob("*.parquet"))
    with watch.step("figures"):
        subjects = _subjects(root)
        runs = [_summed(files[i : i + DAYS_AT_ONCE], subjects) for i in range(0, len(files), DAYS_AT_ONCE)]
        found = {by: _figures(pd.concat([run[by] for run in runs]), column) for by, column in GROUPINGS.items()}
    return {
        (measure, by): pa.Table.from_pandas(rows, preserve_index=False)
        for by, both in found.items()
        for measure, rows in both.items()
    }


def _subjects(root: Path) -> pd.DataFrame:
    columns = ["namespace", "key", "field", *GROUPINGS.values()]
    rows = pd.read_parquet(root / "subjects" / "all.parquet", columns=columns)
    rows = rows[(rows["namespace"] == "hub") & (rows["field"] == "language")].set_index("key")
    return rows[[*GROUPINGS.values()]].astype("category")


def _summed(files: list[Path], subjects: pd.DataFrame) -> dict[str, pd.DataFrame]:
    rows = pd.concat([pd.read_parquet(file, columns=["observed_on", "repo_id", *COUNTS]) for file in files])
    rows = rows.merge(subjects, left_on="repo_id", right_index=True).drop(columns="repo_id")
    return {by: _by(rows, column) for by, column in GROUPINGS.items()}


def _by(rows: pd.DataFrame, column: str) -> pd.DataFrame:
    groups = rows.groupby(["observed_on", column], observed=True, dropna=False, sort=False)[COUNTS]
    return pd.concat([groups.sum(), groups.count().add_prefix("n_")], axis=1).reset_index()


def _figures(rows: pd.DataFrame, column: str) -> dict[str, pd.DataFrame]:
    rows["share"] = rows["downloads_30d"] / rows.groupby("observed_on")["downloads_30d"].transform("sum")
    rows = rows[rows[column].notna()]
    return {
        "download_share": _tidy(rows[rows["n_downloads_30d"] > 0], column, "share"),
        "download_total": _tidy(rows[rows["n_downloads_all_time"] > 0], column, "downloads_all_time"),
    }


def _tidy(rows: pd.DataFrame, column: str, value: str) -> pd.DataFrame:
    return pd.DataFrame({"day": rows["observed_on"], "group": rows[column].astype("str"), "value": rows[value]})
