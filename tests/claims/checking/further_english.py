"""English sentences in plain newspaper words, a third set to develop with: with claims, and without."""

from __future__ import annotations

import datetime as dt

from tests.claims.checking import further_english_models, further_english_use
from tests.claims.checking.labelled import Unjudged, Written

SENTENCES = (*further_english_use.SENTENCES, *further_english_models.SENTENCES)

UNJUDGED = (
    Written(
        "Shares in Alibaba closed 2.3% higher in Hong Kong on Tuesday.",
        dt.date(2026, 8, 4),
        "en",
        unjudged=Unjudged.OTHER,
    ),
    Written(
        "Analysts expect open models to capture half of the enterprise market by 2028.",
        dt.date(2026, 8, 4),
        "en",
        unjudged=Unjudged.PREDICTION,
    ),
    Written(
        "Open source is simply the better way to build technology, he said.",
        dt.date(2026, 8, 5),
        "en",
        unjudged=Unjudged.OPINION,
    ),
    Written(
        "The startup did not immediately respond to a request for comment.",
        dt.date(2026, 8, 5),
        "en",
        unjudged=Unjudged.OTHER,
    ),
)
