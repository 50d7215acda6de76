"""Sentences in traditional Chinese in the plain words of newspapers: a third set to develop with.

Many of them are false: they were written to be checked.
"""

from __future__ import annotations

import datetime as dt

from tests.claims.checking.labelled import Claim, Expected, Frame, Said, Unjudged, Written, between, month, on
from weighbridge.quantity import Hedge, Unit

SENTENCES = (
    Written(
        "OpenRouter最新統計顯示，DeepSeek近一週的Token用量市占率逾兩成，高於Anthropic。",
        dt.date(2026, 8, 22),
        "zh-Hant",
        (
            Claim(
                Frame.SHARE,
                ("deepseek", "openrouter"),
                ("token_share",),
                Expected.SUPPORTED,
                "24.1 to 30.3 %.",
                by="organisation",
                said=Said(0.2, None, Unit.SHARE, Hedge.OVER),
                days=between("2026-08-15", "2026-08-21"),
                clause="DeepSeek近一週的Token用量市占率逾兩成",
            ),
            Claim(
                Frame.COMPARISON,
                ("deepseek", "anthropic", "openrouter"),
                ("token_share",),
                Expected.SUPPORTED,
                "24.1 % at the least against 13.0 at the most.",
                by="organisation",
                days=between("2026-08-15", "2026-08-21"),
                clause="高於Anthropic",
            ),
        ),
    ),
    Written(
        "加拿大業者的模型目前在OpenRouter的市占率達三成。",
        dt.date(2026, 8, 21),
        "zh-Hant",
        (
            Claim(
                Frame.SHARE,
                ("CA", "openrouter"),
                ("token_share",),
                Expected.REFUTED,
                "0.3 to 6.4 %, and 7 at the most under any choice.",
                by="country",
                said=Said(0.25, 0.35, Unit.SHARE, Hedge.EXACT),
            ),
        ),
    ),
    Written(
        "截至今年8月，Hugging Face平台上的模型數量已達296萬個。",
        dt.date(2026, 8, 24),
        "zh-Hant",
        (
            Claim(
                Frame.LEVEL,
                ("hugging-face",),
                ("events",),
                Expected.SUPPORTED,
                "2.96 million, as published.",
                said=Said(2.955e6, 2.965e6, Unit.MODELS, Hedge.EXACT),
                days=month("2026-08"),
            ),
        ),
    ),
    Written(
        "輝達執行長黃仁勳去年5月在財報會議上，將千問與DeepSeek列為最佳開放模型之一。",
        dt.date(2026, 2, 26),
        "zh-Hant",
        (
            Claim(
                Frame.EVENT,
                ("jensen-huang", "nvidia", "qwen", "deepseek"),
                ("events",),
                Expected.SUPPORTED,
                "He named both on 28 May 2025.",
                days=month("2025-05"),
            ),
        ),
    ),
    Written(
        "Google以1470分登上LMArena文字排行榜榜首，領先xAI逾20分。",
        dt.date(2025, 8, 6),
        "zh-Hant",
        (
            Claim(
                Frame.LEAD,
                ("google", "lmarena"),
                ("arena_rating",),
                Expected.SUPPORTED,
                "1470 points, and no other interval reaches it.",
                by="organisation",
                clause="Google以1470分登上LMArena文字排行榜榜首",
            ),
            Claim(
                Frame.COMPARISON,
                ("google", "xai", "lmarena"),
                ("arena_rating",),
                Expected.SUPPORTED,
                "36 points apart, 29 at the least.",
                by="organisation",
                said=Said(20, None, Unit.POINTS, Hedge.OVER),
                clause="領先xAI逾20分",
            ),
        ),
    ),
    Written(
        "馬斯克旗下xAI去年7月推出Grok 4，每百萬輸出token收費15美元。",
        dt.date(2026, 7, 27),
        "zh-Hant",
        (
            Claim(
                Frame.EVENT,
                ("grok-4", "xai"),
                ("events",),
                Expected.SUPPORTED,
                "Released on 9 July 2025.",
                days=month("2025-07"),
                clause="馬斯克旗下xAI去年7月推出Grok 4",
            ),
            Claim(
                Frame.PRICE,
                ("grok-4", "xai"),
                ("token_price",),
                Expected.SUPPORTED,
                "The maker's list price of tokens written.",
                by="model",
                said=Said(14.5, 15.5, Unit.USD_PER_MTOK, Hedge.EXACT),
                clause="每百萬輸出token收費15美元",
            ),
        ),
    ),
    Written(
        "OpenAI的GPT-5於去年8月7日上線，輸入價格為每百萬token 5美元。",
        dt.date(2026, 7, 27),
        "zh-Hant",
        (
            Claim(
                Frame.EVENT,
                ("gpt-5", "openai"),
                ("events",),
                Expected.SUPPORTED,
                "Released that day.",
                days=on("2025-08-07"),
                clause="OpenAI的GPT-5於去年8月7日上線",
            ),
            Claim(
                Frame.PRICE,
                ("gpt-5", "openai"),
                ("token_price",),
                Expected.REFUTED,
                "The list price of tokens read is 1.25 dollars.",
                by="model",
                said=Said(4.5, 5.5, Unit.USD_PER_MTOK, Hedge.EXACT),
                clause="輸入價格為每百萬token 5美元",
            ),
        ),
    ),
    Written(
        "在OpenRouter用量前十大的開放模型中，中國模型的占比從2024年11月的2.8%升至今年1月的72.7%。",
        dt.date(2026, 4, 15),
        "zh-Hant",
        (
            Claim(
                Frame.GROWTH,
                ("CN", "open", "openrouter"),
                ("events", "token_share"),
                Expected.SUPPORTED,
                "Both ends as the ATOM Project published them.",
                by="country",
                said=Said(0.7265, 0.7275, Unit.SHARE, Hedge.EXACT),
                days=between("2024-11-01", "2026-01-31"),
                nuance="Of the ten most used open models, not of all tokens.",
            ),
        ),
    ),
    Written(
        "美國2022年10月開始管制先進AI晶片輸往中國，今年5月已全面取消管制。",
        dt.date(2026, 6, 4),
        "zh-Hant",
        (
            Claim(
                Frame.EVENT,
                ("us-government", "US", "CN"),
                ("events",),
                Expected.SUPPORTED,
                "The limits came that month.",
                days=month("2022-10"),
                clause="美國2022年10月開始管制先進AI晶片輸往中國",
            ),
            Claim(
                Frame.EVENT,
                ("us-government", "US", "CN"),
                ("events",),
                Expected.NOT_ENOUGH,
                "No such event is held.",
                days=month("2026-05"),
                clause="今年5月已全面取消管制",
            ),
        ),
    ),
    Written(
        "西門子執行長表示，不願使用中國開源模型訓練公司的工業模型。",
        dt.date(2026, 4, 2),
        "zh-Hant",
        (
            Claim(
                Frame.ADOPTION,
                ("siemens", "CN"),
                ("evidence",),
                Expected.REFUTED,
                "He said in March 2026 that he sees no drawback in it.",
            ),
        ),
    ),
    Written(
        "星展銀行的客服系統已全面改採千問，每年可省下數百萬美元。",
        dt.date(2026, 6, 18),
        "zh-Hant",
        (
            Claim(
                Frame.ADOPTION,
                ("qwen",),
                ("evidence",),
                Expected.NOT_ENOUGH,
                "No such user is held.",
                clause="星展銀行的客服系統已全面改採千問",
            ),
        ),
    ),
    Written(
        "研究機構Epoch AI今年5月指出，開放模型落後封閉模型約四個月。",
        dt.date(2026, 6, 1),
        "zh-Hant",
        (
            Claim(
                Frame.LAG,
                ("open", "closed"),
                ("events", "capability_lag"),
                Expected.SUPPORTED,
                "4 months, as published; about 6 by a stricter rule.",
                by="openness",
                said=Said(3.6, 4.4, Unit.MONTHS, Hedge.ABOUT),
                days=month("2026-05"),
            ),
        ),
    ),
    Written(
        "專家估計，中國AI模型目前落後美國至少一年半。",
        dt.date(2026, 8, 12),
        "zh-Hant",
        (
            Claim(
                Frame.LAG,
                ("CN", "US"),
                ("capability_lag",),
                Expected.REFUTED,
                "5.2 months, and 8.8 under the choice that gives the most.",
                by="country",
                said=Said(1.5, None, Unit.YEARS, Hedge.AT_LEAST),
            ),
        ),
    ),
    Written(
        "Meta的Llama 4 Scout參數量為1090億，是DeepSeek R1的兩倍。",
        dt.date(2025, 6, 12),
        "zh-Hant",
        (
            Claim(
                Frame.SIZE,
                ("llama-4-scout", "meta"),
                ("model_size",),
                Expected.SUPPORTED,
                "109 billion in total.",
                by="model",
                said=Said(1.085e11, 1.095e11, Unit.PARAMETERS, Hedge.EXACT),
                clause="Meta的Llama 4 Scout參數量為1090億",
            ),
            Claim(
                Frame.SIZE,
                ("llama-4-scout", "deepseek-r1"),
                ("model_size",),
                Expected.REFUTED,
                "109 billion against 671.",
                by="model",
                said=Said(1.8, 2.2, Unit.TIMES, Hedge.EXACT),
                clause="是DeepSeek R1的兩倍",
            ),
        ),
    ),
    Written(
        "今年7月，Google的Gemma在Ollama的拉取次數超越千問。",
        dt.date(2026, 8, 5),
        "zh-Hant",
        (
            Claim(
                Frame.COMPARISON,
                ("gemma", "qwen", "google", "ollama"),
                ("pull_share",),
                Expected.REFUTED,
                "18 % of the month's pulls against 28.",
                by="family",
                days=month("2026-07"),
            ),
        ),
    ),
)


UNJUDGED = (
    Written("台積電昨日收盤上漲15元，帶動大盤收紅。", dt.date(2026, 8, 4), "zh-Hant", unjudged=Unjudged.OTHER),
    Written("市場人士認為，開源策略是正確的選擇。", dt.date(2026, 8, 4), "zh-Hant", unjudged=Unjudged.OPINION),
    Written("下一波AI浪潮會由誰主導？", dt.date(2026, 8, 5), "zh-Hant", unjudged=Unjudged.QUESTION),
)
