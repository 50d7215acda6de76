"""Labels of a Chinese report of November 2025 on a column, in traditional characters with damaged quotation marks."""

from __future__ import annotations

import datetime as dt

from tests.claims.checking.labelled import (
    Article,
    Claim,
    Expected,
    Frame,
    InArticle,
    NotJudged,
    Said,
    Span,
    Unjudged,
    between,
    month,
    on,
    until,
)
from weighbridge.quantity import Hedge, Unit

EARLY_2024 = between("2024-01-01", "2024-04-30")

CLAIMS = (
    InArticle(
        (Span(343, 391, "管制"),),
        Claim(
            Frame.EVENT,
            ("US", "CN"),
            ("events",),
            Expected.SUPPORTED,
            "Rules on chips were tightened in 2025.",
            days=between("2024-11-10", "2025-11-10"),
            optional=True,
        ),
    ),
    InArticle(
        (Span(555, 580, "千問"),),
        Claim(
            Frame.EVENT,
            ("alibaba", "qwen"),
            ("events",),
            Expected.NOT_ENOUGH,
            "A picture's caption on a trade fair, of which nothing is held.",
            days=on("2025-09-24"),
            optional=True,
        ),
    ),
    InArticle(
        (Span(590, 737, "Kimi K2"),),
        Claim(
            Frame.ADOPTION,
            ("chamath-palihapitiya", "kimi-k2", "moonshot-ai"),
            ("evidence",),
            Expected.SUPPORTED,
            "The investor said it himself in a podcast of October 2025.",
            nuance="A remark; the firm is said to be his own, and is not named.",
        ),
    ),
    InArticle(
        (Span(738, 772, "便宜"),),
        Claim(
            Frame.PRICE,
            ("kimi-k2", "openai", "anthropic"),
            ("token_price", "price_gap"),
            Expected.SUPPORTED,
            "By list of that month a third of GPT-5's blended price and a sixth of Claude Sonnet 4.5's.",
            by="model",
            nuance="Their smallest models cost less.",
        ),
    ),
    InArticle(
        (Span(775, 864, "ChatGPT"),),
        Claim(
            Frame.ADOPTION,
            ("airbnb", "openai"),
            ("evidence",),
            Expected.NOT_ENOUGH,
            "Why it was left out is the speaker's reason; no entry is held.",
            optional=True,
        ),
    ),
    InArticle(
        (Span(866, 927, "十多"),),
        Claim(
            Frame.ADOPTION,
            ("airbnb", "qwen", "alibaba"),
            ("evidence",),
            Expected.SUPPORTED,
            "The chief executive's statement of October 2025 names 13 models and Qwen as the main one.",
            said=Said(10, None, Unit.MODELS, Hedge.OVER),
            nuance="OpenAI's and Google's are among the 13; by May 2026 mainly open models, American ones too.",
        ),
    ),
    InArticle(
        (Span(989, 1010, "增加"),),
        Claim(
            Frame.GROWTH,
            ("CN",),
            ("evidence",),
            Expected.NOT_ENOUGH,
            "No count of such cases exists.",
            optional=True,
        ),
    ),
    InArticle(
        (Span(1012, 1145, "千問3"),),
        Claim(
            Frame.ADOPTION,
            ("thinking-machines", "qwen3"),
            ("evidence",),
            Expected.SUPPORTED,
            "The laboratory says in its own blog that its research builds on that of the Qwen team.",
        ),
    ),
    InArticle(
        (Span(1190, 1222, "上月"),),
        Claim(
            Frame.EVENT,
            ("cursor",),
            ("events",),
            Expected.SUPPORTED,
            "Its first own model came in October 2025.",
            days=month("2025-10"),
            optional=True,
        ),
    ),
    InArticle(
        (Span(1223, 1273, "DeepSeek"),),
        Claim(
            Frame.ADOPTION,
            ("cursor", "CN", "deepseek"),
            ("evidence",),
            Expected.NOT_ENOUGH,
            "The maker did not disclose the base of that first model.",
            nuance="Of its second one, in March 2026, it confirmed Kimi K2.5.",
        ),
    ),
    InArticle(
        (Span(1274, 1316, "中文"),),
        Claim(
            Frame.ADOPTION,
            ("cursor",),
            ("evidence",),
            Expected.NOT_ENOUGH,
            "A post is no statement of the maker.",
            optional=True,
        ),
    ),
    InArticle(
        (Span(1318, 1388, "Cognition"),),
        Claim(
            Frame.ADOPTION,
            ("cognition", "zhipu-ai", "glm"),
            ("evidence",),
            Expected.NOT_ENOUGH,
            "Others inferred a GLM; the company named no base.",
        ),
    ),
    InArticle(
        (Span(1389, 1452, "智譜"),),
        Claim(
            Frame.ADOPTION,
            ("zhipu-ai", "cognition"),
            ("evidence",),
            Expected.NOT_ENOUGH,
            "The maker of the supposed base welcomed it, which names no model either.",
            optional=True,
        ),
    ),
    InArticle(
        (Span(1531, 1616, "下載量"),),
        Claim(
            Frame.COMPARISON,
            ("CN", "US", "hugging-face"),
            ("events", "download_total"),
            Expected.SUPPORTED,
            "The project's all-time counts have China ahead, by 1.15 against 0.72 billion some months later.",
            by="country",
            nuance="Of its curated list of language models.",
        ),
    ),
    InArticle(
        (Span(1638, 1666, "1060萬"),),
        Claim(
            Frame.LEVEL,
            ("llama", "meta"),
            ("events", "download_total"),
            Expected.SUPPORTED,
            "As the press printed it of ATOM's counts.",
            by="family",
            days=EARLY_2024,
            said=Said(10_595_000, 10_605_000, Unit.DOWNLOADS, Hedge.EXACT),
            nuance="The exact figure is found in the press alone.",
        ),
    ),
    InArticle(
        (Span(1667, 1681, "50萬"),),
        Claim(
            Frame.LEVEL,
            ("qwen", "alibaba"),
            ("events", "download_total"),
            Expected.SUPPORTED,
            "As the press printed it of ATOM's counts.",
            by="family",
            days=EARLY_2024,
            said=Said(495_000, 505_000, Unit.DOWNLOADS, Hedge.EXACT),
            nuance="The exact figure is found in the press alone.",
        ),
    ),
    InArticle(
        (Span(1682, 1700, "3.853億"),),
        Claim(
            Frame.LEVEL,
            ("qwen",),
            ("events", "download_total"),
            Expected.SUPPORTED,
            "As the press printed it of ATOM's counts.",
            by="family",
            days=until("2025-10-31"),
            said=Said(385_250_000, 385_350_000, Unit.DOWNLOADS, Hedge.EXACT),
            nuance="The exact figure is found in the press alone.",
        ),
    ),
    InArticle(
        (Span(1701, 1716, "3.462億"),),
        Claim(
            Frame.LEVEL,
            ("llama",),
            ("events", "download_total"),
            Expected.SUPPORTED,
            "As the press printed it of ATOM's counts.",
            by="family",
            days=until("2025-10-31"),
            said=Said(346_150_000, 346_250_000, Unit.DOWNLOADS, Hedge.EXACT),
            nuance="The exact figure is found in the press alone.",
        ),
    ),
    InArticle(
        (Span(1682, 1716, "超過"),),
        Claim(
            Frame.COMPARISON,
            ("qwen", "llama"),
            ("events", "download_total"),
            Expected.SUPPORTED,
            "Published counts put Qwen ahead since September or October 2025, by the list used.",
            by="family",
            days=until("2025-10-31"),
        ),
    ),
    InArticle(
        (Span(1721, 1777, "40%"),),
        Claim(
            Frame.SHARE,
            ("qwen", "hugging-face"),
            ("derivative_share", "events"),
            Expected.CONFLICTING,
            "True of new derivatives that declare a base, in August 2025; of all new models it is less.",
            by="family",
            said=Said(0.4, None, Unit.SHARE, Hedge.OVER),
            nuance="The denominator is new derivatives with a declared base.",
        ),
    ),
    InArticle(
        (Span(1778, 1792, "15%"),),
        Claim(
            Frame.SHARE,
            ("meta", "llama", "hugging-face"),
            ("derivative_share", "events"),
            Expected.CONFLICTING,
            "About that of new derivatives that declare a base, in August 2025; of all new models it is less.",
            by="organisation",
            said=Said(0.145, 0.155, Unit.SHARE, Hedge.EXACT),
            nuance="The denominator is new derivatives with a declared base.",
        ),
    ),
    InArticle(
        (Span(1994, 2020, "芯片"),),
        Claim(
            Frame.LEAD,
            ("US",),
            ("events",),
            Expected.NOT_ENOUGH,
            "No measure of compute is held.",
            optional=True,
        ),
    ),
    InArticle(
        (Span(2047, 2080, "越來越多"),),
        Claim(
            Frame.GROWTH,
            ("CN",),
            ("derivative_share", "download_share"),
            Expected.NOT_ENOUGH,
            "Developers are counted by nobody.",
            optional=True,
        ),
    ),
    InArticle(
        (Span(2172, 2216, "5月"),),
        Claim(
            Frame.EVENT,
            ("jensen-huang", "qwen", "alibaba"),
            ("events",),
            Expected.SUPPORTED,
            "He said so when the quarter's results were given, in May 2025.",
            days=month("2025-05"),
            nuance="That he said it is a fact; that it is the best is his opinion.",
        ),
    ),
    InArticle(
        (Span(2217, 2268, "Qwen3-Coder"),),
        Claim(
            Frame.EVENT,
            ("jack-dorsey", "qwen3-coder"),
            ("events",),
            Expected.SUPPORTED,
            "His praise of the model is on record.",
            nuance="Praise is no use.",
        ),
    ),
    InArticle(
        (Span(2269, 2309, "Wan2.2"),),
        Claim(
            Frame.EVENT,
            ("elon-musk", "wan2.2"),
            ("events",),
            Expected.SUPPORTED,
            "His remark on a picture made with it is on record.",
            nuance="A remark on a picture says nothing of use.",
        ),
    ),
    InArticle(
        (Span(138, 172, "開源"),),
        Claim(
            Frame.ADOPTION,
            ("CN", "open"),
            ("evidence",),
            Expected.NOT_ENOUGH,
            "Some users are known by name; a valley is nobody to count.",
            optional=True,
        ),
    ),
    InArticle(
        (Span(1477, 1529, "開源"),),
        Claim(
            Frame.LEVEL,
            ("CN",),
            ("licence_drift",),
            Expected.NOT_ENOUGH,
            "Most of them allow it; the largest ones have terms of their own.",
            optional=True,
        ),
    ),
)

NOT_JUDGED = (
    NotJudged((Span(1, 23, "為何"),), Unjudged.QUESTION),
    NotJudged((Span(25, 59, "贏得"),), Unjudged.PREDICTION),
    NotJudged((Span(85, 104, "多少"),), Unjudged.QUESTION),
    NotJudged((Span(173, 209, "不妨"),), Unjudged.OPINION),
    NotJudged((Span(225, 238, "將贏得"),), Unjudged.PREDICTION),
    NotJudged((Span(248, 261, "落后"),), Unjudged.OPINION),
    NotJudged((Span(303, 343, "悲觀"),), Unjudged.OPINION),
    NotJudged((Span(928, 938, "便宜"),), Unjudged.OPINION),
    NotJudged((Span(1148, 1179, "有意思"),), Unjudged.OPINION),
    NotJudged((Span(1965, 1994, "尚早"),), Unjudged.OPINION),
    NotJudged((Span(2105, 2156, "為什么"),), Unjudged.QUESTION),
    NotJudged((Span(2809, 2853, "可能"),), Unjudged.OPINION),
)

SILICON_VALLEY = Article(dt.date(2025, 11, 10), CLAIMS, NOT_JUDGED)
