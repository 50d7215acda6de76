"""Words around pictures."""

from __future__ import annotations

from collections.abc import Mapping

WORDS: Mapping[str, Mapping[str, str]] = {
    "happened": {"en": "What happened meanwhile", "zh": "期间大事"},
    "happened_says": {
        "en": "Numbers stand above the chart. Figures in it are others’, by definitions of theirs.",
        "zh": "编号标在图的上方。其中的数字为他方所公布，口径各异。",
    },
    "option_told": {"en": "“{text}”", "zh": "“{text}”"},
    "options_together": {"en": " and ", "zh": "且"},
    "or_also": {"en": "; ", "zh": "；"},
    "every_choice": {"en": "Under every choice", "zh": "各种口径下的结果"},
    "choices_ahead": {
        "en": "{name} has the highest figure under {n} of the {all} combinations of choices that have one.",
        "zh": "有数值的选项组合共 {all} 种，其中 {n} 种由{name}居首。",
    },
    "choices_moved": {"en": "What moves the lead: {ways}.", "zh": "改变领先者的选项：{ways}。"},
    "choices_alone": {"en": "No combination puts another ahead.", "zh": "没有任何组合由别方居首。"},
    "choices_sure": {
        "en": "Where intervals overlap nobody leads; counted so, it {sure}.",
        "zh": "区间重叠时不算领先：{sure}。",
    },
    "choices_silent": {
        "en": "Combinations without a figure near that day: {n}.",
        "zh": "在该日期前后没有数值的组合：{n} 种。",
    },
    "choices_margin": {
        "en": "Each dot is one combination of choices, each bar one that gives only bounds, in order of how far "
        "{name} stands ahead of the best other, or behind below the dark line. Colour: who has the highest figure. "
        "Ring: what this page shows. Marks below: the options taken.",
        "zh": "每个圆点是一种选项组合，只有上下界的画成竖条；按{name}领先其他最高者的幅度排列，深色横线以下为落后。"
        "颜色：数值最高者。圆圈：本页采用的组合。下方色块：所取的选项。",
    },
    "choices_figure": {
        "en": "Each dot is one combination of choices, each bar one that gives only bounds, in order of the figure of "
        "{name}. Ring: what this page shows. Marks below: the options taken.",
        "zh": "每个圆点是一种选项组合，只有上下界的画成竖条；按{name}的数值排列。圆圈：本页采用的组合。"
        "下方色块：所取的选项。",
    },
    "choices_thinned": {
        "en": "{said} Of every {n} combinations that follow one another the curve has a point for one.",
        "zh": "{said}曲线上相邻的每 {n} 种组合只画一个点。",
    },
    "choices_columns": {
        "en": "{said} Each column of marks stands for up to {n} combinations that follow one another: the darker, the "
        "more of them take the option.",
        "zh": "{said}每列色块代表相邻的至多 {n} 种组合，颜色越深，取该选项的越多。",
    },
}
