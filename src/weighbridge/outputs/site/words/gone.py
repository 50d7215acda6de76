"""Words of an address whose page has ended, and of one that never was."""

from __future__ import annotations

from collections.abc import Mapping

WORDS: Mapping[str, Mapping[str, str]] = {
    "gone_kicker": {"en": "No longer published", "zh": "已不再发布"},
    "gone_says": {
        "en": "This page was last published with data to {day}.",
        "zh": "本页最后一次发布时，数据截至 {day}。",
    },
    "gone_days": {
        "en": "This page was published with data of {first} and, for the last time, of {last}.",
        "zh": "本页首次发布时数据截至 {first}，最后一次发布时数据截至 {last}。",
    },
    "gone_why": {
        "en": "What it showed is no longer made: its name or its data are no longer held, or its measure has ended.",
        "zh": "其内容已不再生成：名称或数据不再收录，或指标已停用。",
    },
    "gone_instead": {"en": "Look now at", "zh": "现可查看"},
    "absent_title": {"en": "No such page", "zh": "没有这个页面"},
    "absent_says": {
        "en": "Nothing was ever published at this address.",
        "zh": "该地址从未发布过内容。",
    },
    "root_says": {
        "en": "Who leads the open-weight race, on which measure, since when, by how much, and how sure.",
        "zh": "开放权重模型之争谁领先：按什么指标、从何时起、领先多少、有多大把握。",
    },
}
