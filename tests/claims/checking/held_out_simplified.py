"""Sentences written for the purpose in simplified Chinese: the half that is held out. Do not read it while developing.

Many of them are false: they were written to be checked.
"""

from __future__ import annotations

import datetime as dt

from tests.claims.checking.labelled import (
    Claim,
    Expected,
    Frame,
    Said,
    Unjudged,
    Written,
    between,
)
from weighbridge.quantity import Hedge, Unit

SENTENCES = (
    Written(
        "有分析师在社交平台上写道,OpenRouter上八成以上的Token如今都流向中国模型。",
        dt.date(2026, 8, 24),
        "zh-Hans",
        (
            Claim(
                Frame.SHARE,
                ("CN", "openrouter"),
                ("token_share",),
                Expected.REFUTED,
                "At most 78 % under any choice.",
                by="country",
                said=Said(0.8, None, Unit.SHARE, Hedge.OVER),
            ),
        ),
        held_out=True,
    ),
    Written(
        "按热门榜单的下载次数算,近三分之一的语言模型下载流向了美国机构。",
        dt.date(2026, 8, 24),
        "zh-Hans",
        (
            Claim(
                Frame.SHARE,
                ("US", "hugging-face"),
                ("download_share",),
                Expected.CONFLICTING,
                "32 to 36 % of language models in the default listing, a quarter to two thirds by others.",
                by="country",
                said=Said(0.3, 0.3334, Unit.SHARE, Hedge.NEARLY),
            ),
        ),
        held_out=True,
    ),
    Written(
        "在技术栈本就开源的那些美国初创公司里,用中国模型的约占八成。",
        dt.date(2026, 3, 25),
        "zh-Hans",
        (
            Claim(
                Frame.SHARE,
                ("CN", "US"),
                ("evidence", "events"),
                Expected.SUPPORTED,
                "What the investor said of pitches, with the denominator that he gave.",
                said=Said(0.72, 0.88, Unit.SHARE, Hedge.ABOUT),
                nuance="An impression, not a count.",
            ),
        ),
        held_out=True,
    ),
    Written(
        "月之暗面的Kimi K3参数量高达2.78万亿,差不多是Kimi K2的三倍。",
        dt.date(2026, 7, 18),
        "zh-Hans",
        (
            Claim(
                Frame.SIZE,
                ("kimi-k3", "moonshot-ai"),
                ("model_size",),
                Expected.SUPPORTED,
                "2.78 trillion.",
                by="model",
                said=Said(None, 2.785e12, Unit.PARAMETERS, Hedge.AS_MUCH_AS),
                clause="月之暗面的Kimi K3参数量高达2.78万亿",
            ),
            Claim(
                Frame.SIZE,
                ("kimi-k3", "kimi-k2"),
                ("model_size",),
                Expected.SUPPORTED,
                "2.8 times one trillion.",
                by="model",
                said=Said(2.7, 3.3, Unit.TIMES, Hedge.ABOUT),
                clause="差不多是Kimi K2的三倍",
            ),
        ),
        held_out=True,
    ),
    Written(
        "中国与美国前沿模型之间的差距已不足一年。",
        dt.date(2026, 8, 12),
        "zh-Hans",
        (
            Claim(
                Frame.LAG,
                ("CN", "US"),
                ("capability_lag",),
                Expected.SUPPORTED,
                "5.2 months, under nine by nearly every definition.",
                by="country",
                said=Said(None, 12, Unit.MONTHS, Hedge.UNDER),
            ),
        ),
        held_out=True,
    ),
    Written(
        "Claude Opus 4.8每百万输出Token收费25美元,而DeepSeek V4 Flash只要0.28美元。",
        dt.date(2026, 7, 26),
        "zh-Hans",
        (
            Claim(
                Frame.PRICE,
                ("claude-opus-4.8",),
                ("token_price",),
                Expected.SUPPORTED,
                "The maker's list price.",
                by="model",
                said=Said(24.5, 25.5, Unit.USD_PER_MTOK, Hedge.EXACT),
                clause="Claude Opus 4.8每百万输出Token收费25美元",
            ),
            Claim(
                Frame.PRICE,
                ("deepseek-v4-flash",),
                ("token_price",),
                Expected.SUPPORTED,
                "The maker's list price.",
                by="model",
                said=Said(0.275, 0.285, Unit.USD_PER_MTOK, Hedge.EXACT),
                clause="DeepSeek V4 Flash只要0.28美元",
            ),
        ),
        held_out=True,
    ),
    Written(
        "西门子总裁周一说,拿中国的开放模型来训练工业模型,没有什么坏处。",
        dt.date(2026, 3, 26),
        "zh-Hans",
        (
            Claim(
                Frame.ADOPTION,
                ("siemens", "CN"),
                ("evidence",),
                Expected.SUPPORTED,
                "So reported on 23 March 2026.",
                days=between("2026-03-23", "2026-03-23"),
                nuance="For certain tasks.",
            ),
        ),
        held_out=True,
    ),
    Written(
        "在Ollama上,千问的月度拉取量已超过Llama;若按历史总量计,仍是Llama居首。",
        dt.date(2026, 8, 20),
        "zh-Hans",
        (
            Claim(
                Frame.COMPARISON,
                ("qwen", "llama", "ollama"),
                ("pull_share",),
                Expected.SUPPORTED,
                "28 against 13 % in July, and apart by their bounds.",
                by="family",
                clause="在Ollama上,千问的月度拉取量已超过Llama",
            ),
            Claim(
                Frame.LEAD,
                ("llama", "ollama"),
                ("pull_share",),
                Expected.SUPPORTED,
                "24 against 15 % of all pulls.",
                by="family",
                clause="若按历史总量计,仍是Llama居首",
            ),
        ),
        held_out=True,
    ),
    Written(
        "法国的模型被中国同行甩开了至少三年,这位前部长坦言。",
        dt.date(2026, 8, 10),
        "zh-Hans",
        (
            Claim(
                Frame.LAG,
                ("FR", "CN"),
                ("capability_lag",),
                Expected.REFUTED,
                "About a year, and no more than a year and a half.",
                by="country",
                said=Said(36, None, Unit.MONTHS, Hedge.AT_LEAST),
            ),
        ),
        held_out=True,
    ),
    Written(
        "中美最强模型的能力差距已从去年年底的近9分缩小到不足1分。",
        dt.date(2026, 8, 15),
        "zh-Hans",
        (
            Claim(
                Frame.GROWTH,
                ("CN", "US"),
                ("capability",),
                Expected.REFUTED,
                "It was 8.6 points and is 4.6, 3.4 at the least.",
                by="country",
                said=Said(None, 1, Unit.POINTS, Hedge.UNDER),
                days=between("2025-12-01", "2026-08-15"),
            ),
        ),
        held_out=True,
    ),
)

UNJUDGED = (
    Written(
        "预计到2027年,中国模型的份额会超过九成。",
        dt.date(2026, 8, 1),
        "zh-Hans",
        unjudged=Unjudged.PREDICTION,
        held_out=True,
    ),
    Written(
        "展厅里最热闹的,是一台会做咖啡的机器人。",
        dt.date(2026, 8, 1),
        "zh-Hans",
        unjudged=Unjudged.OTHER,
        held_out=True,
    ),
)
