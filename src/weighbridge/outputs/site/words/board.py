"""Words of the board."""

from __future__ import annotations

from collections.abc import Mapping

WORDS: Mapping[str, Mapping[str, str]] = {
    "board_title": {"en": "Who leads the open-weight race", "zh": "开放权重模型之争，谁在领先"},
    "board_says": {
        "en": "On which measure, since when, by how much, and how sure. There is not one race but many.",
        "zh": "按什么指标、从何时起、领先多少、有多大把握。竞赛不止一场，而是许多场。",
    },
    "board_newest": {
        "en": "Figures to {day}; each source ends on its own day.",
        "zh": "数据截至 {day}，各来源的截止日期不同。",
    },
    "topics": {"en": "Questions", "zh": "问题"},
    "topic_used": {"en": "Used", "zh": "谁被使用"},
    "topic_downloaded": {"en": "Downloaded", "zh": "谁被下载"},
    "topic_built_upon": {"en": "Built upon", "zh": "谁被用作基础"},
    "topic_capable": {"en": "Capable", "zh": "谁能力强"},
    "topic_cheap": {"en": "Cheap", "zh": "谁便宜"},
    "topic_small": {"en": "Small", "zh": "谁规模小"},
    "by_head": {"en": "By", "zh": "分组"},
    "every_grouping": {"en": "every grouping", "zh": "所有分组"},
    "leader": {"en": "Leader", "zh": "领先者"},
    "figure": {"en": "Figure", "zh": "数值"},
    "margin": {"en": "Margin", "zh": "领先幅度"},
    "since": {"en": "Lead began", "zh": "领先始于"},
    "sure": {"en": "How sure", "zh": "把握"},
    "course": {"en": "Course", "zh": "走势"},
    "newest_head": {"en": "Newest figures; nobody leads", "zh": "最新数值，不排名次"},
    "undecided": {"en": "undecided, ahead", "zh": "胜负未定，暂居首位"},
    "to": {"en": "to {name}", "zh": "次位：{name}"},
}
