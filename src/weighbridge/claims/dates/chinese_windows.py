"""Dates in simplified Chinese that count from the article's day: `上月`, `周一`, `过去一年`, `近几周`, `三年前`."""

from __future__ import annotations

import datetime as dt
import re

from weighbridge.claims.dates import periods, spans_of_time
from weighbridge.claims.dates.chinese_calendar import NO_BOUND
from weighbridge.claims.dates.rules import Reading, Rule, relative
from weighbridge.claims.numerals import chinese
from weighbridge.claims.pieces import sought
from weighbridge.moment import Grain

_UNITS = r"(?P<unit>个?(?:季度|星期|礼拜|月)|周|天|日|年)(?![级轻薪龄初底末])"
_GRAINS = {"季": Grain.QUARTER, "星": Grain.WEEK, "礼": Grain.WEEK, "周": Grain.WEEK, "月": Grain.MONTH}
_GRAINS |= {"天": Grain.DAY, "日": Grain.DAY, "年": Grain.YEAR}
_COUNT = r"(?P<count>[0-9]{1,3}|[一二两三四五六七八九十]{1,3}|半|几|数|多|若干)"
_VAGUE = ("几", "数", "多", "若干")
_WEEKDAYS = "一二三四五六日"
_WEEK = r"(?:周|星期|礼拜)"
_SHIFTS = {"上上": -2, "上": -1, "本": 0, "这": 0, "这一": 0, "当": 0, "下": 1}
_DAYS = {"前天": -2, "昨天": -1, "昨日": -1, "今天": 0, "今日": 0, "今晨": 0, "今晚": 0, "明天": 1, "明日": 1}


def _grain(found: re.Match[str]) -> Grain:
    return _GRAINS[found["unit"].removeprefix("个")[0]]


def _count(found: re.Match[str]) -> int:
    said = found["count"]
    return int(said) if said.isdecimal() else int(chinese.value(said) or 0)


def _month_part(found: re.Match[str], on: dt.date | None) -> Reading:
    shift = _SHIFTS[found["shift"]]
    part = {"初": periods.EARLY, "中": periods.MIDDLE, "底": periods.END, "末": periods.END}[found["part"][0]]

    def days(day: dt.date) -> periods.Days:
        away = periods.away(day, shift, Grain.MONTH)
        return periods.month(away.year, away.month, part)

    return relative(on, Grain.WEEK, f"{part.says} of the month, counted from", days)


def _month_day(found: re.Match[str], on: dt.date | None) -> Reading | None:
    shift, number = _SHIFTS[found["shift"]], int(found["day"])

    def days(day: dt.date) -> periods.Days:
        away = periods.away(day, shift, Grain.MONTH)
        return away.replace(day=number), away.replace(day=number)

    try:
        return relative(on, Grain.DAY, "that day, counted from the month of", days)
    except ValueError:  # a month without a 31st
        return None


def _calendar(found: re.Match[str], on: dt.date | None) -> Reading:
    return spans_of_time.calendar(on, _grain(found), _SHIFTS[found["shift"]])


def _weekday(found: re.Match[str], on: dt.date | None) -> Reading:
    which = _WEEKDAYS.index("日" if found["day"] == "天" else found["day"])
    shift = found["shift"]
    return spans_of_time.weekday_of_week(on, which, _SHIFTS[shift]) if shift else spans_of_time.weekday(on, which)


def _named_day(found: re.Match[str], on: dt.date | None) -> Reading:
    return spans_of_time.calendar(on, Grain.DAY, _DAYS[found[0]])


def _window(found: re.Match[str], on: dt.date | None) -> Reading | None:
    grain, ahead = _grain(found), found["way"] in ("未来", "今后", "接下来")
    if found["count"] == "半":
        if grain is not Grain.YEAR:
            return None
        return spans_of_time.window(on, Grain.MONTH, periods.MONTHS // 2, ahead=ahead)
    if found["count"] in _VAGUE:
        return None if ahead else spans_of_time.recent(on, grain)
    return spans_of_time.window(on, grain, _count(found), ahead=ahead)


def _recent_years(_: re.Match[str], on: dt.date | None) -> Reading:
    return spans_of_time.recent(on, Grain.YEAR)


def _ago(found: re.Match[str], on: dt.date | None) -> Reading | None:
    if found["count"] == "半":
        return spans_of_time.ago(on, Grain.MONTH, periods.MONTHS // 2) if _grain(found) is Grain.YEAR else None
    if found["count"] in _VAGUE:
        return spans_of_time.vaguely_ago(on, _grain(found))
    return spans_of_time.ago(on, _grain(found), _count(found))


_SHIFT = rf"{NO_BOUND}(?P<shift>上上|上|本|这|当|下)"
_NO_PART = "国美日欧方文企外资俄英法德韩"
_PART = rf"(?P<part>初(?![创步期始次级])|中旬|中(?![{_NO_PART}旬])|底(?![层座蕴])|末(?![端尾]))"
RULES = (
    Rule(sought(rf"{_SHIFT}个?月{_PART}", "月"), _month_part),
    Rule(sought(rf"{_SHIFT}个?月(?P<day>[12]?[0-9]|3[01])[日号]", "月"), _month_day),
    Rule(
        sought(rf"(?<![每])(?:{_SHIFT}个?)?{_WEEK}(?P<day>[一二三四五六日天])(?![次个场回期年月天])", "周 星期 礼拜"),
        _weekday,
    ),
    Rule(
        sought(
            rf"(?:[在于](?=过))?(?P<way>(?<![仅已才刚])过去|最近|(?<![附将接])近|未来|今后|接下来)的?这?{_COUNT}{_UNITS}"
            r"(?:以?来|里|之?内|中(?![国美日欧方文])|间)?",
            "过去 近 未来 今后 接下来",
        ),
        _window,
    ),
    Rule(sought(r"(?<![附将接])近年(?:以?来)?", "近年"), _recent_years),
    Rule(
        sought(
            rf"(?<![0-9.一二两三四五六七八九十百千万]){_COUNT}{_UNITS}(?:多|半)?(?:以|之)?前(?![景沿期十三五0-9])", "前"
        ),
        _ago,
    ),
    Rule(
        sought(
            rf"{_SHIFT}一?(?P<unit>个?(?:季度|星期|礼拜|月)|周)(?![一二三四五六日天年期])",
            "月 周 季度 星期 礼拜",
        ),
        _calendar,
    ),
    Rule(sought("|".join(_DAYS), "天 日 今晨 今晚"), _named_day),
)
