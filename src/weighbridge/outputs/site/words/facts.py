"""Words of what every figure states."""

from __future__ import annotations

from collections.abc import Mapping

WORDS: Mapping[str, Mapping[str, str]] = {
    "fact_as_of": {"en": "To {day}", "zh": "截至 {day}"},
    "licence_unstated": {"en": "licence unstated", "zh": "未注明许可"},
    "coverage_unstated": {"en": "coverage not stated by the source", "zh": "来源未说明覆盖面"},
    "covered": {"en": "{part} covered", "zh": "覆盖 {part}"},
    "over_choices": {"en": "over all choices {span}", "zh": "各种口径下 {span}"},
    "newest": {"en": "In the period to {day}: {told}.", "zh": "截至 {day} 的一期：{told}。"},
}
