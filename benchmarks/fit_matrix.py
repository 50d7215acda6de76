"""The real matrix that the fit is measured on: Epoch AI's scores of 2026-08-11, from the archive."""

from __future__ import annotations

import csv
import gzip
import io
import os
from pathlib import Path
from typing import TYPE_CHECKING

from weighbridge.errors import UsageError
from weighbridge.stats.item_response import gathered

if TYPE_CHECKING:
    from weighbridge.stats.item_response import Scores

MATRIX = Path("epoch") / "2026-08-11" / "eci_benchmarks.csv.gz"


def matrix() -> Scores:
    """Read the matrix; UsageError where there is no archive."""
    named = os.environ.get("WEIGHBRIDGE_ARCHIVE")
    file = (Path(named) if named else Path(__file__).resolve().parents[2] / "shared" / "archive") / MATRIX
    if not file.is_file():
        raise UsageError(f"no {MATRIX} in the archive", then="name the archive's folder in WEIGHBRIDGE_ARCHIVE")
    rows = list(csv.DictReader(io.StringIO(gzip.decompress(file.read_bytes()).decode())))
    return gathered(
        [row["model"] for row in rows],
        [row["benchmark"] for row in rows],
        [float(row["performance"]) for row in rows],
    )
