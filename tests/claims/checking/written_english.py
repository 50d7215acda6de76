"""English sentences written for the purpose, each with its day and what it claims: the half to develop with.

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
    on,
    year,
)
from weighbridge.quantity import Hedge, Unit

SENTENCES = (
    Written(
        "Models built in China carried around 60 percent of the tokens that OpenRouter passed on in the week to "
        "August 21, the platform's own rankings show.",
        dt.date(2026, 8, 24),
        "en",
        (
            Claim(
                Frame.SHARE,
                ("CN", "openrouter"),
                ("token_share",),
                Expected.SUPPORTED,
                "57.9 to 64.1 % by the daily list of that week.",
                by="country",
                said=Said(0.54, 0.66, Unit.SHARE, Hedge.ABOUT),
                days=between("2026-08-15", "2026-08-21"),
            ),
        ),
    ),
    Written(
        "China has been ahead of the United States in raw capability since early 2025, the consultancy's slides "
        "assert.",
        dt.date(2026, 8, 18),
        "en",
        (
            Claim(
                Frame.LEAD,
                ("CN", "US"),
                ("capability",),
                Expected.REFUTED,
                "American models lead under all choices, and have since 2023.",
                by="country",
                days=between("2025-01-01", "2026-08-18"),
            ),
        ),
    ),
    Written(
        "Chinese laboratories now trail the American frontier by about five months, and nobody in the room disputed "
        "it.",
        dt.date(2026, 8, 12),
        "en",
        (
            Claim(
                Frame.LAG,
                ("CN", "US"),
                ("capability_lag",),
                Expected.CONFLICTING,
                "5.2 months since the level was first reached, between 1.5 and 8.8 by other definitions.",
                by="country",
                said=Said(4.5, 5.5, Unit.MONTHS, Hedge.ABOUT),
                clause="trail the American frontier by about five months",
            ),
        ),
    ),
    Written(
        "Chinese models may once have been a bargain, but these days they cost on average as much per token as "
        "American ones of the same ability.",
        dt.date(2026, 7, 28),
        "en",
        (
            Claim(
                Frame.PRICE,
                ("CN", "US"),
                ("price_gap",),
                Expected.REFUTED,
                "About a quarter, neighbour by neighbour in ability.",
                by="country",
                said=Said(0.9, 1.1, Unit.TIMES, Hedge.EXACT),
                clause="they cost on average as much per token as American ones of the same ability",
            ),
        ),
    ),
    Written(
        "Moonshot unveiled Kimi K3 on July 16, and with nearly 2.8 trillion parameters it is the bulkiest thing the "
        "company has made.",
        dt.date(2026, 7, 20),
        "en",
        (
            Claim(
                Frame.EVENT,
                ("kimi-k3", "moonshot-ai"),
                ("events",),
                Expected.SUPPORTED,
                "Released that day.",
                days=on("2026-07-16"),
                clause="Moonshot unveiled Kimi K3 on July 16",
            ),
            Claim(
                Frame.SIZE,
                ("kimi-k3",),
                ("model_size",),
                Expected.SUPPORTED,
                "2.78 trillion in total.",
                by="model",
                said=Said(2.52e12, 2.8e12, Unit.PARAMETERS, Hedge.NEARLY),
                clause="with nearly 2.8 trillion parameters",
            ),
        ),
    ),
    Written(
        "The repositories of IBM's own Granite account, a blog post claims, have passed 385.3 million downloads on "
        "Hugging Face.",
        dt.date(2026, 5, 18),
        "en",
        (
            Claim(
                Frame.LEVEL,
                ("granite", "ibm", "hugging-face"),
                ("download_total",),
                Expected.REFUTED,
                "17.9 million over the maker's account, at most 20 under any choice.",
                by="family",
                said=Said(385.25e6, None, Unit.DOWNLOADS, Hedge.OVER),
            ),
        ),
    ),
    Written(
        "By March, Qwen's all-time count stood at 942.1 million downloads, about twice the 476 million of Llama.",
        dt.date(2026, 4, 10),
        "en",
        (
            Claim(
                Frame.LEVEL,
                ("qwen",),
                ("events", "download_total"),
                Expected.SUPPORTED,
                "As the ATOM Project published it.",
                by="family",
                days=month("2026-03"),
                said=Said(942.05e6, 942.15e6, Unit.DOWNLOADS, Hedge.EXACT),
                clause="942.1 million downloads",
            ),
            Claim(
                Frame.COMPARISON,
                ("qwen", "llama"),
                ("events", "download_total"),
                Expected.SUPPORTED,
                "1.98 times the other published count.",
                by="family",
                days=month("2026-03"),
                said=Said(1.8, 2.2, Unit.TIMES, Hedge.ABOUT),
                clause="about twice the 476 million of Llama",
            ),
        ),
    ),
    Written(
        "Llama still accounts for over half of everything that is pulled from Ollama.",
        dt.date(2026, 8, 19),
        "en",
        (
            Claim(
                Frame.SHARE,
                ("llama", "ollama"),
                ("pull_share",),
                Expected.REFUTED,
                "13 % of the month's pulls, and at most 30 % of all.",
                by="family",
                said=Said(0.5, None, Unit.SHARE, Hedge.OVER),
            ),
        ),
    ),
    Written(
        "Google's Gemini 2.5 Pro ranked first on the LMArena text leaderboard when August began, more than 20 points "
        "clear of anything from China.",
        dt.date(2025, 8, 6),
        "en",
        (
            Claim(
                Frame.LEAD,
                ("gemini-2.5-pro", "google", "lmarena"),
                ("arena_rating",),
                Expected.SUPPORTED,
                "1470 points, and no other interval reaches it.",
                by="model",
                said=Said(1, 1, Unit.RANK, Hedge.EXACT),
                clause="ranked first on the LMArena text leaderboard",
            ),
            Claim(
                Frame.COMPARISON,
                ("gemini-2.5-pro", "CN", "lmarena"),
                ("arena_rating",),
                Expected.SUPPORTED,
                "36 points above the best Chinese model, 26 at the least.",
                by="country",
                said=Said(20, None, Unit.POINTS, Hedge.OVER),
                clause="more than 20 points clear of anything from China",
            ),
        ),
    ),
    Written(
        "Derivatives of Llama made up around 15 percent of the month's new models with a declared base, according to "
        "the ATOM Project.",
        dt.date(2025, 8, 30),
        "en",
        (
            Claim(
                Frame.SHARE,
                ("llama", "hugging-face"),
                ("events", "derivative_share"),
                Expected.SUPPORTED,
                "About 15 % as published for August 2025.",
                by="family",
                said=Said(0.135, 0.165, Unit.SHARE, Hedge.ABOUT),
                days=month("2025-08"),
            ),
        ),
    ),
    Written(
        "Chinese models handled 4.12 trillion tokens on OpenRouter between February 9 and 15, against 2.94 trillion "
        "for American ones: the first week in which they came out ahead.",
        dt.date(2026, 2, 20),
        "en",
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
                clause="4.12 trillion tokens",
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
                clause="2.94 trillion for American ones",
            ),
            Claim(
                Frame.COMPARISON,
                ("CN", "US", "openrouter"),
                ("events", "token_share"),
                Expected.SUPPORTED,
                "The weekly chart turns in that week too.",
                by="country",
                days=between("2026-02-09", "2026-02-15"),
                clause="the first week in which they came out ahead",
            ),
        ),
    ),
    Written(
        "“Cursor has confirmed it: its first Composer was built on DeepSeek,” says a post that was shared widely.",
        dt.date(2025, 11, 5),
        "en",
        (
            Claim(
                Frame.ADOPTION,
                ("cursor", "deepseek"),
                ("evidence",),
                Expected.NOT_ENOUGH,
                "The base of that model was not disclosed.",
            ),
        ),
    ),
    Written(
        "Airbnb's support agent, one newsletter claimed, runs on Qwen and on nothing else.",
        dt.date(2025, 10, 28),
        "en",
        (
            Claim(
                Frame.ADOPTION,
                ("airbnb", "qwen"),
                ("evidence",),
                Expected.REFUTED,
                "Its chief executive's statement names 13 models, OpenAI's and Google's among them.",
            ),
        ),
    ),
    Written(
        "DeepSeek V4 Pro lags the American frontier by about eight months, the government's evaluators at CAISI "
        "concluded.",
        dt.date(2026, 5, 20),
        "en",
        (
            Claim(
                Frame.LAG,
                ("deepseek-v4-pro", "US"),
                ("events", "capability_lag"),
                Expected.SUPPORTED,
                "That is what the evaluation of May 2026 says.",
                said=Said(7.2, 8.8, Unit.MONTHS, Hedge.ABOUT),
                nuance="Nine benchmarks, two of them private; public ones give four to six months.",
            ),
        ),
    ),
    Written(
        "DeepSeek charges $0.14 per million input tokens for V4 Flash; Anthropic asks $25 per million output tokens "
        "for Claude Opus 4.8.",
        dt.date(2026, 7, 26),
        "en",
        (
            Claim(
                Frame.PRICE,
                ("deepseek-v4-flash", "deepseek"),
                ("token_price",),
                Expected.SUPPORTED,
                "The maker's list price of tokens read.",
                by="model",
                said=Said(0.135, 0.145, Unit.USD_PER_MTOK, Hedge.EXACT),
                clause="DeepSeek charges $0.14 per million input tokens for V4 Flash",
            ),
            Claim(
                Frame.PRICE,
                ("claude-opus-4.8", "anthropic"),
                ("token_price",),
                Expected.SUPPORTED,
                "The maker's list price of tokens written.",
                by="model",
                said=Said(24.5, 25.5, Unit.USD_PER_MTOK, Hedge.EXACT),
                clause="Anthropic asks $25 per million output tokens for Claude Opus 4.8",
            ),
        ),
    ),
    Written(
        "Start-ups in Africa now send between 20 and 30 percent of their tokens to DeepSeek.",
        dt.date(2026, 8, 20),
        "en",
        (
            Claim(
                Frame.SHARE,
                ("deepseek",),
                ("token_share",),
                Expected.NOT_ENOUGH,
                "No source says where users are.",
                said=Said(0.2, 0.3, Unit.SHARE, Hedge.BETWEEN),
            ),
        ),
    ),
    Written(
        "Back in 2019 a tenth of what people downloaded from Hugging Face was Chinese, according to the book.",
        dt.date(2026, 8, 5),
        "en",
        (
            Claim(
                Frame.SHARE,
                ("CN", "hugging-face"),
                ("download_share",),
                Expected.NOT_ENOUGH,
                "The data begin years later.",
                by="country",
                said=Said(0.09, 0.11, Unit.SHARE, Hedge.EXACT),
                days=year(2019),
            ),
        ),
    ),
    Written(
        "Qwen's part in new derivatives climbed from 1 percent in January 2024 to 69 percent in February 2026, and "
        "the derivatives themselves number well over 100,000.",
        dt.date(2026, 3, 10),
        "en",
        (
            Claim(
                Frame.GROWTH,
                ("qwen", "hugging-face"),
                ("events", "derivative_share"),
                Expected.SUPPORTED,
                "Both ends as published.",
                by="family",
                days=between("2024-01-01", "2026-02-28"),
                said=Said(0.685, 0.695, Unit.SHARE, Hedge.EXACT),
                clause="Qwen's part in new derivatives climbed from 1 percent in January 2024 to 69 percent "
                "in February 2026",
            ),
            Claim(
                Frame.LEVEL,
                ("qwen",),
                ("events", "derivative_total"),
                Expected.SUPPORTED,
                "All five published counts are higher.",
                by="family",
                said=Said(100_000, None, Unit.DERIVATIVES, Hedge.OVER),
                clause="the derivatives themselves number well over 100,000",
            ),
        ),
    ),
    Written(
        "In the second half of July, American models led Chinese ones on Ollama by over 30 percentage points, while "
        "fewer than one pull in ten went to Qwen.",
        dt.date(2025, 8, 2),
        "en",
        (
            Claim(
                Frame.COMPARISON,
                ("US", "CN", "ollama"),
                ("pull_share",),
                Expected.SUPPORTED,
                "66 against 24 %.",
                by="country",
                said=Said(30, None, Unit.PERCENTAGE_POINTS, Hedge.OVER),
                days=between("2025-07-16", "2025-07-31"),
                clause="American models led Chinese ones on Ollama by over 30 percentage points",
            ),
            Claim(
                Frame.SHARE,
                ("qwen", "ollama"),
                ("pull_share",),
                Expected.NOT_ENOUGH,
                "9.2 %, but rounded counters allow up to 10.7.",
                by="family",
                said=Said(None, 0.1, Unit.SHARE, Hedge.UNDER),
                days=between("2025-07-16", "2025-07-31"),
                clause="fewer than one pull in ten went to Qwen",
            ),
        ),
    ),
    Written(
        "Between New Year and August the best Chinese model gained at least five points on the capability index.",
        dt.date(2026, 8, 14),
        "en",
        (
            Claim(
                Frame.GROWTH,
                ("CN",),
                ("capability",),
                Expected.SUPPORTED,
                "From 146.4 to 157.0 points, and 6.6 more at the least.",
                by="country",
                said=Said(5, None, Unit.POINTS, Hedge.AT_LEAST),
                days=between("2026-01-01", "2026-08-14"),
            ),
        ),
    ),
)

UNJUDGED = (
    Written(
        "Who will still be training frontier models in five years, and who will be paying for it?",
        dt.date(2026, 8, 1),
        "en",
        unjudged=Unjudged.QUESTION,
    ),
    Written(
        "By 2028 Chinese laboratories will have overtaken every American rival, the fund manager predicts.",
        dt.date(2026, 8, 1),
        "en",
        unjudged=Unjudged.PREDICTION,
    ),
    Written(
        "The company moved into a converted brewery near the harbour last spring and kept the copper kettles.",
        dt.date(2026, 8, 1),
        "en",
        unjudged=Unjudged.OTHER,
    ),
)
