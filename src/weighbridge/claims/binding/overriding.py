"""A binding that its reader replaces in part: what was taken is a proposal."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from weighbridge.claims.dating import speakable
from weighbridge.errors import UsageError
from weighbridge.verdict import Test

if TYPE_CHECKING:
    from weighbridge.claims.binding import RaceOf
    from weighbridge.verdict import Binding

_MANY, _DAYS, _NUMBERS = ("groups", "against"), ("first", "last"), ("low", "high")
_WORDS = ("measure", "by", "test", *_MANY, *_DAYS, *_NUMBERS)


def overridden(binding: Binding, change: Mapping[str, str], races: Mapping[str, RaceOf]) -> Binding:
    """Give a binding with parts replaced; UsageError for what does not exist. Groups are parted by `+`."""
    name = change.get("measure", binding.measure or "")
    if not name:
        raise UsageError("this claim is held against no measure", then="name one too: measure=pull_share,by=family")
    if name not in races:
        raise UsageError(f"no measure named {name!r}", then=f"choose one of {', '.join(races)}")
    race = races[name]
    by = change.get("by", binding.by)
    if by not in race.groupings:
        raise UsageError(f"{name} has no grouping {by!r}", then=f"choose one of {', '.join(race.groupings)}")
    words = {key: _value(key, said) for key, said in change.items() if key in _WORDS}
    choices = {key: said for key, said in change.items() if key not in _WORDS}
    for key, said in choices.items():
        if said not in race.choices.get(key, ()):
            offered = ", ".join(race.choices.get(key, ())) or f"one of {', '.join((*_WORDS, *race.choices))} as key"
            raise UsageError(f"{name} has no {key}={said}", then=f"choose {offered}")
    kept = {} if "measure" in change else dict(binding.choices)
    changed = {**words, "measure": name, "by": by, "yardstick": "measure", "notes": ("bound_by_reader",)}
    return replace(binding, **changed, choices={**kept, **choices})


def _value(key: str, said: str) -> Any:  # noqa: ANN401 - each key has its own type
    try:
        if key in _DAYS:
            return speakable(dt.date.fromisoformat(said))
        if key in _NUMBERS:
            return _finite(float(said))
        if key == "test":
            return Test(said)
    except ValueError:
        raise UsageError(f"{key}={said} is no {key}", then="write days as 2026-08-19, numbers as 0.4") from None
    return tuple(said.split("+")) if key in _MANY else said


def _finite(number: float) -> float:
    if not math.isfinite(number):
        raise ValueError(number)
    return number
