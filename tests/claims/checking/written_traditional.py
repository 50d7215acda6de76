"""Sentences written for the purpose in traditional Chinese, each with its day: the half to develop with.

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
    year,
)
from weighbridge.quantity import Hedge, Unit

SENTENCES = (
    Written(
        "新加坡華僑銀行約有30個內部工具建立在開放模型上,Gemma、千問與DeepSeek都在其中。",
        dt.date(2025, 8, 18),
        "zh-Hant",
        (
            Claim(
                Frame.ADOPTION,
                ("ocbc", "gemma", "qwen", "deepseek"),
                ("evidence",),
                Expected.SUPPORTED,
                "By its own statement of that month.",
                said=Said(27, 33, Unit.PLAIN, Hedge.ABOUT),
            ),
        ),
    ),
    Written(
        "2月9日至15日那一週,中國模型在OpenRouter上處理了4.12兆個Token,美國模型只有2.94兆個。",
        dt.date(2026, 2, 21),
        "zh-Hant",
        (
            Claim(
                Frame.LEVEL,
                ("CN", "openrouter"),
                ("events", "token_share"),
                Expected.SUPPORTED,
                "As published of that week.",
                by="country",
                days=between("2026-02-09", "2026-02-15"),
                said=Said(4.115e12, 4.125e12, Unit.TOKENS, Hedge.EXACT),
                clause="中國模型在OpenRouter上處理了4.12兆個Token",
            ),
            Claim(
                Frame.LEVEL,
                ("US", "openrouter"),
                ("events", "token_share"),
                Expected.SUPPORTED,
                "As published of that week.",
                by="country",
                days=between("2026-02-09", "2026-02-15"),
                said=Said(2.935e12, 2.945e12, Unit.TOKENS, Hedge.EXACT),
                clause="美國模型只有2.94兆個",
            ),
        ),
    ),
    Written(
        "在Hugging Face上,每十個新問世的語言模型就有超過四個出自千問。",
        dt.date(2026, 8, 23),
        "zh-Hant",
        (
            Claim(
                Frame.SHARE,
                ("qwen", "hugging-face"),
                ("derivative_share",),
                Expected.CONFLICTING,
                "Over half of those that state a parent; less by other denominators.",
                by="family",
                said=Said(0.4, None, Unit.SHARE, Hedge.OVER),
                nuance="The denominator decides.",
            ),
        ),
    ),
    Written(
        "按Epoch的指數,中國模型已領先美國20分以上。",
        dt.date(2026, 8, 15),
        "zh-Hant",
        (
            Claim(
                Frame.LEAD,
                ("CN", "US"),
                ("capability",),
                Expected.REFUTED,
                "They are nearly five points behind.",
                by="country",
                said=Said(20, None, Unit.POINTS, Hedge.OVER),
            ),
        ),
    ),
    Written(
        "北部一家醫院的客服機器人已全面改用Kimi K2,院方週二證實。",
        dt.date(2026, 1, 30),
        "zh-Hant",
        (
            Claim(
                Frame.ADOPTION,
                ("kimi-k2",),
                ("evidence",),
                Expected.NOT_ENOUGH,
                "No such user is held.",
                days=between("2026-01-27", "2026-01-27"),
            ),
        ),
    ),
    Written(
        "過去一年裡,OpenRouter的流量平均有近三成由中國開放模型承擔。",
        dt.date(2025, 12, 22),
        "zh-Hant",
        (
            Claim(
                Frame.SHARE,
                ("CN", "open", "openrouter"),
                ("events", "token_share"),
                Expected.REFUTED,
                "13.0 % on average; near 30 % is the peak of single weeks.",
                by="country",
                said=Said(0.27, 0.3, Unit.SHARE, Hedge.NEARLY),
                days=between("2024-12-22", "2025-12-22"),
                nuance="The peak is printed as the level.",
            ),
        ),
    ),
    Written(
        "把能力相當的模型逐一對照,中國模型的價格平均還不到美國模型的一半。",
        dt.date(2026, 7, 27),
        "zh-Hant",
        (
            Claim(
                Frame.PRICE,
                ("CN", "US"),
                ("price_gap",),
                Expected.SUPPORTED,
                "About a quarter, a third at the most.",
                by="country",
                said=Said(None, 0.5, Unit.TIMES, Hedge.UNDER),
            ),
        ),
    ),
    Written(
        "Meta今年4月推出的Llama 4 Maverick有4000億參數,規模是Kimi K2的兩倍。",
        dt.date(2025, 10, 30),
        "zh-Hant",
        (
            Claim(
                Frame.EVENT,
                ("llama-4-maverick", "meta"),
                ("events",),
                Expected.SUPPORTED,
                "On 5 April 2025.",
                days=month("2025-04"),
                clause="Meta今年4月推出的Llama 4 Maverick",
            ),
            Claim(
                Frame.SIZE,
                ("llama-4-maverick",),
                ("model_size",),
                Expected.SUPPORTED,
                "400 billion in total.",
                by="model",
                said=Said(3.95e11, 4.05e11, Unit.PARAMETERS, Hedge.EXACT),
                clause="Llama 4 Maverick有4000億參數",
            ),
            Claim(
                Frame.SIZE,
                ("llama-4-maverick", "kimi-k2"),
                ("model_size",),
                Expected.REFUTED,
                "Kimi K2 has a trillion: it is the other that is smaller.",
                by="model",
                said=Said(1.8, 2.2, Unit.TIMES, Hedge.EXACT),
                clause="規模是Kimi K2的兩倍",
            ),
        ),
    ),
    Written(
        "早在2020年,中國模型就已占Ollama拉取次數的15%。",
        dt.date(2026, 6, 20),
        "zh-Hant",
        (
            Claim(
                Frame.SHARE,
                ("CN", "ollama"),
                ("pull_share",),
                Expected.NOT_ENOUGH,
                "The data begin in 2025.",
                by="country",
                said=Said(0.145, 0.155, Unit.SHARE, Hedge.EXACT),
                days=year(2020),
            ),
        ),
    ),
    Written(
        "過去一年間,Llama在Ollama每月拉取量中的占比翻了一倍。",
        dt.date(2026, 8, 21),
        "zh-Hant",
        (
            Claim(
                Frame.GROWTH,
                ("llama", "ollama"),
                ("pull_share",),
                Expected.REFUTED,
                "It fell from 21 to 13 %.",
                by="family",
                said=Said(1.8, 2.2, Unit.TIMES, Hedge.EXACT),
                days=between("2025-08-21", "2026-08-21"),
            ),
        ),
    ),
)

UNJUDGED = (
    Written(
        "會議週三在杭州落幕,約有兩千人到場,晚宴上還請來了評彈演員。",
        dt.date(2026, 8, 1),
        "zh-Hant",
        unjudged=Unjudged.OTHER,
    ),
    Written("分析師預期,Llama明年將重新奪回第一。", dt.date(2026, 8, 1), "zh-Hant", unjudged=Unjudged.PREDICTION),
)
