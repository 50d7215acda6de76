"""A ruling from figures: what all combinations of choices say of a claim, and what the bounds leave open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite
from typing import TYPE_CHECKING

from weighbridge.claims.judging import truths
from weighbridge.verdict import Reason, Ruling

if TYPE_CHECKING:
    from weighbridge.claims.judging.figures import Figures, Reading
    from weighbridge.estimate import Series
    from weighbridge.verdict import Binding

# From this part on, combinations of choices count as definitions in use rather than as a few odd ones.
SOME = 0.1


@dataclass(frozen=True)
class Ruled:
    """What figures say: the ruling, why, the default's figure, and how many definitions hold and fail.

    `low` and `high`: over all definitions; null where one leaves that end open.
    """

    ruling: Ruling
    reasons: tuple[Reason, ...]
    reading: Reading | None = None
    choices: tuple[tuple[str, str], ...] = ()
    low: float | None = None
    high: float | None = None
    part_true: float | None = None
    part_false: float | None = None


def ruled(series: Series, runs: Sequence[Figures], binding: Binding, *, negated: bool) -> Ruled:
    """Judge a claim by a series. `runs`: its figures under all choices."""
    every = [figures for figures in runs if binding.choices.items() <= figures.choices.items()]
    held = _held(every, binding)
    # Options on scales of their own do not meet, unless those of the default have nothing for that time.
    scaled = [pair for pair in held if binding.scale.items() <= pair[0].choices.items()]
    held = scaled or held
    if not held:
        return _nothing(every, binding)
    if silent := _silent(held, binding):
        return Ruled(Ruling.NOT_ENOUGH_EVIDENCE, (Reason("other_silent", {"groups": silent}),))
    asked = truths.windows(binding)
    truth = [_turned(truths.truth(figures, one), negated) for figures, _ in held for one in asked]
    parts = truth.count(True) / len(truth), truth.count(False) / len(truth)
    ruling, reasons = _ruling(truth, *parts)
    default, reading = held[0]
    fixed = tuple(default.choices.items())
    return Ruled(
        ruling,
        (*reasons, *_other_choices(series, default), *_interval(series, default, reading)),
        reading,
        fixed,
        *_range([reading for _, reading in held]),
        *parts,
    )


def _held(every: Sequence[Figures], binding: Binding) -> list[tuple[Figures, Reading]]:
    """Give the combinations of choices that have a figure of the first side at the claim's time."""
    held = [(figures, reading) for figures in every if (reading := truths.held(figures, binding)) is not None]
    # What was read in the claim's own time speaks before what was read shortly earlier.
    first = binding.first or binding.last
    timely = [pair for pair in held if first is None or pair[1].period_end >= first]
    return timely or held


def _silent(held: Sequence[tuple[Figures, Reading]], binding: Binding) -> list[str]:
    """Give those of the other side that have no figure at the claim's time under any combination of choices."""
    days = binding.first, binding.last
    return [group for group in binding.against if all(figures.reading(group, *days) is None for figures, _ in held)]


def _range(readings: Sequence[Reading]) -> tuple[float | None, float | None]:
    """Give the least and the most of all points, and of bounds where there is no point; null where one is open."""
    low = min(reading.least if reading.value is None else reading.value for reading in readings)
    high = max(reading.most if reading.value is None else reading.value for reading in readings)
    return (low if isfinite(low) else None), (high if isfinite(high) else None)


def _turned(truth: bool | None, negated: bool) -> bool | None:  # noqa: FBT001 - a truth
    return not truth if negated and truth is not None else truth


def _ruling(truth: Sequence[bool | None], true: float, false: float) -> tuple[Ruling, tuple[Reason, ...]]:
    if true >= SOME and false >= SOME:
        return Ruling.CONFLICTING, (Reason("both", {"true": true, "false": false, "of": len(truth)}),)
    if truth[0] is True and false < SOME:
        return Ruling.SUPPORTED, (Reason("holds", {"part": true, "of": len(truth)}),)
    if truth[0] is False and true < SOME:
        return Ruling.REFUTED, (Reason("fails", {"part": false, "of": len(truth)}),)
    return Ruling.NOT_ENOUGH_EVIDENCE, (Reason("bounds_open", {"true": true, "false": false, "of": len(truth)}),)


def _other_choices(series: Series, figures: Figures) -> tuple[Reason, ...]:
    """Say so where the default has no figure for that time and another option stands in."""
    other = {name: option for name, option in figures.choices.items() if series.choices.get(name) != option}
    return (Reason("other_choices", {"choices": other}),) if other else ()


def _interval(series: Series, figures: Figures, reading: Reading) -> tuple[Reason, ...]:
    """Say so where a figure has no interval because it was not kept: of the default's own figures all are."""
    not_kept = {"ci_low", "ci_high"} <= set(series.runs_lack) and figures.choices != series.choices
    bare = reading.value is not None and reading.low is None and reading.high is None
    return (Reason("interval_not_kept"),) if not_kept and bare and series.ci_level is not None else ()


def _nothing(every: Sequence[Figures], binding: Binding) -> Ruled:
    """Say what is missing: the days, or the sides."""
    spans = [figures.days for figures in every if figures.days is not None]
    groups = {group for figures in every for group in figures.groups} | {"open"}
    missing = [group for group in binding.groups if group not in groups]
    if missing or not spans:
        return Ruled(Ruling.NOT_ENOUGH_EVIDENCE, (Reason("no_group", {"groups": missing or list(binding.groups)}),))
    first, last = min(start for start, _ in spans), max(end for _, end in spans)
    return Ruled(Ruling.NOT_ENOUGH_EVIDENCE, (Reason("no_days", {"first": first, "last": last}),))
