"""`make bench`: every download measure by every grouping, in Weighbridge, pandas and Polars, in one run."""

from __future__ import annotations

import argparse
import shutil
import tempfile
from pathlib import Path

from benchmarks.downloads import bench
from benchmarks.generate import DAYS, ROWS, Plan
from benchmarks.report import saved, shown

RESULTS = Path(__file__).parent / "results" / "latest.json"


def main() -> None:
    """Run the benchmark in a scratch folder, print its tables and save them."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--rows", type=int, default=ROWS, help="observations to invent (default: %(default)s)")
    parser.add_argument("--days", type=int, default=DAYS, help="days to spread them over (default: %(default)s)")
    parser.add_argument("--repeats", type=int, default=3, help="runs of Weighbridge and Polars (default: %(default)s)")
    parser.add_argument("--scratch", type=Path, help="where 3 GB may stand for a while (default: a temporary folder)")
    parser.add_argument("--out", type=Path, default=RESULTS, help="the file of results (default: %(default)s)")
    given = parser.parse_args()
    scratch = Path(tempfile.mkdtemp(prefix="weighbridge-bench-", dir=given.scratch))
    try:
        result = bench(scratch, Plan(given.rows, given.days), given.repeats)
    finally:
        shutil.rmtree(scratch)
    saved(result, given.out)
    print(shown(result))
    print(f"\nSaved: {given.out}")


if __name__ == "__main__":
    main()
