"""The words inside charts, in English and in simplified Chinese: one catalogue."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from weighbridge.tongue import Tongue

WORDS: Mapping[str, Mapping[Tongue, str]] = {
    "by": {"en": "{title} by {by}", "zh": "{title}，按{by}"},
    "description": {"en": "{heading}. {says}.", "zh": "{heading}。{says}。"},
    "apart": {"en": "; ", "zh": "；"},
    "as_of": {"en": "As of {day}", "zh": "截至 {day}"},
    "to": {"en": "To {day}", "zh": "截至 {day}"},
    "not_named": {"en": "{count} not named", "zh": "另有 {count} 个未列名"},
    "no_figure": {"en": "no figure", "zh": "没有数值"},
    "allowed": {"en": "band: every value that the data allow{opened}", "zh": "色带：数据容许的全部数值{opened}"},
    "alone": {"en": "{mark}: value, without interval", "zh": "{mark}：数值，无区间"},
    "both": {"en": "{mark}: value; band: {band}{opened}", "zh": "{mark}：数值；色带：{band}{opened}"},
    "opened": {"en": ", open where it meets the edge", "zh": "，触及图边的一端开放"},
    "ranges": {
        "en": "dotted edge: range over all choices, cut off at the edge of the chart",
        "zh": "虚线边：各种口径下的范围，超出图边的部分不画",
    },
    "ranges_of_dots": {
        "en": "thin line: range over all choices, cut off at the edge of the chart",
        "zh": "细线：各种口径下的范围，超出图边的部分不画",
    },
    "strip": {
        "en": "strip below: who led; grey: the lead passed within these days; blank: undecided",
        "zh": "下方色条：领先者；灰色：易位发生在这段时间内；空白：胜负未定",
    },
    "dot": {"en": "dot", "zh": "圆点"},
    "line": {"en": "line", "zh": "线"},
    "bounds": {"en": "bounds", "zh": "上下界"},
    "interval": {"en": "{level:.0f} % interval and bounds", "zh": "{level:.0f} % 区间与上下界"},
    "ended": {"en": "{figure}, {month}", "zh": "{figure}，{month}"},
    "source": {"en": "{stated}. To {day}; {licence}.", "zh": "{stated}. 截至 {day}；{licence}。"},
    "unstated": {"en": "licence unstated", "zh": "未声明许可"},
    "axes": {
        "en": "{up}, in {up_unit}, by {across} in {across_unit}",
        "zh": "纵轴：{up}（{up_unit}）；横轴：{across}（{across_unit}）",
    },
    "comma": {"en": ", ", "zh": "，"},
    "open_licence": {"en": "blue: open licence", "zh": "蓝：开放许可"},
    "restricted": {"en": "green: restricted", "zh": "绿：受限许可"},
    "closed": {"en": "red: closed", "zh": "红：闭源"},
    "free": {"en": "{count} at a price of 0 not drawn", "zh": "{count} 个价格为 0 的模型未画出"},
    "unplaced": {"en": "{count} without a figure across", "zh": "{count} 个模型没有横轴数值"},
}


class Laid(NamedTuple):
    """What a plane and its axes are called."""

    title: str
    across: str
    across_unit: str
    up: str
    up_unit: str


# By the name of the plane; in English each says its own.
_PLANES: Mapping[str, Laid] = {
    "capability-by-price": Laid(
        "能力与价格", "标价，读入与写出按 3 : 1 混合", "美元/百万 token，对数刻度", "能力", "分"
    ),
    "capability-by-size": Laid("能力与总参数", "总参数", "亿，对数刻度", "能力", "分"),
    "capability-by-active-size": Laid("能力与激活参数", "激活参数", "亿，对数刻度", "能力", "分"),
}
# Expressions of Vega for the numbers beside an axis. Without a space: there is room for five letters.
_COUNTS = (
    "abs(datum.value) >= 1e12 ? format(datum.value / 1e12, '~g') + '万亿' : "
    "abs(datum.value) >= 1e8 ? format(datum.value / 1e8, '~g') + '亿' : "
    "abs(datum.value) >= 1e4 ? format(datum.value / 1e4, '~g') + '万' : format(datum.value, ',~g')"
)
_BILLIONS = "format(datum.value * 10, ',~r')"
_MONTHS: Mapping[Tongue, str] = {"en": "%b %Y", "zh": "%Y年%-m月"}
_DAYS: Mapping[Tongue, str] = {"en": "%-d %b %Y", "zh": "%-m月%-d日"}
_FONTS = "system-ui, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Source Han Sans SC', sans-serif"


def word(key: str, tongue: Tongue, **values: object) -> str:
    """Give an entry of the catalogue with its gaps filled."""
    return WORDS[key][tongue].format(**values)


def laid(name: str, english: Laid, tongue: Tongue) -> Laid:
    """Give what the plane called `name` and its axes are called; one without Chinese words keeps its own."""
    return _PLANES.get(name, english) if tongue == "zh" else english


def numbers(tongue: Tongue, unit: str, english: str) -> dict[str, str | bool]:
    """Give the numbers beside an axis in Vega's words: `english` is its format, which has no word for 10,000."""
    if tongue == "zh" and unit == "billions":
        return {"labelExpr": _BILLIONS}
    return {"labelExpr": _COUNTS, "labelOverlap": True} if tongue == "zh" and english == "~s" else {"format": english}


def days(tongue: Tongue, *, short: bool) -> str:
    """Give the format of the days beside an axis, of a `short` stretch or of one that tells months."""
    return (_DAYS if short else _MONTHS)[tongue]


def font(tongue: Tongue, english: str) -> str:
    """Give the fonts of a chart: `english` have no Chinese letters."""
    return _FONTS if tongue == "zh" else english
