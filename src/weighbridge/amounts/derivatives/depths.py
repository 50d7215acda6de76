"""Lines of descent by their depth: summed in the engine by part of the accounts, base's group and state."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from weighbridge.amounts.derivatives.counting import wanted_states
from weighbridge.amounts.derivatives.reading import summed
from weighbridge.amounts.derivatives.rows import gone, grouped, lines
from weighbridge.amounts.grouping import codes, having
from weighbridge.estimate import Choice, Option
from weighbridge.schema import DERIVATIVES

if TYPE_CHECKING:
    import ibis.expr.types as ir
    import pyarrow as pa
    from numpy.typing import NDArray

    from weighbridge.lake import Lake

ENDS = Choice(
    "ends",
    "Which lines count, by where they end.",
    (
        Option("any", "all: a line ends where nobody states a parent, or nobody lists the repository"),
        Option("listed", "lines that end at a repository that a source lists: it states no parent itself"),
    ),
)


@dataclass(frozen=True)
class Depths:
    """Lines of one listing and basis as arrays of one length; `group` is -1 where it is not known.

    `weight`: fractions of descent; `n`: repositories, each counted once for a group.
    """

    end: dt.date | None
    groups: tuple[str, ...]
    part: NDArray[np.int64]
    group: NDArray[np.int64]
    depth: NDArray[np.int64]
    weight: NDArray[np.float64]
    n: NDArray[np.float64]


def read(lake: Lake, by: str, where: Mapping[str, str]) -> pa.Table:
    """Ask for the lines of one grouping of ultimate bases; UsageError for a filter that is no attribute of a base."""
    rows = grouped(lines(lake, "ever"), "root", by, where)
    known = lake.read(DERIVATIVES)
    listed = known.select(listed_repo=known.repo_id).distinct()
    rows = rows.left_join(listed, rows.root == listed.listed_repo)
    rows = rows.mutate(gone=gone(rows), listed=rows.listed_repo.notnull())
    of_group = ["source", "basis", "repo_id", "group"]
    rows = rows.mutate(first_any=_first(rows, of_group), first_listed=_first(rows, [*of_group, "listed"]) & rows.listed)
    keys = ["source", "basis", "end", "part", "group", "state", "gone", "listed", "depth"]
    found = rows.group_by(keys).aggregate(
        weight=summed(rows.weight, 2**40),
        n_any=rows.first_any.sum().cast("float64"),
        n_listed=rows.first_listed.sum().cast("float64"),
    )
    return lake.engine.ordered(found)


def _first(rows: ir.Table, keys: list[str]) -> ir.BooleanValue:
    import ibis

    window = ibis.window(group_by=keys, order_by=[rows.root, rows.depth])
    return ibis.row_number().over(window) == 0


def depths(read: pa.Table, choices: Mapping[str, str]) -> Depths:
    """Give the lines that count under one combination of choices; no end where the lake has none of the listing."""
    import pyarrow.compute as pc

    rows = having(read, source=choices["listing"], basis=choices["basis"])
    end = pc.max(rows.column("end")).as_py()
    of = wanted_states({**choices, "merges": "fractional", "downloaded": "any"})
    keep = of[rows.column("state").to_numpy().astype(np.int64)]
    if choices["removed"] == "out":
        keep &= ~rows.column("gone").to_numpy()
    if choices["ends"] == "listed":
        keep &= rows.column("listed").to_numpy()
    groups, group = codes(rows.column("group"))
    part, depth = (rows.column(name).to_numpy().astype(np.int64)[keep] for name in ("part", "depth"))
    weight, n = (rows.column(name).to_numpy()[keep] for name in ("weight", f"n_{choices['ends']}"))
    return Depths(end, groups, part, group[keep], depth, weight, n)
