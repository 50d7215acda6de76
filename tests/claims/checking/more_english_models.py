"""English sentences of the second half to develop with: capability, preference, price and size.

Many of them are false: they were written to be checked.
"""

from __future__ import annotations

import datetime as dt

from tests.claims.checking.labelled import Claim, Expected, Frame, Said, Written, between, month, on, year
from weighbridge.quantity import Hedge, Unit

SENTENCES = (
    Written(
        "On Epoch's capability index, France's strongest model, from Mistral, sits more than ten points below the "
        "best American one.",
        dt.date(2026, 8, 13),
        "en",
        (
            Claim(
                Frame.COMPARISON,
                ("FR", "mistral-ai", "US", "epoch-capabilities-index"),
                ("capability",),
                Expected.SUPPORTED,
                "142.6 points against 161.6, and 12 apart at the least.",
                by="country",
                said=Said(10, None, Unit.POINTS, Hedge.OVER),
            ),
        ),
    ),
    Written(
        "Open models have finally drawn level with closed ones, the foundation declared, and the data bear it out.",
        dt.date(2026, 8, 12),
        "en",
        (
            Claim(
                Frame.COMPARISON,
                ("open", "closed"),
                ("capability",),
                Expected.REFUTED,
                "Closed ones lead by 4.6 points, 3.4 at the least, under all choices.",
                by="openness",
                clause="Open models have finally drawn level with closed ones",
            ),
        ),
    ),
    Written(
        "OpenAI once again has the single most capable model on the market, pipping Anthropic to the post.",
        dt.date(2026, 8, 12),
        "en",
        (
            Claim(
                Frame.LEAD,
                ("openai", "anthropic"),
                ("capability",),
                Expected.NOT_ENOUGH,
                "0.1 points apart, with an interval from -1.6 to 2.2.",
                by="organisation",
            ),
        ),
    ),
    Written(
        "“Their best model is well over a year behind ours,” the senator, back from a tour of their labs, "
        "assured reporters.",
        dt.date(2026, 8, 11),
        "en",
        (
            Claim(
                Frame.LAG,
                ("CN", "US"),
                ("capability_lag",),
                Expected.REFUTED,
                "5.2 months, 8.8 under the choice that gives the most.",
                by="country",
                said=Said(12, None, Unit.MONTHS, Hedge.OVER),
                clause="Their best model is well over a year behind ours",
            ),
        ),
    ),
    Written(
        "At $30 per million output tokens, GPT-5.5 is 25 times as expensive as MiniMax's M3.",
        dt.date(2026, 7, 27),
        "en",
        (
            Claim(
                Frame.PRICE,
                ("gpt-5.5",),
                ("token_price",),
                Expected.SUPPORTED,
                "The maker's list price of tokens written.",
                by="model",
                said=Said(29.5, 30.5, Unit.USD_PER_MTOK, Hedge.EXACT),
                clause="At $30 per million output tokens, GPT-5.5",
            ),
            Claim(
                Frame.PRICE,
                ("gpt-5.5", "minimax-m3", "minimax"),
                ("token_price",),
                Expected.SUPPORTED,
                "30 dollars against 1.20.",
                by="model",
                said=Said(24.5, 25.5, Unit.TIMES, Hedge.EXACT),
                clause="GPT-5.5 is 25 times as expensive as MiniMax's M3",
            ),
        ),
    ),
    Written(
        "Open-weight offerings, matched by ability, typically sell for less than a quarter of what closed ones do.",
        dt.date(2026, 7, 28),
        "en",
        (
            Claim(
                Frame.PRICE,
                ("open", "closed"),
                ("price_gap",),
                Expected.SUPPORTED,
                "0.15 times, 0.20 at the most.",
                by="openness",
                said=Said(None, 0.25, Unit.TIMES, Hedge.UNDER),
            ),
        ),
    ),
    Written(
        "Weighing in at a trillion parameters, Kimi K2.6 dwarfs the 230-billion-parameter MiniMax M2.7.",
        dt.date(2026, 5, 6),
        "en",
        (
            Claim(
                Frame.SIZE,
                ("kimi-k2.6",),
                ("model_size",),
                Expected.SUPPORTED,
                "A trillion in total.",
                by="model",
                said=Said(0.95e12, 1.05e12, Unit.PARAMETERS, Hedge.EXACT),
                clause="Weighing in at a trillion parameters, Kimi K2.6",
            ),
            Claim(
                Frame.SIZE,
                ("minimax-m2.7",),
                ("model_size",),
                Expected.SUPPORTED,
                "230 billion in total.",
                by="model",
                said=Said(225e9, 235e9, Unit.PARAMETERS, Hedge.EXACT),
                clause="the 230-billion-parameter MiniMax M2.7",
            ),
            Claim(
                Frame.SIZE,
                ("kimi-k2.6", "minimax-m2.7"),
                ("model_size",),
                Expected.SUPPORTED,
                "A trillion against 230 billion.",
                by="model",
                clause="Kimi K2.6 dwarfs",
            ),
        ),
    ),
    Written(
        "In November the crown of the LMArena text board passed to Alibaba, according to a company memo.",
        dt.date(2025, 11, 30),
        "en",
        (
            Claim(
                Frame.LEAD,
                ("alibaba", "lmarena"),
                ("arena_rating",),
                Expected.NOT_ENOUGH,
                "The ratings held end in August 2025.",
                by="organisation",
                days=month("2025-11"),
            ),
        ),
    ),
    Written(
        "In mid-July Gemini's margin over the best Chinese entrant on LMArena's board was no fewer than 30 points.",
        dt.date(2025, 7, 21),
        "en",
        (
            Claim(
                Frame.COMPARISON,
                ("gemini", "CN", "lmarena"),
                ("arena_rating",),
                Expected.SUPPORTED,
                "1474 points against 1424.",
                by="country",
                said=Said(30, None, Unit.POINTS, Hedge.AT_LEAST),
                days=on("2025-07-18"),
            ),
        ),
    ),
    Written(
        "South Korea's lone contender in the Arena lagged several hundred points behind Gemini 2.5 Pro.",
        dt.date(2025, 8, 6),
        "en",
        (
            Claim(
                Frame.COMPARISON,
                ("KR", "gemini-2.5-pro", "lmarena"),
                ("arena_rating",),
                Expected.SUPPORTED,
                "1091 points against 1470.",
                by="country",
                said=Said(200, 1000, Unit.POINTS, Hedge.SEVERAL),
            ),
        ),
    ),
    Written(
        "France, for all Mistral's efforts, remains over twelve months behind the Americans at the frontier.",
        dt.date(2026, 8, 14),
        "en",
        (
            Claim(
                Frame.LAG,
                ("FR", "mistral-ai", "US"),
                ("capability_lag",),
                Expected.CONFLICTING,
                "19.7 months since the level was first reached, as few as 4.8 by other definitions.",
                by="country",
                said=Said(12, None, Unit.MONTHS, Hedge.OVER),
            ),
        ),
    ),
    Written(
        "The distance between the best American and the best Chinese model on the capability index has dwindled from "
        "about ten points at the end of March to fewer than nine.",
        dt.date(2026, 8, 12),
        "en",
        (
            Claim(
                Frame.GROWTH,
                ("US", "CN"),
                ("capability",),
                Expected.SUPPORTED,
                "From 10.4 to 4.6 points, 7.8 at the most.",
                by="country",
                said=Said(None, 9, Unit.POINTS, Hedge.UNDER),
                days=between("2026-03-31", "2026-08-12"),
            ),
        ),
    ),
    Written(
        "Closed models, buyers say, are about twice as dear as open ones that do the same work.",
        dt.date(2026, 7, 29),
        "en",
        (
            Claim(
                Frame.PRICE,
                ("closed", "open"),
                ("price_gap",),
                Expected.REFUTED,
                "Six times and more, five at the least.",
                by="openness",
                said=Said(1.8, 2.2, Unit.TIMES, Hedge.ABOUT),
            ),
        ),
    ),
    Written(
        "Anthropic lists Claude Sonnet 5 at a dollar per million input tokens.",
        dt.date(2026, 7, 25),
        "en",
        (
            Claim(
                Frame.PRICE,
                ("claude-sonnet-5", "anthropic"),
                ("token_price",),
                Expected.REFUTED,
                "The list price of tokens read is 2 dollars.",
                by="model",
                said=Said(0.5, 1.5, Unit.USD_PER_MTOK, Hedge.EXACT),
            ),
        ),
    ),
    Written(
        "Back in 2022, a million tokens from a Chinese model would have set you back at least $8.",
        dt.date(2026, 7, 20),
        "en",
        (
            Claim(
                Frame.PRICE,
                ("CN",),
                ("token_price",),
                Expected.NOT_ENOUGH,
                "Lists of prices begin in 2025.",
                by="country",
                said=Said(8, None, Unit.USD_PER_MTOK, Hedge.AT_LEAST),
                days=year(2022),
            ),
        ),
    ),
    Written(
        "Larger by more than half than its predecessor it certainly is: GLM-5 runs to 744 billion parameters, GLM-4.7 "
        "to under 400 billion.",
        dt.date(2026, 2, 16),
        "en",
        (
            Claim(
                Frame.SIZE,
                ("glm-5",),
                ("model_size",),
                Expected.SUPPORTED,
                "744 billion in total.",
                by="model",
                said=Said(743.5e9, 744.5e9, Unit.PARAMETERS, Hedge.EXACT),
                clause="GLM-5 runs to 744 billion parameters",
            ),
            Claim(
                Frame.SIZE,
                ("glm-4.7",),
                ("model_size",),
                Expected.SUPPORTED,
                "358 billion in total.",
                by="model",
                said=Said(None, 400e9, Unit.PARAMETERS, Hedge.UNDER),
                clause="GLM-4.7 to under 400 billion",
            ),
        ),
    ),
    Written(
        "GPT-5.5 is thought to hold between 5 and 10 trillion parameters, although OpenAI has never said so.",
        dt.date(2026, 5, 2),
        "en",
        (
            Claim(
                Frame.SIZE,
                ("gpt-5.5", "openai"),
                ("model_size",),
                Expected.NOT_ENOUGH,
                "Its size is not disclosed.",
                by="model",
                said=Said(5e12, 10e12, Unit.PARAMETERS, Hedge.BETWEEN),
                clause="GPT-5.5 is thought to hold between 5 and 10 trillion parameters",
            ),
        ),
    ),
    Written(
        "Epoch AI reckoned that Chinese models had been running seven months late on average since 2023, never fewer "
        "than four.",
        dt.date(2026, 1, 30),
        "en",
        (
            Claim(
                Frame.LAG,
                ("CN", "US"),
                ("events", "capability_lag"),
                Expected.SUPPORTED,
                "Mean 7 months, from 4 to 14, as published.",
                by="country",
                said=Said(6.5, 7.5, Unit.MONTHS, Hedge.EXACT),
                days=between("2023-01-01", "2026-01-30"),
            ),
        ),
    ),
    Written(
        "However one slices it, Chinese developers are at the very least three months adrift of the US frontier.",
        dt.date(2026, 8, 13),
        "en",
        (
            Claim(
                Frame.LAG,
                ("CN", "US"),
                ("capability_lag",),
                Expected.CONFLICTING,
                "3.6 months at the least by the default, 1.5 by another definition.",
                by="country",
                said=Said(3, None, Unit.MONTHS, Hedge.AT_LEAST),
            ),
        ),
    ),
)
