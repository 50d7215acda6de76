"""Dates in English that the calendar names: `November 9`, `early 2024`, `Q3 2025`, `the second half of last year`."""

from __future__ import annotations

import datetime as dt
import re

from weighbridge.claims.dates import periods, recurring
from weighbridge.claims.dates.recurring import Year
from weighbridge.claims.dates.rules import Reading, Rule
from weighbridge.claims.pieces import sought
from weighbridge.moment import Grain

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH_NAMES = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec JAN FEB MAR APR JUN JUL AUG SEP OCT NOV DEC"
_LONG = (
    r"January|February|March|April|May|June|July|August|September|October|November|December"
    r"|JANUARY|FEBRUARY|MARCH|APRIL|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER"
)
_SHORT = r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?"
_MONTH = rf"(?P<month>(?:{_LONG})(?![A-Za-z])|{_SHORT})"
_YEAR = r"(?P<year>(?:19|20)[0-9]{2})(?![0-9A-Za-z_%])(?![.,/-][0-9])"
_DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?(?![0-9A-Za-z%:])(?![.,][0-9])"
_SEP = r"(?:,?\s{1,3}(?:of\s{1,3}|in\s{1,3})?|,)"
_WHOSE = r"(?P<whose>last|this|next|the\s(?:previous|past|same|current))\s{1,3}year(?:'s)?"
_OF_YEAR = rf"(?:{_SEP}(?:{_YEAR}|{_WHOSE}))?"
# In front of a bare month these make a date of it: `may` and `march` are verbs too. `next` means one to come.
_BEFORE_A_DATE = re.compile(
    r"(?<![A-Za-z])(?:in|since|by|during|until|till|from|through|of|before|after|to|between|and|last|this|around)\s\Z",
    re.IGNORECASE,
)
_LONGEST_BEFORE = len(" between ")
_INTO_A_MONTH = re.compile(rf"\s?(?:-|–|to|through|until)\s?{_MONTH}")
_NEXT = re.compile(r"next\s\Z", re.IGNORECASE)
_PARTS = {
    "early": periods.EARLY,
    "mid": periods.MIDDLE,
    "middle": periods.MIDDLE,
    "late": periods.LATE,
    "beginning": periods.START,
    "start": periods.START,
    "end": periods.END,
    "spring": periods.SPRING,
    "summer": periods.SUMMER,
    "autumn": periods.AUTUMN,
    "fall": periods.AUTUMN,
}
_PART = (
    r"(?:(?P<part>[Ee]arly|[Mm]id|[Ll]ate)(?:\s?-\s?|\s)(?:in\s)?"
    r"|(?:[Tt]he\s)?(?P<side>[Mm]iddle|[Bb]eginning|[Ss]tart|[Ee]nd)\sof\s)"
)
_COUNTED = r"(?!\s?-?(?:tokens?|models?|downloads?|parameters?|users?|companies|million|billion|trillion|thousand)\b)"
_NTH = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}


def _part(found: re.Match[str]) -> periods.Part | None:
    groups = found.groupdict()
    part = groups.get("part") or groups.get("side")
    return _PARTS[part.lower()] if part else None


def _year(found: re.Match[str]) -> Year:
    if found["year"]:
        return Year(number=int(found["year"]))
    whose = found.groupdict().get("whose")
    if not whose:
        return Year()
    return Year(shift={"last": -1, "next": 1}.get(whose, -1 if whose.endswith(("previous", "past")) else 0))


def _which(found: re.Match[str]) -> int:
    return _MONTHS.index(found["month"][:3].lower()) + 1


def _day(found: re.Match[str], on: dt.date | None) -> Reading | None:
    return recurring.day(_year(found), on, _which(found), int(found["day"]))


def _iso(found: re.Match[str], on: dt.date | None) -> Reading | None:
    return recurring.day(Year(number=int(found["year"])), on, int(found["month"]), int(found["day"]))


def _iso_month(found: re.Match[str], on: dt.date | None) -> Reading | None:
    return recurring.month(Year(number=int(found["year"])), on, int(found["month"]))


def _month(found: re.Match[str], on: dt.date | None) -> Reading | None:
    year, part, name = _year(found), _part(found), found["month"]
    before = found.string[max(0, found.start() - _LONGEST_BEFORE) : found.start()]
    told = _BEFORE_A_DATE.search(before) or _INTO_A_MONTH.match(found.string, found.end())
    bare = year == Year() and part is None and not told
    if _NEXT.search(before) or (bare and (len(name.rstrip(".")) <= len("Sept") or name == "March")):
        return None
    return recurring.month(year, on, _which(found), part)


