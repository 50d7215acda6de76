"""Sentences in simplified Chinese in the plain words of newspapers: a third set to develop with.

Many of them are false: they were written to be checked.
"""

from __future__ import annotations

import datetime as dt

from tests.claims.checking.labelled import Claim, Expected, Frame, Said, Unjudged, Written, between, month, on
from weighbridge.quantity import Hedge, Unit

SENTENCES = (
    Written(
        "OpenRouter数据显示，截至8月21日的一周，中国模型Token调用量占比约六成，美国模型占比不足五成。",
        dt.date(2026, 8, 24),
        "zh-Hans",
        (
            Claim(
                Frame.SHARE,
                ("CN", "openrouter"),
                ("token_share",),
                Expected.SUPPORTED,
                "57.9 to 64.1 %.",
                by="country",
                said=Said(0.54, 0.66, Unit.SHARE, Hedge.ABOUT),
                days=between("2026-08-15", "2026-08-21"),
                clause="中国模型Token调用量占比约六成",
            ),
            Claim(
                Frame.SHARE,
                ("US", "openrouter"),
                ("token_share",),
                Expected.SUPPORTED,
                "34.8 to 41.0 %, and under half by any choice.",
                by="country",
                said=Said(None, 0.5, Unit.SHARE, Hedge.UNDER),
                days=between("2026-08-15", "2026-08-21"),
                clause="美国模型占比不足五成",
            ),
        ),
    ),
    Written(
        "小米MiMo系列模型本周在OpenRouter的调用量排名第一。",
        dt.date(2026, 8, 21),
        "zh-Hans",
        (
            Claim(
                Frame.LEAD,
                ("mimo", "xiaomi", "openrouter"),
                ("token_share",),
                Expected.REFUTED,
                "DeepSeek has 24 % at the least, MiMo 17 at the most.",
                by="family",
                said=Said(1, 1, Unit.RANK, Hedge.EXACT),
            ),
        ),
    ),
    Written(
        "阿里云透露，通义千问全球下载量突破20亿次，衍生模型数量超过20万个。",
        dt.date(2026, 3, 30),
        "zh-Hans",
        (
            Claim(
                Frame.LEVEL,
                ("qwen",),
                ("events", "download_total"),
                Expected.REFUTED,
                "942.1 million by the published count.",
                by="family",
                said=Said(2e9, None, Unit.DOWNLOADS, Hedge.OVER),
                clause="通义千问全球下载量突破20亿次",
            ),
            Claim(
                Frame.LEVEL,
                ("qwen",),
                ("events", "derivative_total"),
                Expected.CONFLICTING,
                "Five counts in print run from over 100,000 to over 200,000.",
                by="family",
                said=Said(200_000, None, Unit.DERIVATIVES, Hedge.OVER),
                clause="衍生模型数量超过20万个",
            ),
        ),
    ),
    Written(
        "根据ATOM项目的统计，截至3月中国开源模型累计下载量达11.5亿次，比美国多出约4亿次。",
        dt.date(2026, 4, 15),
        "zh-Hans",
        (
            Claim(
                Frame.LEVEL,
                ("CN", "atom-project"),
                ("events", "download_total"),
                Expected.SUPPORTED,
                "As published.",
                by="country",
                said=Said(1.145e9, 1.155e9, Unit.DOWNLOADS, Hedge.EXACT),
                days=month("2026-03"),
                clause="截至3月中国开源模型累计下载量达11.5亿次",
            ),
            Claim(
                Frame.COMPARISON,
                ("CN", "US"),
                ("events", "download_total"),
                Expected.SUPPORTED,
                "427 million more, by the published counts.",
                by="country",
                said=Said(3.6e8, 4.4e8, Unit.DOWNLOADS, Hedge.ABOUT),
                days=month("2026-03"),
                clause="比美国多出约4亿次",
            ),
        ),
    ),
    Written(
        "MiniMax M2.5总参数量为2300亿，激活参数仅100亿。",
        dt.date(2026, 2, 20),
        "zh-Hans",
        (
            Claim(
                Frame.SIZE,
                ("minimax-m2.5",),
                ("model_size",),
                Expected.SUPPORTED,
                "230 billion in total.",
                by="model",
                said=Said(2.25e11, 2.35e11, Unit.PARAMETERS, Hedge.EXACT),
                clause="MiniMax M2.5总参数量为2300亿",
            ),
            Claim(
                Frame.SIZE,
                ("minimax-m2.5",),
                ("model_size",),
                Expected.SUPPORTED,
                "10 billion are active.",
                by="model",
                said=Said(9.5e9, 1.05e10, Unit.PARAMETERS, Hedge.EXACT),
                clause="激活参数仅100亿",
            ),
        ),
    ),
    Written(
        "2月12日，智谱发布新一代旗舰模型GLM-5，参数规模达到1.5万亿。",
        dt.date(2026, 2, 13),
        "zh-Hans",
        (
            Claim(
                Frame.EVENT,
                ("glm-5", "zhipu-ai"),
                ("events",),
                Expected.SUPPORTED,
                "Released that day.",
                days=on("2026-02-12"),
                clause="2月12日，智谱发布新一代旗舰模型GLM-5",
            ),
            Claim(
                Frame.SIZE,
                ("glm-5",),
                ("model_size",),
                Expected.REFUTED,
                "744 billion in total.",
                by="model",
                said=Said(1.45e12, 1.55e12, Unit.PARAMETERS, Hedge.EXACT),
                clause="参数规模达到1.5万亿",
            ),
        ),
    ),
    Written(
        "价格方面，GLM-5.2每百万输出Token收费4.4美元，不到Claude Opus 4.8的五分之一。",
        dt.date(2026, 7, 27),
        "zh-Hans",
        (
            Claim(
                Frame.PRICE,
                ("glm-5.2",),
                ("token_price",),
                Expected.SUPPORTED,
                "The maker's list price of tokens written.",
                by="model",
                said=Said(4.35, 4.45, Unit.USD_PER_MTOK, Hedge.EXACT),
                clause="GLM-5.2每百万输出Token收费4.4美元",
            ),
            Claim(
                Frame.PRICE,
                ("glm-5.2", "claude-opus-4.8"),
                ("token_price",),
                Expected.SUPPORTED,
                "4.40 dollars against 25.",
                by="model",
                said=Said(None, 0.2, Unit.TIMES, Hedge.UNDER),
                clause="不到Claude Opus 4.8的五分之一",
            ),
        ),
    ),
    Written(
        "英伟达CEO黄仁勋去年11月对英国《金融时报》表示，中国将赢得AI竞赛。",
        dt.date(2026, 1, 8),
        "zh-Hans",
        (
            Claim(
                Frame.EVENT,
                ("jensen-huang", "nvidia", "CN"),
                ("events",),
                Expected.SUPPORTED,
                "He said so on 5 November 2025.",
                days=month("2025-11"),
                nuance="He tempered it the same day.",
            ),
        ),
    ),
    Written(
        "中美顶尖模型的能力差距，已从去年底的8分以上缩小到不足3分。",
        dt.date(2026, 8, 14),
        "zh-Hans",
        (
            Claim(
                Frame.GROWTH,
                ("US", "CN"),
                ("capability",),
                Expected.REFUTED,
                "From 8.7 to 4.6 points, 3.4 at the least.",
                by="country",
                said=Said(None, 3, Unit.POINTS, Hedge.UNDER),
                days=between("2025-12-31", "2026-08-14"),
            ),
        ),
    ),
    Written(
        "今年7月，千问系列占Ollama拉取量的四成以上，位居第一。",
        dt.date(2026, 8, 6),
        "zh-Hans",
        (
            Claim(
                Frame.SHARE,
                ("qwen", "ollama"),
                ("pull_share",),
                Expected.REFUTED,
                "28 %, and 33 at the most.",
                by="family",
                said=Said(0.4, None, Unit.SHARE, Hedge.OVER),
                days=month("2026-07"),
                clause="千问系列占Ollama拉取量的四成以上",
            ),
            Claim(
                Frame.LEAD,
                ("qwen", "ollama"),
                ("pull_share",),
                Expected.SUPPORTED,
                "28 %, the next family has 18.",
                by="family",
                said=Said(1, 1, Unit.RANK, Hedge.EXACT),
                days=month("2026-07"),
                clause="位居第一",
            ),
        ),
    ),
    Written(
        "业内普遍认为，开源模型与闭源模型之间的差距约为一年。",
        dt.date(2026, 8, 12),
        "zh-Hans",
        (
            Claim(
                Frame.LAG,
                ("open", "closed"),
                ("capability_lag",),
                Expected.REFUTED,
                "5.2 months, and 7.9 under the choice that gives the most.",
                by="openness",
                said=Said(0.9, 1.1, Unit.YEARS, Hedge.ABOUT),
            ),
        ),
    ),
    Written(
        "特斯拉中国的车载语音助手已接入DeepSeek。",
        dt.date(2026, 5, 21),
        "zh-Hans",
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
        "爱彼迎首席执行官切斯基表示，公司正大量使用阿里巴巴的千问模型。",
        dt.date(2025, 10, 23),
        "zh-Hans",
        (
            Claim(
                Frame.ADOPTION,
                ("airbnb", "qwen", "alibaba", "brian-chesky"),
                ("evidence",),
                Expected.SUPPORTED,
                "So its chief executive said that month.",
            ),
        ),
    ),
    Written(
        "法国人工智能公司Mistral今年4月发布Mistral Medium 3.5，参数量为1280亿。",
        dt.date(2026, 5, 8),
        "zh-Hans",
        (
            Claim(
                Frame.EVENT,
                ("mistral-medium-3.5", "mistral-ai", "FR"),
                ("events",),
                Expected.SUPPORTED,
                "Released on 29 April.",
                days=month("2026-04"),
                clause="法国人工智能公司Mistral今年4月发布Mistral Medium 3.5",
            ),
            Claim(
                Frame.SIZE,
                ("mistral-medium-3.5",),
                ("model_size",),
                Expected.SUPPORTED,
                "128 billion in total.",
                by="model",
                said=Said(1.275e11, 1.285e11, Unit.PARAMETERS, Hedge.EXACT),
                clause="参数量为1280亿",
            ),
        ),
    ),
    Written(
        "日本企业开发的模型上周在OpenRouter的份额为2%。",
        dt.date(2026, 8, 22),
        "zh-Hans",
        (
            Claim(
                Frame.SHARE,
                ("JP", "openrouter"),
                ("token_share",),
                Expected.NOT_ENOUGH,
                "None of them is listed.",
                by="country",
                said=Said(0.015, 0.025, Unit.SHARE, Hedge.EXACT),
                days=between("2026-08-15", "2026-08-21"),
            ),
        ),
    ),
)


UNJUDGED = (
    Written("该公司二季度营收同比增长18%，净利润为12亿元。", dt.date(2026, 8, 4), "zh-Hans", unjudged=Unjudged.OTHER),
    Written("分析师预计，明年大模型价格战还将继续。", dt.date(2026, 8, 4), "zh-Hans", unjudged=Unjudged.PREDICTION),
    Written("开源模型能否真正实现盈利？", dt.date(2026, 8, 5), "zh-Hans", unjudged=Unjudged.QUESTION),
)
