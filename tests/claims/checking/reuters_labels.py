"""Labels of an agency report of March 2026 and its translation: each sentence stands in English, then in Chinese."""

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
    year,
)
from weighbridge.quantity import Hedge, Unit

CLAIMS = (
    InArticle(
        (Span(391, 605, "HuggingFace"), Span(606, 737, "HuggingFace")),
        Claim(
            Frame.LEAD,
            ("CN", "alibaba", "moonshot-ai", "minimax", "hugging-face"),
            ("download_share",),
            Expected.CONFLICTING,
            "Of downloads of language models China has most in every listing of that month; over all models of the "
            "most downloaded list encoders of other countries are ahead.",
            by="country",
            nuance="Three denominators are in print for China's share: 17, 41 and 56 %.",
        ),
    ),
    InArticle(
        (Span(391, 605, "OpenRouter"), Span(606, 737, "OpenRouter")),
        Claim(
            Frame.LEAD,
            ("CN", "alibaba", "moonshot-ai", "minimax", "openrouter"),
            ("token_share",),
            Expected.SUPPORTED,
            "The router's weekly chart shows Chinese models ahead in nearly every week since 9 February 2026, and at "
            "two thirds of what it names in the week before.",
            by="country",
            nuance="One router with under 1 % of the world's tokens; by its last leaderboard the unlisted "
            "rest could decide otherwise.",
        ),
    ),
    InArticle(
        (Span(391, 419, "cheaper"), Span(679, 688, "成本")),
        Claim(
            Frame.PRICE,
            ("CN",),
            ("price_gap", "token_price"),
            Expected.SUPPORTED,
            "Model for model, at like ability, Chinese ones cost about a quarter of American ones; whether that "
            "drives use is not measured.",
            by="country",
            optional=True,
        ),
    ),
    InArticle(
        (Span(1040, 1244, "Monday"), Span(1245, 1312, "报告")),
        Claim(
            Frame.EVENT,
            ("uscc",),
            ("events",),
            Expected.SUPPORTED,
            "The commission's report of March 2026 on two loops is known.",
            days=on("2026-03-23"),
            optional=True,
        ),
    ),
    InArticle(
        (Span(1315, 1410, "narrowed"), Span(1411, 1447, "差距")),
        Claim(
            Frame.GROWTH,
            ("CN", "US"),
            ("capability", "capability_lag"),
            Expected.CONFLICTING,
            "From 2023 the distance shrank from nearly 30 points to about 10; in the year before the report it grew "
            "again, in points and in months: no window is named.",
            by="country",
        ),
    ),
    InArticle(
        (Span(1450, 1594, "2022"), Span(1691, 1735, "2022")),
        Claim(
            Frame.EVENT,
            ("US", "CN"),
            ("events",),
            Expected.SUPPORTED,
            "Export rules on chips for China have followed each other since October 2022.",
            days=between("2022-01-01", "2026-03-23"),
        ),
    ),
    InArticle(
        (Span(1596, 1690, "December"), Span(1736, 1773, "12月")),
        Claim(
            Frame.EVENT,
            ("US", "nvidia", "CN"),
            ("events",),
            Expected.SUPPORTED,
            "An event of December 2025.",
            days=month("2025-12"),
            nuance="Known by its month alone.",
        ),
    ),
    InArticle(
        (Span(2335, 2432, "80%"), Span(2433, 2472, "80%")),
        Claim(
            Frame.SHARE,
            ("CN", "US"),
            ("evidence", "events"),
            Expected.CONFLICTING,
            "An investor's impression of pitches that use an open stack; over all start-ups his own base rate gives "
            "about one in five.",
            said=Said(0.72, 0.88, Unit.SHARE, Hedge.ABOUT),
            nuance="Four fifths of those that use an open stack, not of all start-ups.",
        ),
    ),
    InArticle(
        (Span(2475, 2605, "ChatGPT"), Span(2606, 2666, "ChatGPT")),
        Claim(
            Frame.COMPARISON,
            ("deepseek", "gpt", "app-store"),
            ("events",),
            Expected.SUPPORTED,
            "First among free iPhone apps in the United States from 26 January 2025.",
            nuance="A rank of recent velocity of an app, not of a model; 14th on Google Play that day.",
            days=year(2025),
        ),
    ),
    InArticle(
        (Span(2475, 2528, "R1"), Span(2606, 2632, "R1")),
        Claim(
            Frame.EVENT,
            ("deepseek-r1",),
            ("events",),
            Expected.SUPPORTED,
            "Released on 20 January 2025.",
            days=year(2025),
            optional=True,
        ),
    ),
    InArticle(
        (Span(2669, 2798, "Llama"), Span(2799, 2868, "Llama")),
        Claim(
            Frame.COMPARISON,
            ("qwen", "llama", "hugging-face"),
            ("events", "download_total"),
            Expected.SUPPORTED,
            "Published counts put Qwen ahead since September or October 2025, by the list used.",
            by="family",
            nuance="The count is of curated lists on the Hub's counters, not a statement of the Hub.",
        ),
    ),
    InArticle(
        (Span(3992, 4238, "companies"), Span(4239, 4309, "企业")),
        Claim(
            Frame.ADOPTION,
            ("CN",),
            ("evidence",),
            Expected.NOT_ENOUGH,
            "Several users are known by name; how many is many nobody counts.",
            optional=True,
        ),
    ),
    InArticle(
        (Span(4312, 4580, "Siemens"), Span(4583, 4680, "西门子")),
        Claim(
            Frame.ADOPTION,
            ("siemens", "CN"),
            ("evidence",),
            Expected.SUPPORTED,
            "Its chief executive said so that day.",
            days=on("2026-03-23"),
            nuance="A preference for certain tasks, for cost and ease of change.",
        ),
    ),
    InArticle(
        (
            Span(1776, 1990, "billions"),
            Span(1991, 2074, "投入"),
        ),
        Claim(
            Frame.LEVEL,
            ("US", "openai", "anthropic"),
            ("events",),
            Expected.NOT_ENOUGH,
            "No measure of money spent is held.",
            optional=True,
        ),
    ),
)

NOT_JUDGED = (
    NotJudged((Span(30, 230, "dominance"), Span(328, 388, "竞争优势")), Unjudged.OPINION),
    NotJudged((Span(1040, 1150, "frontier"), Span(1245, 1288, "前沿")), Unjudged.OPINION),
    NotJudged((Span(2077, 2118, "threat"), Span(2119, 2133, "威胁")), Unjudged.PREDICTION),
    NotJudged((Span(2136, 2226, "pathways"), Span(2227, 2257, "路径")), Unjudged.OPINION),
    NotJudged((Span(2261, 2311, "POISED"), Span(2312, 2333, "有望")), Unjudged.PREDICTION),
    NotJudged((Span(2871, 3173, "better positioned"), Span(3174, 3265, "可能")), Unjudged.PREDICTION),
    NotJudged((Span(3268, 3528, "compounding"), Span(3529, 3617, "扩大")), Unjudged.OPINION),
)

REUTERS = Article(dt.date(2026, 3, 23), CLAIMS, NOT_JUDGED)
