"""Sentences in simplified Chinese of the second half to develop with: tokens, pulls, downloads and derivatives.

Many of them are false: they were written to be checked.
"""

from __future__ import annotations

import datetime as dt

from tests.claims.checking.labelled import Claim, Expected, Frame, Said, Written, between, month
from weighbridge.quantity import Hedge, Unit

SENTENCES = (
    Written(
        "最近一周，OpenRouter平台逾半数的Token消耗来自中国大模型。",
        dt.date(2026, 8, 22),
        "zh-Hans",
        (
            Claim(
                Frame.SHARE,
                ("CN", "openrouter"),
                ("token_share",),
                Expected.SUPPORTED,
                "57.9 to 64.1 %, and over half under all choices.",
                by="country",
                said=Said(0.5, None, Unit.SHARE, Hedge.OVER),
                days=between("2026-08-15", "2026-08-21"),
            ),
        ),
    ),
    Written(
        "在OpenRouter的厂商排行中，深度求索高居榜首，调用量占比超过两成。",
        dt.date(2026, 8, 21),
        "zh-Hans",
        (
            Claim(
                Frame.LEAD,
                ("deepseek", "openrouter"),
                ("token_share",),
                Expected.SUPPORTED,
                "Seven points ahead of the next at the least; first in 86 % of choices.",
                by="organisation",
                clause="在OpenRouter的厂商排行中，深度求索高居榜首",
            ),
            Claim(
                Frame.SHARE,
                ("deepseek", "openrouter"),
                ("token_share",),
                Expected.SUPPORTED,
                "24.1 to 30.3 %, and no choice gives less than 22.",
                by="organisation",
                said=Said(0.2, None, Unit.SHARE, Hedge.OVER),
                clause="调用量占比超过两成",
            ),
        ),
    ),
    Written(
        "截至今年3月，Llama系列的累计下载量已逼近20亿次，遥遥领先于千问。",
        dt.date(2026, 4, 12),
        "zh-Hans",
        (
            Claim(
                Frame.LEVEL,
                ("llama",),
                ("events", "download_total"),
                Expected.REFUTED,
                "476 million by the published count.",
                by="family",
                said=Said(1.8e9, 2e9, Unit.DOWNLOADS, Hedge.NEARLY),
                days=month("2026-03"),
                clause="Llama系列的累计下载量已逼近20亿次",
            ),
            Claim(
                Frame.COMPARISON,
                ("llama", "qwen"),
                ("events", "download_total"),
                Expected.REFUTED,
                "Qwen has 942.1 million.",
                by="family",
                days=month("2026-03"),
                clause="遥遥领先于千问",
            ),
        ),
    ),
    Written(
        "法国Mistral的模型在Ollama上的拉取占比至多一成，难与中美抗衡。",
        dt.date(2026, 8, 20),
        "zh-Hans",
        (
            Claim(
                Frame.SHARE,
                ("mistral-ai", "FR", "ollama"),
                ("pull_share",),
                Expected.SUPPORTED,
                "3.6 %, and at most 7.",
                by="organisation",
                said=Said(None, 0.1, Unit.SHARE, Hedge.AT_MOST),
                clause="法国Mistral的模型在Ollama上的拉取占比至多一成",
            ),
        ),
    ),
    Written(
        "据一家研究机构估算，德国政府部门的AI调用中约有三分之一流向DeepSeek。",
        dt.date(2026, 8, 18),
        "zh-Hans",
        (
            Claim(
                Frame.SHARE,
                ("deepseek",),
                ("token_share",),
                Expected.NOT_ENOUGH,
                "No source says who the users are.",
                said=Said(0.3, 0.3667, Unit.SHARE, Hedge.ABOUT),
            ),
        ),
    ),
    Written(
        "2025年8月新出现的衍生模型中，四成以上以千问为底座，以Llama为底座的只占约15%。",
        dt.date(2025, 10, 8),
        "zh-Hans",
        (
            Claim(
                Frame.SHARE,
                ("qwen",),
                ("events", "derivative_share"),
                Expected.SUPPORTED,
                "Over 40 %, as published.",
                by="family",
                said=Said(0.4, None, Unit.SHARE, Hedge.OVER),
                days=month("2025-08"),
                clause="四成以上以千问为底座",
            ),
            Claim(
                Frame.SHARE,
                ("llama",),
                ("events", "derivative_share"),
                Expected.SUPPORTED,
                "About 15 %, as published.",
                by="family",
                said=Said(0.135, 0.165, Unit.SHARE, Hedge.ABOUT),
                days=month("2025-08"),
                clause="以Llama为底座的只占约15%",
            ),
        ),
    ),
    Written(
        "千问团队1月披露，全球开发者基于千问做出的衍生模型已突破18万个。",
        dt.date(2026, 1, 20),
        "zh-Hans",
        (
            Claim(
                Frame.LEVEL,
                ("qwen",),
                ("events", "derivative_total"),
                Expected.SUPPORTED,
                "As the team counted in January 2026.",
                by="family",
                said=Said(180_000, None, Unit.DERIVATIVES, Hedge.OVER),
                days=month("2026-01"),
            ),
        ),
    ),
    Written(
        "就累计拉取量而言，Llama并未失去Ollama头名的位置。",
        dt.date(2026, 8, 21),
        "zh-Hans",
        (
            Claim(
                Frame.LEAD,
                ("llama", "ollama"),
                ("pull_share",),
                Expected.SUPPORTED,
                "24 % of all pulls, where Qwen has 15.",
                by="family",
            ),
        ),
    ),
    Written(
        "用国产昇腾芯片训练的模型，据称包揽了全球开放模型下载量的一半。",
        dt.date(2026, 8, 19),
        "zh-Hans",
        (
            Claim(
                Frame.SHARE,
                ("huawei",),
                ("download_share",),
                Expected.NOT_ENOUGH,
                "No source says on which chips models were trained.",
                said=Said(0.45, 0.55, Unit.SHARE, Hedge.EXACT),
            ),
        ),
    ),
    Written(
        "美国模型在OpenRouter上的占比如今不足一成，几乎可以忽略不计。",
        dt.date(2026, 8, 20),
        "zh-Hans",
        (
            Claim(
                Frame.SHARE,
                ("US", "openrouter"),
                ("token_share",),
                Expected.REFUTED,
                "34.8 to 41.0 %, and 20 at the least under any choice.",
                by="country",
                said=Said(None, 0.1, Unit.SHARE, Hedge.UNDER),
                clause="美国模型在OpenRouter上的占比如今不足一成",
            ),
        ),
    ),
    Written(
        "近30天里，Hugging Face上语言模型的下载量有一半左右归于千问。",
        dt.date(2026, 8, 23),
        "zh-Hans",
        (
            Claim(
                Frame.SHARE,
                ("qwen", "hugging-face"),
                ("download_share",),
                Expected.CONFLICTING,
                "52.9 % in the listing read daily, from 6 to 100 by other lists and populations.",
                by="family",
                said=Said(0.45, 0.55, Unit.SHARE, Hedge.ABOUT),
                days=between("2026-07-24", "2026-08-22"),
                nuance="Listings are cut at the top.",
            ),
        ),
    ),
)
