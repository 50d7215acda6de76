"""The words of the page of a checked article, in English and in simplified Chinese: one catalogue."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from weighbridge.claim import Unjudged
from weighbridge.verdict import Ruling, Test

if TYPE_CHECKING:
    from weighbridge.check_wording import Tongue

WORDS: Mapping[str, Mapping[Tongue, str]] = {
    "kicker": {"en": "Checked by Weighbridge", "zh": "Weighbridge 核查"},
    "untitled": {"en": "An article without a title", "zh": "无标题文章"},
    "to_claims": {"en": "To the claims", "zh": "跳到各项主张"},
    "day": {"en": "The article’s day", "zh": "文章日期"},
    "language": {"en": "Language", "zh": "语言"},
    "length": {"en": "Length", "zh": "篇幅"},
    "characters": {"en": "{count} characters", "zh": "{count} 字符"},
    "figures": {"en": "Figures", "zh": "数据"},
    "starter": {"en": "those that come with Weighbridge {version}", "zh": "Weighbridge {version} 自带数据"},
    "store": {"en": "the reader’s own store, Weighbridge {version}", "zh": "读者自己的数据，Weighbridge {version}"},
    "found": {"en": "{count} claims checked", "zh": "核查了 {count} 项主张"},
    "found_one": {"en": "One claim checked", "zh": "核查了 1 项主张"},
    "found_none": {"en": "No claim about open-weight models was found", "zh": "未发现关于开放权重模型的可核查主张"},
    "left": {"en": "Not judged", "zh": "未作判断"},
    "each": {"en": "Each claim, in the order of the text", "zh": "各项主张，按文中顺序"},
    "text": {"en": "The article", "zh": "原文"},
    "text_note": {
        "en": "As it stands in the original. Underlined: what was checked, numbered, with its verdict. Direction marks "
        "are shown as ⟨U+…⟩; invisible characters are left out.",
        "zh": "按原文排出。带下划线的是被核查的主张，附编号与结论。控制文字方向的字符显示为 ⟨U+…⟩，不可见字符已略去。",
    },
    "comments": {
        "en": "Readers’ comments, not part of the article ({n})", "zh": "读者评论，不属于文章（{n} 段）"
    },
    "claims": {"en": "Claim by claim", "zh": "逐项说明"},
    "claim": {"en": "Claim {number}", "zh": "主张 {number}"},
    "translation": {"en": " (translation)", "zh": "（译文）"},
    "back": {"en": "In the text", "zh": "回到原文"},
    "said_by": {"en": "Said by {name}", "zh": "说话者：{name}"},
    "figure_of": {"en": "{name}, {measure}", "zh": "{name}，{measure}"},
    "pair": {"en": "{one} beside {other}", "zh": "{one}对{other}"},
    "as_of": {"en": "{about}, as of {day}", "zh": "{about}，截至 {day}"},
    "interval": {"en": "Interval", "zh": "区间"},
    "bounds": {"en": "any value between these bounds is possible", "zh": "上下界之间的任何数值都有可能"},
    "range": {"en": "Over all definitions", "zh": "各种定义之间"},
    "definitions": {"en": "Definitions", "zh": "定义组合"},
    "part_true": {"en": "true under {part}", "zh": "成立 {part}"},
    "part_false": {"en": "false under {part}", "zh": "不成立 {part}"},
    "part_open": {"en": "open under {part}", "zh": "两可 {part}"},
    "why": {"en": "Why", "zh": "理由"},
    "cited": {"en": "Stated in", "zh": "出处"},
    "held_against": {"en": "What it was held against, and how to repeat it", "zh": "比较依据与复算方法"},
    "measure": {"en": "Measure", "zh": "指标"},
    "by": {"en": "{measure}, by {by}", "zh": "{measure}，按{by}"},
    "evidence": {"en": "entries of evidence: who uses what", "zh": "证据条目：谁在使用什么"},
    "events": {"en": "entries of events: what happened when", "zh": "事件条目：何时发生何事"},
    "none": {"en": "nothing that is held", "zh": "没有可比较的内容"},
    "sides": {"en": "Of", "zh": "主体"},
    "against": {"en": "Beside", "zh": "对比"},
    "others": {"en": "all others", "zh": "其他各方"},
    "asked": {"en": "Asked", "zh": "检验"},
    "denied": {"en": "The claim denies it.", "zh": "该主张对此予以否认。"},
    "time": {"en": "Time", "zh": "时间"},
    "from_to": {"en": "{first} to {last}", "zh": "{first} 至 {last}"},
    "any_time": {"en": "none named: the newest figures", "zh": "未指明：取最新数据"},
    "definition": {"en": "Definition", "zh": "定义"},
    "misleads": {"en": "When it misleads", "zh": "何时会误导"},
    "choices": {"en": "Choices taken", "zh": "所取选项"},
    "repeat": {"en": "Repeat it", "zh": "复算"},
    "id": {"en": "Verdict", "zh": "结论编号"},
    "chart": {
        "en": "Line: value. Band around it: interval or bounds, where held. Dot or bar: what was taken.",
        "zh": "线：数值。线旁色带：所掌握的区间或上下界。圆点或竖条：所取数值。",
    },
    "chart_says": {
        "en": "Chart: {measure} of {names} over time, to {day}.",
        "zh": "图：{names}的{measure}，截至 {day}。",
    },
    "chart_left_out": {
        "en": "No chart: the page draws the first {most} only.",
        "zh": "无图：本页只画前 {most} 幅。",
    },
    "band": {"en": "claimed: {span}", "zh": "主张：{span}"},
    "days": {"en": "claim: {day}", "zh": "主张所指：{day}"},
    "sources": {"en": "Sources and terms", "zh": "数据来源与条款"},
    "to": {"en": "To", "zh": "截至"},
    "licence": {"en": "Licence", "zh": "许可"},
    "unstated": {"en": "licence unstated", "zh": "未声明许可"},
    "sources_note": {
        "en": "Figures carry the terms of the sources that they are computed from.",
        "zh": "数据沿用其来源的条款。",
    },
    "again": {
        "en": "The same article, data and version give the same page. To make it again:",
        "zh": "相同的文章、数据与版本得到相同的页面。重新生成：",
    },
    "made": {
        "en": "Nothing that the article contains runs here, and the page loads nothing. Data digest",
        "zh": "文章内容不会在此运行，本页也不加载任何外部内容。数据摘要",
    },
    "possible": {
        "en": "A name in it is read from what may be a slip.",
        "zh": "其中一个名称可能是误写，按推测读取。",
    },
    "unknown": {"en": "not known", "zh": "未知"},
    "comma": {"en": ", ", "zh": "、"},
    "colon": {"en": ": ", "zh": "："},
    "space": {"en": " ", "zh": ""},
    "en": {"en": "English", "zh": "英文"},
    "zh": {"en": "Chinese", "zh": "中文"},
    "country": {"en": "country", "zh": "国家或地区"},
    "organisation": {"en": "organisation", "zh": "机构"},
    "family": {"en": "family", "zh": "模型系列"},
    "openness": {"en": "openness", "zh": "开放程度"},
    "size_class": {"en": "size class", "zh": "规模档"},
    "model": {"en": "model", "zh": "模型"},
    "offer": {"en": "offer", "zh": "报价"},
    "all": {"en": "all together", "zh": "全体"},
    "open_licence": {"en": "open licence", "zh": "开放许可"},
    "restricted": {"en": "restricted", "zh": "受限许可"},
    "closed": {"en": "closed", "zh": "闭源"},
    "open": {"en": "open weights", "zh": "开放权重"},
}
MEANINGS: Mapping[Ruling, Mapping[Tongue, str]] = {
    Ruling.SUPPORTED: {"en": "the figures or entries held bear it out", "zh": "与所掌握的数据或证据相符"},
    Ruling.REFUTED: {"en": "the figures or entries held say otherwise", "zh": "与所掌握的数据或证据不符"},
    Ruling.CONFLICTING: {
        "en": "true by one definition or source, false by another",
        "zh": "依一种定义或来源成立，依另一种不成立",
    },
    Ruling.NOT_ENOUGH_EVIDENCE: {"en": "nothing held decides it", "zh": "所掌握的资料不足以判断"},
}
SEVERAL: Mapping[Unjudged, Mapping[Tongue, str]] = {
    Unjudged.OPINION: {"en": "opinions", "zh": "观点"},
    Unjudged.PREDICTION: {"en": "predictions", "zh": "预测"},
    Unjudged.QUESTION: {"en": "questions", "zh": "提问"},
}
TESTS: Mapping[Test, Mapping[Tongue, str]] = {
    Test.WITHIN: {"en": "Is the figure {band}?", "zh": "数值是否为 {band}？"},
    Test.FIRST: {"en": "Is the figure the highest of all?", "zh": "数值是否为各方最高？"},
    Test.ABOVE: {"en": "Is the figure above the other side’s?", "zh": "数值是否高于另一方？"},
    Test.BELOW: {"en": "Is the figure below the other side’s?", "zh": "数值是否低于另一方？"},
    Test.EQUAL: {"en": "Is neither side’s figure clearly above the other’s?", "zh": "双方数值是否不分高下？"},
    Test.TIMES: {"en": "Is the figure {band} times the other side’s?", "zh": "数值是否为另一方的 {band} 倍？"},
    Test.RISES: {"en": "Is the figure higher at the end than at the beginning?", "zh": "期末数值是否高于期初？"},
    Test.FALLS: {"en": "Is the figure lower at the end than at the beginning?", "zh": "期末数值是否低于期初？"},
    Test.STATED: {"en": "Does an entry with a source say so?", "zh": "是否有附来源的条目如此记载？"},
}
BY_HOW_MUCH: Mapping[Tongue, str] = {"en": "By how much: {band}.", "zh": "差额：{band}。"}


def word(key: str, tongue: Tongue, **values: object) -> str:
    """Give an entry of the catalogue with its gaps filled."""
    return WORDS[key][tongue].format(**values)
