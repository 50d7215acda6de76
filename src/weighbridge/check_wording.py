"""The words in which a verdict is told, in English and in simplified Chinese: one catalogue."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal

from weighbridge.adoption import Summary
from weighbridge.claim import Frame, Unjudged, Voice
from weighbridge.tongue import worded
from weighbridge.verdict import Ruling

if TYPE_CHECKING:
    from weighbridge.claim import Speaker
    from weighbridge.verdict import Reason

Tongue = Literal["en", "zh"]

RULINGS: Mapping[Ruling, Mapping[Tongue, str]] = {
    Ruling.SUPPORTED: {"en": "supported", "zh": "有据"},
    Ruling.REFUTED: {"en": "refuted", "zh": "不实"},
    Ruling.CONFLICTING: {"en": "conflicting", "zh": "因定义而异"},
    Ruling.NOT_ENOUGH_EVIDENCE: {"en": "not enough evidence", "zh": "证据不足"},
}
FRAMES: Mapping[Frame, Mapping[Tongue, str]] = {
    Frame.LEVEL: {"en": "level", "zh": "数值"},
    Frame.SHARE: {"en": "share", "zh": "占比"},
    Frame.LEAD: {"en": "lead", "zh": "领先"},
    Frame.COMPARISON: {"en": "comparison", "zh": "比较"},
    Frame.GROWTH: {"en": "growth", "zh": "变化"},
    Frame.LAG: {"en": "lag", "zh": "差距（时间）"},
    Frame.PRICE: {"en": "price", "zh": "价格"},
    Frame.SIZE: {"en": "size", "zh": "规模"},
    Frame.ADOPTION: {"en": "adoption", "zh": "采用"},
    Frame.EVENT: {"en": "event", "zh": "事件"},
}
UNJUDGED: Mapping[Unjudged, Mapping[Tongue, str]] = {
    Unjudged.OPINION: {"en": "opinion", "zh": "观点"},
    Unjudged.PREDICTION: {"en": "prediction", "zh": "预测"},
    Unjudged.QUESTION: {"en": "question", "zh": "提问"},
}
VOICES: Mapping[Voice, Mapping[Tongue, str]] = {
    Voice.REPORTER: {"en": "the reporter", "zh": "记者"},
    Voice.PERSON: {"en": "a person quoted", "zh": "被引述者"},
    Voice.REPORT: {"en": "a report", "zh": "报告"},
}
HOW_DATED: Mapping[str, Mapping[Tongue, str]] = {
    "given": {"en": "as given", "zh": "由读者给定"},
    "stated": {"en": "as the article states", "zh": "文中写明"},
    "weekday": {
        "en": "the article states day and weekday; the year is the newest in which they meet",
        "zh": "文中写明日期与星期，年份取二者最近相符的一年",
    },
    "own_dates": {
        "en": "the newest day that the article names; it may be later",
        "zh": "取文中提到的最近日期，实际可能更晚",
    },
    "unknown": {
        "en": "not known: judged by the newest figures; give --as-of DAY",
        "zh": "未知：按最新数据判断；可用 --as-of 指定日期",
    },
}
PROPOSED: Mapping[Tongue, str] = {"en": "proposed by the extractor", "zh": "由外部模型提出"}
PROPOSALS: Mapping[Tongue, str] = {
    "en": "{model} proposed {proposed} claims, of which {taken} are new and borne out by the text",
    "zh": "{model} 提出 {proposed} 条主张，其中 {taken} 条为新增且与原文相符",
}
UNSENT: Mapping[Tongue, str] = {
    "en": "sentences too long to be sent: {unsent}",
    "zh": "因过长而未发送的句子：{unsent}",
}
UNUSED: Mapping[str, Mapping[Tongue, str]] = {
    "malformed": {"en": "not in the form asked for", "zh": "格式不符"},
    "not_in_text": {"en": "words that the text does not have", "zh": "原文没有的字句"},
    "unknown_name": {"en": "names not known here", "zh": "未收录的名称"},
    "unread_quantity": {"en": "no number read there", "zh": "该处读不出数字"},
    "unread_moment": {"en": "no date read there", "zh": "该处读不出日期"},
    "not_judged": {"en": "opinions, predictions or questions", "zh": "观点、预测或提问"},
    "no_form": {"en": "parts that make no claim together", "zh": "各部分不构成主张"},
    "found_already": {"en": "found already", "zh": "已找到"},
}
_REASONS: Mapping[str, Mapping[Tongue, str]] = {
    "holds": {
        "en": "It holds under {part} of {of} combinations of definitions that have a figure for that time.",
        "zh": "在该时段有数据的 {of} 种定义组合中，{part} 成立。",
    },
    "fails": {
        "en": "It fails under {part} of {of} combinations of definitions that have a figure for that time.",
        "zh": "在该时段有数据的 {of} 种定义组合中，{part} 不成立。",
    },
    "both": {
        "en": "It holds under {true} and fails under {false} of {of} combinations of definitions.",
        "zh": "在 {of} 种定义组合中，{true} 成立，{false} 不成立。",
    },
    "bounds_open": {
        "en": "The bounds of the figures leave it open: it holds under {true} and fails under {false} of {of} "
        "combinations.",
        "zh": "数据的上下界无法定论：在 {of} 种组合中，{true} 成立，{false} 不成立，其余两可。",
    },
    "other_choices": {
        "en": "The default definition has no figure for that time; the one shown takes {choices}.",
        "zh": "默认定义在该时段没有数据；所示数值取：{choices}。",
    },
    "interval_not_kept": {
        "en": "The data that come with Weighbridge keep no interval of this figure; if it has one, a store built from "
        "the sources shows it.",
        "zh": "随附数据未保留该数值的置信区间；如有区间，用来源数据自行构建后可见。",
    },
    "no_group": {
        "en": "No figure is held for {groups} in this measure.",
        "zh": "该指标没有 {groups} 的数据。",
    },
    "other_silent": {
        "en": "No figure of {groups} is held for that time.",
        "zh": "没有 {groups} 在该时段的数据。",
    },
    "no_days": {
        "en": "The figures held run from {first} to {last}; a reading of the claim's own time would settle it.",
        "zh": "现有数据覆盖 {first} 至 {last}；需要该主张所指时段的数据才能判断。",
    },
    "no_measure": {
        "en": "It names no place or quantity that is measured here; a platform, a list or a unit would settle it.",
        "zh": "未指明可测量的平台或数量；指明平台、榜单或单位后才能判断。",
    },
    "no_grouping": {
        "en": "This measure cannot set these sides apart.",
        "zh": "该指标无法区分所涉各方。",
    },
    "no_second_side": {"en": "It does not say beside whom.", "zh": "未说明与谁相比。"},
    "second_side_implied": {
        "en": "It does not say beside whom; the other side is assumed.",
        "zh": "未说明与谁相比；此处假定了比较对象。",
    },
    "other_unit": {
        "en": "The number is in a unit that this measure does not have.",
        "zh": "该数字的单位与指标不同。",
    },
    "use": {"en": "{summary} ({grade}; {depth})", "zh": "{summary}（{grade}；{depth}）"},
    "event": {"en": "{summary} ({grade})", "zh": "{summary}（{grade}）"},
    "nuance": {"en": "{says}", "zh": "{says}"},
    "other_models": {
        "en": "What is known of this user names {models}.",
        "zh": "已知该用户使用的是 {models}。",
    },
    "other_count": {"en": "The number stated is {count}.", "zh": "所公布的数目是 {count}。"},
    "bound_by_reader": {"en": "The reader chose what it is held against.", "zh": "比较对象由读者指定。"},
    "released": {"en": "{name} was released on {day}.", "zh": "{name} 于 {day} 发布。"},
    "not_released": {
        "en": "{name} was released on {day}, not in that time.",
        "zh": "{name} 于 {day} 发布，不在该时段。",
    },
    "not_only": {"en": "Models of other makers are used beside.", "zh": "同时还使用其他厂商的模型。"},
    "open_only_unweighed": {
        "en": "The race that is held is of all models, open and closed; of open ones alone it was not weighed.",
        "zh": "现有排名包含开放与封闭的全部模型；未单独统计开放模型。",
    },
    "place_unmeasured": {
        "en": "No source says where users are, so nothing is measured for {place}.",
        "zh": "没有数据来源说明用户所在地，因此无法衡量 {place} 的情况。",
    },
    "not_asserted": {
        "en": "The words suppose, doubt or take back what they tell; that it is so is not said.",
        "zh": "原文只是假设、质疑或否认，并未断言此事属实。",
    },
    "not_measured": {
        "en": "The words speak of something that no measure here counts.",
        "zh": "原文所说的事物不在可测量之列。",
    },
    "others_meant": {
        "en": "The words speak of others than the side that they name.",
        "zh": "原文所指并非所提及的一方，而是与其有关的他者。",
    },
    "version_unknown": {
        "en": "Nothing is held of that version alone.",
        "zh": "没有仅针对该版本的数据或记录。",
    },
    "nothing_held": {
        "en": "No figure and no entry of evidence bears on it.",
        "zh": "没有相关数据或证据条目。",
    },
    "possible_name": {
        "en": "A name is read from what looks like a slip of speech recognition.",
        "zh": "其中一个名称疑为语音识别之误。",
    },
    "denominator": {
        "en": "The share is of new derivatives with a declared base, not of all new models.",
        "zh": "该占比以声明了基座的新衍生模型为分母，而非全部新模型。",
    },
}
GRADES: Mapping[str, Mapping[Tongue, str]] = {
    "announced": {"en": "announced", "zh": "自行宣布"},
    "confirmed_by_user": {"en": "confirmed by the user", "zh": "使用方证实"},
    "confirmed_by_third_party": {"en": "confirmed by a third party", "zh": "第三方证实"},
    "rumoured": {"en": "rumoured", "zh": "传闻"},
    "denied": {"en": "denied", "zh": "已否认"},
    "retracted": {"en": "retracted", "zh": "已撤回"},
    "trial": {"en": "trial", "zh": "试用"},
    "production": {"en": "in production", "zh": "正式使用"},
    "core": {"en": "core of the product", "zh": "核心"},
    "unknown": {"en": "depth not stated", "zh": "深度不明"},
}


def sentence(reason: Reason, tongue: Tongue) -> str:
    """Give a reason as a sentence."""
    filled = {name: _value(name, value, tongue) for name, value in reason.values.items()}
    return _REASONS[reason.code][tongue].format(**filled)


def speaker(said_by: Speaker, tongue: Tongue) -> str:
    """Give who says it: the name in the text where there is one."""
    return said_by.name or VOICES[said_by.voice][tongue]


def _value(name: str, value: object, tongue: Tongue) -> str:
    if isinstance(value, Summary):
        return value.zh if tongue == "zh" else value.en
    if isinstance(value, dt.date):
        return worded(tongue).day(value)
    if name in ("grade", "depth"):
        return GRADES[str(value)][tongue]
    if isinstance(value, float) and name in ("part", "true", "false"):
        return f"{100 * value:.0f} %"
    return _listed(value, tongue)


def _listed(value: object, tongue: Tongue) -> str:
    if isinstance(value, Mapping):
        value = [f"{key}={option}" for key, option in value.items()]
    if isinstance(value, list | tuple):
        return ("、" if tongue == "zh" else ", ").join(map(str, value))
    return str(value)
