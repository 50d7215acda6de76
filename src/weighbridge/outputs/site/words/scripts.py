"""Words of what scripts add to a page."""

from __future__ import annotations

from collections.abc import Mapping

WORDS: Mapping[str, Mapping[str, str]] = {
    "theme_system": {"en": "System", "zh": "跟随系统"},
    "kind_race": {"en": "race", "zh": "竞赛"},
    "kind_claims": {"en": "claim", "zh": "说法"},
    "kind_articles": {"en": "article", "zh": "文章"},
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
    "choice_over_time": {
        "en": "dotted: the figure by default",
        "zh": "点线：默认口径下的数值",
    },
    "choice_sure": {
        "en": "one choice alone: only its own interval says how sure",
        "zh": "仅一种口径：把握程度只看其自身区间",
    },
    "choice_lacks": {
        "en": "the starter data hold no intervals under other choices",
        "zh": "入门数据不含其他口径下的区间",
    },
    "between_facts": {"en": " · ", "zh": " · "},
    "grey_others": {"en": "grey: the others", "zh": "灰线：其余各方"},
    "legend_apart": {"en": "; ", "zh": "；"},
    "side_choose": {"en": "Compare any two to four:", "zh": "任选二至四方对比："},
    "side_chosen": {"en": "Chosen", "zh": "已选"},
    "side_line": {"en": "What is measured", "zh": "衡量什么"},
    "side_remove": {"en": "Remove {name}", "zh": "移除{name}"},
    "side_another": {"en": "Choose another one of the same kind.", "zh": "请再选一个同类的对象。"},
    "side_full": {
        "en": "Four at once, no more: remove one to choose another.",
        "zh": "最多同时对比四方，移除一个后可再选。",
    },
    "side_failed": {
        "en": "Not all that was chosen is there. Choose again.",
        "zh": "所选对象未能全部载入，请重新选择。",
    },
    "reset_view": {"en": "Back to the start", "zh": "恢复原样"},
}
