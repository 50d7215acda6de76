"""Words for figures: the same short English on the page, in charts and on the command line."""

from __future__ import annotations

import math
import re
import unicodedata
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from weighbridge import countries, lag_wording
from weighbridge.lag_wording import MINUS

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from weighbridge.estimate import Estimate, Series, Standing, Status

TONGUE: Final = "en"
GROUPINGS = {
    "country": "country",
    "organisation": "organisation",
    "family": "family",
    "openness": "openness",
    "size_class": "size class",
    "model": "model",
}
OPENNESS = {"open_licence": "open licence", "restricted": "restricted", "closed": "closed"}
LONGEST_NAME = 80
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
UNKNOWN = "not known"
# Characters that reorder or hide text around them: a name may not change the sentence in which it stands.
_REORDERING = re.compile("[\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f\ufeff]")
# Code points that no document may hold: halves of a pair, and two that stand for nothing.
_NO_CHARACTER = re.compile("[\ud800-\udfff\ufffe\uffff]")
_HUNDRED, _THOUSAND = 100, 1000
_MILLION, _BILLION, _TRILLION = 10**6, 10**9, 10**12
_MAGNITUDES = ((_TRILLION, "trillion"), (_BILLION, "billion"), (_MILLION, "million"))
# Of units on a scale of their own: digits after the point that their intervals leave a meaning.
_DIGITS = {"points": 1, "rating points": 0, "months": 1, "steps": 2, "times cheaper a year": 1}
_PRICE_DIGITS = 3  # significant: prices run from a thousandth of a dollar to hundreds
_ROUNDS_AWAY = 0.005  # a part nearer than this to none or to all would be printed as none or all
# What stands between the two of a pair in its name.
_BETWEEN = (" behind ", " against ")
# Countries whose names take an article inside a sentence.
_WITH_ARTICLE = re.compile("United .+|.+ (Islands|Republic)|Bahamas|Comoros|Gambia|Maldives|Netherlands|Philippines")


def plain(text: str, longest: int = LONGEST_NAME) -> str:
    """Give `text` on one line, without control and reordering characters, cut with an ellipsis after `longest`."""
    # Most names are: pages hold them by the hundred thousand.
    if len(text) <= longest and text.isprintable() and "  " not in text and text == text.strip():
        return text
    kept = _NO_CHARACTER.sub("", _REORDERING.sub("", text))
    visible = "".join(" " if unicodedata.category(c) == "Cc" else c for c in kept)
    line = " ".join(visible.split())
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"


def grouping(by: str) -> str:
    """Name a grouping: `size_class` is `size class`."""
    return GROUPINGS.get(by, by.replace("_", " "))


def group(by: str, name: str) -> str:
    """Name a group as a reader does: countries and classes in English, all others by their own name."""
    if by == "country":
        return _pair(name) or country(name)
    if by == "openness":
        return OPENNESS.get(name, plain(name))
    if by == "size_class" and any(letter.isdigit() for letter in name):  # there is one of all sizes too
        return f"{plain(name)} B"
    return plain(name)


def _pair(name: str) -> str:
    """Name a pair of countries as it is read; empty where the name is of none."""
    for between in _BETWEEN:
        first, found, second = name.partition(between)
        if found:
            return f"{country(first)}{between}{inside('country', country(second))}"
    return ""


def inside(by: str, named: str) -> str:
    """Give the name of a group as it stands inside a sentence: `the United States`."""
    if by != "country":
        return named
    return f"the {named}" if _WITH_ARTICLE.fullmatch(named) else countries.INSIDE.get(named, named)


def opening(by: str, named: str) -> str:
    """Give the name of a group as it opens a sentence: `The United States`."""
    within = inside(by, named)
    return within[:1].upper() + within[1:] if within != named else named


@cache
def country(code: str) -> str:
    """Give the English name of a country by its code; what is no code of a country stays as it is."""
    return countries.named(code, "en") or plain(code)


def day(of: dt.date) -> str:
    """Give a day: `19 Aug 2026`."""
    return f"{of.day} {month(of)}"


def month(of: dt.date) -> str:
    """Give the month of a day: `Aug 2026`."""
    return f"{_MONTHS[of.month - 1]} {of.year}"


def period(first: dt.date, last: dt.date) -> str:
    """Give a stretch of days, both inclusive; year and month are told once where they are the same."""
    return day(first) if first == last else f"{_start(first, last)} to {day(last)}"


def _start(first: dt.date, last: dt.date) -> str:
    """Give the first day of a stretch without what its last day says again."""
    if first.year != last.year:
        return day(first)
    return str(first.day) if first.month == last.month else f"{first.day} {_MONTHS[first.month - 1]}"


def status(of: Status) -> str:
    """Say what kind of figure it is."""
    return str(of)


