"""Downloads by group and day, from cells of Hub listings."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from weighbridge.amounts import Amounts
from weighbridge.amounts.grouping import codes, columns, filtered, spacing
from weighbridge.amounts.numbered import COUNTS, Listing, numbered, whole
from weighbridge.estimate import Choice, Option, Status
from weighbridge.schema import DOWNLOAD_CELLS

if TYPE_CHECKING:
    import pyarrow as pa
    from numpy.typing import NDArray

    from weighbridge.amounts.numbered import Numbered
    from weighbridge.engine import Engine
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
# A copy is on no first-party list, so leaving copies out changes nothing there.
EXCLUDED = (("population", "tracked", "copies", "out"),)
WINDOW = dt.timedelta(days=29)


NOTHING = Listing((), np.empty(0, np.int64), np.empty(0, np.int64), dict.fromkeys(COUNTS, np.empty(0)))
# Behind the groups stand two columns: what has no known group, and what does not count.
NAMELESS = 2


@dataclass(frozen=True)
class DownloadRows:
    """Cells and a grouping of their identities: `groups` has number, maker_group, base_group, language, tracked, copy.

    What a filter rules out has no row in `groups`.
    """

    cells: Numbered
    groups: pa.Table


def read(lake: Lake, by: str, where: Mapping[str, str]) -> DownloadRows:
    """Ask for the cells, once for all groupings; where a filtered attribute is not known, no group is."""
    return group(lake.engine, lake.once(DOWNLOAD_CELLS, numbered), by, where)


def group(engine: Engine, cells: Numbered, by: str, where: Mapping[str, str]) -> DownloadRows:
    """Group the identities of `cells`."""
    maker, base = columns(by)
    known = filtered(engine.table(cells.identities), where)
    groups = known.select(
        "number",
        "tracked",
        "copy",
        maker_group=(~known.unsure).ifelse(known[maker], None),
        base_group=(~known.unsure).ifelse(known[base], None),
        language=(known.field == "language").fill_null(False),
    )
    return DownloadRows(cells, engine.ordered(groups))


def amounts(read: DownloadRows, choices: Mapping[str, str], count: str) -> Amounts:
    """Give the amounts of a listing under one combination of choices; `count` is `30d` or `all_time`.

    The rest of the Hub is not in the listing and its total is not stated: the remainder is NaN.
    """
    listing = read.cells.listings.get(choices["listing"], NOTHING)
    names, of = _groups(read, choices)
    shape = (len(listing.ends), len(names) + NAMELESS)
    # All cells are summed, those that do not count too, into a column of their own: leaving them out first costs more.
    place = listing.day * shape[1] + of[listing.identity]
    value, n = (_summed(shape, place, listing.counts[f"{what}_{count}"]) for what in ("downloads", "n"))
    counted = np.bincount(place, minlength=shape[0] * shape[1]).reshape(shape)[:, :-1] > 0
    days, seen = np.flatnonzero(counted.any(axis=1)), np.flatnonzero(counted[:, :-1].any(axis=0))
    ends = tuple(listing.ends[i] for i in days)
    grouped = np.ix_(days, seen)
    return Amounts(
        starts=tuple(end - WINDOW for end in ends) if count == "30d" else ends,
        ends=ends,
        groups=tuple(names[i] for i in seen),
        amount=value[grouped],
        n=n[grouped].astype(np.int64),
        unknown=value[days, -2],
        remainder=np.full(len(ends), np.nan),
        status=np.full(len(ends), str(Status.OBSERVED)),
        resolution_days=spacing(ends),
        sources=(choices["listing"],) if ends else (),
    )


def _groups(read: DownloadRows, choices: Mapping[str, str]) -> tuple[tuple[str, ...], NDArray[np.int64]]:
    """Give the groups and, for each identity, the column of its own: behind them no known group, then not counted."""
    rows = _population(read.groups, choices)
    names, index = codes(rows.column("maker_group" if choices["attribution"] == "maker" else "base_group"))
    of = np.full(read.cells.identities.num_rows, len(names) + 1, np.int64)
    of[whole(rows, "number")] = np.where(index < 0, len(names), index)
    return names, of


def _summed(shape: tuple[int, int], place: NDArray[np.int64], values: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.asarray(np.bincount(place, values, shape[0] * shape[1]), np.float64).reshape(shape)


def _population(rows: pa.Table, choices: Mapping[str, str]) -> pa.Table:
    import pyarrow.compute as pc

    if choices["population"] != "all":
        rows = rows.filter(rows.column(choices["population"]))
    return rows.filter(pc.invert(rows.column("copy"))) if choices["copies"] == "out" else rows
