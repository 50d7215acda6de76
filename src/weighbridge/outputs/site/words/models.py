"""Words of the page of models."""

from __future__ import annotations

from collections.abc import Mapping

WORDS: Mapping[str, Mapping[str, str]] = {
    "models_title": {"en": "Models", "zh": "模型"},
    "models_says": {
        "en": "Score, price, size and use of each model in one row, and which no other betters in two of them at once.",
        "zh": "每个模型的能力、价格、规模与使用量各列一行，并标出没有其他模型能在两项上同时超越的前沿模型。",
    },
    "models_able": {"en": "The most capable", "zh": "能力最强的模型"},
    "models_open": {
        "en": "The most capable open weights, beside those",
        "zh": "上表之外能力最强的开放权重",
    },
    "models_file": {"en": "All models, with every setting:", "zh": "全部模型与各种设定："},
    "models_list": {"en": "All models by name", "zh": "全部模型名录"},
    "maker_unknown": {"en": "maker not known", "zh": "开发方不详"},
    "frontier": {
        "en": "No model here is at least as good in both figures as one of these, and better in one:",
        "zh": "没有模型在两项上都不逊于下列各模型、且至少一项更优：",
    },
    "plane_covered": {
        "en": "{n} laid out, {rest} without a figure across",
        "zh": "画出 {n} 个，另有 {rest} 个没有横轴数值",
    },
    "plane_sure": {
        "en": "{on} on the frontier, {perhaps} that their intervals may bring to it",
        "zh": "前沿上 {on} 个，按区间可能位于前沿的另有 {perhaps} 个",
    },
}