def _quarter(found: re.Match[str], on: dt.date | None) -> Reading | None:
    which = int(found["number"] or _NTH[found["nth"].lower()])
    return recurring.of_year(_year(found), on, Grain.QUARTER, lambda year: periods.quarter(year, which))


def _half(found: re.Match[str], on: dt.date | None) -> Reading | None:
    which = int(found["number"] or _NTH[found["nth"].lower()])
    return recurring.of_year(_year(found), on, Grain.HALF, lambda year: periods.half(year, which))


def _years(found: re.Match[str], on: dt.date | None) -> Reading | None:
    first, last = (recurring.whole(Year(number=int(found[name])), on) for name in ("year", "until"))
    if first is None or last is None or first.days is None or last.days is None or first.days[0] > last.days[0]:
        return None
    return Reading((first.days[0], last.days[1]), Grain.YEAR, "as written")


def _whole(found: re.Match[str], on: dt.date | None) -> Reading | None:
    return recurring.whole(_year(found), on, _part(found))


_NUMBERED = r"(?<![0-9A-Za-z_-])"
_ISO = r"(?<![0-9A-Za-z_-])(?P<year>(?:19|20)[0-9]{2})"
RULES = (
    Rule(sought(rf"{_ISO}(?P<sep>[-/.])(?P<month>[0-9]{{1,2}})(?P=sep)(?P<day>[0-9]{{1,2}})(?![0-9])", "19 20"), _iso),
    Rule(sought(rf"{_ISO}[-/](?P<month>[0-9]{{2}})(?![0-9-])", "19 20"), _iso_month),
    Rule(sought(rf"{_ISO}[-–](?P<until>(?:19|20)[0-9]{{2}})(?![0-9-])", "19 20"), _years),
    Rule(sought(rf"\b{_MONTH}\s{{0,3}}{_DAY}{_OF_YEAR}", _MONTH_NAMES), _day),
    Rule(sought(rf"{_NUMBERED}{_DAY}(?:\s{{1,3}}of)?\s{{1,3}}{_MONTH}{_OF_YEAR}", _MONTH_NAMES), _day),
    Rule(sought(rf"\b{_PART}?{_MONTH}{_OF_YEAR}(?!\s?[0-9])", _MONTH_NAMES), _month),
    Rule(
        sought(
            rf"\b(?:[Tt]he\s)?(?P<nth>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|1st|2nd|3rd|4th)[\s-]quarter(?P<number>){_OF_YEAR}",
            "quarter",
        ),
        _quarter,
    ),
    Rule(sought(rf"\bQ(?P<number>[1-4])(?P<nth>){_SEP}(?:{_YEAR}|{_WHOSE})", "Q1 Q2 Q3 Q4"), _quarter),
    Rule(sought(rf"{_ISO}(?:\s|-)?Q(?P<number>[1-4])(?P<nth>)(?![0-9A-Za-z])", "Q1 Q2 Q3 Q4"), _quarter),
    Rule(sought(r"(?<=\b[IiBb][nNyY]\s)Q(?P<number>[1-4])(?P<nth>)(?P<year>)(?![0-9A-Za-z])", "Q1 Q2 Q3 Q4"), _quarter),
    Rule(
        sought(
            rf"\b(?:[Tt]he\s)?(?P<nth>[Ff]irst|[Ss]econd)[\s-]half(?P<number>)"
            rf"{_SEP}(?:{_YEAR}|{_WHOSE}|the\syear\b)",
            "half",
        ),
        _half,
    ),
    Rule(sought(rf"\bH(?P<number>[12])(?P<nth>){_SEP}{_YEAR}", "H1 H2"), _half),
    Rule(sought(rf"{_ISO}\s?H(?P<number>[12])(?P<nth>)(?![0-9A-Za-z])", "H1 H2"), _half),
    Rule(
        sought(
            rf"\b{_PART}(?:the\s)?(?:year\s)?(?:{_YEAR}|{_WHOSE}|(?<=the\s)year\b)",
            "19 20 year",
        ),
        _whole,
    ),
    Rule(
        sought(
            rf"\b(?P<part>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all)\s(?:of\s)?(?:{_YEAR}|{_WHOSE})",
            "19 20 year",
        ),
        _whole,
    ),
    Rule(sought(rf"(?<![0-9A-Za-z_$€£¥#/-])(?<![0-9][.,\s]){_YEAR}{_COUNTED}", "19 20"), _whole),
)
