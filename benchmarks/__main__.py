"""`make bench`: downloads beside pandas and Polars, fits beside scipy and girth, lags, lineage, a Hub, articles.

`evidence` measures undeclared descent on real data, and writes docs/evidence.md and the confidences of the package;
`site` publishes the site of real data.
"""

from __future__ import annotations

import argparse
import os
import shutil
import tempfile
from pathlib import Path

from benchmarks.downloads import bench
from benchmarks.generate import DAYS, ROWS, Plan
from benchmarks.lineage_hub import REPOSITORIES
from benchmarks.report import saved, shown

RESULTS = Path(__file__).parent / "results" / "latest.json"
FITS = Path(__file__).parent / "results" / "fits.json"
LAGS = Path(__file__).parent / "results" / "lags.json"
LINEAGE = Path(__file__).parent / "results" / "lineage.json"
HUB = Path(__file__).parent / "results" / "hub.json"
CHECK = Path(__file__).parent / "results" / "check.json"
SITE = Path(__file__).parent / "results" / "site.json"
ARCHIVE = Path(os.environ.get("WEIGHBRIDGE_ARCHIVE") or Path(__file__).resolve().parents[2] / "shared" / "archive")


def main() -> None:
    """Run what is named, print its tables and save them."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("what", nargs="?", choices=("all", *RUNS, *ALONE), default="all")
    parser.add_argument("--rows", type=int, default=ROWS, help="observations to invent (default: %(default)s)")
    parser.add_argument("--days", type=int, default=DAYS, help="days to spread them over (default: %(default)s)")
    parser.add_argument("--repeats", type=int, default=3, help="runs of Weighbridge and Polars (default: %(default)s)")
    parser.add_argument("--scratch", type=Path, help="where 3 GB may stand for a while (default: a temporary folder)")
    parser.add_argument("--replications", type=int, default=200, help="simulated matrices (default: %(default)s)")
    parser.add_argument("--repositories", type=int, default=REPOSITORIES, help="of the Hub (default: %(default)s)")
    parser.add_argument("--out", type=Path, default=RESULTS, help="results on downloads (default: %(default)s)")
    parser.add_argument("--fits-out", type=Path, default=FITS, help="results on fits (default: %(default)s)")
    parser.add_argument("--lags-out", type=Path, default=LAGS, help="results on lags (default: %(default)s)")
    parser.add_argument("--lineage-out", type=Path, default=LINEAGE, help="results on lineage (default: %(default)s)")
    parser.add_argument("--hub-out", type=Path, default=HUB, help="results on a whole Hub (default: %(default)s)")
    parser.add_argument("--check-out", type=Path, default=CHECK, help="results on articles (default: %(default)s)")
    parser.add_argument("--site-out", type=Path, default=SITE, help="results on the site (default: %(default)s)")
    parser.add_argument(
        "--archive", type=Path, default=ARCHIVE, help="real snapshots, for `evidence` and `site` (default: %(default)s)"
    )
    given = parser.parse_args()
    if given.what in ALONE:
        ALONE[given.what](given)
    for what, run in RUNS.items():
        if given.what in ("all", what):
            run(given)


def _evidence(given: argparse.Namespace) -> None:
    from benchmarks import evidence, evidence_report

    result = evidence.bench(given.archive)
    evidence_report.saved(result)
    print(evidence_report.page(result))
    print(f"\nSaved: {evidence_report.PAGE}, {evidence_report.MEASURED}")


def _site(given: argparse.Namespace) -> None:
    from benchmarks import site, site_report

    result = site.bench(given.archive)
    site_report.saved(result, given.site_out)
    print(site_report.shown(result))
    print(f"\nSaved: {given.site_out}")


def _lineage(given: argparse.Namespace) -> None:
    from benchmarks import lineage, lineage_report

    result = lineage.bench(given.repositories, given.repeats)
    lineage_report.saved(result, given.lineage_out)
    print(lineage_report.shown(result))
    print(f"\nSaved: {given.lineage_out}")


def _hub(given: argparse.Namespace) -> None:
    from benchmarks import hub_build, hub_report

    result = hub_build.bench(given.repositories, given.scratch)
    hub_report.saved(result, given.hub_out)
    print(hub_report.shown(result))
    print(f"\nSaved: {given.hub_out}")


def _check(given: argparse.Namespace) -> None:
    from benchmarks import check, check_report

    result = check.bench(given.repeats)
    check_report.saved(result, given.check_out)
    print(check_report.shown(result))
    print(f"\nSaved: {given.check_out}")


def _lags(given: argparse.Namespace) -> None:
    from benchmarks import lag_report

    result = lag_report.bench(given.replications)
    lag_report.saved(result, given.lags_out)
    print(lag_report.shown(result))
    print(f"\nSaved: {given.lags_out}")


def _levels(given: argparse.Namespace) -> None:
    from benchmarks import lag_levels, lag_report

    found = lag_levels.levels(lag_report.race(), lag_report.NOISE, given.replications, lag_report.DRAWS)
    print(lag_levels.shown(found))


def _fits(given: argparse.Namespace) -> None:
    from benchmarks import fit_report

    result = fit_report.bench(given.replications)
    fit_report.saved(result, given.fits_out)
    print(fit_report.shown(result))
    print(f"\nSaved: {given.fits_out}")


def _downloads(given: argparse.Namespace) -> None:
    scratch = Path(tempfile.mkdtemp(prefix="weighbridge-bench-", dir=given.scratch))
    try:
        result = bench(scratch, Plan(given.rows, given.days), given.repeats)
    finally:
        shutil.rmtree(scratch)
    saved(result, given.out)
    print(shown(result))
    print(f"\nSaved: {given.out}")


RUNS = {"downloads": _downloads, "fit": _fits, "lag": _lags, "lineage": _lineage, "hub": _hub, "check": _check}
# Real data are no part of the repository, so `all` does without them.
OF_ARCHIVE = {"evidence": _evidence, "site": _site}
# What the code holds as numbers is found again only when what it rests on has moved.
ALONE = {**OF_ARCHIVE, "levels": _levels}

if __name__ == "__main__":
    main()
