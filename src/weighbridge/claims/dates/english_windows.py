"""Dates in English that count from the article's day: `last month`, `on Monday`, `over the past year`, `weeks ago`."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal

from weighbridge.claims.dates import periods, spans_of_time
from weighbridge.claims.dates.rules import Reading, Rule, relative
from weighbridge.claims.numerals import english
from weighbridge.claims.pieces import sought
from weighbridge.moment import Grain

_GRAINS = {"day": Grain.DAY, "week": Grain.WEEK, "month": Grain.MONTH, "quarter": Grain.QUARTER, "year": Grain.YEAR}
_DECADE = 10
_UNITS = r"(?P<unit>day|week|month|quarter|year|decade)"
_SHIFTS = {"last": -1, "previous": -1, "this": 0, "current": 0, "next": 1, "coming": 1}
_NAMED_DAYS = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_COUNT = r"(?P<count>[0-9]{1,3}|[A-Za-z]{3,9}(?:[ -][A-Za-z]{3,5})?|an?)"
_VAGUE = {"couple": 2, "few": spans_of_time.FEW, "several": spans_of_time.SEVERAL}


def _unit(found: re.Match[str]) -> tuple[Grain, int]:
    unit = found["unit"].lower()
    return (Grain.YEAR, _DECADE) if unit == "decade" else (_GRAINS[unit], 1)


def _count(said: str | None) -> int | None:
    """Give a whole number of digits or words; `a few` is the most that it means."""
    if not said:
        return None
    said = said.lower().removesuffix(" of")
    if said in ("a", "an"):
        return 1
    if said.isdecimal():
        return int(said)
    read = english.read(said, 0)
    if read and read[0] == len(said) and read[1] == read[1].to_integral_value():
        return int(read[1]) if read[1] < Decimal(1000) else None
    return _VAGUE.get(said.split()[-1])


def _calendar(found: re.Match[str], on: dt.date | None) -> Reading:
    shift, grain = _SHIFTS[found["shift"].lower()], _GRAINS[found["unit"].lower()]
    return spans_of_time.calendar(on, grain, shift)


def _named_day(found: re.Match[str], on: dt.date | None) -> Reading:
    return spans_of_time.calendar(on, Grain.DAY, _NAMED_DAYS[found[0].lower()])


def _weekday(found: re.Match[str], on: dt.date | None) -> Reading | None:
    which = next(number for number, name in enumerate(_WEEKDAYS) if name.startswith(found["name"].lower()[:3]))
    return spans_of_time.weekday(on, which) if (found["shift"] or "").lower() != "next" else None


def _window(found: re.Match[str], on: dt.date | None) -> Reading | None:
    grain, factor = _unit(found)
    count = _count(found["count"])
    if found["count"] and count is None:
        return None
    if count is None and found["plural"]:
        return spans_of_time.recent(on, grain)
    ahead = found["way"].lower() in ("next", "coming", "following")
    return spans_of_time.window(on, grain, (count or 1) * factor, ahead=ahead)


def _recent(found: re.Match[str], on: dt.date | None) -> Reading:
    return spans_of_time.recent(on, _unit(found)[0])


def _ago(found: re.Match[str], on: dt.date | None) -> Reading | None:
    grain, factor = _unit(found)
    count = _count(found["count"])
    if count is None or (found["count"] or "").lower().startswith(("few", "several")):
        return None
    return spans_of_time.ago(on, grain, count * factor)


def _vaguely_ago(found: re.Match[str], on: dt.date | None) -> Reading:
    grain, factor = _unit(found)
    return spans_of_time.vaguely_ago(on, grain, factor)


def _late_in(found: re.Match[str], on: dt.date | None) -> Reading:
    """Read `earlier this month`, which ends with the article's day, and `later this year`, which begins with it."""
    grain, later = _GRAINS[found["unit"].lower()], found["side"].lower() == "later"
    shift = _SHIFTS[found["shift"].lower()]
    if shift:
        return spans_of_time.calendar(on, grain, shift)

    def days(day: dt.date) -> periods.Days:
        first, last = periods.around(day, grain)
        return (day, last) if later else (first, day)

    return relative(on, grain, f"what {'is left' if later else 'was'} of the {grain} of", days)


_PAST = r"(?:[Oo]ver|[Ii]n|[Dd]uring|[Ff]or|[Ww]ithin|[Tt]hroughout|[Aa]cross)?"
RULES = (
    Rule(
        sought(
            r"\b(?P<side>[Ee]arlier|[Ll]ater)\s(?P<shift>this|last)\s(?P<unit>week|month|quarter|year)\b", "arlier ater"
        ),
        _late_in,
    ),
    Rule(
        sought(
            rf"\b(?:{_PAST}\s)?(?:the\s(?P<way>past|last|previous|next|coming|following))\s(?:{_COUNT}\s)?"
            rf"{_UNITS}(?P<plural>s)?\b",
            "past last previous next coming following",
            any_case=True,
        ),
        _window,
    ),
    Rule(
        sought(rf"\b(?:{_PAST}\s)?(?P<way>past)\s(?:{_COUNT}\s)?{_UNITS}(?P<plural>s)?\b", "past", any_case=True),
        _window,
    ),
    Rule(
        sought(rf"\b(?:{_PAST}\s)?(?P<way>last|next)\s{_COUNT}\s{_UNITS}(?P<plural>s)\b", "last next", any_case=True),
        _window,
    ),
    Rule(sought(rf"\b(?:{_PAST}\s)?(?:the\s)?recent\s{_UNITS}s\b", "recent", any_case=True), _recent),
    Rule(sought(rf"(?<![A-Za-z0-9-]){_COUNT}\s{_UNITS}s?\sago\b", "ago", any_case=True), _ago),
    Rule(sought(rf"\b(?:(?:a\s)?(?:few|several)\s)?{_UNITS}s\sago\b", "ago", any_case=True), _vaguely_ago),
    Rule(
        sought(
            r"\b(?:the\s)?(?P<shift>last|this|next|previous|current)\s(?P<unit>week|month|quarter|year)\b",
            "week month quarter year",
            any_case=True,
        ),
        _calendar,
    ),
    Rule(
        sought(r"\b(?:yesterday|today|tonight|tomorrow)\b", "yesterday today tonight tomorrow", any_case=True),
        _named_day,
    ),
    Rule(
        sought(
            r"\b(?:(?P<shift>last|this|next|past)\s)?(?P<name>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b",
            "day",
        ),
        _weekday,
    ),
)
