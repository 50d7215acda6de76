"""Downloads by group and day, from cells of Hub listings."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from weighbridge.amounts import Amounts
from weighbridge.amounts.grouping import codes, columns, dense, filtered, numbers
from weighbridge.estimate import Choice, Option, Status
from weighbridge.schema import DOWNLOAD_CELLS

if TYPE_CHECKING:
    import pyarrow as pa

    from weighbridge.lake import Lake

POPULATION = Choice(
    "population",
    "Which repositories count.",
    (
        Option("language", "models that read and write text, by the release or the Hub's task tag"),
        Option("tracked", "repositories on the curated first-party list of the ATOM Project"),
        Option("all", "every repository of the listing, embedding and classic models included"),
    ),
)
COPIES = Choice(
    "copies",
    "What is done with re-uploads and quantisations of another's weights.",
    (Option("to_maker", "they count for the maker of the weights"), Option("out", "they do not count")),
)
ATTRIBUTION = Choice(
    "attribution",
    "Whose a model is that was built on another maker's weights.",
    (Option("maker", "who released it"), Option("base", "who made the weights it was built on")),
)
# A copy is on no first-party list, so leaving copies out changes nothing there.
EXCLUDED = (("population", "tracked", "copies", "out"),)
WINDOW = dt.timedelta(days=29)


@dataclass(frozen=True)
class DownloadRows:
    """Cells of one grouping: one row for each listing, day, groups, field and flags."""

    rows: pa.Table


def read(lake: Lake, by: str, where: Mapping[str, str]) -> DownloadRows:
    """Ask for the rows of a grouping; rows whose filtered attribute is unknown lose their group."""
    maker, base = columns(by)
    cells = filtered(lake.need(DOWNLOAD_CELLS), where)
    known = ~cells.unsure
    cells = cells.mutate(
        maker_group=known.ifelse(cells[maker], None),
        base_group=known.ifelse(cells[base], None),
        language=(cells.field == "language").fill_null(False),
    )
    keys = ["source", "observed_on", "maker_group", "base_group", "language", "tracked", "copy"]
    sums = {name: cells[name].sum().cast("float64") for name in ("downloads_30d", "downloads_all_time", "n_30d", "n_all_time")}
    return DownloadRows(lake.engine.arrow(cells.group_by(keys).aggregate(**sums)))


def amounts(read: DownloadRows, choices: Mapping[str, str], count: str) -> Amounts:
    """Give the amounts of a listing under one combination of choices; `count` is `30d` or `all_time`.

    The rest of the Hub is not in the listing and its total is not stated: the remainder is NaN.
    """
    rows = _population(read.rows, choices)
    ends, day = codes(rows.column("observed_on"))
    groups, group = codes(rows.column("maker_group" if choices["attribution"] == "maker" else "base_group"))
    value, n = np.nan_to_num(numbers(rows, f"downloads_{count}")), numbers(rows, f"n_{count}")
    shape = (len(ends), len(groups))
    nowhere = np.where(group < 0, 0, -1)
    return Amounts(
        starts=tuple(end - WINDOW for end in ends) if count == "30d" else ends,
        ends=ends,
        groups=groups,
        amount=dense(shape, (day, group), value),
        n=dense(shape, (day, group), n).astype(np.int64),
        unknown=dense((len(ends), 1), (day, nowhere), value)[:, 0],
        remainder=np.full(len(ends), np.nan),
        status=np.full(len(ends), str(Status.OBSERVED)),
        resolution_days=_resolution(ends),
        sources=(choices["listing"],) if len(ends) else (),
    )


def _population(rows: pa.Table, choices: Mapping[str, str]) -> pa.Table:
    import pyarrow.compute as pc

    keep = pc.equal(rows.column("source"), choices["listing"])
    if choices["population"] != "all":
        keep = pc.and_(keep, rows.column(choices["population"]))
    if choices["copies"] == "out":
        keep = pc.and_(keep, pc.invert(rows.column("copy")))
    return rows.filter(keep)


def _resolution(ends: tuple[dt.date, ...]) -> int:
    if len(ends) < 2:
        return 1
    return max(1, int(np.median(np.diff(np.array(ends, dtype="datetime64[D]")).astype(int))))
