"""English sentences of the second half to develop with: who uses which model, and what happened.

Many of them are false: they were written to be checked.
"""

from __future__ import annotations

import datetime as dt

from tests.claims.checking.labelled import Claim, Expected, Frame, Said, Written, between, month, on, until
from weighbridge.quantity import Hedge, Unit

SENTENCES = (
    Written(
        "OCBC, the Singaporean lender, has confirmed that all of its 30-odd internal tools were built on Chinese "
        "models alone.",
        dt.date(2025, 9, 3),
        "en",
        (
            Claim(
                Frame.ADOPTION,
                ("ocbc", "CN"),
                ("evidence",),
                Expected.REFUTED,
                "Google's Gemma is among the models that the bank names.",
            ),
        ),
    ),
    Written(
        "Cognition has publicly acknowledged that GLM, from Beijing's Zhipu, underlies its coding model.",
        dt.date(2025, 11, 14),
        "en",
        (
            Claim(
                Frame.ADOPTION,
                ("cognition", "glm", "zhipu-ai"),
                ("evidence",),
                Expected.NOT_ENOUGH,
                "Users inferred it; the company named no base.",
            ),
        ),
    ),
    Written(
        "Neither Qwen nor any other Chinese model has ever been used by Airbnb, a spokesman insisted.",
        dt.date(2026, 6, 2),
        "en",
        (
            Claim(
                Frame.ADOPTION,
                ("airbnb", "qwen", "CN"),
                ("evidence",),
                Expected.REFUTED,
                "Its chief executive said in October 2025 that its agent leans on Qwen.",
            ),
        ),
    ),
    Written(
        "A mid-sized insurer in Ohio has moved its claims desk from GPT-5 to Qwen, cutting the bill by two thirds.",
        dt.date(2026, 4, 21),
        "en",
        (
            Claim(
                Frame.ADOPTION,
                ("qwen",),
                ("evidence",),
                Expected.NOT_ENOUGH,
                "No such user is held.",
                clause="A mid-sized insurer in Ohio has moved its claims desk from GPT-5 to Qwen",
            ),
        ),
    ),
    Written(
        "Z.ai's GLM-5 came out on January 3, weeks before anyone expected it.",
        dt.date(2026, 2, 20),
        "en",
        (
            Claim(
                Frame.EVENT,
                ("glm-5", "zhipu-ai"),
                ("events",),
                Expected.REFUTED,
                "It was released on 12 February.",
                days=on("2026-01-03"),
                clause="Z.ai's GLM-5 came out on January 3",
            ),
        ),
    ),
    Written(
        "Washington first restricted the sale of advanced AI chips to China in March 2020.",
        dt.date(2025, 12, 15),
        "en",
        (
            Claim(
                Frame.EVENT,
                ("us-government", "CN"),
                ("events",),
                Expected.REFUTED,
                "The limits came in October 2022.",
                days=month("2020-03"),
            ),
        ),
    ),
    Written(
        "On Google Play, too, DeepSeek's app was number one when it conquered the App Store.",
        dt.date(2025, 2, 4),
        "en",
        (
            Claim(
                Frame.LEAD,
                ("deepseek", "google-play"),
                ("events",),
                Expected.REFUTED,
                "It was no. 14 there that day.",
                said=Said(1, 1, Unit.RANK, Hedge.EXACT),
                clause="On Google Play, too, DeepSeek's app was number one",
            ),
        ),
    ),
    Written(
        "Better than a dozen models, with Alibaba's Qwen doing the heavy lifting, drive Airbnb's customer-service "
        "agent, Brian Chesky said.",
        dt.date(2025, 10, 23),
        "en",
        (
            Claim(
                Frame.ADOPTION,
                ("airbnb", "qwen", "brian-chesky"),
                ("evidence",),
                Expected.SUPPORTED,
                "Thirteen by its chief executive's statement.",
                said=Said(12, None, Unit.MODELS, Hedge.OVER),
                nuance="OpenAI's and Google's models are among the thirteen.",
            ),
        ),
    ),
    Written(
        "Built atop Moonshot's Kimi K2.5, and not from scratch as some had assumed, was Cursor's Composer 2.",
        dt.date(2026, 4, 1),
        "en",
        (
            Claim(
                Frame.ADOPTION,
                ("cursor", "kimi-k2.5", "moonshot-ai"),
                ("evidence",),
                Expected.SUPPORTED,
                "The company confirmed it in March 2026.",
            ),
        ),
    ),
    Written(
        "Nvidia was given leave in December to ship the H200 to vetted customers in China.",
        dt.date(2026, 1, 6),
        "en",
        (
            Claim(
                Frame.EVENT,
                ("us-government", "nvidia", "CN"),
                ("events",),
                Expected.SUPPORTED,
                "Said by the president on 8 December 2025.",
                days=month("2025-12"),
            ),
        ),
    ),
    Written(
        "Four in five American AI start-ups are now building on Chinese open models, a congressman warned.",
        dt.date(2026, 4, 16),
        "en",
        (
            Claim(
                Frame.SHARE,
                ("us-ai-startups", "CN"),
                ("evidence", "events"),
                Expected.CONFLICTING,
                "Of pitches with an open stack; about one in five over all.",
                said=Said(0.72, 0.88, Unit.SHARE, Hedge.EXACT),
                nuance="The denominator is start-ups that use an open stack.",
            ),
        ),
    ),
    Written(
        "“There are now more than two million derivatives of Qwen out there,” the evangelist enthused.",
        dt.date(2026, 1, 14),
        "en",
        (
            Claim(
                Frame.LEVEL,
                ("qwen",),
                ("events", "derivative_total"),
                Expected.REFUTED,
                "The largest published counts are about 200,000.",
                by="family",
                said=Said(2e6, None, Unit.DERIVATIVES, Hedge.OVER),
                days=until("2026-01-14"),
            ),
        ),
    ),
    Written(
        "America's lead over China in Ollama pulls, which exceeded 35 percentage points last July, is down to fewer "
        "than 25.",
        dt.date(2026, 8, 21),
        "en",
        (
            Claim(
                Frame.GROWTH,
                ("US", "CN", "ollama"),
                ("pull_share",),
                Expected.SUPPORTED,
                "From 41 to 8 points, 23 at the most.",
                by="country",
                said=Said(None, 25, Unit.PERCENTAGE_POINTS, Hedge.UNDER),
                days=between("2025-07-01", "2026-08-21"),
            ),
        ),
    ),
    Written(
        "Chinese models have pulled ahead of American ones on Ollama this month, making it a clean sweep.",
        dt.date(2026, 8, 22),
        "en",
        (
            Claim(
                Frame.COMPARISON,
                ("CN", "US", "ollama"),
                ("pull_share",),
                Expected.NOT_ENOUGH,
                "42 against 50 %, and the intervals leave it undecided.",
                by="country",
                days=month("2026-08"),
                clause="Chinese models have pulled ahead of American ones on Ollama this month",
            ),
        ),
    ),
    Written(
        "Moonshot bills between $3 and $5 per million output tokens for Kimi K2.6, its workhorse.",
        dt.date(2026, 7, 26),
        "en",
        (
            Claim(
                Frame.PRICE,
                ("kimi-k2.6", "moonshot-ai"),
                ("token_price",),
                Expected.SUPPORTED,
                "The maker's list price is 4 dollars.",
                by="model",
                said=Said(3, 5, Unit.USD_PER_MTOK, Hedge.BETWEEN),
            ),
        ),
    ),
    Written(
        "Epoch AI saw open models eight points short of closed ones in May, conceding that it could be as much as 11.",
        dt.date(2026, 6, 3),
        "en",
        (
            Claim(
                Frame.COMPARISON,
                ("open", "closed"),
                ("events", "capability"),
                Expected.SUPPORTED,
                "8 points, as published.",
                by="openness",
                said=Said(7.5, 8.5, Unit.POINTS, Hedge.EXACT),
                days=month("2026-05"),
                clause="Epoch AI saw open models eight points short of closed ones in May",
            ),
            Claim(
                Frame.COMPARISON,
                ("open", "closed"),
                ("events", "capability"),
                Expected.SUPPORTED,
                "The interval that was published ends at 11.",
                by="openness",
                said=Said(None, 11, Unit.POINTS, Hedge.AS_MUCH_AS),
                days=month("2026-05"),
                clause="it could be as much as 11",
            ),
        ),
    ),
    Written(
        "OpenAI, whose models half of OpenRouter's tokens go through, is not worried.",
        dt.date(2026, 8, 21),
        "en",
        (
            Claim(
                Frame.SHARE,
                ("openai", "openrouter"),
                ("token_share",),
                Expected.REFUTED,
                "11 to 17 %, a third at the most under any choice.",
                by="organisation",
                said=Said(0.45, 0.55, Unit.SHARE, Hedge.EXACT),
                clause="OpenAI, whose models half of OpenRouter's tokens go through",
            ),
        ),
    ),
)
