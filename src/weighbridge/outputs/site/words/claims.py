"""Words of checked claims."""

from __future__ import annotations

from collections.abc import Mapping

WORDS: Mapping[str, Mapping[str, str]] = {
    "claims_title": {"en": "Claims, checked", "zh": "说法核查"},
    "claims_says": {
        "en": "What is said in public about the open-weight race, told in our own words and held against the data.",
        "zh": "公开场合关于开放权重模型之争的说法，由我们转述，并与数据对照。",
    },
    "claims_how": {
        "en": "Each is judged anew at every publication, by figures of its own time and by entries with a source, as "
        "`weighbridge check` judges any article.",
        "zh": "每次发布都重新判断，依据该说法所指时段的数值与附来源的条目，方法与 `weighbridge check` 核查文章相同。",
    },
    "claims_none": {"en": "No claim was checked for this publication.", "zh": "本次发布没有核查任何说法。"},
    "claims_count": {"en": "Verdicts", "zh": "结论"},
    "ruling_supported": {"en": "supported", "zh": "有据"},
    "ruling_refuted": {"en": "refuted", "zh": "不实"},
    "ruling_conflicting": {"en": "conflicting", "zh": "因定义而异"},
    "ruling_not_enough_evidence": {"en": "not enough evidence", "zh": "证据不足"},
    "ruling_means_supported": {"en": "the figures or entries held bear it out", "zh": "与所掌握的数据或证据相符"},
    "ruling_means_refuted": {"en": "the figures or entries held say otherwise", "zh": "与所掌握的数据或证据不符"},
    "ruling_means_conflicting": {
        "en": "true by one definition or source, false by another",
        "zh": "依一种定义或来源成立，依另一种不成立",
    },
    "ruling_means_not_enough_evidence": {"en": "nothing held decides it", "zh": "所掌握的资料不足以判断"},
    "claim_says": {"en": "Claim: {said} Verdict: {ruling}.", "zh": "说法：{said}结论：{ruling}。"},
    "claim_paraphrase": {"en": "Told in our own words; not a quote.", "zh": "由我们转述，并非引文。"},
    "claim_who": {"en": "Who said so", "zh": "何人所说"},
    "claim_where": {"en": "Where", "zh": "出处"},
    "claim_when": {"en": "When", "zh": "时间"},
    "claim_figure": {"en": "The figure taken", "zh": "所取数值"},
    "claim_interval": {"en": "Interval", "zh": "区间"},
    "claim_range": {"en": "Over all definitions", "zh": "各种定义之间"},
    "claim_parts": {"en": "Definitions", "zh": "定义组合"},
    "claim_one_definition": {"en": "one definition has a figure for that time", "zh": "该时段只有一种定义有数据"},
    "claim_why": {"en": "Why", "zh": "理由"},
    "claim_settles": {"en": "What would settle it", "zh": "怎样才能定论"},
    "settled_by_time": {
        "en": "Figures of the claim’s own time, from a source that is not held for it.",
        "zh": "该说法所指时段的数值，目前未掌握该时段的来源。",
    },
    "settled_by_bounds": {
        "en": "A list that names all, so that a figure stands in place of bounds.",
        "zh": "一份完整的清单，使上下界变为确定的数值。",
    },
    "settled_by_definition": {
        "en": "The definition that is meant: which list, which window, whose model.",
        "zh": "说明所指的定义：哪份清单、哪个时段、模型归谁。",
    },
    "settled_by_open_only": {
        "en": "The same race of open models alone, weighed for that time.",
        "zh": "在该时段单独统计开放模型的同一项竞赛。",
    },
    "settled_by_measure": {
        "en": "A platform, a list or a unit, so that something can be counted.",
        "zh": "指明平台、榜单或单位，才有可计数之物。",
    },
    "settled_by_entry": {
        "en": "A statement of whoever uses the models: which, for what, and how far.",
        "zh": "使用者自己的说明：用哪些模型、作何用途、用到什么程度。",
    },
    "claim_against": {"en": "What it was held against", "zh": "比较依据"},
    "claim_definitions": {"en": "The definition taken", "zh": "所取定义"},
    "claim_cited": {"en": "Entries and where they are stated", "zh": "条目及其出处"},
    "claim_races": {"en": "The race itself", "zh": "相关竞赛"},
    "claim_repeat": {"en": "Repeat it", "zh": "自行复核"},
    "claim_check": {"en": "The check itself", "zh": "核查"},
    "claim_chart": {
        "en": "Line: value. Band around it: interval or bounds, where held. Dot or bar: what was taken.",
        "zh": "线：数值。线旁色带：所掌握的区间或上下界。圆点或竖条：所取数值。",
    },
}
