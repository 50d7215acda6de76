"""Sentences in traditional Chinese of the second half to develop with.

Many of them are false: they were written to be checked.
"""

from __future__ import annotations

import datetime as dt

from tests.claims.checking.labelled import Claim, Expected, Frame, Said, Unjudged, Written, between, month, on, year
from weighbridge.quantity import Hedge, Unit

SENTENCES = (
    Written(
        "阿里巴巴旗下的千問家族,上月在Ollama的拉取次數已壓過Llama,躍居第一。",
        dt.date(2026, 8, 6),
        "zh-Hant",
        (
            Claim(
                Frame.COMPARISON,
                ("qwen", "llama", "ollama"),
                ("pull_share",),
                Expected.SUPPORTED,
                "28 % of the pulls of July against 13.",
                by="family",
                days=month("2026-07"),
                clause="上月在Ollama的拉取次數已壓過Llama",
            ),
            Claim(
                Frame.LEAD,
                ("qwen", "ollama"),
                ("pull_share",),
                Expected.SUPPORTED,
                "28 % of the pulls of July, the next family has 18.",
                by="family",
                days=month("2026-07"),
                said=Said(1, 1, Unit.RANK, Hedge.EXACT),
                clause="躍居第一",
            ),
        ),
    ),
    Written(
        "去年1月26日,DeepSeek的應用程式擠下ChatGPT,登上美國App Store免費榜冠軍。",
        dt.date(2026, 2, 3),
        "zh-Hant",
        (
            Claim(
                Frame.LEAD,
                ("deepseek", "openai", "app-store"),
                ("events",),
                Expected.SUPPORTED,
                "First among free iPhone apps from that day.",
                days=on("2025-01-26"),
                nuance="A rank of recent velocity; no. 14 on Google Play.",
            ),
        ),
    ),
    Written(
        "同樣能力的模型,美國業者的開價平均是中國同業的兩倍以上。",
        dt.date(2026, 7, 28),
        "zh-Hant",
        (
            Claim(
                Frame.PRICE,
                ("US", "CN"),
                ("price_gap",),
                Expected.SUPPORTED,
                "Four times, 2.5 at the least under any choice.",
                by="country",
                said=Said(2, None, Unit.TIMES, Hedge.OVER),
            ),
        ),
    ),
    Written(
        "韓國LG推出的K-EXAONE,在OpenRouter的流量占比已逾三成。",
        dt.date(2026, 8, 20),
        "zh-Hant",
        (
            Claim(
                Frame.SHARE,
                ("k-exaone", "lg-ai", "KR", "openrouter"),
                ("token_share",),
                Expected.REFUTED,
                "All Korean models together have at most 7 %.",
                by="model",
                said=Said(0.3, None, Unit.SHARE, Hedge.OVER),
            ),
        ),
    ),
    Written(
        "ATOM計畫統計,截至今年3月,全球開放模型累計下載超過20億次,當中千問一家就有近9.5億次。",
        dt.date(2026, 4, 11),
        "zh-Hant",
        (
            Claim(
                Frame.LEVEL,
                ("open", "atom-project"),
                ("events", "download_total"),
                Expected.SUPPORTED,
                "2.04 billion, as published.",
                by="openness",
                days=month("2026-03"),
                said=Said(2e9, None, Unit.DOWNLOADS, Hedge.OVER),
                clause="全球開放模型累計下載超過20億次",
            ),
            Claim(
                Frame.LEVEL,
                ("qwen",),
                ("events", "download_total"),
                Expected.SUPPORTED,
                "942.1 million, as published.",
                by="family",
                days=month("2026-03"),
                said=Said(8.55e8, 9.5e8, Unit.DOWNLOADS, Hedge.NEARLY),
                clause="千問一家就有近9.5億次",
            ),
        ),
    ),
    Written(
        "阿聯酋的模型在能力指數上落後美國超過30分,差距仍然懸殊。",
        dt.date(2026, 8, 13),
        "zh-Hant",
        (
            Claim(
                Frame.COMPARISON,
                ("AE", "US"),
                ("capability",),
                Expected.SUPPORTED,
                "50 points, and 38 at the least under any choice.",
                by="country",
                said=Said(30, None, Unit.POINTS, Hedge.OVER),
                clause="阿聯酋的模型在能力指數上落後美國超過30分",
            ),
        ),
    ),
    Written(
        "Cursor今年3月證實,新一代程式模型Composer 2其實是以月之暗面的Kimi K2.5為底座。",
        dt.date(2026, 3, 30),
        "zh-Hant",
        (
            Claim(
                Frame.ADOPTION,
                ("cursor", "kimi-k2.5", "moonshot-ai"),
                ("evidence",),
                Expected.SUPPORTED,
                "The company confirmed it that month.",
                days=month("2026-03"),
                nuance="After users had found it out.",
            ),
        ),
    ),
    Written(
        "不論以何種定義計算,中國模型與美國的差距都不到兩個月。",
        dt.date(2026, 8, 14),
        "zh-Hant",
        (
            Claim(
                Frame.LAG,
                ("CN", "US"),
                ("capability_lag",),
                Expected.REFUTED,
                "5.2 months by the default, 3.6 at the least; only single definitions give less.",
                by="country",
                said=Said(None, 2, Unit.MONTHS, Hedge.UNDER),
            ),
        ),
    ),
    Written(
        "早在2021年,中國模型就包辦了OpenRouter約一半的Token。",
        dt.date(2026, 6, 11),
        "zh-Hant",
        (
            Claim(
                Frame.SHARE,
                ("CN", "openrouter"),
                ("token_share",),
                Expected.NOT_ENOUGH,
                "The data begin years later.",
                by="country",
                said=Said(0.45, 0.55, Unit.SHARE, Hedge.ABOUT),
                days=year(2021),
            ),
        ),
    ),
    Written(
        "今年2月9日當週,中國模型在OpenRouter的用量首度超越美國,為4.12兆對2.94兆。",
        dt.date(2026, 2, 24),
        "zh-Hant",
        (
            Claim(
                Frame.COMPARISON,
                ("CN", "US", "openrouter"),
                ("events", "token_share"),
                Expected.SUPPORTED,
                "As published of that week.",
                by="country",
                days=between("2026-02-09", "2026-02-15"),
                clause="中國模型在OpenRouter的用量首度超越美國",
            ),
            Claim(
                Frame.LEVEL,
                ("CN", "openrouter"),
                ("events", "token_share"),
                Expected.SUPPORTED,
                "As published of that week.",
                by="country",
                days=between("2026-02-09", "2026-02-15"),
                said=Said(4.115e12, 4.125e12, Unit.TOKENS, Hedge.EXACT),
                clause="4.12兆",
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
                clause="2.94兆",
            ),
        ),
    ),
)

UNJUDGED = (
    Written("依我看,封閉模型的護城河其實比外界想像的深。", dt.date(2026, 8, 2), "zh-Hant", unjudged=Unjudged.OPINION),
    Written(
        "颱風逼近,展館週四提早兩小時閉館,場外排隊的人潮逾三百人。",
        dt.date(2026, 8, 2),
        "zh-Hant",
        unjudged=Unjudged.OTHER,
    ),
)
