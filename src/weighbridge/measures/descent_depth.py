"""How many steps lie between a derivative and the model that its line of descent ends at."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np

from weighbridge.amounts.derivatives import BASIS, PARTS, POPULATION, RELATION
from weighbridge.amounts.derivatives.depths import ENDS, Depths, depths
from weighbridge.amounts.derivatives.depths import read as read_depths
from weighbridge.amounts.derivatives.drawing import METHOD, drawn
from weighbridge.amounts.derivatives.rows import GROUPINGS
from weighbridge.amounts.derivatives.stock import LISTING, REMOVED
from weighbridge.amounts.grouping import dense
from weighbridge.estimate import Choice, Option, Panel, Status
from weighbridge.measures import Measure
from weighbridge.stats.intervals import interval
from weighbridge.stats.weighted import quantile, ratio

if TYPE_CHECKING:
    import pyarrow as pa
    from numpy.typing import NDArray

    from weighbridge.lake import Lake

STATISTIC = Choice(
    "statistic",
    "What is said of the steps of a group's lines.",
    (
        Option("mean", "their mean"),
        Option("median", "the number of steps that half of the lines have at most"),
        Option("nine_in_ten", "the number of steps that nine in ten of the lines have at most"),
        Option("deeper", "the part of the lines with more than one step"),
    ),
    apart=True,
)
UNITS = {"deeper": "share"}
LEVELS = {"median": 0.5, "nine_in_ten": 0.9}
# Lines of more steps are told apart in means alone: a quantile beyond it is said to be at least that.
DEEPEST = 100
# With accounts in fewer parts than this, draws of parts say little of how the figure might have come out.
ENOUGH_PARTS = 10

MEASURE = Measure(
    name="descent_depth",
    title="Depth of descent",
    question="How many steps from the base are the models that are built on it?",
    topic="built_upon",
    definition=(
        "Steps on the line of descent from a repository to its ultimate base, one for each stated parent, over the "
        "derivatives of a group's bases at the newest reading of one listing; lines count by their part of the descent."
    ),
    unit="steps",
    version=1,
    higher_is_better=None,
    reads=("derivatives",),
    misleads=(
        "A line ends where nobody states a parent or nobody lists the repository: the true depth may be greater.",
        "A feed knows the parents of what it lists: an older parent's own parent is often in no source.",
        "A quantised copy is a step as any other: without copies among the derivatives, those on the way still count.",
        "A merge has a line through each nearest base, by its part; of several paths in one line, the longest counts.",
        "Uploaders name the ultimate base instead of what they really started from, and the other way round.",
        "Trees were walked below fine-tuned models alone: what stands on an adapter or a copy is not in them.",
    ),
    choices=(LISTING, BASIS, STATISTIC, ENDS, RELATION, POPULATION, REMOVED),
    groupings=tuple(GROUPINGS),
    place=42,
    race=False,
)


def read(lake: Lake, by: str, where: Mapping[str, str]) -> pa.Table:
    """Ask for lines of descent of one grouping by their depth."""
    return read_depths(lake, by, where)


def compute(read: pa.Table, choices: Mapping[str, str]) -> Panel:
    """Give the steps under one combination of choices; lines of an unknown base's are in the coverage alone."""
    found = depths(read, choices)
    sums = _sums(found, choices["statistic"])
    value = _figure(sums.sum(axis=0), choices["statistic"])
    low, high = _interval(sums, value, choices["statistic"])
    known, ends = ~np.isnan(value) | ~np.isnan(low), () if found.end is None else (found.end,)
    words = np.where(np.isnan(value), str(Status.BOUNDED), str(Status.ESTIMATED))
    words = np.where(~np.isnan(value) & ~np.isnan(low), str(Status.OBSERVED), words)
    n = np.bincount(found.group[found.group >= 0], found.n[found.group >= 0], len(found.groups))
    shape = (len(ends), len(found.groups))
    return Panel(
        starts=ends,
        ends=ends,
        groups=found.groups,
        value=np.broadcast_to(value, shape),
        low=np.broadcast_to(low, shape),
        high=np.broadcast_to(high, shape),
        n=np.broadcast_to(n.astype(np.int64), shape),
        status=np.broadcast_to(np.where(known, words, str(Status.MISSING)), shape),
        coverage=np.broadcast_to(_coverage(found), (len(ends),)),
        certain=False,
        ci_method=METHOD,
        sources=(choices["listing"],) if ends else (),
        unit=UNITS.get(choices["statistic"], ""),
    )


def _sums(found: Depths, statistic: str) -> NDArray[np.float64]:
    """Give weights by part of the accounts and group: by steps for a quantile; else of what is divided and by what."""
    shape = PARTS, len(found.groups)
    if statistic in LEVELS:
        at = np.minimum(found.depth, DEEPEST)
        return dense((*shape, 1 + DEEPEST), (found.part, found.group, at), found.weight)
    of = found.depth if statistic == "mean" else (found.depth > 1).astype(np.int64)
    parts = (dense(shape, (found.part, found.group), found.weight * by) for by in (of, np.ones_like(of)))
    return np.stack(list(parts), axis=2)


def _figure(sums: NDArray[np.float64], statistic: str) -> NDArray[np.float64]:
    """Give the statistic of sums of shape (..., groups, 2 or steps)."""
    if statistic not in LEVELS:
        return ratio(sums[..., 0], sums[..., 1])
    found = quantile(sums, LEVELS[statistic])
    return np.where(found < DEEPEST, found, np.nan)


def _interval(
    sums: NDArray[np.float64], value: NDArray[np.float64], statistic: str
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Give the ends; none where too few accounts speak, or where all lines are alike and draws could not differ."""
    low, high = interval(_figure(drawn(sums), statistic), value)
    parts = (sums.sum(axis=2) > 0).sum(axis=0)
    few = parts < ENOUGH_PARTS
    if statistic not in LEVELS:
        few |= high - low < np.finfo(np.float64).eps
    beyond = (parts > 0) & np.isnan(value)
    low = np.where(beyond, float(DEEPEST), np.where(few, np.nan, low))
    return low, np.where(beyond | few, np.nan, high)


def _coverage(found: Depths) -> float:
    """Give the part of the lines whose base's group is known."""
    total = found.weight.sum()
    return float(found.weight[found.group >= 0].sum() / total) if total else float("nan")
