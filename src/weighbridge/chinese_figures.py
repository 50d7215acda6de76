"""Figures and days in Chinese: counts in 万 and 亿, units in Chinese; other digits as `wording` has them."""

from __future__ import annotations

import datetime as dt

from weighbridge import lag_wording, wording

UNKNOWN = "未知"
_HUNDRED_MILLION, _TEN_THOUSAND, _TRILLION = 10**8, 10**4, 10**12
_MAGNITUDES = ((_TRILLION, "万亿"), (_HUNDRED_MILLION, "亿"), (_TEN_THOUSAND, "万"))
_COUNT_DIGITS, _COMPACT_DIGITS = 4, 3  # significant
_COUNTED = {
    "downloads": "次下载",
    "pulls": "次拉取",
    "derivatives": "个衍生模型",
    "accounts": "个账号",
    "parameters": "参数",
    "tokens": " token",
    "seconds": "秒",
    "days": "天",
}
_PLAIN = {
    "points": "分",
    "rating points": "分",
    "months": "个月",
    "steps": "步",
    "times cheaper a year": "倍/年",
    "USD": "美元",
    "USD per million tokens": "美元/百万 token",
}


def figure(value: float | None, low: float | None, high: float | None, unit: str) -> str:
    """Give a value with its interval, `49.9 %（45.1–57.7 %）`, or its bounds alone."""
    if value is None:
        return span(low, high, unit)
    point, bounds = amount(value, unit), span(low, high, unit)
    return point if bounds in (UNKNOWN, point) else f"{point}（{bounds}）"


def brief(value: float | None, low: float | None, high: float | None, unit: str) -> str:
    """Give a value alone, or bounds where there is none, as room beside a line allows: a count without its noun."""
    said = span(low, high, unit) if value is None else amount(value, unit)
    return said.removesuffix(_COUNTED.get(unit, "/百万 token")).rstrip()


def span(low: float | None, high: float | None, unit: str) -> str:
    """Give the bounds of a figure; where one is open or not known, the other alone: `至少 7.2 个月`."""
    first, last = (None if end is None else amount(end, unit) for end in (low, high))
    noun = _COUNTED.get(unit, "")
    if first and last and noun and first.removesuffix(noun)[-1] in "万亿":
        # 9,000 万–1.1 亿次下载: the noun is told once, unless a bare number would borrow the magnitude of the other.
        first = first if first.partition(" ")[2] == last.partition(" ")[2] else first.removesuffix(noun)
    return ends(first, last, negative=(low or 0.0) < 0)


def ends(low: str | None, high: str | None, *, negative: bool) -> str:
    """Join two ends that are told already; what both end with is told once. Null is an open end."""
    if low is None or high is None:
        return f"至少 {low}" if low is not None else f"至多 {high}" if high is not None else UNKNOWN
    if low == high:
        return low
    number, _, rest = low.partition(" ")
    return f"{number if rest == high.partition(' ')[2] else low}{' 至 ' if negative else '–'}{high}"


def amount(value: float, unit: str) -> str:
    """Give one number with its unit."""
    if unit in _COUNTED:
        number = _count(value, _COUNT_DIGITS)
        # 个, 次 and the like stand beside a magnitude, and apart from a digit.
        apart = " " if number[-1].isdigit() and not _COUNTED[unit].startswith(" ") else ""
        return f"{number}{apart}{_COUNTED[unit]}"
    said = wording.amount(value, unit)
    if unit == "ratio":
        return f"{said.removesuffix('×')} 倍"
    return f"{said.removesuffix(unit).rstrip()} {_PLAIN[unit]}" if unit in _PLAIN else said


def points(value: float) -> str:
    """Give a difference of shares, which are parts of 1, in percentage points."""
    return f"{wording.amount(value, 'share').removesuffix(' %')} 个百分点"


def compact(number: float) -> str:
    """Give a count to three significant digits for a narrow table: `16.9 万亿`, `2,840 亿`, `522 万`, `9,500`."""
    return _count(number, _COMPACT_DIGITS)


def day(of: dt.date) -> str:
    """Give a day: `2026年8月19日`."""
    return f"{month(of)}{of.day}日"


def month(of: dt.date) -> str:
    """Give the month of a day: `2026年8月`."""
    return f"{of.year}年{of.month}月"


def period(first: dt.date, last: dt.date) -> str:
    """Give a stretch of days, both inclusive; year and month are told once where they are the same."""
    if first == last:
        return day(first)
    end = day(last)
    if first.year == last.year:
        end = f"{last.day}日" if first.month == last.month else f"{last.month}月{last.day}日"
    return f"{day(first)}至{end}"


def _count(number: float, digits: int) -> str:
    """Give a count; the magnitude is that of the rounded number: 9,999.96 万 is 1 亿."""
    rounded = float(f"{number:.{digits}g}")
    for size, word in _MAGNITUDES:
        if abs(rounded) >= size:
            return f"{_trimmed(rounded / size, digits)} {word}"
    return f"{number:,.0f}".replace("-", lag_wording.MINUS)


def _trimmed(number: float, digits: int) -> str:
    """Give a number to some significant digits, without zeros at the end of its decimals."""
    decimals = max(digits - len(f"{abs(number):.0f}"), 0)
    text = f"{number:,.{decimals}f}".replace("-", lag_wording.MINUS)
    return text.rstrip("0").rstrip(".") if "." in text else text
