"""What models take to solve tasks of a benchmark: dollars, tokens, time."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from weighbridge.amounts.grouping import COLUMNS, columns, filtered, numbers
from weighbridge.errors import NoDataError
from weighbridge.estimate import Choice, Option, Panel, Status
from weighbridge.measures import Measure
from weighbridge.schema import BENCHMARKS, IDENTITY, RUNS, SUBJECTS
from weighbridge.stats.intervals import interval

if TYPE_CHECKING:
    import pyarrow as pa
    from numpy.typing import NDArray

    from weighbridge.lake import Lake

QUANTITIES = {
    "usd_per_solved": ("usd_per_task", True, "USD"),
    "usd_per_task": ("usd_per_task", False, "USD"),
    "output_tokens_per_solved": ("output_tokens_per_task", True, "tokens"),
    "output_tokens_per_task": ("output_tokens_per_task", False, "tokens"),
    "seconds_per_task": ("seconds_per_task", False, "seconds"),
}
QUANTITY = Choice(
    "quantity",
    "What is counted.",
    (
        Option("usd_per_solved", "dollars of the run, by tasks solved, at the prices of its day"),
        Option("usd_per_task", "dollars of the run, by tasks tried"),
        Option("output_tokens_per_solved", "tokens written, reasoning included, by tasks solved"),
        Option("output_tokens_per_task", "tokens written, reasoning included, by tasks tried"),
        Option("seconds_per_task", "time of the run, by tasks tried: that of the provider more than of the model"),
    ),
    apart=True,
)
BENCHMARK = Choice(
    "benchmark",
    "Which tasks.",
    (
        Option("aider-polyglot", "exercises in six programming languages, two tries"),
        Option("swe-bench-bash", "issues of public repositories, with a shell alone"),
        Option("weirdml", "unusual tasks of machine learning"),
        Option("the-agent-company", "office work in a simulated firm"),
    ),
    apart=True,
)
OF = Choice(
    "of",
    "Which runs speak for a group.",
    (
        Option("median", "the middle of its runs"),
        Option("best", "its run with the highest score"),
        Option("least", "its run that takes least"),
    ),
)

MEASURE = Measure(
    name="tokens_and_cost_to_solve",
    title="Tokens and cost to solve",
    question="Who needs more tokens, or more money, for the same tasks?",
    topic="cheap",
    definition="Dollars, tokens or seconds that published runs of a benchmark took, by tasks solved or by tasks tried.",
    unit="USD",
    version=1,
    higher_is_better=False,
    reads=("runs", "subjects", "benchmarks"),
    misleads=(
        "Only runs whose publisher states a cost are here; a run whose cost reads 0 was not priced and is left out.",
        "Dollars are those of the provider and the day of the run: prices have fallen since.",
        "Tokens of two makers are cut by two tokenizers and are not the same unit.",
        "A weak model spends little on tasks that it does not solve: read dollars by task tried too.",
        "The middle of few runs is that of the models that somebody chose to run.",
    ),
    choices=(QUANTITY, BENCHMARK, OF),
    groupings=tuple(COLUMNS),
    place=120,
    race=False,
)
DRAWS, SEED = 400, 20260811
METHOD = (
    f"runs of the group drawn anew, {DRAWS} draws, 95 %, of one run alone none; coverage is the part of runs with a "
    "published figure"
)


@dataclass(frozen=True)
class Runs:
    """Runs with their group (None where not known), benchmark id and figures, and the day of the newest capture."""

    benchmark: tuple[str | None, ...]
    group: tuple[str | None, ...]
    performance: NDArray[np.float64]
    figures: Mapping[str, NDArray[np.float64]]
    source: tuple[str, ...]
    as_of: dt.date | None


def read(lake: Lake, by: str, where: Mapping[str, str]) -> Runs:
    """Ask for the newest capture of every run with the group of its model."""
    maker, _ = columns(by)
    rows, names, asks = lake.need(RUNS), lake.read(SUBJECTS), lake.read(BENCHMARKS)
    newest = rows.group_by("source", "benchmark").aggregate(newest=rows.observed_on.max())
    rows = rows.inner_join(newest, ["source", "benchmark"])
    rows = rows.filter(rows.observed_on == rows.newest).drop("newest")
    names = names.select("key", of="namespace", **{name: names[name] for name in IDENTITY})
    rows = rows.inner_join(names, [rows.model == names.key, rows.source == names.of])
    rows = rows.left_join(asks.select("benchmark", "benchmark_id"), "benchmark")
    rows = filtered(rows, where)
    named = rows.model if by == "model" else rows[maker]
    columns_ = {name for name, _, _ in QUANTITIES.values()}
    rows = rows.select(
        "source", "observed_on", "benchmark_id", "performance", *columns_, group=rows.unsure.ifelse(None, named)
    )
    return _shaped(lake.engine.arrow(rows), columns_)


def _shaped(rows: pa.Table, figures: set[str]) -> Runs:
    days = rows.column("observed_on").to_pylist()
    return Runs(
        tuple(rows.column("benchmark_id").to_pylist()),
        tuple(rows.column("group").to_pylist()),
        numbers(rows, "performance"),
        {name: numbers(rows, name) for name in figures},
        tuple(rows.column("source").to_pylist()),
        max(days, default=None),
    )


def compute(read: Runs, choices: Mapping[str, str]) -> Panel:
    """Give each group's figure on one benchmark; runs without a published figure are left out and counted."""
    column, solved, unit = QUANTITIES[choices["quantity"]]
    here = _of_one_source(read, np.array([of == choices["benchmark"] for of in read.benchmark], bool), column)
    taken = np.divide(
        read.figures[column],
        read.performance if solved else 1.0,
        out=np.full(len(here), np.nan),
        where=here & (read.performance > 0 if solved else here),
    )
    told = ~np.isnan(taken)
    if read.as_of is None or not told.any():
        what = f"no run of {choices['benchmark']} states its {choices['quantity'].replace('_', ' ')}"
        raise NoDataError(what, where=MEASURE.name, then="choose another benchmark or quantity")
    groups = tuple(sorted({g for g, t in zip(read.group, told, strict=True) if t and g is not None}))
    found = [_one(read, taken, told & np.array([g == group for g in read.group]), choices["of"]) for group in groups]
    value, draws, n = (np.array(part) for part in zip(*found, strict=True)) if found else (np.empty(0),) * 3
    drawn = draws.T.reshape(DRAWS, 1, len(groups))
    low, high = interval(drawn, value[None, :])
    return Panel(
        starts=(read.as_of,),
        ends=(read.as_of,),
        groups=groups,
        value=value[None, :],
        low=low,
        high=high,
        n=n.astype(np.int64)[None, :],
        status=np.full((1, len(groups)), str(Status.OBSERVED)),
        coverage=np.array([told.sum() / here.sum()]),
        certain=False,
        ci_method=METHOD,
        draws=drawn,
        sources=tuple(sorted({source for source, t in zip(read.source, told, strict=True) if t})),
        unit=unit,
    )


