"""A model's downloads beside those of its size class at the same age: both published definitions, named apart."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from weighbridge.amounts import GROUPINGS
from weighbridge.amounts.grouping import codes, columns, filtered, having, numbers
from weighbridge.estimate import Choice, Option, Panel, Status
from weighbridge.measures import Measure
from weighbridge.months import month_end
from weighbridge.schema import DOWNLOADS, IDENTITY

if TYPE_CHECKING:
    import ibis.expr.types as ir
    import pyarrow as pa
    from numpy.typing import NDArray

    from weighbridge.lake import Lake

DEFINITION = Choice(
    "definition",
    "Which of the two published definitions; their values cannot be compared.",
    (
        Option(
            "tenth_monotone",
            "divided by the tenth most downloaded of its size class at that age, made monotone (ATOM, May 2026)",
        ),
        Option(
            "median_top10",
            "divided by the median of the ten most downloaded of the size class at that age (ATOM, Jan 2026)",
        ),
    ),
    apart=True,
)
AGE = Choice(
    "age",
    "How many days after its first day a model is weighed.",
    tuple(Option(str(days), f"{days} days") for days in (14, 7, 30, 60, 90, 180, 365)),
)
LISTING = Choice(
    "listing",
    "Which readings of the Hub are compared.",
    (
        Option("hf_radar", "new, trending and top repositories, read on 22 Aug 2026"),
        Option("huggingface_listing_llmfit", "a growing catalogue of language models, 15 Feb to 10 May 2026"),
        Option(
            "huggingface_listing_top600",
            "the 300 most downloaded and the 300 most liked repositories, daily from 7 Aug 2026",
        ),
        Option("redhat_hf_stats", "all repositories of two accounts, with all-time counts"),
        Option("huggingface", "the most downloaded language models, read live from the Hub"),
    ),
)
SUMMARY = Choice(
    "summary",
    "How the models of a group become one figure.",
    (Option("best", "the most adopted of them"), Option("median", "the median of them")),
)
AGES = tuple(int(option) for option in sorted(AGE.names(), key=int))
# A reading answers for an age when it is at most this many days off; at seven days that is under half a week.
NEAR_DAYS = 3
TOP = 10
# A trailing 30-day count is the count since the first day for as long as the model is no older.
TRAILING = 30

MEASURE = Measure(
    name="relative_adoption",
    title="Relative adoption",
    question="Is a model adopted faster than others of its size were at the same age?",
    topic="used",
    definition=(
        "Downloads of a first-party language model from its first day to an age, divided by a reference of its size at "
        "that age. A size class with fewer than ten models of that age in the listing has no reference and no figure."
    ),
    unit="ratio",
    version=1,
    higher_is_better=True,
    reads=("downloads", "subjects"),
    misleads=(
        "The two published definitions share a name and not a scale.",
        "The reference is drawn from the models of that age that one listing shows, not from all models ever released.",
        "Up to 30 days the trailing count is the count since release; later ages need an all-time count: few have it.",
        "The first day is the creation of the repository, which can precede the release by days.",
    ),
    choices=(DEFINITION, AGE, LISTING, SUMMARY),
    groupings=GROUPINGS,
    place=50,
    race=False,
    excluded=tuple(
        ("listing", name, "age", str(age)) for name in LISTING.names()[:3] for age in AGES if age > TRAILING
    ),
)


@dataclass(frozen=True)
class Readings:
    """One row a reading of a first-party language model: listing, repository, group, size, first day, age, count."""

    rows: pa.Table


def read(lake: Lake, by: str, where: Mapping[str, str]) -> Readings:
    """Ask for the readings of models near one of the ages."""
    column, _ = columns(by)
    rows = filtered(lake.engine.hold(_aged(lake)), where)
    rows = rows.mutate(group=rows.unsure.ifelse(None, rows[column]))
    return Readings(
        lake.engine.ordered(
            rows.select("source", "repo_id", "observed_on", "created_on", "group", "size_class", "age", "count")
        )
    )


def _aged(lake: Lake) -> ir.Table:
    """Ask for the same readings with all that is known of each model, in the same words for every grouping."""
    import ibis

    names = lake.names("hub")
    names = names.filter(names.created_on.notnull() & ~names.copy & (names.field == "language"))
    names = names.filter(names.rule.isin(("stem", "listed")) & names.size_class.notnull())
    rows = lake.need(DOWNLOADS)
    rows = rows.inner_join(names.select("key", "created_on", *IDENTITY), rows.repo_id == names.key)
    age = rows.observed_on.delta(rows.created_on, unit="day")
    since_start = rows.downloads_all_time.coalesce((age <= TRAILING).ifelse(rows.downloads_30d, None))
    rows = rows.mutate(age=age, count=since_start)
    near = ibis.or_(*((rows.age - days).abs() <= NEAR_DAYS for days in AGES))
    known = ("source", "repo_id", "observed_on", "created_on", "age", "count", *IDENTITY)
    return rows.filter(near & rows["count"].notnull()).select(*known)


def compute(read: Readings, choices: Mapping[str, str]) -> Panel:
    """Give the figure of each group; a period is the month in which its models were first there."""
    rows = having(read.rows, source=choices["listing"])
    models, model = codes(rows.column("repo_id"))
    sizes, size = codes(rows.column("size_class"))
    count, age = numbers(rows, "count"), numbers(rows, "age")
    levels = (
        np.stack([_at_age(model, age, count, days, len(models)) for days in AGES])
        if models
        else np.empty((len(AGES), 0))
    )
    size_of = _of_model(model, size, len(models))
    reference = _references(levels, size_of, len(sizes), choices["definition"])
    at = AGES.index(int(choices["age"]))
    ratio = levels[at] / reference[at, size_of] if len(models) else np.empty(0)
    return _panel(rows, model, ratio, choices)


def _at_age(
    model: NDArray[np.int64], age: NDArray[np.float64], count: NDArray[np.float64], days: int, n: int
) -> NDArray[np.float64]:
    """Give each model's count at the reading nearest to an age, NaN where none is near; of two as near, the later."""
    off = np.abs(age - days)
    order = np.lexsort((age, -off))
    near = order[off[order] <= NEAR_DAYS]
    out = np.full(n, np.nan)
    out[model[near]] = count[near]
    return out


