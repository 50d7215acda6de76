"""Words of what scripts add to a page."""

from __future__ import annotations

from collections.abc import Mapping

WORDS: Mapping[str, Mapping[str, str]] = {
    "theme_system": {"en": "System colours", "zh": "跟随系统"},
    "kind_race": {"en": "race", "zh": "竞赛"},
    "kind_claims": {"en": "claim", "zh": "说法"},
    "kind_method": {"en": "measure", "zh": "指标"},
    "kind_source": {"en": "source", "zh": "来源"},
}
