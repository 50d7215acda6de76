"""What stands under every combination of choices: by how much one group is ahead, or its figure where none leads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from weighbridge.charts.points import raced, weight

if TYPE_CHECKING:
    from weighbridge.estimate import Choice, Estimate, Run, Series


@dataclass(frozen=True)
class Combination:
    """One combination: `value` between `low` and `high`, in the unit of the series; null where bounds alone are known.

    The value is how far the subject stands ahead of the best other, below none where it is behind, or its figure where
    nothing is raced. `ahead` has the highest figure under it; null where bounds alone are known and overlap, and where
    nothing is raced.
    """

    choices: Mapping[str, str]
    value: float | None
    low: float | None
    high: float | None
    ahead: str | None
    taken: bool  # the combination that the figures of the series stand under

    @property
    def middle(self) -> float:
        """What it is ordered by."""
        if self.value is not None:
            return self.value
        ends = [end for end in (self.low, self.high) if end is not None]
        return sum(ends) / len(ends)


@dataclass(frozen=True)
class Combinations:
    """Every combination that has a figure, in order of it; `silent` counts those without."""

    subject: str
    raced: bool
    each: tuple[Combination, ...]
    silent: int


def combinations(series: Series, choices: Sequence[Choice], subject: str) -> Combinations:
    """Compare all runs on the scale of the series for the group `subject`."""
    race = series.standing is not None and raced(series)
    runs = [run for run in series.newest_runs if _comparable(run, series, choices)]
    found = [each for run in runs if (each := _combination(run, series, subject, race=race))]
    order = {choice.name: {name: i for i, name in enumerate(choice.names())} for choice in choices}

    def place(each: Combination) -> tuple[float, list[int]]:
        return each.middle, [order.get(name, {}).get(option, 0) for name, option in sorted(each.choices.items())]

    silent = len(runs) - len(found) + (series.standing.choices_silent if series.standing else 0)
    return Combinations(subject, race, tuple(sorted(found, key=place)), silent)


def _comparable(run: Run, series: Series, choices: Sequence[Choice]) -> bool:
    """Say whether a run has a point of its own on the same scale."""
    return all(
        run.choices.get(c.name) == series.choices.get(c.name, c.default) for c in choices if c.apart or c.interval
    )


def _combination(run: Run, series: Series, subject: str, *, race: bool) -> Combination | None:
    known = [e for e in run.estimates if weight(e) is not None]
    own = next((e for e in known if e.group_id == subject), None)
    if own is None:
        return None
    taken = all(series.choices.get(name) == option for name, option in run.choices.items())
    others = [e for e in known if e is not own]
    if not race or not others:
        return Combination(run.choices, own.value, own.ci_low, own.ci_high, subject if race else None, taken)
    value, low, high = _margin(own, others)
    return Combination(run.choices, value, low, high, _ahead(known), taken)


def _margin(own: Estimate, others: Sequence[Estimate]) -> tuple[float | None, float | None, float | None]:
    value = None
    if own.value is not None:
        values = [e.value for e in others if e.value is not None]
        value = own.value - max(values) if values else None
    if value is not None:
        return value, None, None
    least, most = (max(_end(e, end) for e in others) for end in ("ci_low", "ci_high"))
    return None, _end(own, "ci_low") - most, _end(own, "ci_high") - least


def _end(estimate: Estimate, end: str) -> float:
    """Give one end of what a group may have; of an open one, what it has at least."""
    found: float | None = getattr(estimate, end)
    return found if found is not None else weight(estimate) or 0.0


def _ahead(known: Sequence[Estimate]) -> str | None:
    """Give who has most; of bounds alone, who has more than any other can have."""
    first = max(known, key=lambda e: weight(e) or 0.0)
    if first.value is not None:
        return first.group_id
    rivals = [_end(e, "ci_high") for e in known if e is not first]
    return first.group_id if not rivals or _end(first, "ci_low") > max(rivals) else None
