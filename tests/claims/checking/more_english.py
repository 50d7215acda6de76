"""English sentences of the second half to develop with: those that make claims, and those that make none."""

from __future__ import annotations

import datetime as dt

from tests.claims.checking import more_english_models, more_english_news, more_english_use
from tests.claims.checking.labelled import Unjudged, Written

SENTENCES = (*more_english_use.SENTENCES, *more_english_models.SENTENCES, *more_english_news.SENTENCES)

UNJUDGED = (
    Written(
        "What would it take for a laboratory in Paris or Seoul to join the front rank?",
        dt.date(2026, 8, 2),
        "en",
        unjudged=Unjudged.QUESTION,
    ),
    Written(
        "“Open weights are the only decent way to build this technology,” she said, to applause.",
        dt.date(2026, 8, 2),
        "en",
        unjudged=Unjudged.OPINION,
    ),
    Written(
        "Within eighteen months, bankers reckon, DeepSeek will list its shares in Hong Kong.",
        dt.date(2026, 8, 2),
        "en",
        unjudged=Unjudged.PREDICTION,
    ),
    Written(
        "Her grandmother's bakery sold 300 loaves a day, half of them before dawn.",
        dt.date(2026, 8, 2),
        "en",
        unjudged=Unjudged.OTHER,
    ),
)
