"""The standing of a race: leader, margin, since when, and how sure, over all choices and draws."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from weighbridge.estimate import LeadChange, Panel, Standing
from weighbridge.stats.leads import NOBODY, Leads, changes, leads, period_at, share_of_draws

# A run whose data end earlier than this before the main run's says nothing about who leads now.
STALE_DAYS = 45


@dataclass(frozen=True)
class Choiced:
    """A panel and the choices that made it."""

    choices: Mapping[str, str]
    panel: Panel


def standing(main: Choiced, runs: Sequence[Choiced], at: dt.date | None) -> Standing | None:
    """Give the standing at a day (default: the newest); None where the main run has no such period."""
    here = period_at(main.panel, at)
    if here is None:
        return None
    panel, found = main.panel, leads(main.panel)
    ahead = int(found.ahead[here])
    if ahead == NOBODY:
        return None
    decided = int(found.decided[here])
    others = _leaders(main, runs, panel.ends[here])
    name = panel.groups[ahead]
    passed = tuple(c for c in changes(panel, found.decided) if c.until <= panel.ends[here])
    after, until = _since(main, runs, name, panel.ends[here], decided != NOBODY)
    drawn = None if panel.draws is None else float(share_of_draws(panel, found.ahead)[here])
    return Standing(
        leader=name if decided != NOBODY else None,
        leader_id=name if decided != NOBODY else None,
        **_figures(panel, here, ahead),
        since_after=after,
        since_until=until,
        changes=passed,
        share_of_choices=others[name] / max(sum(others.values()), 1),
        share_of_resamples=drawn,
        rivals=_rivals(main, runs, name, panel.ends[here]),
        ahead=name,
    )


def _figures(panel: Panel, here: int, ahead: int) -> dict[str, float | str | None]:
    low, high, value = panel.low[here], panel.high[here], panel.value[here]
    rest = np.where(np.isnan(value), low, value).copy()
    rest[ahead] = -np.inf
    second = int(np.argmax(np.nan_to_num(rest, nan=-np.inf))) if len(rest) > 1 and np.isfinite(rest).any() else None
    figures: dict[str, float | str | None] = {
        "value": _number(value[ahead]),
        "value_low": _number(low[ahead]),
        "value_high": _number(high[ahead]),
    }
    if second is None:
        return figures | dict.fromkeys(("runner_up", "margin", "margin_low", "margin_high"))
    return figures | {
        "runner_up": panel.groups[second],
        "margin": _number(value[ahead] - value[second]),
        "margin_low": _number(low[ahead] - high[second]),
        "margin_high": _number(high[ahead] - low[second]),
    }


def _number(value: float) -> float | None:
    return None if np.isnan(value) else float(value)


def _fresh(main: Choiced, runs: Sequence[Choiced], at: dt.date) -> list[tuple[Choiced, Leads, int]]:
    """Give the runs, the main one first, that have a period near `at`, with its index."""
    found = []
    for run in (main, *(r for r in runs if r.choices != main.choices)):
        near = [i for i, end in enumerate(run.panel.ends) if end <= at and (at - end).days <= STALE_DAYS]
        if near:
            found.append((run, leads(run.panel), near[-1]))
    return found


def _leaders(main: Choiced, runs: Sequence[Choiced], at: dt.date) -> Counter[str | None]:
    counted: Counter[str | None] = Counter()
    for run, found, here in _fresh(main, runs, at):
        leader = int(found.decided[here])
        counted[run.panel.groups[leader] if leader != NOBODY else None] += 1
    return counted


def _rivals(main: Choiced, runs: Sequence[Choiced], name: str, at: dt.date) -> dict[str, tuple[str, ...]]:
    """Say who else leads, under the fewest options that differ from the main run's."""
    ways: defaultdict[str, list[tuple[str, ...]]] = defaultdict(list)
    for run, found, here in _fresh(main, runs, at):
        leader = int(found.decided[here])
        if leader == NOBODY or run.panel.groups[leader] == name:
            continue
        differing = tuple(f"{k}={v}" for k, v in run.choices.items() if main.choices.get(k) != v)
        ways[run.panel.groups[leader]].append(differing)
    return {
        rival: tuple(" and ".join(way) for way in found if len(way) == min(map(len, found)))
        for rival, found in ways.items()
    }


def _since(
    main: Choiced,
    runs: Sequence[Choiced],
    name: str,
    at: dt.date,
    decided: bool,  # noqa: FBT001 - one caller, named there
) -> tuple[dt.date | None, dt.date | None]:
    """Give the days between which `name` took the lead that it holds: the hull over the runs that saw it happen."""
    if not decided:
        return None, None
    seen: list[LeadChange] = []
    begins: list[dt.date] = []
    for run, found, here in _fresh(main, runs, at):
        leader = int(found.decided[here])
        if leader == NOBODY or run.panel.groups[leader] != name:
            continue
        last = [c for c in changes(run.panel, found.decided) if c.until <= at]
        if last and last[-1].later == name:
            seen.append(last[-1])
        else:
            begins.append(run.panel.ends[0])
    if seen:
        return min(c.after for c in seen), max(c.until for c in seen)
    return None, min(begins)
