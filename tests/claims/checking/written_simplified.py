"""Sentences written for the purpose in simplified Chinese, each with its day: the half to develop with.

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
    month,
    until,
)
from weighbridge.quantity import Hedge, Unit

SENTENCES = (
    Written(
        "到10月底,千问全家的历史下载总量来到3.853亿次,Llama停在3.462亿次,先后次序已经对调。",
        dt.date(2025, 11, 12),
        "zh-Hans",
        (
            Claim(
                Frame.LEVEL,
                ("qwen",),
                ("events", "download_total"),
                Expected.SUPPORTED,
                "As the press printed it.",
                by="family",
                said=Said(385_250_000, 385_350_000, Unit.DOWNLOADS, Hedge.EXACT),
                days=until("2025-10-31"),
                clause="千问全家的历史下载总量来到3.853亿次",
            ),
            Claim(
                Frame.LEVEL,
                ("llama",),
                ("events", "download_total"),
                Expected.SUPPORTED,
                "As the press printed it.",
                by="family",
                said=Said(346_150_000, 346_250_000, Unit.DOWNLOADS, Hedge.EXACT),
                days=until("2025-10-31"),
                clause="Llama停在3.462亿次",
            ),
            Claim(
                Frame.COMPARISON,
                ("qwen", "llama"),
                ("events", "download_total"),
                Expected.SUPPORTED,
                "Crossed in September or October 2025, by the list used.",
                by="family",
                days=until("2025-10-31"),
                clause="先后次序已经对调",
            ),
        ),
    ),
    Written(
        "2024年头几个月,千问的下载总数不过50万次上下,Llama却已经有1060万次。",
        dt.date(2025, 11, 15),
        "zh-Hans",
        (
            Claim(
                Frame.LEVEL,
                ("qwen",),
                ("events", "download_total"),
                Expected.SUPPORTED,
                "As the press printed it.",
                by="family",
                said=Said(450_000, 550_000, Unit.DOWNLOADS, Hedge.ABOUT),
                days=between("2024-01-01", "2024-04-30"),
                clause="千问的下载总数不过50万次上下",
            ),
            Claim(
                Frame.LEVEL,
                ("llama",),
                ("events", "download_total"),
                Expected.SUPPORTED,
                "As the press printed it.",
                by="family",
                said=Said(10_595_000, 10_605_000, Unit.DOWNLOADS, Hedge.EXACT),
                days=between("2024-01-01", "2024-04-30"),
                clause="Llama却已经有1060万次",
            ),
        ),
    ),
    Written(
        "一位风险投资人称,美国AI初创企业中已有八成在用中国开源模型。",
        dt.date(2026, 3, 24),
        "zh-Hans",
        (
            Claim(
                Frame.SHARE,
                ("CN", "US"),
                ("evidence", "events"),
                Expected.CONFLICTING,
                "Of pitches with an open stack; about one in five over all.",
                said=Said(0.72, 0.88, Unit.SHARE, Hedge.EXACT),
                nuance="The denominator is start-ups that use an open stack.",
            ),
        ),
    ),
    Written(
        "OpenAI时隔多年于8月5日放出权重可下载的gpt-oss,大的那一款也只有200亿参数。",
        dt.date(2025, 8, 8),
        "zh-Hans",
        (
            Claim(
                Frame.EVENT,
                ("gpt-oss", "openai"),
                ("events",),
                Expected.SUPPORTED,
                "Released that day.",
                days=between("2025-08-05", "2025-08-05"),
                clause="OpenAI时隔多年于8月5日放出权重可下载的gpt-oss",
            ),
            Claim(
                Frame.SIZE,
                ("gpt-oss",),
                ("model_size",),
                Expected.REFUTED,
                "The larger one has 120 billion.",
                by="model",
                said=Said(19.5e9, 20.5e9, Unit.PARAMETERS, Hedge.EXACT),
                clause="大的那一款也只有200亿参数",
            ),
        ),
    ),
    Written(
        "就目前而言,中国最强的模型比美国最强的落后大约半年。",
        dt.date(2026, 8, 12),
        "zh-Hans",
        (
            Claim(
                Frame.LAG,
                ("CN", "US"),
                ("capability_lag",),
                Expected.CONFLICTING,
                "5.2 months by the default, between 1.5 and 8.8 by others.",
                by="country",
                said=Said(5.4, 6.6, Unit.MONTHS, Hedge.ABOUT),
            ),
        ),
    ),
    Written(
        "业内人士透露,千问3.7-Max的输入价格是每百万Token 1元人民币。",
        dt.date(2026, 7, 26),
        "zh-Hans",
        (
            Claim(
                Frame.PRICE,
                ("qwen3.7-max",),
                ("token_price",),
                Expected.NOT_ENOUGH,
                "No list in yuan is held.",
                by="model",
                said=Said(0.5, 1.5, Unit.CNY_PER_MTOK, Hedge.EXACT),
                nuance="By lists in dollars it is 2.50.",
            ),
        ),
    ),
    Written(
        "爱彼迎的客服系统用了十几个模型,其中没有一个来自美国公司。",
        dt.date(2025, 10, 20),
        "zh-Hans",
        (
            Claim(
                Frame.ADOPTION,
                ("airbnb",),
                ("evidence",),
                Expected.SUPPORTED,
                "Thirteen by its own statement.",
                said=Said(11, 19, Unit.MODELS, Hedge.SEVERAL),
                clause="爱彼迎的客服系统用了十几个模型",
            ),
            Claim(
                Frame.ADOPTION,
                ("airbnb", "US"),
                ("evidence",),
                Expected.REFUTED,
                "OpenAI's and Google's are among them.",
                clause="其中没有一个来自美国公司",
            ),
        ),
    ),
    Written(
        "DeepSeek-R1去年12月就已发布,它的应用随后登顶美国苹果商店免费榜。",
        dt.date(2025, 1, 29),
        "zh-Hans",
        (
            Claim(
                Frame.EVENT,
                ("deepseek-r1",),
                ("events",),
                Expected.REFUTED,
                "It came on 20 January 2025.",
                days=month("2024-12"),
                clause="DeepSeek-R1去年12月就已发布",
            ),
            Claim(
                Frame.LEAD,
                ("deepseek", "app-store"),
                ("events",),
                Expected.SUPPORTED,
                "First among free apps from 26 January 2025.",
                clause="它的应用随后登顶美国苹果商店免费榜",
                nuance="A rank of recent velocity.",
            ),
        ),
    ),
    Written(
        "越南模型在OpenRouter的份额上月升到了3%。",
        dt.date(2026, 6, 15),
        "zh-Hans",
        (
            Claim(
                Frame.SHARE,
                ("VN", "openrouter"),
                ("token_share",),
                Expected.NOT_ENOUGH,
                "None of them is listed.",
                by="country",
                said=Said(0.025, 0.035, Unit.SHARE, Hedge.EXACT),
                days=month("2026-05"),
            ),
        ),
    ),
)

UNJUDGED = (
    Written("千问还能领先多久?", dt.date(2026, 8, 1), "zh-Hans", unjudged=Unjudged.QUESTION),
    Written("我认为,开源才是人工智能该走的路。", dt.date(2026, 8, 1), "zh-Hans", unjudged=Unjudged.OPINION),
)
