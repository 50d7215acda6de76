"""Sentences in traditional Chinese of the second half to develop with: tokens, pulls, downloads and derivatives.

Many of them are false: they were written to be checked.
"""

from __future__ import annotations

import datetime as dt

from tests.claims.checking.labelled import Claim, Expected, Frame, Said, Written, between, month, year
from weighbridge.quantity import Hedge, Unit

SENTENCES = (
    Written(
        "阿里巴巴旗下的千問家族，上月在Ollama的拉取次數已壓過Llama，躍居第一。",
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
        "韓國LG推出的K-EXAONE，在OpenRouter的流量占比已逾三成。",
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
        "ATOM計畫統計，截至今年3月，全球開放模型累計下載超過20億次，當中千問一家就有近9.5億次。",
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
        "早在2021年，中國模型就包辦了OpenRouter約一半的Token。",
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
        "今年2月9日當週，中國模型在OpenRouter的用量首度超越美國，為4.12兆對2.94兆。",
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
    Written(
        "累計下載量方面，中國開放模型早在去年夏天便已反超美國。",
        dt.date(2026, 1, 16),
        "zh-Hant",
        (
            Claim(
                Frame.COMPARISON,
                ("CN", "US"),
                ("events", "download_total"),
                Expected.SUPPORTED,
                "Crossed in the summer of 2025 by the ATOM Project's list.",
                by="country",
                days=between("2025-06-01", "2025-08-31"),
            ),
        ),
    ),
    Written(
        "5月份，Ollama過半數的拉取都落在中國模型身上。",
        dt.date(2026, 6, 9),
        "zh-Hant",
        (
            Claim(
                Frame.SHARE,
                ("CN", "ollama"),
                ("pull_share",),
                Expected.SUPPORTED,
                "54.6 % of the month's pulls.",
                by="country",
                days=month("2026-05"),
                said=Said(0.5, None, Unit.SHARE, Hedge.OVER),
            ),
        ),
    ),
    Written(
        "千問在OpenRouter一馬當先，是最多人用的模型家族。",
        dt.date(2026, 8, 21),
        "zh-Hant",
        (
            Claim(
                Frame.LEAD,
                ("qwen", "openrouter"),
                ("token_share",),
                Expected.REFUTED,
                "DeepSeek leads with at least 24 %; Alibaba's models have at most 7.",
                by="family",
            ),
        ),
    ),
    Written(
        "去年7月以來，中國模型在Ollama每月拉取量的占比，由不足三成攀升至三成以上。",
        dt.date(2026, 8, 21),
        "zh-Hant",
        (
            Claim(
                Frame.GROWTH,
                ("CN", "ollama"),
                ("pull_share",),
                Expected.SUPPORTED,
                "From 24 to 42 %, 35 at the least.",
                by="country",
                said=Said(0.3, None, Unit.SHARE, Hedge.OVER),
                days=between("2025-07-01", "2026-08-21"),
            ),
        ),
    ),
)
