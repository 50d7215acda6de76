"""Sentences written for the purpose in traditional Chinese: the half that is held out. Do not read it while developing.

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
        "據知情人士說,華僑銀行的內部工具清一色採用中國模型。",
        dt.date(2025, 8, 19),
        "zh-Hant",
        (
            Claim(
                Frame.ADOPTION,
                ("ocbc", "CN"),
                ("evidence",),
                Expected.REFUTED,
                "Google's Gemma is one of them.",
            ),
        ),
        held_out=True,
    ),
    Written(
        "直到三月下旬,中國模型在OpenRouter上的用量才首度超越美國。",
        dt.date(2026, 3, 27),
        "zh-Hant",
        (
            Claim(
                Frame.COMPARISON,
                ("CN", "US", "openrouter"),
                ("events", "token_share"),
                Expected.REFUTED,
                "They were ahead in the week from 9 February already.",
                by="country",
                days=between("2026-03-21", "2026-03-31"),
            ),
        ),
        held_out=True,
    ),
    Written(
        "以千問為基礎的衍生模型至今還不到一萬個。",
        dt.date(2026, 8, 20),
        "zh-Hant",
        (
            Claim(
                Frame.LEVEL,
                ("qwen",),
                ("events", "derivative_total"),
                Expected.REFUTED,
                "Every published count is above 100,000.",
                by="family",
                said=Said(None, 10_000, Unit.DERIVATIVES, Hedge.UNDER),
                nuance="A feed of new repositories alone shows a few thousand of them.",
            ),
        ),
        held_out=True,
    ),
    Written(
        "美國最強模型的能力指數比中國最強的至少高出3分。",
        dt.date(2026, 8, 15),
        "zh-Hant",
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
        held_out=True,
    ),
    Written(
        "一份電子報稱,Cognition已承認旗下SWE-1.5是以智譜的GLM為底座訓練的。",
        dt.date(2025, 11, 8),
        "zh-Hant",
        (
            Claim(
                Frame.ADOPTION,
                ("cognition", "glm", "zhipu-ai"),
                ("evidence",),
                Expected.NOT_ENOUGH,
                "It named no base; others inferred one.",
            ),
        ),
        held_out=True,
    ),
    Written(
        "OpenRouter的年度報告說,中國開放模型全年平均約占13%,而2024年底有一週只占1.2%。",
        dt.date(2025, 12, 20),
        "zh-Hant",
        (
            Claim(
                Frame.SHARE,
                ("CN", "open", "openrouter"),
                ("events", "token_share"),
                Expected.SUPPORTED,
                "13.0 % as published.",
                by="country",
                said=Said(0.117, 0.143, Unit.SHARE, Hedge.ABOUT),
                clause="中國開放模型全年平均約占13%",
            ),
            Claim(
                Frame.SHARE,
                ("CN", "open", "openrouter"),
                ("events", "token_share"),
                Expected.SUPPORTED,
                "As published of one week.",
                by="country",
                said=Said(0.0115, 0.0125, Unit.SHARE, Hedge.EXACT),
                days=between("2024-10-01", "2024-12-31"),
                clause="2024年底有一週只占1.2%",
            ),
        ),
        held_out=True,
    ),
    Written(
        "同等能力下,中國模型比美國模型便宜九成。",
        dt.date(2026, 7, 27),
        "zh-Hant",
        (
            Claim(
                Frame.PRICE,
                ("CN", "US"),
                ("price_gap",),
                Expected.REFUTED,
                "Cheaper by 68 to 82 %.",
                by="country",
                said=Said(0.85, 0.95, Unit.SHARE, Hedge.EXACT),
            ),
        ),
        held_out=True,
    ),
    Written(
        "美國商務部旗下CAISI的評測認為,DeepSeek V4 Pro落後美國前沿約8個月。",
        dt.date(2026, 5, 12),
        "zh-Hant",
        (
            Claim(
                Frame.LAG,
                ("deepseek-v4-pro", "US"),
                ("events", "capability_lag"),
                Expected.SUPPORTED,
                "That is what the evaluation says.",
                said=Said(7.2, 8.8, Unit.MONTHS, Hedge.ABOUT),
                nuance="The choice of benchmarks is the largest uncertainty.",
            ),
        ),
        held_out=True,
    ),
    Written(
        "GLM-4.5在LMArena文字榜上排名第二,僅次於谷歌。",
        dt.date(2025, 8, 5),
        "zh-Hant",
        (
            Claim(
                Frame.LEAD,
                ("glm-4.5", "lmarena"),
                ("arena_rating",),
                Expected.NOT_ENOUGH,
                "Its interval overlaps those of seven others: the place is not decided.",
                by="model",
                said=Said(2, 2, Unit.RANK, Hedge.EXACT),
            ),
        ),
        held_out=True,
    ),
)

UNJUDGED = (
    Written(
        "坦白說,排行榜從來說明不了什麼。", dt.date(2026, 8, 1), "zh-Hant", unjudged=Unjudged.OPINION, held_out=True
    ),
    Written(
        "美國為什麼會在開放模型上失了先手?", dt.date(2026, 8, 1), "zh-Hant", unjudged=Unjudged.QUESTION, held_out=True
    ),
    Written(
        "他大學念的是物理,後來轉行當了記者。", dt.date(2026, 8, 1), "zh-Hant", unjudged=Unjudged.OTHER, held_out=True
    ),
)
