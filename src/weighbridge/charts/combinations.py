"""What stands under every combination of choices: by how much one group is ahead, or its figure where none leads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from weighbridge.charts.points import raced

if TYPE_CHECKING:
    from weighbridge.estimate import Choice, Run, Series


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
    found = list(_combinations(runs, series, subject, race=race)) if runs else []
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


def _combinations(runs: Sequence[Run], series: Series, subject: str, *, race: bool) -> Iterator[Combination]:
    """Give what each run says that has a figure of `subject`."""
    from weighbridge.charts.rivalry import rivalry
    from weighbridge.weighing.flat import flat

    held = rivalry(flat(runs), subject)
    for place, own, margin, ahead in zip(held.runs, held.own, held.margins, held.ahead, strict=True):
        chosen = runs[place].choices
        taken = all(series.choices.get(name) == option for name, option in chosen.items())
        value, low, high = margin if race and margin else own
        yield Combination(chosen, value, low, high, ahead if race else None, taken)
