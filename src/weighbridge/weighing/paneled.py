"""Runs over panels as stretches of one table: a measure has hundreds of runs, and few of their estimates are read."""

from __future__ import annotations

import datetime as dt
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np

from weighbridge.estimate import Run, Status
from weighbridge.weighing.column import DOUBLE, SAME, WHOLE, Column
from weighbridge.weighing.stretch import Stretch
from weighbridge.weighing.table import COUNTS, FIGURES, NAMES, PLACES, Table

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from weighbridge.estimate import Panel

Span: TypeAlias = tuple[dt.date, dt.date]


@dataclass(frozen=True)
class Part:
    """Some periods of a panel, and the choices that made it."""

    choices: Mapping[str, str]
    panel: Panel
    periods: Sequence[int]


def stands(panel: Panel, period: int | Sequence[int]) -> NDArray[np.bool_]:
    """Say for each group of a period, or of several, whether it has anything."""
    value = panel.value[period]
    listed = (panel.n[period] != 0) | (best(value, panel.low[period]) > 0)
    return np.asarray(listed | (value == 0) if panel.complete else listed, bool)


def best(value: NDArray[np.float64], low: NDArray[np.float64]) -> NDArray[np.float64]:
    """Give what groups are ordered by: the value, else the least that it may be, else as low as can be."""
    return np.nan_to_num(np.where(np.isnan(value), low, value), nan=-np.inf)


def runs(parts: Sequence[Part], labels: Mapping[str, str]) -> tuple[Run, ...]:
    """Give each part as a run: by period, the largest first within each; a group without anything is left out.

    The estimates are without ranges and places in the race.
    """
    if not parts:
        return ()
    groups = {group: place for place, group in enumerate(dict.fromkeys(g for part in parts for g in part.panel.groups))}
    spans = [(part.panel.starts[i], part.panel.ends[i]) for part in parts for i in part.periods]
    periods = {span: place for place, span in enumerate(dict.fromkeys(spans))}
    rows = _joined([_rows(place, part, groups, periods) for place, part in enumerate(parts)], groups)
    listed = tuple((labels.get(group, group), group) for group in groups)
    table = Table(len(rows["run"]), False, tuple(periods), listed, tuple(Status), _columns(rows))
    ends = np.searchsorted(rows["run"], np.arange(len(parts) + 1)).tolist()
    stretches = (Stretch(table, range(*pair)) for pair in pairwise(ends))
    return tuple(Run(part.choices, stretch) for part, stretch in zip(parts, stretches, strict=True))


def _rows(run: int, part: Part, groups: Mapping[str, int], periods: Mapping[Span, int]) -> dict[str, NDArray[Any]]:
    """Give the columns of a part, whole numbers for what is listed beside them, and which run and which of its rows."""
    panel, at = part.panel, list(part.periods)
    kept = stands(panel, at)
    step, group = np.nonzero(kept)
    spans = np.array([periods[panel.starts[i], panel.ends[i]] for i in at], np.int64)
    return {
        "run": np.full(len(step), run),
        "step": step,
        "period": spans[step],
        "group": np.array([groups[name] for name in panel.groups], np.int64)[group],
        "status": panel.status[at][kept],
        "value": panel.value[at][kept],
        "ci_low": panel.low[at][kept],
        "ci_high": panel.high[at][kept],
        "coverage": panel.coverage[at][step],
        "n": panel.n[at][kept],
    }


def _joined(every: Sequence[Mapping[str, NDArray[Any]]], groups: Mapping[str, int]) -> dict[str, NDArray[Any]]:
    """Put the rows of all parts into the order of a series."""
    rows = {name: np.concatenate([each[name] for each in every]) for name in every[0]}
    place = np.empty(len(groups), np.int64)
    place[[groups[name] for name in sorted(groups)]] = np.arange(len(groups))
    order = np.lexsort((place[rows["group"]], -best(rows["value"], rows["ci_low"]), rows["step"], rows["run"]))
    return {name: column[order] for name, column in rows.items()}


def _columns(rows: Mapping[str, NDArray[Any]]) -> dict[str, Column]:
    placed = {**rows, "status": _statuses(rows["status"])}
    columns = {name: Column(SAME) for name in NAMES}
    columns |= {name: Column(DOUBLE, None, array(DOUBLE, placed[name].tobytes())) for name in FIGURES if name in placed}
    whole = [name for name in (*PLACES, *COUNTS) if name in placed]
    return columns | {name: _whole(placed[name]) for name in whole}


def _whole(values: NDArray[np.int64]) -> Column:
    code = next(code for code, null in WHOLE.items() if not len(values) or values.max() < null)
    return Column(code, None, array(code, values.astype(code).tobytes()))


def _statuses(named: NDArray[np.str_]) -> NDArray[np.int64]:
    places = np.full(len(named), -1)
    for place, status in enumerate(Status):
        places[named == str(status)] = place
    if (places < 0).any():
        raise ValueError(f"no status: {named[places < 0][0]}")
    return places
