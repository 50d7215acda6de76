"""Labels of a summary of August 2025 in English, made by a machine from a Chinese article whose title stands below."""

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
    year,
)
from weighbridge.quantity import Hedge, Unit

CLAIMS = (
    InArticle(
        (Span(204, 403, "2023"),),
        Claim(
            Frame.EVENT,
            ("CN", "deepseek", "alibaba"),
            ("events",),
            Expected.SUPPORTED,
            "Both released their first weights in 2023: Qwen in August, DeepSeek's coder in November.",
            days=year(2023),
        ),
    ),
    InArticle(
        (Span(413, 520, "first"),),
        Claim(
            Frame.EVENT,
            ("openai", "gpt-oss"),
            ("events",),
            Expected.CONFLICTING,
            "The release of August 2025 stands; it is the first only if GPT-2 of 2019 is not counted.",
            nuance="Open weights; the first of a language model since GPT-2.",
        ),
    ),
    InArticle(
        (Span(591, 819, "report"),),
        Claim(
            Frame.EVENT,
            ("US",),
            ("events",),
            Expected.SUPPORTED,
            "The American plan for AI of July 2025 says this of open models.",
            optional=True,
        ),
    ),
    InArticle(
        (Span(826, 967, "adopted"),),
        Claim(
            Frame.ADOPTION,
            ("open",),
            ("evidence",),
            Expected.NOT_ENOUGH,
            "No institution and no figure is named.",
            optional=True,
        ),
    ),
    InArticle(
        (Span(1001, 1086, "OCBC"),),
        Claim(
            Frame.ADOPTION,
            ("ocbc", "open"),
            ("evidence",),
            Expected.SUPPORTED,
            "The bank stated it that month.",
            said=Said(27, 33, Unit.PLAIN, Hedge.ABOUT),
            nuance="Gemma, Qwen and DeepSeek: not all of them Chinese.",
        ),
    ),
    InArticle(
        (Span(1174, 1340, "November 2024"),),
        Claim(
            Frame.COMPARISON,
            ("CN", "US", "open"),
            ("capability", "events"),
            Expected.CONFLICTING,
            "It rests on one composite index; in another fit Llama was level in November 2024, China ahead from "
            "January, and in mathematics gpt-oss level again in August 2025.",
            by="country",
            days=between("2024-11-01", "2025-08-14"),
            nuance="One index, dependent on its version.",
        ),
    ),
    InArticle(
        (Span(1342, 1407, "Qwen3"),),
        Claim(
            Frame.COMPARISON,
            ("qwen3", "gpt-oss"),
            ("capability", "events"),
            Expected.SUPPORTED,
            "The best Qwen3 of that summer scores higher overall than gpt-oss-120b, in two indexes.",
            by="family",
            nuance="At about twice the size; per active parameter gpt-oss leads.",
        ),
    ),
    InArticle(
        (Span(1414, 1446, "larger"),),
        Claim(
            Frame.SIZE,
            ("CN", "open"),
            ("model_size",),
            Expected.SUPPORTED,
            "Among models whose weights are out, China's largest, its best and its middle one were each larger than "
            "the American; closed models state no size.",
            by="country",
        ),
    ),
)

NOT_JUDGED = (
    NotJudged((Span(10, 197, "concerned"),), Unjudged.OPINION),
    NotJudged((Span(1607, 1784, "intensified"),), Unjudged.OPINION),
    NotJudged((Span(1802, 1951, "may not"),), Unjudged.OPINION),
    NotJudged((Span(1958, 2096, "expected"),), Unjudged.PREDICTION),
    NotJudged((Span(2101, 2131, "撼动"),), Unjudged.OPINION),
    NotJudged((Span(1502, 1597, "excel"),), Unjudged.OPINION),
)

SUMMARY = Article(dt.date(2025, 8, 14), CLAIMS, NOT_JUDGED)
