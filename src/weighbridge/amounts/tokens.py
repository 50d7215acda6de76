"""Tokens by group and period, from cells of a router's lists."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from weighbridge.amounts import Amounts
from weighbridge.amounts.grouping import ATTRIBUTION, codes, columns, dense, filtered, having, numbers, spacing
from weighbridge.estimate import Choice, Option, Status
from weighbridge.schema import TOKEN_CELLS

if TYPE_CHECKING:
    import pyarrow as pa
    from numpy.typing import NDArray

    from weighbridge.lake import Lake

LIST = Choice(
    "list",
    "Which of the router's lists: they are different measures and are not spliced.",
    (
        Option("daily", "the 50 most used models a day, and the rest as one row; from 24 May 2026"),
        Option(
            "leaderboard",
            "the 15 most used models of the last full week of a month, with the total of all; from Jan 2025",
        ),
        Option("chart", "the 9 or 10 most used models of a week, without a total; from Sep 2024"),
    ),
)
WINDOW = Choice(
    "window",
    "How many days a figure covers; the weekly lists have one window only.",
    (
        Option("7d", "seven days, a full week of habits"),
        Option("1d", "one day"),
        Option("28d", "four weeks"),
    ),
)
FREE = Choice(
    "free",
    "Whether tokens served at no price count.",
    (Option("in", "free use is use"), Option("out", "priced tokens only: no free variants, no cloaked models")),
)
CHOICES = (LIST, WINDOW, FREE, ATTRIBUTION)
EXCLUDED = (
    *(("list", name, "window", window) for name in ("leaderboard", "chart") for window in ("1d", "28d")),
    # The leaderboard adds up free and priced use of a model.
    ("list", "leaderboard", "free", "out"),
)
# Five minutes after midnight the newest day is read; it is restated at the next reading.
RESTATED_WITHIN = dt.timedelta(days=1)
DRAWS = 400


@dataclass(frozen=True)
class TokenRows:
    """Cells of one grouping: one row for each list, period, group of the maker, group of the base, and price."""

    rows: pa.Table


def read(lake: Lake, by: str, where: Mapping[str, str]) -> TokenRows:
    """Ask for the rows of a grouping; rows whose filtered attribute is unknown lose their group."""
    maker, base = columns(by)
    cells = lake.need(TOKEN_CELLS)
    models = filtered(cells.filter(cells.row == "model"), where)
    # What the list does not name may pass any filter.
    rest = cells.filter(cells.row == "remainder").mutate(unsure=True)
    cells = models.union(rest)
    sure = ~cells.unsure
    cells = cells.mutate(maker_group=sure.ifelse(cells[maker], None), base_group=sure.ifelse(cells[base], None))
    keys = ["source", "series", "period_start", "period_end", "row", "maker_group", "base_group", "free"]
    rows = cells.group_by(keys).aggregate(
        tokens=cells.total_tokens.sum().cast("float64"),
        variance=cells.rounding_variance.sum(),
        n=cells.n.sum(),
        observed_at=cells.observed_at.max(),
    )
    return TokenRows(lake.engine.ordered(rows))


def amounts(read: TokenRows, choices: Mapping[str, str]) -> Amounts:
    """Give the amounts under one combination of choices."""
    import pyarrow.compute as pc

    rows = having(read.rows, series=choices["list"])
    named = rows.column("maker_group" if choices["attribution"] == "maker" else "base_group")
    ends, end = codes(rows.column("period_end"))
    groups, group = codes(named)
    is_model = np.asarray(pc.equal(rows.column("row"), "model").to_numpy(zero_copy_only=False), bool)
    counted = (
        is_model
        if choices["free"] == "in"
        else is_model & ~np.asarray(rows.column("free").to_numpy(zero_copy_only=False), bool)
    )
    tokens, variance, n = (numbers(rows, name) for name in ("tokens", "variance", "n"))
    shape = (len(ends), len(groups))
    place = np.where(counted, group, -1)
    nowhere = np.zeros(len(group), np.int64)
    found = Amounts(
        starts=_starts(rows, ends, end),
        ends=ends,
        groups=groups,
        amount=dense(shape, (end, place), tokens),
        n=dense(shape, (end, place), n).astype(np.int64),
        unknown=dense((len(ends), 1), (end, np.where(counted & (group < 0), nowhere, -1)), tokens)[:, 0],
        remainder=_remainder(ends, end, ~is_model, tokens),
        status=_status(rows, ends, end),
        resolution_days=spacing(ends),
        sources=tuple(sorted(set(rows.column("source").to_pylist()))),
    )
    found = _rounded(found, dense(shape, (end, place), variance))
    return _windowed(found, int(choices["window"].removesuffix("d"))) if choices["list"] == "daily" else found


def _starts(rows: pa.Table, ends: tuple[dt.date, ...], end: NDArray[np.int64]) -> tuple[dt.date, ...]:
    first = np.empty(len(ends), "datetime64[D]")
    first[end] = rows.column("period_start").to_numpy()
    return tuple(first.tolist())


def _remainder(
    ends: tuple[dt.date, ...], end: NDArray[np.int64], is_rest: NDArray[np.bool_], tokens: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Sum the remainder rows; a period without one has no stated total."""
    out = np.full(len(ends), np.nan)
    out[end[is_rest]] = 0.0
    np.add.at(out, end[is_rest], tokens[is_rest])
    return out


def _status(rows: pa.Table, ends: tuple[dt.date, ...], end: NDArray[np.int64]) -> NDArray[np.str_]:
    read_on = np.zeros(len(ends), np.int64)
    np.maximum.at(read_on, end, rows.column("observed_at").to_numpy().astype("datetime64[D]").astype(np.int64))
    after = read_on - np.array(ends, "datetime64[D]").astype(np.int64)
    return np.where(after <= RESTATED_WITHIN.days, str(Status.PROVISIONAL), str(Status.OBSERVED))


def _rounded(found: Amounts, variance: NDArray[np.float64]) -> Amounts:
    """Draw the rounding errors of values that the publisher cut to three digits."""
    if not variance.any():
        return found
    from dataclasses import replace

    noise = np.random.default_rng(20260822).normal(size=(DRAWS, *found.amount.shape))
    draws = np.maximum(found.amount + noise * np.sqrt(variance), 0.0)
    return replace(found, draws=draws, ci_method="rounding of the published counts, normal sum of uniform errors, 95 %")


def _windowed(found: Amounts, days: int) -> Amounts:
    """Sum trailing windows; a window with a missing day has no figure. Provisional if its newest day is."""
    from dataclasses import replace

    if days == 1 or not found.ends:
        return found
    calendar = np.array(found.ends, dtype="datetime64[D]").astype(int)
    last = np.arange(len(calendar))
    first = last - days + 1
    whole = (first >= 0) & (calendar[last] - calendar[np.maximum(first, 0)] == days - 1)
    last, first = last[whole], first[whole]

    def rolled(values: NDArray[np.float64]) -> NDArray[np.float64]:
        if not len(first):
            return values[:0]
        out: NDArray[np.float64] = np.lib.stride_tricks.sliding_window_view(values, days, axis=0)[first].sum(axis=-1)
        return out

    return replace(
        found,
        starts=tuple(found.starts[i] for i in first),
        ends=tuple(found.ends[i] for i in last),
        amount=rolled(found.amount),
        n=np.stack([found.n[a : b + 1].max(axis=0) for a, b in zip(first, last, strict=True)])
        if len(last)
        else found.n[:0],
        unknown=rolled(found.unknown[:, None])[:, 0],
        remainder=rolled(found.remainder[:, None])[:, 0],
        status=found.status[last],
        draws=None,
    )
