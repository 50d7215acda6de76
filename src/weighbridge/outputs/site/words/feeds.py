"""Words of the feeds."""

from __future__ import annotations

from collections.abc import Mapping

WORDS: Mapping[str, Mapping[str, str]] = {
    "feed_leads_title": {"en": "Weighbridge: changes of lead", "zh": "Weighbridge：领先易位"},
    "feed_data_title": {"en": "Weighbridge: updates of data", "zh": "Weighbridge：数据更新"},
    "lead_taken": {"en": "{heading}: {later} leads, after {earlier}", "zh": "{heading}：{later}取代{earlier}领先"},
    "lead_first": {"en": "{heading}: {later} leads", "zh": "{heading}：{later}领先"},
    "lead_says": {
        "en": "{question} The lead passed between {after} and {until}, under the default choices, from data of "
        "{publishers}.",
        "zh": "{question}按默认口径，领先易位发生在 {after} 至 {until} 之间，数据来自{publishers}。",
    },
    "data_newer": {"en": "{publisher} ({name}): data to {day}", "zh": "{publisher}（{name}）：数据更新至 {day}"},
}
