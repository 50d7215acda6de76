"""Words of the sources."""

from __future__ import annotations

from collections.abc import Mapping

WORDS: Mapping[str, Mapping[str, str]] = {
    "sources_title": {"en": "Sources", "zh": "数据来源"},
    "sources_says": {
        "en": "Every publisher whose data stand behind a figure: its terms, how fresh it is, and how it misleads.",
        "zh": "每个数值背后的数据由谁发布、按什么条款、有多新、何时会误导。",
    },
    "sources_held": {"en": "Read", "zh": "已读取"},
    "sources_absent": {"en": "Known, and not read here", "zh": "已知但此处未读取"},
    "sources_absent_says": {
        "en": "They can be fetched; no figure of this site rests on them.",
        "zh": "可以抓取，但本站没有数值依据它们。",
    },
    "source_title": {"en": "{publisher} ({name})", "zh": "{publisher}（{name}）"},
    "source_head": {"en": "Source", "zh": "来源"},
    "source_is": {"en": "What it is", "zh": "内容"},
    "source_fresh": {"en": "Newest day", "zh": "最新日期"},
    "source_publisher": {"en": "Publisher", "zh": "发布者"},
    "source_homepage": {"en": "Where", "zh": "网址"},
    "source_licence": {"en": "Licence", "zh": "许可"},
    "source_attribution": {"en": "Attribution, as its publisher asks for it", "zh": "署名（按发布者要求的原文）"},
    "source_age": {"en": "{n} days before the newest day of this site", "zh": "比本站最新日期早 {n} 天"},
    "source_age_one": {"en": "one day before the newest day of this site", "zh": "比本站最新日期早 1 天"},
    "source_age_none": {"en": "the newest day of this site", "zh": "即本站最新日期"},
    "source_snapshots": {"en": "Snapshots read", "zh": "已读快照数"},
    "source_digest": {"en": "Digest of all of them", "zh": "全部快照的摘要"},
    "source_tables": {"en": "Read into", "zh": "读入的表"},
    "source_grain": {"en": "What stands of it", "zh": "保留粒度"},
    "grain_names": {"en": "each name, as published", "zh": "逐个名称，与发布时一致"},
    "grain_names_unstated": {
        "en": "each name, as published, in this store alone: no licence is stated, so what is shared holds sums by "
        "family and maker",
        "zh": "逐个名称，仅在本地数据中：发布者未注明许可，对外只提供按系列和机构的合计",
    },
    "grain_sums": {
        "en": "sums by family and maker alone, because its publisher states no licence to pass on the list itself",
        "zh": "只有按系列和机构的合计，因为发布者未注明可转发其清单的许可",
    },
    "grain_none": {"en": "nothing: it was not read for this site", "zh": "无：本站未读取"},
    "source_covered": {"en": "all that was read of it", "zh": "已读取的全部内容"},
    "source_sure": {"en": "counted, nothing is estimated", "zh": "直接计数，无估计"},
    "source_traps": {"en": "When it misleads", "zh": "何时会误导"},
    "source_met": {"en": "What reading it met", "zh": "读取时遇到的问题"},
    "source_met_says": {
        "en": "Counted over all snapshots of the last run. Nothing of this kind is guessed at: what cannot be used is "
        "left out, or kept as unknown.",
        "zh": "按最近一次运行的全部快照统计。对这类内容不作猜测：不能用的不计入，或记为不详。",
    },
    "source_met_none": {"en": "Nothing that could not be used.", "zh": "没有无法使用的内容。"},
    "met_head": {"en": "Met", "zh": "问题"},
    "times_head": {"en": "Times", "zh": "次数"},
    "example_head": {"en": "Example", "zh": "示例"},
    "source_readers": {"en": "What rests on it", "zh": "哪些数值依据它"},
    "source_readers_none": {"en": "No figure of this site rests on it.", "zh": "本站没有数值依据它。"},
    "source_recheck": {"en": "See for yourself", "zh": "自行查看"},
}
