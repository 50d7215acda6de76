"""Words of comparisons."""

from __future__ import annotations

from collections.abc import Mapping

WORDS: Mapping[str, Mapping[str, str]] = {
    "compare_title": {"en": "Compare", "zh": "对比"},
    "compare_says": {
        "en": "Two to four contenders beside one another, race by race: who is ahead, and whether that can be told.",
        "zh": "两至四方并列，逐项竞赛比较：谁领先，差距能否判定。",
    },
    "versus": {"en": "{first} and {last}", "zh": "{first}、{last}"},
    "compare_of": {"en": "{told}", "zh": "对比：{told}"},
    "together": {"en": "Together", "zh": "一并比较"},
    "in_pairs": {"en": "In pairs", "zh": "两两比较"},
    "beside_head": {"en": "Beside", "zh": "对比对象"},
    "ahead_in": {"en": "{name} is ahead by: {told}.", "zh": "{name}：{told}领先。"},
    "close_in": {"en": "Cannot be told apart by: {told}.", "zh": "难分先后：{told}。"},
    "ahead_nowhere": {"en": "No race ranks two of them now.", "zh": "目前没有竞赛为其中两方排定名次。"},
    "verdict_head": {"en": "Ahead", "zh": "领先"},
    "verdict_ahead": {"en": "intervals lie apart", "zh": "区间不重叠"},
    "verdict_close": {"en": "cannot be told apart", "zh": "区间重叠，难分先后"},
    "verdict_alone": {"en": "ranked alone", "zh": "仅一方有名次"},
    "verdict_unranked": {"en": "not ranked", "zh": "不排名"},
    "ahead_under": {
        "en": "{name} has the higher figure under {part} of the choices with both",
        "zh": "数值更高：{name}（在两方均有数值的选项组合中占 {part}）",
    },
    "ahead_under_all": {
        "en": "{name} has the higher figure under all choices with both ({part})",
        "zh": "数值更高：{name}（两方均有数值的全部选项组合，{part}）",
    },
    "place_of": {"en": "place {place}", "zh": "第 {place} 名"},
}