def _of_model(model: NDArray[np.int64], value: NDArray[np.int64], n: int) -> NDArray[np.int64]:
    out = np.zeros(n, np.int64)
    out[model] = value
    return out


def _references(
    levels: NDArray[np.float64], size: NDArray[np.int64], n_sizes: int, definition: str
) -> NDArray[np.float64]:
    """Give the reference of shape (ages, size classes); NaN where fewer than TOP models have that age."""
    out = np.full((len(AGES), n_sizes), np.nan)
    for a in range(len(AGES)):
        for s in range(n_sizes):
            known = levels[a][(size == s) & ~np.isnan(levels[a])]
            if len(known) >= TOP:
                top = np.sort(known)[-TOP:]
                out[a, s] = top[0] if definition == "tenth_monotone" else np.median(top)
    out[out <= 0] = np.nan
    return np.fmax.accumulate(out, axis=0) if definition == "tenth_monotone" else out


def _panel(rows: pa.Table, model: NDArray[np.int64], ratio: NDArray[np.float64], choices: Mapping[str, str]) -> Panel:
    groups, group = codes(rows.column("group"))
    first = np.array([dt.date(1970, 1, 1)] * len(ratio), dtype=object)
    first[model] = rows.column("created_on").to_pylist()
    last = max(rows.column("observed_on").to_pylist(), default=dt.date.max)
    months = tuple(sorted({day.replace(day=1) for day in first}))
    group_of = np.full(len(ratio), -1, np.int64)
    group_of[model] = group
    shape = (len(months), len(groups))
    value, n = np.full(shape, np.nan), np.zeros(shape, np.int64)
    month_of = np.array([months.index(day.replace(day=1)) for day in first], dtype=np.int64)
    summed = np.nanmax if choices["summary"] == "best" else np.nanmedian
    for m in range(len(months)):
        for g in range(len(groups)):
            known = ratio[(month_of == m) & (group_of == g)]
            known = known[~np.isnan(known)]
            n[m, g] = len(known)
            value[m, g] = summed(known) if len(known) else np.nan
    status = np.where(np.isnan(value), str(Status.MISSING), str(Status.ESTIMATED))
    return Panel(
        starts=months,
        ends=tuple(min(month_end(month), last) for month in months),
        groups=groups,
        value=value,
        low=value,
        high=value,
        n=n,
        status=status,
        coverage=np.array([_part(ratio[month_of == m]) for m in range(len(months))]),
        certain=True,
        ci_method="none: one reading of each model",
        resolution_days=31,
        sources=(choices["listing"],) if len(ratio) else (),
    )


def _part(ratio: NDArray[np.float64]) -> float:
    return float((~np.isnan(ratio)).mean()) if len(ratio) else float("nan")
