"""Sentences in simplified Chinese of the second half to develop with: abilities, prices, sizes, users, events.

Many of them are false: they were written to be checked.
"""

from __future__ import annotations

import datetime as dt

from tests.claims.checking.labelled import Claim, Expected, Frame, Said, Written, between, month, on
from weighbridge.quantity import Hedge, Unit

SENTENCES = (
    Written(
        "被业界视为标杆的GPT-5.5，每百万输出Token要价30美元；而智谱GLM-5.2的同类报价不到5美元。",
        dt.date(2026, 7, 27),
        "zh-Hans",
        (
            Claim(
                Frame.PRICE,
                ("gpt-5.5",),
                ("token_price",),
                Expected.SUPPORTED,
                "The maker's list price of tokens written.",
                by="model",
                said=Said(29.5, 30.5, Unit.USD_PER_MTOK, Hedge.EXACT),
                clause="GPT-5.5，每百万输出Token要价30美元",
            ),
            Claim(
                Frame.PRICE,
                ("glm-5.2", "zhipu-ai"),
                ("token_price",),
                Expected.SUPPORTED,
                "4.40 dollars of tokens written.",
                by="model",
                said=Said(None, 5, Unit.USD_PER_MTOK, Hedge.UNDER),
                clause="智谱GLM-5.2的同类报价不到5美元",
            ),
        ),
    ),
    Written(
        "月之暗面今年7月开放权重的Kimi K3，参数规模高达2.78万亿，是前代K2.6的近三倍。",
        dt.date(2026, 7, 22),
        "zh-Hans",
        (
            Claim(
                Frame.EVENT,
                ("kimi-k3", "moonshot-ai"),
                ("events",),
                Expected.SUPPORTED,
                "Released on 16 July.",
                days=month("2026-07"),
                clause="月之暗面今年7月开放权重的Kimi K3",
            ),
            Claim(
                Frame.SIZE,
                ("kimi-k3",),
                ("model_size",),
                Expected.SUPPORTED,
                "2.78 trillion in total.",
                by="model",
                said=Said(2.775e12, 2.785e12, Unit.PARAMETERS, Hedge.EXACT),
                clause="参数规模高达2.78万亿",
            ),
            Claim(
                Frame.SIZE,
                ("kimi-k3", "kimi-k2.6"),
                ("model_size",),
                Expected.SUPPORTED,
                "2.78 times.",
                by="model",
                said=Said(2.7, 3, Unit.TIMES, Hedge.NEARLY),
                clause="是前代K2.6的近三倍",
            ),
        ),
    ),
    Written(
        "以衡量综合能力的指数计，美国最强模型目前仍比中国最强模型高出至少3分。",
        dt.date(2026, 8, 12),
        "zh-Hans",
        (
            Claim(
                Frame.COMPARISON,
                ("US", "CN"),
                ("capability",),
                Expected.SUPPORTED,
                "4.6 points, 3.4 at the least.",
                by="country",
                said=Said(3, None, Unit.POINTS, Hedge.AT_LEAST),
            ),
        ),
    ),
    Written(
        "西门子首席执行官表示，用中国开放模型训练公司自己的工业模型，看不出有什么坏处。",
        dt.date(2026, 3, 25),
        "zh-Hans",
        (
            Claim(
                Frame.ADOPTION,
                ("siemens", "CN"),
                ("evidence",),
                Expected.SUPPORTED,
                "He said so in March 2026.",
                nuance="For certain tasks; no model and no share is named.",
            ),
        ),
    ),
    Written(
        "美国总统去年12月8日宣布，英伟达可以向中国出售最先进的Blackwell芯片。",
        dt.date(2026, 1, 12),
        "zh-Hans",
        (
            Claim(
                Frame.EVENT,
                ("us-government", "nvidia", "CN"),
                ("events",),
                Expected.REFUTED,
                "What was allowed that day is the H200, the second most advanced.",
                days=on("2025-12-08"),
            ),
        ),
    ),
    Written(
        "去年8月初，在由用户盲选的LMArena文本榜上，排名第一的是DeepSeek而不是谷歌。",
        dt.date(2026, 1, 9),
        "zh-Hans",
        (
            Claim(
                Frame.LEAD,
                ("deepseek", "google", "lmarena"),
                ("arena_rating",),
                Expected.REFUTED,
                "Google has 1470 points, DeepSeek 1427.",
                by="organisation",
                said=Said(1, 1, Unit.RANK, Hedge.EXACT),
                days=between("2025-08-01", "2025-08-10"),
            ),
        ),
    ),
    Written(
        "目前开放模型比封闭模型只慢三个月上下，有投资人据此加大了押注。",
        dt.date(2026, 8, 13),
        "zh-Hans",
        (
            Claim(
                Frame.LAG,
                ("open", "closed"),
                ("capability_lag",),
                Expected.CONFLICTING,
                "5.2 months by the default, from 0.2 to 7.9 by other definitions.",
                by="openness",
                said=Said(2.7, 3.3, Unit.MONTHS, Hedge.ABOUT),
                clause="目前开放模型比封闭模型只慢三个月上下",
            ),
        ),
    ),
    Written(
        "稀宇科技MiniMax M3的输入价为每百万Token 0.3美元，只有GPT-5.4的八分之一。",
        dt.date(2026, 7, 26),
        "zh-Hans",
        (
            Claim(
                Frame.PRICE,
                ("minimax-m3", "minimax"),
                ("token_price",),
                Expected.SUPPORTED,
                "The maker's list price of tokens read.",
                by="model",
                said=Said(0.25, 0.35, Unit.USD_PER_MTOK, Hedge.EXACT),
                clause="MiniMax M3的输入价为每百万Token 0.3美元",
            ),
            Claim(
                Frame.PRICE,
                ("minimax-m3", "gpt-5.4"),
                ("token_price",),
                Expected.SUPPORTED,
                "0.30 dollars against 2.50.",
                by="model",
                said=Said(0.1125, 0.1375, Unit.TIMES, Hedge.EXACT),
                clause="只有GPT-5.4的八分之一",
            ),
        ),
    ),
    Written(
        "阿联酋最强模型的能力得分已经反超中国，当地媒体如此宣称。",
        dt.date(2026, 8, 14),
        "zh-Hans",
        (
            Claim(
                Frame.COMPARISON,
                ("AE", "CN"),
                ("capability",),
                Expected.REFUTED,
                "111 points against 157.",
                by="country",
                clause="阿联酋最强模型的能力得分已经反超中国",
            ),
        ),
    ),
    Written(
        "DeepSeek-V3.2的官方输出价为每百万Token 3元，一年间降了约七成。",
        dt.date(2026, 7, 24),
        "zh-Hans",
        (
            Claim(
                Frame.PRICE,
                ("deepseek-v3.2", "deepseek"),
                ("token_price",),
                Expected.NOT_ENOUGH,
                "No list in yuan is held.",
                by="model",
                said=Said(2.5, 3.5, Unit.CNY_PER_MTOK, Hedge.EXACT),
                clause="DeepSeek-V3.2的官方输出价为每百万Token 3元",
            ),
        ),
    ),
)
