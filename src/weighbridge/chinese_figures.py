"""Figures in Chinese: counts in 万 and 亿, units in Chinese; the digits are those of `wording`."""

from __future__ import annotations

from functools import cache

from weighbridge import wording

_HUNDRED_MILLION, _TEN_THOUSAND, _TRILLION = 10**8, 10**4, 10**12
_MAGNITUDES = ((_TRILLION, "万亿"), (_HUNDRED_MILLION, "亿"), (_TEN_THOUSAND, "万"))
_COUNTED = {
    "downloads": "次下载",
    "derivatives": "个衍生模型",
    "parameters": "参数",
    "tokens": " token",
    "steps": " 步",
    "days": " 天",
}
_PLAIN = {
    "points": "分",
    "rating points": "等级分",
    "months": "个月",
    "USD": "美元",
    "USD per million tokens": "美元/百万 token",
}


def figure(value: float | None, low: float | None, high: float | None, unit: str) -> str:
    """Give a value with its interval, or its bounds alone."""
    if value is None:
        return span(low, high, unit)
    point, bounds = amount(value, unit), span(low, high, unit)
    return point if bounds in (wording.UNKNOWN, point) else f"{point}（{bounds}）"


def span(low: float | None, high: float | None, unit: str) -> str:
    """Give the bounds of a figure; where one is open or not known, the other alone."""
    if low is None or high is None:
        if low is None and high is None:
            return wording.UNKNOWN
        return f"至少 {amount(low, unit)}" if low is not None else f"至多 {amount(high or 0.0, unit)}"
    first, last = amount(low, unit), amount(high, unit)
    if first == last:
        return first
    number, _, rest = first.partition(" ")
    return f"{number if rest == last.partition(' ')[2] else first}{'–' if low >= 0 else ' 至 '}{last}"


def amount(value: float, unit: str) -> str:
    """Give one number with its unit."""
    if unit in _COUNTED:
        return _count(value) + _COUNTED[unit]
    said = wording.amount(value, unit)
    if unit == "ratio":
        return f"{said.removesuffix('×')} 倍"
    return f"{said.removesuffix(unit).rstrip()} {_PLAIN[unit]}" if unit in _PLAIN else said


@cache
def country(code: str) -> str:
    """Give the Chinese name of an ISO 3166-1 alpha-2 code; what is no such code stays as it is."""
    from babel import Locale

    found = Locale.parse("zh_Hans").territories.get(code)
    return str(found) if found else wording.plain(code)


def _count(number: float) -> str:
    for size, word in _MAGNITUDES:
        if abs(number) >= size:
            return f"{number / size:,.4g}".replace("-", wording.MINUS) + f" {word}"
    return f"{number:,.0f}".replace("-", wording.MINUS)
