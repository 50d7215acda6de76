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
    Written(
        "Is a model whose training data stay secret really open?", dt.date(2026, 8, 3), "en", unjudged=Unjudged.QUESTION
    ),
    Written(
        "I have never understood the fuss about benchmarks, and I doubt that I ever will.",
        dt.date(2026, 8, 3),
        "en",
        unjudged=Unjudged.OPINION,
    ),
    Written(
        "Analysts at the bank expect Qwen to double its share of downloads by Christmas.",
        dt.date(2026, 8, 3),
        "en",
        unjudged=Unjudged.PREDICTION,
    ),
    Written(
        "Shares in the chip maker slid 4 percent on Tuesday after its finance chief resigned.",
        dt.date(2026, 8, 3),
        "en",
        unjudged=Unjudged.OTHER,
    ),
    Written(
        "The ministry, which employs some 1,200 people in Seoul and Sejong, declined to comment.",
        dt.date(2026, 8, 3),
        "en",
        unjudged=Unjudged.OTHER,
    ),
    Written(
        "Llama is a lovely name for a model, and a far better one than GPT.",
        dt.date(2026, 8, 3),
        "en",
        unjudged=Unjudged.OPINION,
    ),
)