def listed(parts: Iterable[str]) -> str:
    """Give a list on one line."""
    return ", ".join(parts)


def reason(text: str) -> str:
    """Give what a measure says of an interval, of no race or of a missing figure: it says so in English.

    Of an interval that there is not it says `none: why`, which beside other facts does not say of what there is none.
    """
    return f"no interval: {why}" if (why := text.removeprefix("none: ")) != text else text


def figure(value: float | None, low: float | None, high: float | None, unit: str) -> str:
    """Give a value with its interval, `49.9 % (45.1–57.7 %)`; bounds alone where there is no value, `55.5–64.1 %`."""
    if value is None:
        return span(low, high, unit)
    point = amount(value, unit)
    bounds = span(low, high, unit)
    return point if bounds in (UNKNOWN, point) else f"{point} ({bounds})"


def brief(value: float | None, low: float | None, high: float | None, unit: str) -> str:
    """Give a value alone, or bounds where there is none, as room beside a line allows: without the unit."""
    return (span(low, high, unit) if value is None else amount(value, unit)).removesuffix(f" {unit}")


def beside(said: str, by: str, other: str, unit: str) -> str:
    """Say of a figure of a pair who the other one is, by its id; a lag below none is a lead."""
    other = inside(by, other)
    if unit == "months" and (lead := ahead(said)):
        return f"{lead} ahead of {other}"
    return f"{said} {'behind' if unit == 'months' else 'against'} {other}"


def ahead(said: str) -> str:
    """Tell a lag that lies below none throughout as the lead that it is; empty where some of it does not."""
    return lag_wording.turned(said, "at most ", "at least ", " to ")


@lru_cache(1 << 16)  # a page and its charts say the same in every language, and often more than once
def amount(value: float, unit: str) -> str:
    """Give one number with its unit: shares in per cent, indices with three decimals, counts in words of magnitude."""
    if unit == "share":
        return f"{_signed(value * 100, 1)} %"
    if unit == "ratio":
        return f"{_signed(value, sum(abs(value) < size for size in (10, 100)))}×"
    if unit == "index":
        return _signed(value, 3)
    if unit in _DIGITS:
        return f"{_signed(value, _DIGITS[unit])} {unit}"
    if unit.startswith("USD"):
        return f"{_significant(value)} {unit}"
    return f"{_count(value)} {unit}".rstrip()


def margin(standing: Standing, unit: str) -> str:
    """Say how far the one ahead stands before the next; shares differ by percentage points."""
    if standing.runner_up is None:
        return "no other contender"
    if unit != "share":
        return figure(standing.margin, standing.margin_low, standing.margin_high, unit)
    value, low, high = (
        None if m is None else m * 100 for m in (standing.margin, standing.margin_low, standing.margin_high)
    )
    return _points(value, low, high)


def since(standing: Standing) -> str:
    """Say when the lead began, as closely as sampling and choices allow."""
    if standing.leader is None or standing.since_until is None:
        return UNKNOWN
    if standing.since_after is None:
        return f"by {day(standing.since_until)}, the first day that decides"
    return f"between {_start(standing.since_after, standing.since_until)} and {day(standing.since_until)}"


def sure(standing: Standing) -> str:
    """Say under which part of the choices, and of the resamples, the one ahead leads."""
    counted, every = standing.choices_counted, standing.choices_counted + standing.choices_silent
    # The part is of those with figures: "63 % (30 of 50)" would read as one wrong percentage.
    part = _part(standing.share_of_choices, "choices", f"{counted:,} " if standing.choices_silent else "")
    choices = f"leads under {part}" + (f" with figures (of {every:,})" if standing.choices_silent else "")
    if standing.share_of_resamples is None:
        return choices
    return f"{choices}, ahead in {_part(standing.share_of_resamples, 'resamples')}"


def rival(by: str, name: str, ways: Iterable[str]) -> str:
    """Say who else leads, and in which ways: the options of each, as they are told."""
    return f"with {' or '.join(ways)}, {inside(by, group(by, name))} leads"


def rank(best: int | None, worst: int | None) -> str:
    """Give a place, `1`, or the places that overlapping intervals leave, `2–4`."""
    if best is None or worst is None:
        return UNKNOWN
    return f"{best}" if best == worst else f"{best}–{worst}"


def lead(series: Series) -> str:
    """Name the leader, or say that there is none and who is ahead."""
    standing = series.standing
    if standing is None:
        return f"no standing: {unranked(series)}"
    if standing.leader is None:
        return f"undecided; {group(series.by, standing.ahead)} ahead" if standing.ahead else "undecided"
    return group(series.by, standing.leader)


def unranked(series: Series) -> str:
    """Say why a series has no standing."""
    return series.no_race or "the newest period holds no figure"


