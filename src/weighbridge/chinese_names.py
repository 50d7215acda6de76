"""What groupings and groups are called in simplified Chinese; makers and families are named by data, not here."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from weighbridge import countries
from weighbridge.wording import plain

if TYPE_CHECKING:
    from collections.abc import Callable

GROUPINGS = {
    "country": "国家或地区",
    "organisation": "机构",
    "family": "模型系列",
    "openness": "开放程度",
    "size_class": "规模档",
    "model": "模型",
    "offer": "报价",
    "all": "全体",
}
OPENNESS = {"open_licence": "开放许可", "restricted": "受限许可", "closed": "闭源"}
_OF_OPENNESS = OPENNESS | {"open": "开放权重", "open licence": "开放许可"}
_EVERYONE = {"all": "全体", "all models": "全部模型"}
# What stands between the two of a pair, in its id or in its English name.
_PAIRS = {">": "对", " behind ": "落后", " against ": "对"}
_MOVING = " (moving name)"
_UNDER, _OVER, _BETWEEN = re.compile(r"<(\d+)"), re.compile(r"(\d+)\+"), re.compile(r"(\d+)-(\d+)")
_PER_BILLION = 10  # 亿


def grouping(by: str) -> str:
    """Name a grouping: `size_class` is 规模档."""
    return GROUPINGS.get(by, by.replace("_", " "))


def group(by: str, name: str) -> str:
    """Name a group as a reader does: countries, classes, and pairs of them in Chinese; all others by their own name."""
    for between, word in _PAIRS.items():
        first, found, second = name.partition(between)
        if found and by in _NAMED:
            return f"{group(by, first)}{word}{group(by, second)}"
    if name in _EVERYONE:
        return _EVERYONE[name]
    if by in _NAMED:
        return _NAMED[by](name)
    return f"{plain(name.removesuffix(_MOVING))}（流动名称）" if name.endswith(_MOVING) else plain(name)


@cache
def country(code: str) -> str:
    """Give the Chinese name of a country by its code or its English name; what is neither stays as it is."""
    return countries.named(_codes().get(code, code), "zh") or plain(code)


@cache
def _codes() -> dict[str, str]:
    """Give codes by English names, which series of pairs are labelled with."""
    return {name: code for code, name in countries.names("en").items()}


def _openness(name: str) -> str:
    return _OF_OPENNESS.get(name, plain(name))


def _size(name: str) -> str:
    """Give a class of sizes in 亿: `1-5`, in thousand millions, is `10–50 亿参数`."""
    if found := _UNDER.fullmatch(name):
        return f"不足 {_hundred_millions(found[1])} 亿参数"
    if found := _OVER.fullmatch(name):
        return f"{_hundred_millions(found[1])} 亿参数及以上"
    if found := _BETWEEN.fullmatch(name):
        return f"{_hundred_millions(found[1])}–{_hundred_millions(found[2])} 亿参数"
    return plain(name)


def _hundred_millions(billions: str) -> str:
    return f"{int(billions) * _PER_BILLION:,}"


_NAMED: dict[str, Callable[[str], str]] = {"country": country, "openness": _openness, "size_class": _size}
