"""How large models are: total and active parameters."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from weighbridge.abilities import LEVEL
from weighbridge.abilities.fits import Fits, fits
from weighbridge.abilities.frontier import holders, month_ends
from weighbridge.amounts.grouping import COLUMNS, columns, filtered, numbers
from weighbridge.estimate import Choice, Option, Panel, Status
from weighbridge.measures import Measure
from weighbridge.schema import SCORES
from weighbridge.stats.intervals import ENOUGH_DRAWS
from weighbridge.stats.order import median_interval

if TYPE_CHECKING:
    import pyarrow as pa
    from numpy.typing import NDArray

    from weighbridge.lake import Lake

PARAMETERS = Choice(
    "parameters",
    "Which parameters are counted: of a mixture of experts a token uses a part.",
    (Option("total", "all that must be stored"), Option("active", "those that one token uses: nearer to compute")),
    apart=True,
)
OF = Choice(
    "of",
    "Which model speaks for a group.",
    (
        Option("most_capable", "its most capable model released by then"),
        Option("largest", "the largest that it released in the twelve months before"),
        Option("median", "the middle of what it released in the twelve months before"),
    ),
)
POPULATION = Choice(
    "population",
    "Which models count.",
    (
        Option("scored", "those in the matrix of benchmark scores"),
        Option("tracked", "repositories on the curated list of first-party language models, each size by itself"),
    ),
)

MEASURE = Measure(
    name="model_size",
    title="Size of models",
    question="Who builds the larger models?",
    topic="small",
    definition="Total or active parameters of the model that speaks for a group at the end of a month.",
    unit="parameters",
    version=1,
    higher_is_better=None,
    reads=("subjects", "scores", "benchmarks"),
    misleads=(
        "Makers of closed models do not state their size: where the most capable model is one of them, nothing stands.",
        "A mixture of experts is large in total parameters, to be stored, and small in active ones, which cost.",
        "A release of many sizes counts once for each repository on the curated list.",
    ),
    choices=(PARAMETERS, OF, POPULATION),
    groupings=tuple(COLUMNS),
    place=110,
    race=False,
    # Repositories have no scores of their own. Few makers of dense models say that all parameters are active: the
    # middle of those that do would be of mixtures of experts alone.
    excluded=(("of", "most_capable", "population", "tracked"), ("parameters", "active", "of", "median")),
)
YEAR = np.timedelta64(365, "D")
TRACKED_BY = "atom_tracked_models"
BEGINS = dt.date(2023, 1, 31)


@dataclass(frozen=True)
class Sizes:
    """Models with group, day of release and parameters (NaN where not known); `fits` of those with scores."""

    names: tuple[str, ...]
    group: tuple[str | None, ...]
    released: NDArray[np.datetime64]
    parameters: Mapping[str, NDArray[np.float64]]


@dataclass(frozen=True)
class Read:
    """Both populations, and the fits that say which of the scored is most capable."""

    scored: Sizes
    tracked: Sizes
    fits: Fits


def read(lake: Lake, by: str, where: Mapping[str, str]) -> Read:
    """Ask for the size, day and group of every scored model and every tracked repository."""
    lake.need(SCORES)
    return Read(_sizes(lake, "epoch", by, where), _sizes(lake, "hub", by, where), fits(lake))


def _sizes(lake: Lake, namespace: str, by: str, where: Mapping[str, str]) -> Sizes:
    maker, _ = columns(by)
    rows = lake.names(namespace)
    rows = rows.filter(~rows.copy)
    rows = rows.filter(rows.tracked) if namespace == "hub" else rows
    rows = filtered(rows, where)
    named = rows.key if by == "model" else rows[maker]
    found: pa.Table = lake.engine.arrow(
        rows.select(
            "key", "created_on", "params_total", "params_active", group=rows.unsure.ifelse(None, named)
        ).order_by("key")
    )
    total, active = numbers(found, "params_total"), numbers(found, "params_active")
    return Sizes(
        tuple(found.column("key").to_pylist()),
        tuple(found.column("group").to_pylist()),
        found.column("created_on").to_numpy(zero_copy_only=False).astype("datetime64[D]"),
        {"total": total, "active": active},
    )


def compute(read: Read, choices: Mapping[str, str]) -> Panel:
    """Give the size of the model that speaks for each group at the end of each month."""
    of = read.scored if choices["population"] == "scored" else read.tracked
    known = of.parameters[choices["parameters"]]
    groups = tuple(sorted({group for group in of.group if group is not None}))
    ends = month_ends(BEGINS, read.fits.matrix.as_of)
    member = [np.array([g == group for g in of.group]) for group in groups]
    if choices["of"] == "most_capable":
        figures = [_most_capable(read, of, known, mask, ends) for mask in member]
    else:
        figures = [_recent(of, known, mask, ends, choices["of"]) for mask in member]
    value, low, high, n = (np.stack(part, axis=-1) for part in zip(*figures, strict=True)) if figures else _none(ends)
    stated = (~np.isnan(known)).mean() if len(known) else np.nan
    return Panel(
        starts=ends,
        ends=ends,
        groups=groups,
        value=value,
        low=low,
        high=high,
        n=n.astype(np.int64),
        status=np.where(np.isnan(value), str(Status.MISSING), str(Status.ESTIMATED)),
        coverage=np.full(len(ends), stated),
        certain=False,
        ci_method=METHODS[choices["of"]],
        resolution_days=31,
        sources=(read.fits.matrix.source,) if choices["population"] == "scored" else (TRACKED_BY,),
        ci_level=LEVEL,
    )


METHODS = {
    "most_capable": "sizes of the models that are most capable in the resamples of the fit, 90 %",
    "largest": "none: the largest of those whose size is stated",
    "median": "order statistics of the median, 90 %: of two to four models from least to most, which holds it less "
    "often, of one none; coverage is the part of models whose size is stated",
}
Figures = tuple["NDArray[np.float64]", "NDArray[np.float64]", "NDArray[np.float64]", "NDArray[np.int64]"]


def _none(ends: tuple[dt.date, ...]) -> Figures:
    return np.empty((len(ends), 0)), np.empty((len(ends), 0)), np.empty((len(ends), 0)), np.empty((len(ends), 0), int)


def _most_capable(
    read: Read, of: Sizes, known: NDArray[np.float64], mask: NDArray[np.bool_], ends: tuple[dt.date, ...]
) -> Figures:
    """Give the size of the group's best model, and the ends over who is best in the resamples."""
    found = read.fits.abilities({})
    at = {name: i for i, name in enumerate(found.models)}
    place = np.array([at.get(name, -1) for name in of.names], np.int64)
    scored = np.flatnonzero(mask & (place >= 0))
    rows = np.vstack([found.ability[None, :], found.draws])[:, place[scored]]
    held, n = holders(of.released[scored], rows, np.array(ends, "datetime64[D]"))
    size = np.where(held >= 0, known[scored][held] if len(scored) else np.nan, np.nan)
    few = np.isnan(size[1:]).mean(axis=0) > 1 - ENOUGH_DRAWS
    value, unknown = size[0], few | np.isnan(size[0])
    shown = np.where(unknown, 0.0, size[1:])
    low, high = np.nanquantile(shown, ((1 - LEVEL) / 2, (1 + LEVEL) / 2), axis=0, method="inverted_cdf")
    return (
        value,
        np.where(unknown, np.nan, np.fmin(low, value)),
        np.where(unknown, np.nan, np.fmax(high, value)),
        n,
    )


def _recent(
    of: Sizes, known: NDArray[np.float64], mask: NDArray[np.bool_], ends: tuple[dt.date, ...], which: str
) -> Figures:
    """Give the largest or the middle of what the group released in the twelve months up to each end."""
    stated = mask & ~np.isnan(known) & ~np.isnat(of.released)
    days, sizes = of.released[stated], known[stated]
    parts = [sizes[(days <= end) & (days > end - YEAR)] for end in np.array(ends, "datetime64[D]")]
    summed = [_summed(part, which) for part in parts]
    value, low, high = (np.array(column) for column in zip(*summed, strict=True))
    return value, low, high, np.array([len(part) for part in parts])


def _summed(sizes: NDArray[np.float64], which: str) -> tuple[float, float, float]:
    if not len(sizes):
        return np.nan, np.nan, np.nan
    if which == "largest":
        return float(sizes.max()), np.nan, np.nan
    return median_interval(sizes, LEVEL)
