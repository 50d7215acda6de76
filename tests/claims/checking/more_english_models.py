"""English sentences of the second half to develop with: capability, preference, price and size.

Many of them are false: they were written to be checked.
"""

from __future__ import annotations

import datetime as dt

from tests.claims.checking.labelled import Claim, Expected, Frame, Said, Written, month
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
        "It would take China well over a year to match where American labs are today, if history is a guide: that is "
        "how far behind its best model runs, according to the senator.",
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
                clause="It would take China well over a year to match where American labs are today",
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
)
