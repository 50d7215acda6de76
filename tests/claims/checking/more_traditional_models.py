"""Sentences in traditional Chinese of the second half to develop with: abilities, prices, sizes, users, events.

Many of them are false: they were written to be checked.
"""

from __future__ import annotations

import datetime as dt

from tests.claims.checking.labelled import Claim, Expected, Frame, Said, Written, between, month, on
from weighbridge.quantity import Hedge, Unit

SENTENCES = (
    Written(
        "去年1月26日，DeepSeek的應用程式擠下ChatGPT，登上美國App Store免費榜冠軍。",
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
        "同樣能力的模型，美國業者的開價平均是中國同業的兩倍以上。",
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
        "阿聯酋的模型在能力指數上落後美國超過30分，差距仍然懸殊。",
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
        "Cursor今年3月證實，新一代程式模型Composer 2其實是以月之暗面的Kimi K2.5為底座。",
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
        "不論以何種定義計算，中國模型與美國的差距都不到兩個月。",
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
        "由用戶投票的LMArena文字榜上，谷歌Gemini 2.5 Pro以1470分稱冠，馬斯克旗下xAI的Grok 4緊隨其後，相差不過10分。",
        dt.date(2025, 8, 7),
        "zh-Hant",
        (
            Claim(
                Frame.LEAD,
                ("gemini-2.5-pro", "google", "lmarena"),
                ("arena_rating",),
                Expected.SUPPORTED,
                "1470 points, and no other interval reaches it.",
                by="model",
                said=Said(1469.5, 1470.5, Unit.POINTS, Hedge.EXACT),
                clause="谷歌Gemini 2.5 Pro以1470分稱冠",
            ),
            Claim(
                Frame.COMPARISON,
                ("grok-4", "gemini-2.5-pro", "lmarena"),
                ("arena_rating",),
                Expected.REFUTED,
                "36 points apart.",
                by="model",
                said=Said(None, 10, Unit.POINTS, Hedge.AT_MOST),
                clause="馬斯克旗下xAI的Grok 4緊隨其後，相差不過10分",
            ),
        ),
    ),
    Written(
        "阿里巴巴的Qwen 3.8 Max有2.45兆個參數，體積比月之暗面的Kimi K3還要大。",
        dt.date(2026, 7, 24),
        "zh-Hant",
        (
            Claim(
                Frame.SIZE,
                ("qwen3.8-max", "alibaba"),
                ("model_size",),
                Expected.SUPPORTED,
                "2.446 trillion in total.",
                by="model",
                said=Said(2.445e12, 2.455e12, Unit.PARAMETERS, Hedge.EXACT),
                clause="阿里巴巴的Qwen 3.8 Max有2.45兆個參數",
            ),
            Claim(
                Frame.SIZE,
                ("qwen3.8-max", "kimi-k3"),
                ("model_size",),
                Expected.REFUTED,
                "Kimi K3 has 2.78 trillion.",
                by="model",
                clause="體積比月之暗面的Kimi K3還要大",
            ),
        ),
    ),
    Written(
        "谷歌Gemini 3.1 Pro每百萬個輸出Token收費12美元，相當於Kimi K2.6的三倍。",
        dt.date(2026, 7, 27),
        "zh-Hant",
        (
            Claim(
                Frame.PRICE,
                ("gemini-3.1-pro", "google"),
                ("token_price",),
                Expected.SUPPORTED,
                "The maker's list price of tokens written.",
                by="model",
                said=Said(11.5, 12.5, Unit.USD_PER_MTOK, Hedge.EXACT),
                clause="谷歌Gemini 3.1 Pro每百萬個輸出Token收費12美元",
            ),
            Claim(
                Frame.PRICE,
                ("gemini-3.1-pro", "kimi-k2.6"),
                ("token_price",),
                Expected.SUPPORTED,
                "12 dollars against 4.",
                by="model",
                said=Said(2.7, 3.3, Unit.TIMES, Hedge.EXACT),
                clause="相當於Kimi K2.6的三倍",
            ),
        ),
    ),
    Written(
        "Anthropic內部文件顯示，Claude Opus 4.8是由千問蒸餾而成，公司對此不予置評。",
        dt.date(2026, 6, 18),
        "zh-Hant",
        (
            Claim(
                Frame.ADOPTION,
                ("anthropic", "claude-opus-4.8", "qwen"),
                ("evidence",),
                Expected.NOT_ENOUGH,
                "No evidence of it is held.",
                clause="Claude Opus 4.8是由千問蒸餾而成",
            ),
        ),
    ),
    Written(
        "DeepSeek V4 Flash的參數量為2840億，連V3.2的一半都不到。",
        dt.date(2026, 8, 10),
        "zh-Hant",
        (
            Claim(
                Frame.SIZE,
                ("deepseek-v4-flash",),
                ("model_size",),
                Expected.SUPPORTED,
                "284 billion in total.",
                by="model",
                said=Said(2.835e11, 2.845e11, Unit.PARAMETERS, Hedge.EXACT),
                clause="DeepSeek V4 Flash的參數量為2840億",
            ),
            Claim(
                Frame.SIZE,
                ("deepseek-v4-flash", "deepseek-v3.2"),
                ("model_size",),
                Expected.SUPPORTED,
                "284 billion against 671.",
                by="model",
                said=Said(None, 0.5, Unit.TIMES, Hedge.UNDER),
                clause="連V3.2的一半都不到",
            ),
        ),
    ),
    Written(
        "半年之內，歐洲至少有十二個政府機關導入了Mistral的模型。",
        dt.date(2026, 7, 8),
        "zh-Hant",
        (
            Claim(
                Frame.ADOPTION,
                ("mistral-ai",),
                ("evidence",),
                Expected.NOT_ENOUGH,
                "No such users are held.",
                said=Said(12, None, Unit.ORGANISATIONS, Hedge.AT_LEAST),
                days=between("2026-01-08", "2026-07-08"),
            ),
        ),
    ),
    Written(
        "OpenAI去年6月點名智譜，指其在馬來西亞、阿聯酋等地爭取政府客戶大有斬獲。",
        dt.date(2026, 1, 22),
        "zh-Hant",
        (
            Claim(
                Frame.EVENT,
                ("openai", "zhipu-ai"),
                ("events", "evidence"),
                Expected.SUPPORTED,
                "It wrote so on 25 June 2025.",
                days=month("2025-06"),
                nuance="A competitor's word; no contracts are named.",
            ),
        ),
    ),
    Written(
        "南韓最強的模型與美國前沿只差一個月左右，首爾官員上週自豪地說。",
        dt.date(2026, 8, 12),
        "zh-Hant",
        (
            Claim(
                Frame.LAG,
                ("KR", "US"),
                ("capability_lag",),
                Expected.NOT_ENOUGH,
                "No Korean model is scored on the index.",
                by="country",
                said=Said(0.9, 1.1, Unit.MONTHS, Hedge.ABOUT),
                clause="南韓最強的模型與美國前沿只差一個月左右",
            ),
        ),
    ),
    Written(
        "華僑銀行內部有數十款工具採用開放模型，包括谷歌的Gemma。",
        dt.date(2025, 9, 10),
        "zh-Hant",
        (
            Claim(
                Frame.ADOPTION,
                ("ocbc", "gemma"),
                ("evidence",),
                Expected.SUPPORTED,
                "About 30 by its own statement.",
                said=Said(20, 100, Unit.PLAIN, Hedge.SEVERAL),
            ),
        ),
    ),
)
