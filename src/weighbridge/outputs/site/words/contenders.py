"""Words of the lists of contenders."""

from __future__ import annotations

from collections.abc import Mapping

WORDS: Mapping[str, Mapping[str, str]] = {
    "contenders_title": {"en": "Contenders", "zh": "各方"},
    "contenders_says": {
        "en": "Every country, organisation, family and model with a figure. First those of which most measures have "
        "one, then those with most releases: no place in any race.",
        "zh": "所有有数据可查的国家、机构、模型系列和模型。先列数据覆盖指标最多的，再看发布的模型数量；这不是名次。",
    },
    "listed_by_name": {"en": "{kinds} from A to Z.", "zh": "{kinds}，按英文名 A 至 Z 排列。"},
    "listed_by_measures": {
        "en": "{kinds}, those first of which most measures have a figure, then those with most releases.",
        "zh": "{kinds}，先列数据覆盖指标最多的，再看发布的模型数量。",
    },
    "listed_by_newest": {"en": "{kinds}, the newest first.", "zh": "{kinds}，最新的在前。"},
    "order": {"en": "Order", "zh": "排序"},
    "order_name": {"en": "A to Z", "zh": "A 至 Z"},
    "order_measures": {"en": "Most measures", "zh": "指标最多"},
    "order_newest": {"en": "Newest first", "zh": "最新在前"},
    "letters": {"en": "Letters", "zh": "字母"},
    "of_head": {"en": "Belongs to", "zh": "所属"},
    "leads_head": {"en": "Leads by", "zh": "领先项目"},
    "leads_none": {"en": "none", "zh": "无"},
    "all_of_kind": {"en": "All, A to Z", "zh": "全部，A 至 Z"},
}