def finding(series: Series) -> str:
    """Say a race's standing in one sentence."""
    standing = series.standing
    if standing is None:
        return f"No standing by {grouping(series.by)}: {unranked(series)}."
    value = figure(standing.value, standing.value_low, standing.value_high, series.unit)
    if standing.leader is None:
        highest = inside(series.by, group(series.by, standing.ahead or UNKNOWN))
        return f"Undecided: the data allow more than one leader; {highest} has the highest figure, {value}."
    second = (
        ""
        if standing.runner_up is None
        else f", {margin(standing, series.unit)} ahead of {inside(series.by, group(series.by, standing.runner_up))}"
    )
    leader = opening(series.by, group(series.by, standing.leader))
    # Names keep their letters; the words of a class open a sentence.
    leader = leader.capitalize() if series.by == "openness" else leader
    return f"{leader} leads with {value}{second}; the lead began {since(standing)}."


def span(low: float | None, high: float | None, unit: str) -> str:
    """Give the bounds of a figure; where one is open or not known, the other alone: `at least 7.2 months`."""
    if low is None or high is None:
        return _one_end(*(None if end is None else amount(end, unit) for end in (low, high))) or UNKNOWN
    first, last = amount(low, unit), amount(high, unit)
    if first == last:
        return first
    number, _, rest = first.partition(" ")
    same = rest == last.partition(" ")[2]
    return f"{number if same else first}{'–' if low >= 0 else ' to '}{last}"


def over_choices(estimate: Estimate, unit: str) -> str:
    """Give the range of a figure over all choices; that of a known figure without ends is open, not unknown."""
    known = (estimate.value, estimate.ci_low, estimate.ci_high) != (None, None, None)
    ends = estimate.range_low, estimate.range_high
    return "open at both ends" if known and ends == (None, None) else span(*ends, unit)


def _one_end(low: str | None, high: str | None) -> str:
    """Say the one end that is known; nothing where neither is."""
    return f"at least {low}" if low is not None else f"at most {high}" if high is not None else ""


def _points(value: float | None, low: float | None, high: float | None) -> str:
    point, first, last = (None if of is None else _signed(of, 1) for of in (value, low, high))
    if low is None or high is None:
        bounds = _one_end(first, last)
    else:
        bounds = f"{first}" if first == last else f"{first}{'–' if low >= 0 else ' to '}{last}"
    if point is None:
        return f"{bounds} points" if bounds else UNKNOWN
    return f"{point} points" if bounds in ("", point) else f"{point} points ({bounds})"


def _part(share: float, of: str, counted: str = "") -> str:
    if share == 1:
        return f"all {counted}{of}"
    these = f"the {counted}{of}" if counted or not share else of
    if not share:
        return f"none of {these}"
    if share <= _ROUNDS_AWAY:
        return f"under 1 % of {these}"
    return f"over 99 % of {these}" if share >= 1 - _ROUNDS_AWAY else f"{share * 100:.0f} % of {these}"


def _signed(number: float, digits: int) -> str:
    text = f"{number:,.{digits}f}"
    if not text.startswith("-"):
        return text
    return text.replace("-", MINUS) if float(text.replace(",", "")) else text.lstrip("-")


def _significant(number: float) -> str:
    """Give a price to three significant digits, at least to the cent."""
    if number == 0 or abs(number) >= _HUNDRED:
        return _signed(number, 0)
    digits = _PRICE_DIGITS - 1 - math.floor(math.log10(abs(number)))
    text = _signed(number, max(digits, 2))
    return text.rstrip("0").ljust(text.index(".") + 3, "0")


def compact(number: float) -> str:
    """Give a count to three significant digits for a narrow table: `16.9 T`, `284 B`, `5.22 M`, `950 K`."""
    rounded = float(f"{number:.3g}")
    for size, letter in ((_TRILLION, "T"), (_BILLION, "B"), (_MILLION, "M"), (_THOUSAND, "K")):
        if abs(rounded) >= size:
            scaled = rounded / size
            return f"{_signed(scaled, sum(abs(scaled) < edge for edge in (10, _HUNDRED)))} {letter}"
    return _signed(number, 0)


def _count(number: float) -> str:
    """Give a count; above a million to two decimals, or four significant digits, which many sizes do not fill."""
    rounded = float(f"{number:.4g}")
    for size, word in _MAGNITUDES:
        if abs(rounded) >= size:
            # Rounded for its digits alone: 1,234,567 rounded twice would be printed as 1.24 million.
            digits = 2 if abs(rounded / size) < _HUNDRED else int(rounded / size % 1 != 0)
            return f"{_signed(number / size, digits)} {word}"
    return _signed(number, 0)
