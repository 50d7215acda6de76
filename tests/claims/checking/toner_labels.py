"""Labels of a television interview of July 2025, as speech recognition wrote it, and its translation."""

from __future__ import annotations

import datetime as dt

from tests.claims.checking.labelled import (
    Article,
    Claim,
    Expected,
    Frame,
    InArticle,
    NotJudged,
    Span,
    Unjudged,
    between,
    month,
    on,
)

CLAIMS = (
    InArticle(
        (Span(605, 669, "Middle East"), Span(1302, 1327, "中东")),
        Claim(
            Frame.EVENT,
            ("zhipu-ai",),
            ("events", "evidence"),
            Expected.NOT_ENOUGH,
            "Only a competitor's word of June 2025 names the countries.",
            optional=True,
            nuance="The name is a slip of speech recognition for Zhipu.",
        ),
    ),
    InArticle(
        (Span(677, 725, "Minimax"), Span(1329, 1363, "Minimax")),
        Claim(
            Frame.EVENT,
            ("deepseek", "minimax"),
            ("events",),
            Expected.SUPPORTED,
            "R1-0528 at the end of May and MiniMax-M1 in mid-June 2025.",
            nuance="The first name is a slip of speech recognition for DeepSeek.",
        ),
    ),
    InArticle(
        (Span(804, 966, "OpenAI"), Span(1398, 1463, "OpenAI")),
        Claim(
            Frame.ADOPTION,
            ("zhipu-ai",),
            ("evidence",),
            Expected.NOT_ENOUGH,
            "The only source is a competitor's blog; no government confirms it there.",
            days=between("2025-06-23", "2025-06-29"),
            nuance="It names Malaysia, Singapore, the United Arab Emirates, Saudi Arabia and Kenya.",
        ),
    ),
    InArticle(
        (Span(1022, 1140, "Siemens"), Span(1485, 1521, "西门子")),
        Claim(
            Frame.EVENT,
            ("siemens", "US", "CN"),
            ("events",),
            Expected.SUPPORTED,
            "The curbs on chip design software were lifted at the beginning of July 2025.",
            days=on("2025-07-04"),
        ),
    ),
    InArticle(
        (Span(1141, 1276, "weeks"), Span(1521, 1571, "数周")),
        Claim(
            Frame.EVENT,
            ("US", "CN"),
            ("events",),
            Expected.SUPPORTED,
            "The order to halt shipments was given at the end of May 2025.",
        ),
    ),
    InArticle(
        (Span(2835, 2966, "China"), Span(4375, 4404, "优势")),
        Claim(
            Frame.LEAD,
            ("CN",),
            ("evidence",),
            Expected.NOT_ENOUGH,
            "Nobody counts use inside China.",
            optional=True,
        ),
    ),
    InArticle(
        (Span(2967, 3043, "Most"), Span(4405, 4423, "多数")),
        Claim(
            Frame.SHARE,
            ("US", "CN"),
            ("evidence",),
            Expected.NOT_ENOUGH,
            "Nothing held counts it.",
            optional=True,
        ),
    ),
    InArticle(
        (Span(3188, 3355, "blog"), Span(4457, 4497, "博客")),
        Claim(
            Frame.EVENT,
            ("openai", "zhipu-ai"),
            ("events", "evidence"),
            Expected.NOT_ENOUGH,
            "The same blog; speech recognition made another country of the company.",
            optional=True,
        ),
    ),
    InArticle(
        (Span(3356, 3587, "initiative"), Span(4497, 4546, "计划")),
        Claim(
            Frame.EVENT,
            ("openai",),
            ("events",),
            Expected.NOT_ENOUGH,
            "No entry of it with a date is held.",
            optional=True,
        ),
    ),
    InArticle(
        (Span(4073, 4312, "Huawei"), Span(4649, 4685, "华为")),
        Claim(
            Frame.ADOPTION,
            ("alibaba", "huawei"),
            ("evidence",),
            Expected.NOT_ENOUGH,
            "Hearsay without a user's name.",
            optional=True,
        ),
    ),
    InArticle(
        (Span(5160, 5255, "January"), Span(6209, 6243, "1 月")),
        Claim(
            Frame.EVENT,
            ("deepseek",),
            ("events",),
            Expected.SUPPORTED,
            "R1 came on 20 January 2025, and its app led the American store a week later.",
            days=month("2025-01"),
            optional=True,
        ),
    ),
    InArticle(
        (Span(5257, 5378, "governments"), Span(6244, 6268, "地方政府")),
        Claim(
            Frame.ADOPTION,
            ("deepseek", "CN"),
            ("evidence",),
            Expected.NOT_ENOUGH,
            "The speaker says herself that nobody knows how deep it goes, and no user is named.",
        ),
    ),
    InArticle(
        (Span(6020, 6179, "Alibaba"), Span(6361, 6419, "Hugging Face")),
        Claim(
            Frame.COMPARISON,
            ("alibaba", "US", "hugging-face"),
            ("download_share", "events"),
            Expected.NOT_ENOUGH,
            "No downloads of that summer are held; published crossings of the all-time counts are of September or "
            "October.",
            by="organisation",
        ),
    ),
)

NOT_JUDGED = (
    NotJudged((Span(27, 66, "Could"), Span(68, 86, "能否")), Unjudged.QUESTION),
    NotJudged((Span(1668, 1745, "wondering"), Span(2478, 2506, "如何")), Unjudged.QUESTION),
    NotJudged((Span(2364, 2446, "lead"), Span(2675, 2694, "认为")), Unjudged.OPINION),
    NotJudged((Span(2696, 2796, "how quickly"), Span(4314, 4361, "多快")), Unjudged.QUESTION),
    NotJudged((Span(4702, 4896, "countries"), Span(4898, 4954, "能否")), Unjudged.QUESTION),
    NotJudged((Span(5450, 5652, "trial"),), Unjudged.QUESTION),
    NotJudged(
        (
            Span(212, 294, "traction"),
            Span(454, 496, "关注"),
        ),
        Unjudged.OPINION,
    ),
    NotJudged(
        (
            Span(1747, 2012, "traction"),
            Span(2508, 2580, "关注"),
        ),
        Unjudged.OPINION,
    ),
    NotJudged(
        (
            Span(2266, 2363, "strong showing"),
            Span(2653, 2674, "强劲"),
        ),
        Unjudged.OPINION,
    ),
)

TONER = Article(dt.date(2025, 7, 4), CLAIMS, NOT_JUDGED, comments_from=6424)
