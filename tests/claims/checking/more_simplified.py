"""Sentences in simplified Chinese of the second half to develop with.

Many of them are false: they were written to be checked.
"""

from __future__ import annotations

import datetime as dt

from tests.claims.checking.labelled import Claim, Expected, Frame, Said, Unjudged, Written, between, month, on
from weighbridge.quantity import Hedge, Unit

SENTENCES = (
    Written(
        "最近一周,OpenRouter平台逾半数的Token消耗来自中国大模型。",
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
        "在OpenRouter的厂商排行中,深度求索高居榜首,调用量占比超过两成。",
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
                clause="在OpenRouter的厂商排行中,深度求索高居榜首",
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
        "截至今年3月,Llama系列的累计下载量已逼近20亿次,遥遥领先于千问。",
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
        "被业界视为标杆的GPT-5.5,每百万输出Token要价30美元;而智谱GLM-5.2的同类报价不到5美元。",
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
                clause="GPT-5.5,每百万输出Token要价30美元",
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
        "月之暗面今年7月开放权重的Kimi K3,参数规模高达2.78万亿,是前代K2.6的近三倍。",
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
        "法国Mistral的模型在Ollama上的拉取占比至多一成,难与中美抗衡。",
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
        "以衡量综合能力的指数计,美国最强模型目前仍比中国最强模型高出至少3分。",
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
        "西门子首席执行官表示,用中国开放模型训练公司自己的工业模型,看不出有什么坏处。",
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
        "美国总统去年12月8日宣布,英伟达可以向中国出售最先进的Blackwell芯片。",
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
        "据一家研究机构估算,德国政府部门的AI调用中约有三分之一流向DeepSeek。",
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
)

UNJUDGED = (
    Written("开源模型究竟是公共品,还是巨头的获客手段?", dt.date(2026, 8, 2), "zh-Hans", unjudged=Unjudged.QUESTION),
    Written(
        "他预计,两年之内国产芯片将承担大部分训练任务。", dt.date(2026, 8, 2), "zh-Hans", unjudged=Unjudged.PREDICTION
    ),
)
