"""What all contenders compute, the form in which they hand it over, and whether two of them agree."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

# Grouping -> column of `subjects`. Under the default choices copies count for their maker.
GROUPINGS = {
    "country": "country",
    "organisation": "organisation_id",
    "family": "family_id",
    "openness": "openness",
    "size_class": "size_class",
    "model": "release_id",
}
MEASURES = ("download_share", "download_total")
TOLERANCE = 1e-9

# (measure, grouping) -> day, group, value; a group without a counted repository on a day has no row.
Figures = dict[tuple[str, str], pa.Table]
SCHEMA = pa.schema([("day", pa.date32()), ("group", pa.string()), ("value", pa.float64())])


def save(figures: Figures, folder: Path) -> None:
    """Write one file for each measure and grouping."""
    folder.mkdir(parents=True, exist_ok=True)
    for (measure, by), rows in figures.items():
        order = [("day", "ascending"), ("group", "ascending")]
        pq.write_table(rows.cast(SCHEMA).sort_by(order), folder / f"{measure}-{by}.parquet")


def differences(mine: Path, theirs: Path) -> Mapping[str, float]:
    """Give the largest relative difference of each file; ValueError if a day and group stands on one side only."""
    return {f"{m}-{by}": _difference(mine, theirs, f"{m}-{by}.parquet") for m in MEASURES for by in GROUPINGS}


def _difference(mine: Path, theirs: Path, name: str) -> float:
    a, b = pq.read_table(mine / name), pq.read_table(theirs / name)
    keys = ["day", "group"]
    if not a.num_rows or not a.select(keys).equals(b.select(keys)):
        raise ValueError(f"{mine.name} and {theirs.name} differ in the rows of {name}: {a.num_rows} and {b.num_rows}")
    x, y = a.column("value").to_numpy(), b.column("value").to_numpy()
    return float(np.max(np.abs(x - y) / np.maximum(np.abs(y), np.finfo(float).tiny)))
