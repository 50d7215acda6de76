"""Sentences in traditional Chinese of the second half to develop with: those with claims, and those without."""

from __future__ import annotations

import datetime as dt

from tests.claims.checking import more_traditional_models, more_traditional_use
from tests.claims.checking.labelled import Unjudged, Written

SENTENCES = (*more_traditional_use.SENTENCES, *more_traditional_models.SENTENCES)

UNJUDGED = (
    Written("依我看，封閉模型的護城河其實比外界想像的深。", dt.date(2026, 8, 2), "zh-Hant", unjudged=Unjudged.OPINION),
    Written(
        "颱風逼近，展館週四提早兩小時閉館，場外排隊的人潮逾三百人。",
        dt.date(2026, 8, 2),
        "zh-Hant",
        unjudged=Unjudged.OTHER,
    ),
    Written("開放權重，到底是策略還是信仰？", dt.date(2026, 8, 3), "zh-Hant", unjudged=Unjudged.QUESTION),
    Written(
        "外資券商估計，到2027年底開放模型的市占將再翻一倍。",
        dt.date(2026, 8, 3),
        "zh-Hant",
        unjudged=Unjudged.PREDICTION,
    ),
    Written("他說，這場競賽裡沒有人是真正的贏家。", dt.date(2026, 8, 3), "zh-Hant", unjudged=Unjudged.OPINION),
)