def _of_one_source(read: Runs, here: NDArray[np.bool_], column: str) -> NDArray[np.bool_]:
    """Keep the runs of the publisher that states the figure most often: publishers repeat one another's runs."""
    told = here & ~np.isnan(read.figures[column])
    stated = Counter(source for source, t in zip(read.source, told, strict=True) if t)
    if not stated:
        return here
    most = min(stated, key=lambda source: (-stated[source], source))
    return np.logical_and(here, [source == most for source in read.source])


def _one(
    read: Runs, taken: NDArray[np.float64], mine: NDArray[np.bool_], of: str
) -> tuple[float, NDArray[np.float64], int]:
    """Give a group's figure, its draws and its number of runs; from one run alone nothing can be drawn: NaN."""
    mine_taken, score = taken[mine], read.performance[mine]
    if len(score) == 1:
        return mine_taken.item(), np.full(DRAWS, np.nan), 1
    drawn = np.random.default_rng(SEED).integers(len(score), size=(DRAWS, len(score)))
    return _spoken(mine_taken, score, of).item(), _spoken(mine_taken[drawn], score[drawn], of), len(score)


def _spoken(taken: NDArray[np.float64], score: NDArray[np.float64], of: str) -> NDArray[np.float64]:
    if of == "best":
        best = np.argmax(score, axis=-1)
        return np.asarray(np.take_along_axis(taken, np.expand_dims(best, -1), -1)[..., 0])
    return np.asarray(np.median(taken, axis=-1) if of == "median" else np.min(taken, axis=-1))
