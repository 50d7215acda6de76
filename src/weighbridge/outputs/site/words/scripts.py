"""Words of what scripts add to a page."""

from __future__ import annotations

from collections.abc import Mapping

WORDS: Mapping[str, Mapping[str, str]] = {
    "theme_system": {"en": "System", "zh": "跟随系统"},
    "kind_race": {"en": "race", "zh": "竞赛"},
    "kind_claims": {"en": "claim", "zh": "说法"},
    "kind_method": {"en": "measure", "zh": "指标"},
    "kind_source": {"en": "source", "zh": "来源"},
    "instruments": {"en": "Change the chart", "zh": "调整图表"},
    "chart": {"en": "chart", "zh": "图表"},
    "chart_help": {
        "en": "{title}. Left and right arrow keys move along time, up and down from one line to the next.",
        "zh": "{title}。用左右方向键沿时间移动，用上下方向键换到另一条线。",
    },
    "chart_failed": {"en": "The data of this chart did not arrive. Try again.", "zh": "图表数据未能载入，请重试。"},
    "choose_groups": {"en": "What is shown", "zh": "显示哪些"},
    "find_group": {"en": "Find", "zh": "查找"},
    "at_most": {"en": "{n} at once, no more: clear one to set another.", "zh": "最多同时选 {n} 项，取消一项后可再选。"},
    "log_scale": {"en": "Logarithmic", "zh": "对数刻度"},
    "as_total": {"en": "As a total", "zh": "看总量"},
    "as_share": {"en": "As a share", "zh": "看份额"},
    "choice": {"en": "Choice", "zh": "口径"},
    "by_default": {"en": "by default", "zh": "默认口径"},
    "choice_newest": {
        "en": "newest figures; the tick is the figure by default",
        "zh": "最新数值；短竖线为默认口径下的数值",
    },
    "between_facts": {"en": " · ", "zh": " · "},
    "grey_others": {"en": "grey: the others", "zh": "灰线：其余各方"},
    "legend_apart": {"en": "; ", "zh": "；"},
    "reset_view": {"en": "Back to the start", "zh": "恢复原样"},
}
