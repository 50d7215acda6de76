"""Uses and events in words, English and simplified Chinese: what kind, how surely, when, how much."""

from __future__ import annotations

import calendar
from functools import cache
from typing import TYPE_CHECKING, Literal

from weighbridge import countries
from weighbridge.adoption import Depth, Grade
from weighbridge.event import Happening
from weighbridge.tongue import worded

if TYPE_CHECKING:
    import datetime as dt

    from weighbridge.adoption import Reference

Language = Literal["en", "zh"]

HEADINGS = {
    "en": ("when", "who or what", "how sure", "what is said", "what it leaves out", "source"),
    "zh": ("时间", "主体", "可信程度", "内容", "未尽之处", "来源"),
}
APART = {"en": "; ", "zh": "；"}
AND = {"en": ", ", "zh": "、"}
GRADES = {
    "en": {
        Grade.ANNOUNCED: "announced",
        Grade.CONFIRMED_BY_USER: "confirmed by the user",
        Grade.CONFIRMED_BY_THIRD_PARTY: "confirmed by a third party",
        Grade.RUMOURED: "rumoured",
        Grade.DENIED: "denied",
        Grade.RETRACTED: "retracted",
    },
    "zh": {
        Grade.ANNOUNCED: "一方宣布",
        Grade.CONFIRMED_BY_USER: "使用方确认",
        Grade.CONFIRMED_BY_THIRD_PARTY: "第三方确认",
        Grade.RUMOURED: "传闻",
        Grade.DENIED: "已否认",
        Grade.RETRACTED: "已撤回",
    },
}
DEPTHS = {
    "en": {
        Depth.TRIAL: "trial",
        Depth.PRODUCTION: "in production",
        Depth.CORE: "the product rests on it",
        Depth.UNKNOWN: "depth not known",
    },
    "zh": {
        Depth.TRIAL: "试用",
        Depth.PRODUCTION: "投入生产",
        Depth.CORE: "产品的基础",
        Depth.UNKNOWN: "深度未知",
    },
}
KINDS = {
    "en": {
        None: "use",
        Happening.RELEASE: "release",
        Happening.EXPORT_RULE: "export rule",
        Happening.RANKING: "ranking",
        Happening.EVALUATION: "evaluation",
        Happening.PUBLISHED_FIGURE: "published figure",
        Happening.CROSSING: "crossing",
        Happening.STATEMENT: "statement",
        Happening.REPORT: "report",
    },
    "zh": {
        None: "使用",
        Happening.RELEASE: "发布",
        Happening.EXPORT_RULE: "出口管制",
        Happening.RANKING: "排名",
        Happening.EVALUATION: "评测",
        Happening.PUBLISHED_FIGURE: "公开数字",
        Happening.CROSSING: "超越",
        Happening.STATEMENT: "表态",
        Happening.REPORT: "报告",
    },
}
_OPENNESS = {
    "en": {"open": "open models", "closed": "closed models"},
    "zh": {"open": "开放模型", "closed": "闭源模型"},
}
_BY_WAY_OF = {"en": "{publisher}, {day}, citing {quotes}", "zh": "{publisher}，{day}，援引 {quotes}"}
_STATED = {"en": "{publisher}, {day}", "zh": "{publisher}，{day}"}
_YEAR = {"en": "{year}", "zh": "{year}年"}


@cache
def group(id_: str, language: Language) -> str:
    """Say what a group that is no maker and no model is called: a country by its code, or an openness."""
    if id_ in _OPENNESS[language]:
        return _OPENNESS[language][id_]
    return countries.named(id_, language) or id_


def stretch(first: dt.date, last: dt.date, language: Language) -> str:
    """Say what is known of a day: itself, its month, its year, or the two ends."""
    words = worded(language)
    ends = (first.replace(day=1), last.replace(day=calendar.monthrange(last.year, last.month)[1]))
    if ends == (first, last) and first.year == last.year:
        if first.month == last.month:
            return words.month(first)
        if (first.month, last.month) == (1, 12):
            return _YEAR[language].format(year=first.year)
    return words.period(first, last)


def reference(of: Reference, language: Language) -> str:
    """Say where something is stated and when."""
    day = stretch(of.stated_from or of.stated_on, of.stated_on, language)
    form = _STATED if of.quotes is None else _BY_WAY_OF
    return form[language].format(publisher=of.publisher, day=day, quotes=of.quotes)
