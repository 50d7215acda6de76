"""Sentences in simplified Chinese of the second half to develop with: those with claims, and those without."""

from __future__ import annotations

import datetime as dt

from tests.claims.checking import more_simplified_models, more_simplified_use
from tests.claims.checking.labelled import Unjudged, Written

SENTENCES = (*more_simplified_use.SENTENCES, *more_simplified_models.SENTENCES)

UNJUDGED = (
    Written("开源模型究竟是公共品，还是巨头的获客手段？", dt.date(2026, 8, 2), "zh-Hans", unjudged=Unjudged.QUESTION),
    Written(
        "他预计，两年之内国产芯片将承担大部分训练任务。", dt.date(2026, 8, 2), "zh-Hans", unjudged=Unjudged.PREDICTION
    ),
    Written("在笔者看来，跑分高低并不等于好用。", dt.date(2026, 8, 3), "zh-Hans", unjudged=Unjudged.OPINION),
    Written(
        "公司去年在成都新租了三层写字楼，员工食堂还没装修完。", dt.date(2026, 8, 3), "zh-Hans", unjudged=Unjudged.OTHER
    ),
    Written("谁会是下一个DeepSeek？", dt.date(2026, 8, 3), "zh-Hans", unjudged=Unjudged.QUESTION),
)
