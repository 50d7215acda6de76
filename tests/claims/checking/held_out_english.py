"""English sentences written for the purpose: the half that is held out. Do not read it while developing.

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
    until,
)
from weighbridge.quantity import Hedge, Unit

SENTENCES = (
    Written(
        "Nine in ten tokens on OpenRouter now go to Chinese systems, a venture capitalist told an audience in Berlin.",
        dt.date(2026, 8, 20),
        "en",
        (
            Claim(
                Frame.SHARE,
                ("CN", "openrouter"),
                ("token_share",),
                Expected.REFUTED,
                "At most 78 % under any choice.",
                by="country",
                said=Said(0.81, 0.99, Unit.SHARE, Hedge.EXACT),
            ),
        ),
        held_out=True,
    ),
    Written(
        "For all the noise, the strongest American model still scores above the best one from China on Epoch's index.",
        dt.date(2026, 8, 15),
        "en",
        (
            Claim(
                Frame.COMPARISON,
                ("US", "CN"),
                ("capability",),
                Expected.SUPPORTED,
                "161.6 against 157.0 points, and ahead under all choices.",
                by="country",
            ),
        ),
        held_out=True,
    ),
    Written(
        "“They are at least three years behind us,” the senator said of China's model makers.",
        dt.date(2026, 8, 14),
        "en",
        (
            Claim(
                Frame.LAG,
                ("CN", "US"),
                ("capability_lag",),
                Expected.REFUTED,
                "Five months; no definition reaches two years.",
                by="country",
                said=Said(36, None, Unit.MONTHS, Hedge.AT_LEAST),
            ),
        ),
        held_out=True,
    ),
    Written(
        "On price the contest is lopsided: model for model, and at like ability, Americans charge on average more "
        "than twice what the Chinese do.",
        dt.date(2026, 7, 27),
        "en",
        (
            Claim(
                Frame.PRICE,
                ("US", "CN"),
                ("price_gap",),
                Expected.SUPPORTED,
                "Four times as much, neighbour by neighbour in ability, and 2.5 at the least.",
                by="country",
                said=Said(2, None, Unit.TIMES, Hedge.OVER),
            ),
        ),
        held_out=True,
    ),
    Written(
        "OpenAI's gpt-oss-120b has half the parameters of Alibaba's Qwen3-235B, and was put out in June.",
        dt.date(2025, 8, 7),
        "en",
        (
            Claim(
                Frame.SIZE,
                ("gpt-oss", "qwen3"),
                ("model_size",),
                Expected.SUPPORTED,
                "120 against 235 billion.",
                by="model",
                said=Said(0.45, 0.55, Unit.TIMES, Hedge.EXACT),
                clause="OpenAI's gpt-oss-120b has half the parameters of Alibaba's Qwen3-235B",
            ),
            Claim(
                Frame.EVENT,
                ("gpt-oss", "openai"),
                ("events",),
                Expected.REFUTED,
                "It came on 5 August 2025.",
                days=month("2025-06"),
                clause="was put out in June",
            ),
        ),
        held_out=True,
    ),
    Written(
        "IBM's Granite models had been fetched from the Hub at least 15 million times by the middle of May.",
        dt.date(2026, 5, 20),
        "en",
        (
            Claim(
                Frame.LEVEL,
                ("granite", "ibm", "hugging-face"),
                ("download_total",),
                Expected.SUPPORTED,
                "17.9 million over the maker's account, 15.9 at the least under any choice.",
                by="family",
                said=Said(15e6, None, Unit.DOWNLOADS, Hedge.AT_LEAST),
                days=until("2026-05-16"),
            ),
        ),
        held_out=True,
    ),
    Written(
        "Meta's Llama remains the most downloaded open family in Hugging Face's history, its admirers point out.",
        dt.date(2026, 4, 12),
        "en",
        (
            Claim(
                Frame.LEAD,
                ("llama", "meta", "hugging-face"),
                ("events", "download_total"),
                Expected.REFUTED,
                "Published all-time counts put Qwen at twice Llama's.",
                by="family",
            ),
        ),
        held_out=True,
    ),
    Written(
        "On Ollama, Qwen has overtaken Llama, and more than a quarter of this month's pulls go to it.",
        dt.date(2026, 8, 21),
        "en",
        (
            Claim(
                Frame.COMPARISON,
                ("qwen", "llama", "ollama"),
                ("pull_share",),
                Expected.CONFLICTING,
                "Ahead by the pulls of a month, behind by those of all time.",
                by="family",
                clause="On Ollama, Qwen has overtaken Llama",
            ),
            Claim(
                Frame.SHARE,
                ("qwen", "ollama"),
                ("pull_share",),
                Expected.NOT_ENOUGH,
                "About 30 %, but the counters were not read for weeks and the bounds begin at 22 %.",
                by="family",
                said=Said(0.25, None, Unit.SHARE, Hedge.OVER),
                days=between("2026-08-01", "2026-08-21"),
                clause="more than a quarter of this month's pulls go to it",
            ),
        ),
        held_out=True,
    ),
    Written(
        "DeepSeek sits at No. 1 on LMArena's text board this week.",
        dt.date(2025, 8, 6),
        "en",
        (
            Claim(
                Frame.LEAD,
                ("deepseek", "lmarena"),
                ("arena_rating",),
                Expected.REFUTED,
                "Gemini 2.5 Pro leads by more than the intervals allow.",
                by="organisation",
                said=Said(1, 1, Unit.RANK, Hedge.EXACT),
                days=between("2025-08-04", "2025-08-10"),
            ),
        ),
        held_out=True,
    ),
    Written(
        "Of the new language models that reach Hugging Face these days, over 40 percent are descended from Qwen.",
        dt.date(2026, 8, 23),
        "en",
        (
            Claim(
                Frame.SHARE,
                ("qwen", "hugging-face"),
                ("derivative_share",),
                Expected.CONFLICTING,
                "53 % of those that state a parent; less of all new models and under several other choices.",
                by="family",
                said=Said(0.4, None, Unit.SHARE, Hedge.OVER),
                nuance="The usual denominator is new derivatives with a declared base.",
            ),
        ),
        held_out=True,
    ),
    Written(
        "As much as 30 percent of OpenRouter's weekly traffic went to Chinese open models in their best weeks, though "
        "over the year they averaged 13 percent.",
        dt.date(2025, 12, 15),
        "en",
        (
            Claim(
                Frame.SHARE,
                ("CN", "open", "openrouter"),
                ("events", "token_share"),
                Expected.SUPPORTED,
                "Peak weeks near 30 % as published.",
                by="country",
                said=Said(None, 0.305, Unit.SHARE, Hedge.AS_MUCH_AS),
                clause="As much as 30 percent of OpenRouter's weekly traffic went to Chinese open models in "
                "their best weeks",
            ),
            Claim(
                Frame.SHARE,
                ("CN", "open", "openrouter"),
                ("events", "token_share"),
                Expected.SUPPORTED,
                "13.0 % on the year's average as published.",
                by="country",
                said=Said(0.125, 0.135, Unit.SHARE, Hedge.EXACT),
                clause="over the year they averaged 13 percent",
            ),
        ),
        held_out=True,
    ),
    Written(
        "Cursor has acknowledged that its Composer 2 was trained on top of Moonshot's Kimi K2.5.",
        dt.date(2026, 3, 30),
        "en",
        (
            Claim(
                Frame.ADOPTION,
                ("cursor", "kimi-k2.5", "moonshot-ai"),
                ("evidence",),
                Expected.SUPPORTED,
                "The maker confirmed it in March 2026.",
            ),
        ),
        held_out=True,
    ),
    Written(
        "Singapore's OCBC runs more than a dozen internal tools on open models, all of them Chinese.",
        dt.date(2025, 8, 20),
        "en",
        (
            Claim(
                Frame.ADOPTION,
                ("ocbc", "open"),
                ("evidence",),
                Expected.SUPPORTED,
                "About thirty by its own statement.",
                said=Said(12, None, Unit.PLAIN, Hedge.OVER),
                clause="Singapore's OCBC runs more than a dozen internal tools on open models",
            ),
            Claim(
                Frame.ADOPTION,
                ("ocbc", "CN"),
                ("evidence",),
                Expected.REFUTED,
                "Google's Gemma is one of them.",
                clause="all of them Chinese",
            ),
        ),
        held_out=True,
    ),
    Written(
        "A ferry line on the Baltic has begun to answer its passengers' questions with a model from Mistral.",
        dt.date(2026, 6, 2),
        "en",
        (
            Claim(
                Frame.ADOPTION,
                ("mistral-ai",),
                ("evidence",),
                Expected.NOT_ENOUGH,
                "No such user is held.",
            ),
        ),
        held_out=True,
    ),
    Written(
        "At $5 per million input tokens, DeepSeek V4 Pro is no longer the cheap option.",
        dt.date(2026, 7, 26),
        "en",
        (
            Claim(
                Frame.PRICE,
                ("deepseek-v4-pro", "deepseek"),
                ("token_price",),
                Expected.REFUTED,
                "0.44 dollars by the maker's list, and 1.74 at the most.",
                by="model",
                said=Said(4.5, 5.5, Unit.USD_PER_MTOK, Hedge.EXACT),
                clause="At $5 per million input tokens, DeepSeek V4 Pro",
            ),
        ),
        held_out=True,
    ),
    Written(
        "India's models took 5 percent of OpenRouter's tokens in the last days of May.",
        dt.date(2026, 6, 10),
        "en",
        (
            Claim(
                Frame.SHARE,
                ("IN", "openrouter"),
                ("token_share",),
                Expected.NOT_ENOUGH,
                "None of them is on the daily list: all that is known is what the unlisted rest allows.",
                by="country",
                said=Said(0.045, 0.055, Unit.SHARE, Hedge.EXACT),
                days=between("2026-05-24", "2026-05-31"),
            ),
        ),
        held_out=True,
    ),
    Written(
        "DeepSeek's app knocked ChatGPT off the top of America's free iPhone chart on January 26, and was the No. 1 "
        "download on Google Play the same day.",
        dt.date(2025, 2, 1),
        "en",
        (
            Claim(
                Frame.COMPARISON,
                ("deepseek", "gpt", "app-store"),
                ("events",),
                Expected.SUPPORTED,
                "First among free iPhone apps from that day.",
                days=on("2025-01-26"),
                clause="DeepSeek's app knocked ChatGPT off the top of America's free iPhone chart on January 26",
            ),
            Claim(
                Frame.LEAD,
                ("deepseek", "google-play"),
                ("events",),
                Expected.REFUTED,
                "It was 14th there that day.",
                said=Said(1, 1, Unit.RANK, Hedge.EXACT),
                days=on("2025-01-26"),
                clause="was the No. 1 download on Google Play the same day",
            ),
        ),
        held_out=True,
    ),
    Written(
        "No Chinese model has yet overtaken the best American one on the capability index, and the gap between open "
        "and closed models is no more than two months.",
        dt.date(2026, 8, 13),
        "en",
        (
            Claim(
                Frame.COMPARISON,
                ("CN", "US"),
                ("capability",),
                Expected.SUPPORTED,
                "American models have been ahead since the index begins.",
                by="country",
                clause="No Chinese model has yet overtaken the best American one on the capability index",
            ),
            Claim(
                Frame.LAG,
                ("open", "closed"),
                ("capability_lag",),
                Expected.CONFLICTING,
                "5.2 months by the default, under two by some definitions.",
                by="openness",
                said=Said(None, 2, Unit.MONTHS, Hedge.AT_MOST),
                clause="the gap between open and closed models is no more than two months",
            ),
        ),
        held_out=True,
    ),
    Written(
        "DeepSeek, which gave R1 away in January 2025, has seen tens of thousands of firms sign up since, its founder "
        "is said to have boasted.",
        dt.date(2025, 12, 20),
        "en",
        (
            Claim(
                Frame.EVENT,
                ("deepseek-r1", "deepseek"),
                ("events",),
                Expected.SUPPORTED,
                "On 20 January 2025.",
                days=month("2025-01"),
                clause="which gave R1 away in January 2025",
            ),
            Claim(
                Frame.ADOPTION,
                ("deepseek",),
                ("evidence",),
                Expected.NOT_ENOUGH,
                "Nobody counts its customers.",
                said=Said(20_000, None, Unit.ORGANISATIONS, Hedge.SEVERAL),
                days=between("2025-01-01", "2025-12-20"),
                clause="has seen tens of thousands of firms sign up since",
            ),
        ),
        held_out=True,
    ),
)

UNJUDGED = (
    Written(
        "“Open weights are simply the more elegant idea,” he said, and shrugged.",
        dt.date(2026, 8, 1),
        "en",
        unjudged=Unjudged.OPINION,
        held_out=True,
    ),
    Written(
        "Analysts expect Qwen's downloads to double next year.",
        dt.date(2026, 8, 1),
        "en",
        unjudged=Unjudged.PREDICTION,
        held_out=True,
    ),
    Written(
        "Shares in the chip maker fell 3 percent in Tokyo, the most in four months.",
        dt.date(2026, 8, 1),
        "en",
        unjudged=Unjudged.OTHER,
        held_out=True,
    ),
)
