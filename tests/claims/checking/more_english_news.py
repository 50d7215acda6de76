"""English sentences of the second half to develop with: who uses which model, and what happened.

Many of them are false: they were written to be checked.
"""

from __future__ import annotations

import datetime as dt

from tests.claims.checking.labelled import Claim, Expected, Frame, Said, Written, month, on
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
)
