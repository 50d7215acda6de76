"""English sentences in plain newspaper words, the third set: capability, sizes, prices, users and events.

Many of them are false: they were written to be checked.
"""

from __future__ import annotations

import datetime as dt

from tests.claims.checking.labelled import Claim, Expected, Frame, Said, Written, month
from weighbridge.quantity import Hedge, Unit

SENTENCES = (
    Written(
        "Chinese models trail their U.S. counterparts by an average of seven months, research group Epoch AI said in "
        "a January report.",
        dt.date(2026, 2, 10),
        "en",
        (
            Claim(
                Frame.LAG,
                ("CN", "US"),
                ("events", "capability_lag"),
                Expected.SUPPORTED,
                "Mean 7 months since 2023, as published.",
                by="country",
                said=Said(6.5, 7.5, Unit.MONTHS, Hedge.EXACT),
            ),
        ),
    ),
    Written(
        "China's leading AI models are only two weeks behind those of the United States, a White House adviser said.",
        dt.date(2026, 8, 12),
        "en",
        (
            Claim(
                Frame.LAG,
                ("CN", "US"),
                ("capability_lag",),
                Expected.REFUTED,
                "5.2 months, and 1.5 under the choice that gives the least.",
                by="country",
                said=Said(1.5, 2.5, Unit.WEEKS, Hedge.EXACT),
            ),
        ),
    ),
    Written(
        "The most capable AI models still come from the United States, an index compiled by Epoch AI shows.",
        dt.date(2026, 8, 13),
        "en",
        (
            Claim(
                Frame.LEAD,
                ("US", "epoch-capabilities-index"),
                ("capability",),
                Expected.SUPPORTED,
                "161.6 points against 157.0, under all choices.",
                by="country",
            ),
        ),
    ),
    Written(
        "Moonshot's Kimi K3 is the most capable Chinese model, ahead of Alibaba's Qwen 3.8 Max, according to the "
        "index.",
        dt.date(2026, 8, 12),
        "en",
        (
            Claim(
                Frame.LEAD,
                ("kimi-k3", "moonshot-ai", "CN"),
                ("capability",),
                Expected.NOT_ENOUGH,
                "A point ahead of Qwen 3.8 Max, with intervals that overlap.",
                by="model",
                clause="Moonshot's Kimi K3 is the most capable Chinese model",
            ),
            Claim(
                Frame.COMPARISON,
                ("kimi-k3", "qwen3.8-max"),
                ("capability",),
                Expected.NOT_ENOUGH,
                "157.0 against 156.1 points, with intervals that overlap.",
                by="model",
                clause="ahead of Alibaba's Qwen 3.8 Max",
            ),
        ),
    ),
    Written(
        "Beijing-based Moonshot released Kimi K2, a model with 1 trillion parameters, in July 2025.",
        dt.date(2025, 11, 10),
        "en",
        (
            Claim(
                Frame.EVENT,
                ("kimi-k2", "moonshot-ai"),
                ("events",),
                Expected.SUPPORTED,
                "Released on 11 July.",
                days=month("2025-07"),
                clause="Beijing-based Moonshot released Kimi K2",
            ),
            Claim(
                Frame.SIZE,
                ("kimi-k2",),
                ("model_size",),
                Expected.SUPPORTED,
                "A trillion in total.",
                by="model",
                said=Said(9.5e11, 1.05e12, Unit.PARAMETERS, Hedge.EXACT),
                clause="a model with 1 trillion parameters",
            ),
        ),
    ),
    Written(
        "OpenAI released gpt-oss, its first open-weight language model in more than five years, in June 2025.",
        dt.date(2025, 9, 12),
        "en",
        (
            Claim(
                Frame.EVENT,
                ("gpt-oss", "openai"),
                ("events",),
                Expected.REFUTED,
                "Released on 5 August 2025.",
                days=month("2025-06"),
            ),
        ),
    ),
    Written(
        "DeepSeek's V4 Flash costs 28 cents per million output tokens, compared with $15 for OpenAI's GPT-5.4.",
        dt.date(2026, 7, 27),
        "en",
        (
            Claim(
                Frame.PRICE,
                ("deepseek-v4-flash", "deepseek"),
                ("token_price",),
                Expected.SUPPORTED,
                "The maker's list price of tokens written.",
                by="model",
                said=Said(0.275, 0.285, Unit.USD_PER_MTOK, Hedge.EXACT),
                clause="DeepSeek's V4 Flash costs 28 cents per million output tokens",
            ),
            Claim(
                Frame.PRICE,
                ("gpt-5.4", "openai"),
                ("token_price",),
                Expected.SUPPORTED,
                "The maker's list price of tokens written.",
                by="model",
                said=Said(14.5, 15.5, Unit.USD_PER_MTOK, Hedge.EXACT),
                clause="$15 for OpenAI's GPT-5.4",
            ),
        ),
    ),
    Written(
        "Google priced Gemini 3.5 Flash at 50 cents per million output tokens, undercutting its rivals.",
        dt.date(2026, 7, 27),
        "en",
        (
            Claim(
                Frame.PRICE,
                ("gemini-3.5-flash", "google"),
                ("token_price",),
                Expected.REFUTED,
                "The list price of tokens written is 9 dollars.",
                by="model",
                said=Said(0.495, 0.505, Unit.USD_PER_MTOK, Hedge.EXACT),
                clause="Google priced Gemini 3.5 Flash at 50 cents per million output tokens",
            ),
        ),
    ),
    Written(
        "U.S. models cost on average 10 times as much as Chinese models with similar performance.",
        dt.date(2026, 7, 28),
        "en",
        (
            Claim(
                Frame.PRICE,
                ("US", "CN"),
                ("price_gap",),
                Expected.REFUTED,
                "Four times, five and a half at the most.",
                by="country",
                said=Said(9.5, 10.5, Unit.TIMES, Hedge.EXACT),
            ),
        ),
    ),
    Written(
        "Airbnb is relying heavily on Alibaba's Qwen to power its customer service agent, Chief Executive Brian "
        "Chesky said.",
        dt.date(2025, 10, 24),
        "en",
        (
            Claim(
                Frame.ADOPTION,
                ("airbnb", "qwen", "alibaba", "brian-chesky"),
                ("evidence",),
                Expected.SUPPORTED,
                "So its chief executive said that month.",
                nuance="Twelve other models run it too.",
            ),
        ),
    ),
    Written(
        "Cursor said in March that its Composer 2 coding model was built on DeepSeek.",
        dt.date(2026, 4, 10),
        "en",
        (
            Claim(
                Frame.ADOPTION,
                ("cursor", "deepseek"),
                ("evidence",),
                Expected.REFUTED,
                "The company confirmed Kimi K2.5 as the base that month.",
                days=month("2026-03"),
            ),
        ),
    ),
    Written(
        "Singapore's OCBC Bank uses open models from Google, Alibaba and DeepSeek in about 30 in-house tools.",
        dt.date(2025, 9, 8),
        "en",
        (
            Claim(
                Frame.ADOPTION,
                ("ocbc", "google", "alibaba", "deepseek"),
                ("evidence",),
                Expected.SUPPORTED,
                "By its own statement of August 2025.",
                said=Said(27, 33, Unit.PLAIN, Hedge.ABOUT),
            ),
        ),
    ),
    Written(
        "Volkswagen has switched its in-car voice assistant to DeepSeek, two people familiar with the matter said.",
        dt.date(2026, 5, 14),
        "en",
        (
            Claim(
                Frame.ADOPTION,
                ("deepseek",),
                ("evidence",),
                Expected.NOT_ENOUGH,
                "No such user is held.",
            ),
        ),
    ),
    Written(
        "The United States imposed sweeping curbs on exports of advanced AI chips to China in October 2022.",
        dt.date(2026, 1, 14),
        "en",
        (
            Claim(
                Frame.EVENT,
                ("us-government", "US", "CN"),
                ("events",),
                Expected.SUPPORTED,
                "The limits came that month.",
                days=month("2022-10"),
            ),
        ),
    ),
)
