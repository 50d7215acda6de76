"""Words of the frame around every page."""

from __future__ import annotations

from collections.abc import Mapping

WORDS: Mapping[str, Mapping[str, str]] = {
    "skip": {"en": "To the content", "zh": "跳到正文"},
    "nav": {"en": "Site", "zh": "站点"},
    "nav_board": {"en": "Board", "zh": "总榜"},
    "nav_contenders": {"en": "Contenders", "zh": "各方"},
    "nav_compare": {"en": "Compare", "zh": "对比"},
    "nav_claims": {"en": "Claims", "zh": "说法核查"},
    "nav_method": {"en": "Method", "zh": "方法"},
    "nav_data": {"en": "Data", "zh": "数据"},
    "nav_about": {"en": "About", "zh": "关于"},
    "search": {"en": "Search", "zh": "搜索"},
    "found": {"en": "Found", "zh": "搜索结果"},
    "found_none": {"en": "Nothing found", "zh": "没有找到"},
    "found_some": {"en": "{n} found", "zh": "找到 {n} 项"},
    "theme_light": {"en": "Light", "zh": "浅色"},
    "theme_dark": {"en": "Dark", "zh": "深色"},
    "made_from_starter": {
        "en": "Made by Weighbridge {version} from the data that come with it.",
        "zh": "由 Weighbridge {version} 根据随附数据生成。",
    },
    "made_from_store": {"en": "Made by Weighbridge {version}.", "zh": "由 Weighbridge {version} 生成。"},
    "this_page": {"en": "This page as", "zh": "本页数据："},
    "all_data": {"en": "All data", "zh": "全部数据"},
    "terms": {"en": "Terms", "zh": "使用条款"},
    "unknown": {"en": "not known", "zh": "不详"},
    "colon": {"en": ": ", "zh": "："},
    "listed": {"en": ", ", "zh": "、"},
    "by": {"en": "{title} by {grouping}", "zh": "{title}（按{grouping}）"},
}
