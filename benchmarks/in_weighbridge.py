"""The figures in Weighbridge: facts to cells in one pass of the engine, cells to figures by the measures themselves."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import ibis
import ibis.backends.duckdb
import numpy as np
import pyarrow as pa
import pyarrow.compute
import pyarrow.parquet

from benchmarks.figures import GROUPINGS, MEASURES, SCHEMA, Figures
from benchmarks.generate import LAST, SOURCE
from weighbridge.amounts import downloads, numbered
from weighbridge.building import cells
from weighbridge.building.state import State
from weighbridge.engine import Engine
from weighbridge.lake import Lake, batched
from weighbridge.measures import download_share, download_total
from weighbridge.schema import DOWNLOADS, IDENTITY, SUBJECTS

if TYPE_CHECKING:
    import ibis.expr.types as ir

    from benchmarks.watch import Watch
    from weighbridge.amounts.downloads import DownloadRows
    from weighbridge.estimate import Panel

MODULES = dict(zip(MEASURES, (download_share, download_total), strict=True))


def opened(root: Path) -> Lake:
    """Open the lake under `root` in a session of its own, started and ready."""
    lake = Lake(root, Engine(scratch=root / "scratch"), name="the benchmark's lake")
    lake.engine.arrow(lake.empty(SUBJECTS))
    return lake


def run(root: Path, watch: Watch) -> Figures:
    """Give the figures from the facts, without writing cells."""
    lake = opened(root)
    with watch.step("cells"):
        known = cells.numbered(lake)
        runs = batched(lake.files(DOWNLOADS), cells.SUMMED_AT_ONCE)
        sums = pa.concat_tables(_sums(lake, files, known) for files in runs)
        what = known.filter(known.namespace == "hub").select("identity", *IDENTITY).distinct().rename(number="identity")
        whole = numbered.arrays(sums, lake.engine.arrow(what))
        del sums
    with watch.step("figures"):
        panels = _panels(lambda by: downloads.group(lake.engine, whole, by, {}))
    return _figures(panels)


def _sums(lake: Lake, files: Sequence[Path], known: ir.Table) -> pa.Table:
    rows = lake.engine.parquet(files)
    sums = cells.download_sums(rows, known).mutate(source=ibis.literal(SOURCE))
    return lake.engine.arrow(numbered.plain(sums.rename(number="identity")))


def build(root: Path, watch: Watch) -> Figures:
    """Write the cells of every day as `weighbridge build` does, then ask the lake for the figures as a reader does."""
    lake = opened(root)
    days = [f"{SOURCE}/{file.stem}" for file in lake.files(DOWNLOADS)]
    with watch.step("cells by day, checked and written"):
        cells.weigh(lake, State(facts={DOWNLOADS.name: dict.fromkeys(days, "generated")}), None, LAST)
    lake.engine.close()
    lake = opened(root)
    with watch.step("figures from the lake"):
        panels = _panels(lambda by: downloads.read(lake, by, {}))
    return _figures(panels)


def _panels(read: Callable[[str], DownloadRows]) -> dict[tuple[str, str], Panel]:
    found = {}
    for by in GROUPINGS:
        rows = read(by)
        for name, module in MODULES.items():
            found[name, by] = module.compute(rows, module.MEASURE.settled({"listing": SOURCE}))
    return found


def _figures(panels: dict[tuple[str, str], Panel]) -> Figures:
    return {key: _tidy(panel) for key, panel in panels.items()}


def _tidy(panel: Panel) -> pa.Table:
    period, group = np.nonzero(panel.n > 0)
    days = np.array(panel.ends, "datetime64[D]")[period]
    names = pa.array(panel.groups).take(pa.array(group))
    return pa.table([pa.array(days), names, pa.array(panel.value[period, group])], schema=SCHEMA)
