"""Words of the data package."""

from __future__ import annotations

from collections.abc import Mapping

WORDS: Mapping[str, Mapping[str, str]] = {
    "data_title": {"en": "All data", "zh": "全部数据"},
    "data_says": {
        "en": "Every figure of this site as files: a Frictionless data package of CSV and Parquet, with units, terms "
        "and provenance.",
        "zh": "本站每个数值都有文件可取：Frictionless 数据包，含 CSV 与 Parquet，附单位、条款与出处。",
    },
    "data_package": {"en": "The package", "zh": "数据包"},
    "data_package_says": {
        "en": "`datapackage.json` describes every file: its columns with types, units and bounds, its sources and "
        "licences, and its sha256.",
        "zh": "`datapackage.json` 描述每个文件：各列的类型、单位与范围，来源与许可，以及 sha256。",
    },
    "data_files": {"en": "Files", "zh": "文件"},
    "data_others": {"en": "Across measures", "zh": "跨指标"},
    "file_head": {"en": "Table", "zh": "表"},
    "rows_head": {"en": "Rows", "zh": "行数"},
    "columns_head": {"en": "Columns", "zh": "列数"},
    "file_models": {"en": "models", "zh": "模型"},
    "file_evidence": {"en": "who uses which model", "zh": "谁在使用哪个模型"},
    "file_events": {"en": "events and published figures", "zh": "事件与已公布的数值"},
    "file_standings": {"en": "standings of all races", "zh": "所有竞赛的名次"},
    "entries_covered": {"en": "what was found and entered", "zh": "已发现并录入者"},
    "entries_sure": {
        "en": "each entry has its sources and says how surely it is known",
        "zh": "每条附来源，并注明确知程度",
    },
    "models_covered": {"en": "models with a score, a price or use", "zh": "有成绩、价格或使用数据的模型"},
    "standings_covered": {"en": "each race as its page states", "zh": "各项竞赛见其页面"},
    "see_columns": {"en": "intervals stand in columns of their own", "zh": "区间另列"},
    "data_fields": {"en": "Columns of every measure", "zh": "各指标文件的列"},
    "data_fields_says": {
        "en": "One row for each contender and period. Empty is unknown, never zero.",
        "zh": "每方每期一行。空值为不详，绝不等于零。",
    },
    "column_head": {"en": "Column", "zh": "列"},
    "meaning_head": {"en": "Meaning", "zh": "含义"},
    "unit_head": {"en": "Unit", "zh": "单位"},
    "field_period_start": {"en": "first UTC day of the period", "zh": "时段的第一天（UTC）"},
    "field_period_end": {"en": "last UTC day of the period, inclusive", "zh": "时段的最后一天（UTC），含当日"},
    "field_group": {
        "en": "contender: ISO code of a country, English name of all others",
        "zh": "参与方：国家或地区为 ISO 代码，其余为英文名称",
    },
    "field_group_id": {"en": "its stable id", "zh": "其固定标识"},
    "field_value": {
        "en": "figure under the default choices, in the unit of the measure; empty where there are bounds alone",
        "zh": "默认口径下的数值，单位同指标；仅有上下界时为空",
    },
    "field_ci_low": {"en": "lower end of the interval or bounds", "zh": "区间或上下界的下端"},
    "field_ci_high": {
        "en": "upper end of the same; an empty end beside a known one is open",
        "zh": "其上端；一端为空而另一端已知，表示该端开放",
    },
    "field_range_low": {"en": "lowest figure over the combinations of choices", "zh": "各种口径组合中的最低数值"},
    "field_range_high": {"en": "highest figure over the same", "zh": "各种口径组合中的最高数值"},
    "field_n": {"en": "names, repositories or groups that were summed", "zh": "计入的名称、仓库或组的数目"},
    "field_coverage": {"en": "part of the total whose group is known", "zh": "总量中已知归属的比例"},
    "field_status": {
        "en": "observed, estimated, bounded, provisional or missing",
        "zh": "observed（已观测）、estimated（估计）、bounded（仅有上下界）、provisional（暂定）或 missing（缺失）",
    },
    "field_rank_best": {"en": "best place that overlapping intervals leave", "zh": "区间重叠下可能的最好名次"},
    "field_rank_worst": {"en": "worst place that they leave", "zh": "区间重叠下可能的最差名次"},
    "data_columns_of": {"en": "Columns of {table}", "zh": "{table}的列"},
    "unit_tokens": {"en": "tokens", "zh": "token"},
    "unit_pulls": {"en": "pulls", "zh": "拉取次数"},
    "unit_tools_or_models": {"en": "tools or models", "zh": "工具或模型"},
    "unit_rank": {"en": "place", "zh": "名次"},
    "data_load": {"en": "Load it", "zh": "如何读取"},
    "data_load_says": {
        "en": "The package stands in the folder `{place}`. Any table will do; here `{name}`.",
        "zh": "数据包位于 `{place}`。任何一张表都可以，此处以 `{name}` 为例。",
    },
    "data_terms": {"en": "Terms", "zh": "条款"},
    "data_terms_says": {
        "en": "Figures keep the terms of the sources that they are computed from; each file names them. A source that "
        "states no licence is passed on as sums by family and maker alone. The program, and what is decided here, is "
        "under Apache-2.0.",
        "zh": "数值沿用其来源的条款，各文件均有注明。未注明许可的来源，只提供按系列和机构的合计。"
        "程序以及由本项目裁定的内容采用 Apache-2.0 许可。",
    },
    "data_attributions": {"en": "Attributions as publishers ask for them", "zh": "各发布者要求的署名"},
    "data_pages_says": {
        "en": "Beside every page stand the same figures as `index.json`, and as `index.csv` where it has a table. "
        "Changes of lead and updates of data come as feeds: ",
        "zh": "每个页面旁都有同样内容的 `index.json`，有表格的另有 `index.csv`。领先易位与数据更新可订阅：",
    },
    "feed_leads": {"en": "changes of lead", "zh": "领先易位"},
    "feed_data": {"en": "updates of data", "zh": "数据更新"},
}
