"""Words of a race."""

from __future__ import annotations

from collections.abc import Mapping

WORDS: Mapping[str, Mapping[str, str]] = {
    "standing": {"en": "Standing", "zh": "名次"},
    "place": {"en": "Place", "zh": "名次"},
    "range": {"en": "Over all choices", "zh": "各种口径下"},
    "counted": {"en": "Counted", "zh": "计入数"},
    "status": {"en": "Status", "zh": "性质"},
    "left_out": {"en": "{n} more stand in the file:", "zh": "另有 {n} 项见文件："},
    "one_way": {
        "en": "Each pair stands once, in the direction with the higher figure; the file has both:",
        "zh": "每对只列一次，取数值较高的方向；文件中两个方向都有：",
    },
    "changes": {"en": "When the lead changed", "zh": "领先者何时易位"},
    "between": {"en": "{after} to {until}", "zh": "{after}至{until}"},
    "after_whom": {"en": "after {name}", "zh": "取代{name}"},
    "meaning": {"en": "What it means", "zh": "含义"},
    "misleads": {"en": "When it misleads", "zh": "何时会误导"},
    "choices": {"en": "Choices inside the figure", "zh": "数值中的口径选择"},
    "taken": {"en": "taken here", "zh": "本页采用"},
    "take_along": {"en": "Take it along", "zh": "取用"},
    "files": {"en": "Files", "zh": "文件"},
    "permanent": {"en": "Permanent address", "zh": "永久地址"},
    "cite": {"en": "Cite", "zh": "引用"},
    "recompute": {"en": "Recompute", "zh": "复算"},
    "citation": {
        "en": "Weighbridge, “{heading}”, version {version}, to {day}; Weighbridge {code}, "
        "data {digest}; from {publishers}. {address}",
        "zh": "Weighbridge：《{heading}》，第 {version} 版，截至 {day}；Weighbridge {code}，"
        "数据 {digest}；来源：{publishers}。{address}",
    },
}
