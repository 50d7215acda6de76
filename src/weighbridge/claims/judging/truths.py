"""Whether figures make a claim true: true, false, or left open by their bounds."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from weighbridge.verdict import Test

if TYPE_CHECKING:
    from collections.abc import Sequence

    from weighbridge.claims.judging.figures import Figures, Reading
    from weighbridge.verdict import Binding

# `Rose` and `narrowed` without a day to begin with: since a year before, two, or three.
_YEAR = dt.timedelta(days=365)
_YEARS = (1, 2, 3)


def windows(binding: Binding) -> tuple[Binding, ...]:
    """Give a binding for each time over which its figure may be said to have moved; most have one."""
    moves = binding.test in (Test.RISES, Test.FALLS)
    if not moves or binding.last is None or (binding.first is not None and binding.first < binding.last):
        return (binding,)
    return tuple(replace(binding, first=binding.last - years * _YEAR) for years in _YEARS)


def truth(figures: Figures, binding: Binding) -> bool | None:
    """Say whether figures make a binding's claim true; null where they are not held or their bounds leave it open."""
    if binding.throughout and binding.first != binding.last:
        # What has held since a day held on that day, and holds now.
        ends = [replace(binding, throughout=False, first=day, last=day) for day in (binding.first, binding.last)]
        both = [truth(figures, end) for end in ends]
        return False if False in both else (None if None in both else True)
    every = [_truth(figures, binding, group) for group in binding.groups]
    if not every or any(one is None for one in every):
        return False if False in every else None
    return all(every)


def held(figures: Figures, binding: Binding) -> Reading | None:
    """Give the figure of the first side at the claim's time."""
    return figures.reading(binding.groups[0], binding.first, binding.last) if binding.groups else None


def _truth(figures: Figures, binding: Binding, group: str) -> bool | None:
    reading = figures.reading(group, binding.first, binding.last)
    if reading is None:
        return None
    if binding.test is Test.WITHIN:
        return _within(reading, binding.low, binding.high)
    if binding.test in (Test.RISES, Test.FALLS):
        return _moved(figures, binding, group, reading)
    return _beside(figures, binding, group, reading)


def _beside(figures: Figures, binding: Binding, group: str, reading: Reading) -> bool | None:
    """Say whether one side's figure stands to the others' as is said."""
    others = _others(figures, binding, group)
    if not others:
        return None
    if binding.test is Test.EQUAL:
        return _above([reading], others) is None
    if binding.test is Test.TIMES:
        return _times(reading, others[0], binding)
    high, low = ([reading], others) if binding.test is not Test.BELOW else (others, [reading])
    apart = _above(high, low)
    if apart is not True or (binding.low is None and binding.high is None):
        return apart
    return _within(_margin(high, low), binding.low, binding.high)


def _times(one: Reading, other: Reading, binding: Binding) -> bool | None:
    """Say whether one figure is so many times another; a ratio to nothing is no number."""
    if other.least <= 0 or one.least <= 0:
        return None
    value = None if one.value is None or not other.value else one.value / other.value
    ratio = replace(one, value=value, low=one.least / other.most, high=one.most / other.least)
    return _within(ratio, binding.low, binding.high)


def _margin(high: Sequence[Reading], low: Sequence[Reading]) -> Reading:
    """Give by how much the lowest of one side stands above the highest of the other."""
    one, other = min(high, key=_middle), max(low, key=_middle)
    value = None if one.value is None or other.value is None else one.value - other.value
    return replace(one, value=value, low=one.least - other.most, high=one.most - other.least)


def _middle(reading: Reading) -> float:
    return reading.value if reading.value is not None else (reading.least + reading.most) / 2


def _others(figures: Figures, binding: Binding, group: str) -> list[Reading]:
    if not binding.against:
        sides = set(binding.groups)
        rivals = figures.rivals(group, binding.first, binding.last)
        return [reading for other, reading in rivals if other not in sides]
    found = [figures.reading(other, binding.first, binding.last) for other in binding.against]
    return [] if any(one is None for one in found) else [one for one in found if one is not None]


def _within(reading: Reading, low: float | None, high: float | None) -> bool | None:
    if low is None and high is None:
        return None  # nothing was said that a figure could meet
    floor, roof = float("-inf") if low is None else low, float("inf") if high is None else high
    if reading.value is not None and floor <= reading.value <= roof:
        return True
    if floor <= reading.least and reading.most <= roof:
        return True
    return False if reading.most < floor or roof < reading.least else None


def _above(ones: Sequence[Reading], others: Sequence[Reading]) -> bool | None:
    """Say whether each of `ones` stands above all of `others`: where bounds overlap neither does."""
    if min(one.least for one in ones) > max(other.most for other in others):
        return True
    return False if min(one.most for one in ones) < max(other.least for other in others) else None


def _changed(now: Reading, then: Reading, binding: Binding) -> bool | None:
    """Say whether a figure changed by as much, or so many times, as is said."""
    if binding.times:
        return _times(now, then, binding)
    high, low = (now, then) if binding.test is Test.RISES else (then, now)
    return _within(_margin([high], [low]), binding.low, binding.high)


def _moved(figures: Figures, binding: Binding, group: str, now: Reading) -> bool | None:
    """Say whether a figure rose or fell from the first day to the last; where bounds overlap, by its points."""
    then = figures.reading(group, binding.first, binding.first)
    if then is None or then.period_end >= now.period_end:
        return None
    if binding.low is not None or binding.high is not None:
        return _changed(now, then, binding)
    high, low = (now, then) if binding.test is Test.RISES else (then, now)
    sure = _above([high], [low])
    if sure is None and high.value is not None and low.value is not None:
        return high.value > low.value
    return sure
