"""Dates in simplified Chinese that the calendar names: `11月9日`, `今年5月`, `去年底`, `2025年第三季度`, `上半年`."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from weighbridge.claims.dates import periods, recurring
from weighbridge.claims.dates.recurring import Year
from weighbridge.claims.dates.rules import Reading, Rule
from weighbridge.claims.numerals import chinese
from weighbridge.claims.pieces import sought
from weighbridge.moment import Grain

if TYPE_CHECKING:
    from weighbridge.claims.dates.periods import Part

# In `3以上周` and `3以上半年` the 上 is that of 以上: what stands before 以 is an amount, unless it begins a phrase.
NO_BOUND = r"(?<![^\s，。；：、,.;:“（(]以)"
_SHIFTS = {"今年": 0, "本年": 0, "去年": -1, "前年": -2, "明年": 1, "后年": 2}
_YEAR = (
    r"(?:(?P<year>(?<![0-9A-Za-z_-])(?<![0-9][.,])(?:19|20)[0-9]{2}|[一二][〇零一二三四五六七八九]{3})\s?年"
    r"|(?P<whose>[今本去前明后]年))"
)
_ONE_TO_NINE = "一二三四五六七八九"
_MONTH = (
    r"(?P<month>(?<![0-9.])1[0-2]|(?<![0-9.])0?[1-9]"
    rf"|十[一二]?|(?<![{_ONE_TO_NINE}十])[{_ONE_TO_NINE}])\s?月(?![之球亮饼])"
)
_DAY = rf"(?P<day>[12]?[0-9]|3[01]|二?十[{_ONE_TO_NINE}]?|三十一?|[{_ONE_TO_NINE}])\s?[日号](?![元线楼])"
# Words that begin with the same character as a part of the year does, and are none.
_PARTS = {
    "年初": (periods.EARLY, "创步期始次级衷学中"),
    "年中": (periods.MIDDLE, "国美日欧方文企外资俄英法德韩期央心"),
    "年底": (periods.END, "层座蕴线部"),
    "年末": (periods.END, "端尾位"),
    "月初": (periods.EARLY, "创步期始次级衷学中"),
    "月上旬": (periods.EARLY, ""),
    "月中旬": (periods.MIDDLE, ""),
    "月中": (periods.MIDDLE, "国美日欧方文企外资俄英法德韩期央心旬"),
    "月下旬": (periods.LATE, ""),
    "月底": (periods.END, "层座蕴线部"),
    "月末": (periods.END, "端尾位"),
}
_SEASONS = {"春": periods.SPRING, "夏": periods.SUMMER, "秋": periods.AUTUMN}
_HALVES = {"上半年": 1, "下半年": 2}


def _parts(unit: str) -> str:
    """Give the pattern of the parts of a year or a month, without the unit's own character."""
    ways = [f"{name[1:]}{f'(?![{other}])' if other else ''}" for name, (_, other) in _PARTS.items() if name[0] == unit]
    return rf"(?P<part>{'|'.join(ways)})"


def _part(found: re.Match[str], unit: str) -> Part | None:
    part = found.groupdict().get("part")
    return _PARTS[unit + part][0] if part else None


def _year(found: re.Match[str]) -> Year:
    groups = found.groupdict()
    if groups.get("whose"):
        return Year(shift=_SHIFTS[groups["whose"]])
    if not groups.get("year"):
        return Year()
    return Year(number=int(groups["year"]) if groups["year"].isdecimal() else chinese.digits(groups["year"]))


def _number(said: str) -> int:
    return int(said) if said.isdecimal() else int(chinese.value(said) or 0)


def _day(found: re.Match[str], on: dt.date | None) -> Reading | None:
    return recurring.day(_year(found), on, _number(found["month"]), _number(found["day"]))


def _month(found: re.Match[str], on: dt.date | None) -> Reading | None:
    return recurring.month(_year(found), on, _number(found["month"]), _part(found, "月"))


def _whole(found: re.Match[str], on: dt.date | None) -> Reading | None:
    return recurring.whole(_year(found), on, _part(found, "年"))


def _season(found: re.Match[str], on: dt.date | None) -> Reading | None:
    return recurring.whole(_year(found), on, _SEASONS[found["season"]])


def _quarter(found: re.Match[str], on: dt.date | None) -> Reading | None:
    which = _number(found["number"])
    return recurring.of_year(_year(found), on, Grain.QUARTER, lambda year: periods.quarter(year, which))


def _half(found: re.Match[str], on: dt.date | None) -> Reading | None:
    which = _HALVES[found["half"]]
    return recurring.of_year(_year(found), on, Grain.HALF, lambda year: periods.half(year, which))


RULES = (
    Rule(sought(rf"(?:{_YEAR}\s?)?{_MONTH}\s?{_DAY}", "月"), _day),
    Rule(sought(rf"(?:{_YEAR}\s?)?{_MONTH}(?:份|{_parts('月')})?", "月"), _month),
    Rule(sought(rf"(?:{_YEAR}\s?)?第\s?(?P<number>[一二三四1-4])个?季度", "季度"), _quarter),
    Rule(sought(rf"(?:{_YEAR}\s?)?(?<![第0-9一二三四五六七八九十])(?P<number>[一二三四1-4])季度", "季度"), _quarter),
    Rule(sought(rf"{_YEAR}\s?Q(?P<number>[1-4])", "Q1 Q2 Q3 Q4"), _quarter),
    Rule(sought(rf"(?:{_YEAR}\s?)?{NO_BOUND}(?P<half>[上下]半年)", "半年"), _half),
    Rule(sought(rf"{_YEAR}(?P<season>[春夏秋])[季天]?", "春 夏 秋"), _season),
    Rule(sought(rf"{_YEAR}年?{_parts('年')}", "年"), _whole),
    Rule(sought(rf"(?<![0-9一二三四五六七八九十两几数])年{_parts('年')}", "年"), _whole),
    Rule(sought(rf"{_YEAR}(?!代)", "年"), _whole),
)
