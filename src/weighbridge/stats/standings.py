"""The standing of a race: leader, margin, since when, and how sure, over all choices and draws."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from weighbridge.estimate import LeadChange, Panel, Standing
from weighbridge.stats.intervals import interval
from weighbridge.stats.leads import NOBODY, Leads, changes, leads, period_at, share_of_draws
from weighbridge.stats.nearness import near


@dataclass(frozen=True)
class Choiced:
    """A panel and the choices that made it; `found`: who leads in it, where its draws are not kept."""

    choices: Mapping[str, str]
    panel: Panel
    found: Leads | None = None


@dataclass(frozen=True)
class Fresh:
    """A run that speaks of the day in question: its leaders, and the index of its period."""

    run: Choiced
    found: Leads
    here: int

    @property
    def leader(self) -> str | None:
        """The decided leader; None where the data allow several."""
        index = int(self.found.decided[self.here])
        return None if index == NOBODY else self.run.panel.groups[index]

    def passed(self) -> list[LeadChange]:
        """Give the changes of lead up to the period."""
        end = self.run.panel.ends[self.here]
        return [change for change in changes(self.run.panel, self.found.decided) if change.until <= end]


def standing(main: Choiced, runs: Sequence[Choiced], at: dt.date | None, silent: int = 0) -> Standing | None:
    """Give the standing at a day (default: the newest); None where the main run has no such period.

    `silent`: combinations of choices for which there are no data at all.
    """
    here = period_at(main.panel, at)
    if here is None:
        return None
    mine = Fresh(main, leads(main.panel), here)
    ahead = int(mine.found.ahead[here])
    if ahead == NOBODY:
        return None
    name, end = main.panel.groups[ahead], main.panel.ends[here]
    others = [run for run in runs if run.choices != main.choices]
    every = [mine, *_fresh(others, end)]
    votes = Counter(run.leader for run in every)
    after, until = _since(every, name) if mine.leader else (None, None)
    drawn = None if main.panel.draws is None else float(share_of_draws(main.panel, mine.found.ahead)[here])
    second = _second(main.panel, here, ahead)
    margin, least, most = (None, None, None) if second is None else _margin(main.panel, here, ahead, second)
    return Standing(
        leader=mine.leader,
        leader_id=mine.leader,
        value=_number(main.panel.value[here, ahead]),
        value_low=_number(main.panel.low[here, ahead]),
        value_high=_number(main.panel.high[here, ahead]),
        runner_up=None if second is None else main.panel.groups[second],
        margin=margin,
        margin_low=least,
        margin_high=most,
        since_after=after,
        since_until=until,
        changes=tuple(mine.passed()),
        share_of_choices=votes[name] / len(every),
        share_of_resamples=drawn,
        rivals=_rivals(every, name),
        ahead=name,
        choices_counted=len(every),
        choices_silent=len(others) + 1 - len(every) + silent,
    )


def _second(panel: Panel, here: int, ahead: int) -> int | None:
    """Find who comes next: by value, or by what is listed where there is no value."""
    rest = np.where(np.isnan(panel.value[here]), panel.low[here], panel.value[here])
    rest[ahead] = np.nan
    return None if np.isnan(rest).all() else int(np.nanargmax(rest))


def _margin(panel: Panel, here: int, ahead: int, second: int) -> tuple[float | None, float | None, float | None]:
    """Give the margin and its ends: of the difference in each draw where there are draws, else of the bounds."""
    point = panel.value[here, ahead] - panel.value[here, second]
    least, most = panel.low[here, ahead] - panel.high[here, second], panel.high[here, ahead] - panel.low[here, second]
    if panel.draws is not None:
        # The two figures of a draw belong together: apart, their ends would not be those of the difference.
        drawn = panel.draws[:, here, ahead] - panel.draws[:, here, second]
        slack = 0.0 if panel.slack is None else panel.slack[here]
        low, high = interval(drawn[:, None], np.array([point]), panel.ci_level)
        least, most = low[0] - slack, high[0] + slack
    return _number(point), _number(least), _number(most)


def _number(value: float) -> float | None:
    return None if np.isnan(value) else float(value)


def _fresh(runs: Iterable[Choiced], at: dt.date) -> list[Fresh]:
    """Give the runs that have a period near `at`."""
    each = ((run, near(run.panel.ends, at)) for run in runs)
    return [Fresh(run, run.found or leads(run.panel), here[-1]) for run, here in each if here]


def _rivals(every: Sequence[Fresh], name: str) -> dict[str, tuple[str, ...]]:
    """Say who else leads, under the fewest options that differ from the main run's."""
    ways: defaultdict[str, list[tuple[str, ...]]] = defaultdict(list)
    defaults = every[0].run.choices
    for other in every[1:]:
        if other.leader not in {None, name}:
            differing = tuple(f"{k}={v}" for k, v in other.run.choices.items() if defaults.get(k) != v)
            ways[str(other.leader)].append(differing)
    return {rival: _shortest(found) for rival, found in ways.items()}


def _shortest(ways: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    fewest = min(map(len, ways))
    return tuple(" and ".join(way) for way in ways if len(way) == fewest)


def _since(every: Sequence[Fresh], name: str) -> tuple[dt.date | None, dt.date | None]:
    """Give the days between which `name` took the lead that it holds: the hull over the runs that saw it happen."""
    agreeing = [run for run in every if run.leader == name]
    seen = [run.passed()[-1] for run in agreeing if run.passed() and run.passed()[-1].later == name]
    if seen:
        return min(change.after for change in seen), max(change.until for change in seen)
    # No other led before: it led from the first period that decides in the main run. Another list may begin earlier,
    # but says so under its own name.
    main = every[0]
    return None, main.run.panel.ends[int(np.argmax(main.found.decided != NOBODY))]
