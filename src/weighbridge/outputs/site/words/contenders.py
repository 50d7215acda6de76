"""Words of the lists of contenders."""

from __future__ import annotations

from collections.abc import Mapping

WORDS: Mapping[str, Mapping[str, str]] = {
    "contenders_title": {"en": "Contenders", "zh": "各方"},
    "contenders_says": {
        "en": "Every country, organisation, family and model with a figure, by what they weigh across all races.",
        "zh": "所有有数据可查的国家、机构、模型系列和模型，按其在各项竞赛中的分量排列。",
    },
    "weighed_by": {
        "en": "A first place weighs one, a second a half, a third a third, and so on, over all races that rank it now.",
        "zh": "分量按当前排定名次的全部竞赛累计：第一名计 1，第二名计二分之一，第三名计三分之一，依此类推。",
    },
    "listed_by_name": {"en": "{kinds} from A to Z.", "zh": "{kinds}，按英文名 A 至 Z 排列。"},
    "listed_by_weight": {
        "en": "{kinds} by what they weigh across all races.",
        "zh": "{kinds}，按各项竞赛中的分量排列。",
    },
    "listed_by_newest": {"en": "{kinds}, the newest first.", "zh": "{kinds}，最新的在前。"},
    "order": {"en": "Order", "zh": "排序"},
    "order_name": {"en": "A to Z", "zh": "A 至 Z"},
    "order_weight": {"en": "By weight", "zh": "按分量"},
    "order_newest": {"en": "Newest first", "zh": "最新在前"},
    "letters": {"en": "Letters", "zh": "字母"},
    "of_head": {"en": "Belongs to", "zh": "所属"},
    "leads_head": {"en": "Leads by", "zh": "领先项目"},
    "leads_none": {"en": "none", "zh": "无"},
    "all_of_kind": {"en": "All, A to Z", "zh": "全部，A 至 Z"},
}
