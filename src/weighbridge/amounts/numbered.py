"""Download cells with numbers in place of texts: read once, then grouped in any way by numpy alone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from weighbridge.errors import StoreError
from weighbridge.schema import DOWNLOAD_CELLS, IDENTITY

if TYPE_CHECKING:
    import ibis.expr.types as ir
    import pyarrow as pa
    from numpy.typing import NDArray

    from weighbridge.engine import Engine

COUNTS = ("downloads_30d", "downloads_all_time", "n_30d", "n_all_time")


@dataclass(frozen=True)
class Listing:
    """Cells of one listing by day and identity: index into `ends`, index of the identity, and each of COUNTS.

    All are arrays of one length.
    """

    ends: tuple[dt.date, ...]
    day: NDArray[np.int64]
    identity: NDArray[np.int64]
    counts: Mapping[str, NDArray[np.float64]]


@dataclass(frozen=True)
class Numbered:
    """Cells by source, and what each number is: row i of `identities` (number, IDENTITY) is number i."""

    listings: Mapping[str, Listing]
    identities: pa.Table


def numbered(engine: Engine, cells: ir.Table) -> Numbered:
    """Read `cells`: identities as text once, and of each cell a number and its counts."""
    import ibis

    cells = cells.mutate(number=ibis.struct({name: cells[name] for name in IDENTITY}).hash())
    identities = engine.arrow(cells.select("number", *IDENTITY).distinct())
    return arrays(engine.arrow(plain(cells)), identities)


def plain(cells: ir.Table) -> ir.Table:
    """Give source, observed_on, number and COUNTS as floats: what no repository states adds nothing."""
    counts = {name: cells[name].fill_null(0).cast("float64") for name in COUNTS}
    return cells.select("source", "observed_on", "number", **counts)


def arrays(rows: pa.Table, identities: pa.Table) -> Numbered:
    """Take rows (source, observed_on, number, COUNTS) apart by source, and let the numbers count from 0."""
    import pyarrow as pa
    import pyarrow.compute as pc

    order = np.argsort(whole(identities, "number"))
    known = whole(identities, "number")[order]
    if len(known) > 1 and not np.diff(known).all():
        raise StoreError("two identities have one number", where=DOWNLOAD_CELLS.name, then="report this as a bug")
    listings = {}
    for source in pc.unique(rows.column("source")).to_pylist():
        here = pc.equal(rows.column("source"), source)
        part = rows if pc.all(here).as_py() else rows.filter(here)
        ends, day = _days(part)
        identity = np.searchsorted(known, whole(part, "number"))
        in_order = np.lexsort((identity, day))
        counts = {name: part.column(name).to_numpy()[in_order] for name in COUNTS}
        listings[source] = Listing(ends, day[in_order], identity[in_order], counts)
    texts = identities.take(pa.array(order)).set_column(0, "number", pa.array(np.arange(len(order))))
    return Numbered(listings, texts)


def whole(rows: pa.Table, name: str) -> NDArray[np.int64]:
    """Give a column without nulls as integers."""
    return np.asarray(rows.column(name).to_numpy(), np.int64)


def _days(rows: pa.Table) -> tuple[tuple[dt.date, ...], NDArray[np.int64]]:
    days = rows.column("observed_on").to_numpy().astype("datetime64[D]").astype(np.int64)
    first = days.min(initial=2**31)
    seen = np.bincount(days - first) > 0
    ends = np.flatnonzero(seen) + first
    return tuple(ends.astype("datetime64[D]").tolist()), (np.cumsum(seen) - 1)[days - first]
