"""English sentences in plain newspaper words, the third set: tokens, pulls, downloads and derivatives.

Many of them are false: they were written to be checked.
"""

from __future__ import annotations

import datetime as dt

from tests.claims.checking.labelled import Claim, Expected, Frame, Said, Written, between, month, until
from weighbridge.quantity import Hedge, Unit

SENTENCES = (
    Written(
        "Chinese models accounted for about 61% of all tokens processed on OpenRouter in the week ended Aug. 21, "
        "according to data from the platform.",
        dt.date(2026, 8, 24),
        "en",
        (
            Claim(
                Frame.SHARE,
                ("CN", "openrouter"),
                ("token_share",),
                Expected.SUPPORTED,
                "57.9 to 64.1 % by the daily list of that week.",
                by="country",
                said=Said(0.549, 0.671, Unit.SHARE, Hedge.ABOUT),
                days=between("2026-08-15", "2026-08-21"),
            ),
        ),
    ),
    Written(
        "Xiaomi, better known for its smartphones, now handles more than 40% of tokens on OpenRouter.",
        dt.date(2026, 8, 21),
        "en",
        (
            Claim(
                Frame.SHARE,
                ("xiaomi", "openrouter"),
                ("token_share",),
                Expected.REFUTED,
                "10.4 to 16.6 %, and 34 at the most under any choice.",
                by="organisation",
                said=Said(0.4, None, Unit.SHARE, Hedge.OVER),
            ),
        ),
    ),
    Written(
        "DeepSeek was the most-used model developer on OpenRouter last week, ahead of OpenAI and Google.",
        dt.date(2026, 8, 22),
        "en",
        (
            Claim(
                Frame.LEAD,
                ("deepseek", "openai", "google", "openrouter"),
                ("token_share",),
                Expected.SUPPORTED,
                "24.1 % at the least, the next has at most 17.2.",
                by="organisation",
                days=between("2026-08-15", "2026-08-21"),
            ),
        ),
    ),
    Written(
        "U.S. companies still account for most of the tokens on OpenRouter despite the rise of Chinese rivals.",
        dt.date(2026, 8, 20),
        "en",
        (
            Claim(
                Frame.SHARE,
                ("US", "openrouter"),
                ("token_share",),
                Expected.REFUTED,
                "34.8 to 41.0 %, and under half by any choice.",
                by="country",
                said=Said(0.5, None, Unit.SHARE, Hedge.OVER),
                clause="U.S. companies still account for most of the tokens on OpenRouter",
            ),
        ),
    ),
    Written(
        "Open-weight models now make up more than half of usage on OpenRouter, the startup said in a blog post on "
        "Thursday.",
        dt.date(2026, 8, 21),
        "en",
        (
            Claim(
                Frame.SHARE,
                ("open", "openrouter"),
                ("token_share",),
                Expected.SUPPORTED,
                "Closed ones have 25.7 to 31.9 %, 42 at the most.",
                by="openness",
                said=Said(0.5, None, Unit.SHARE, Hedge.OVER),
                clause="Open-weight models now make up more than half of usage on OpenRouter",
            ),
        ),
    ),
    Written(
        "Alibaba said its Qwen models had been downloaded more than 700 million times by January.",
        dt.date(2026, 1, 19),
        "en",
        (
            Claim(
                Frame.LEVEL,
                ("qwen", "alibaba"),
                ("events", "download_total"),
                Expected.NOT_ENOUGH,
                "The published counts are of October 2025 and March 2026.",
                by="family",
                said=Said(7e8, None, Unit.DOWNLOADS, Hedge.OVER),
                days=until("2026-01-31"),
            ),
        ),
    ),
    Written(
        "Chinese open-source models have been downloaded more than 1.1 billion times, compared with 723 million for "
        "U.S. models, the ATOM Project said.",
        dt.date(2026, 4, 16),
        "en",
        (
            Claim(
                Frame.LEVEL,
                ("CN", "atom-project"),
                ("events", "download_total"),
                Expected.SUPPORTED,
                "1.15 billion, as published.",
                by="country",
                said=Said(1.1e9, None, Unit.DOWNLOADS, Hedge.OVER),
                clause="Chinese open-source models have been downloaded more than 1.1 billion times",
            ),
            Claim(
                Frame.LEVEL,
                ("US", "atom-project"),
                ("events", "download_total"),
                Expected.SUPPORTED,
                "As published.",
                by="country",
                said=Said(7.225e8, 7.235e8, Unit.DOWNLOADS, Hedge.EXACT),
                clause="723 million for U.S. models",
            ),
        ),
    ),
    Written(
        "Meta's Llama had been downloaded 476 million times as of March, roughly half the total for Qwen.",
        dt.date(2026, 4, 20),
        "en",
        (
            Claim(
                Frame.LEVEL,
                ("llama", "meta"),
                ("events", "download_total"),
                Expected.SUPPORTED,
                "As the ATOM Project published it.",
                by="family",
                said=Said(4.755e8, 4.765e8, Unit.DOWNLOADS, Hedge.EXACT),
                days=month("2026-03"),
                clause="Meta's Llama had been downloaded 476 million times as of March",
            ),
            Claim(
                Frame.COMPARISON,
                ("llama", "qwen"),
                ("events", "download_total"),
                Expected.SUPPORTED,
                "0.51 times the other published count.",
                by="family",
                said=Said(0.45, 0.55, Unit.TIMES, Hedge.ABOUT),
                days=month("2026-03"),
                clause="roughly half the total for Qwen",
            ),
        ),
    ),
    Written(
        "Qwen overtook Llama in September to become the most downloaded family of language models on Hugging Face, "
        "according to Stanford researchers.",
        dt.date(2025, 12, 18),
        "en",
        (
            Claim(
                Frame.COMPARISON,
                ("qwen", "llama"),
                ("events", "download_total"),
                Expected.SUPPORTED,
                "So wrote Stanford HAI of that month.",
                by="family",
                days=month("2025-09"),
                clause="Qwen overtook Llama in September",
                nuance="The Qwen team says October.",
            ),
            Claim(
                Frame.LEAD,
                ("qwen", "hugging-face"),
                ("events", "download_total"),
                Expected.SUPPORTED,
                "So wrote Stanford HAI of that month.",
                by="family",
                days=month("2025-09"),
                clause="the most downloaded family of language models on Hugging Face",
            ),
        ),
    ),
    Written(
        "Developers have created more than 200,000 derivative models based on Qwen, the company says on its website.",
        dt.date(2026, 3, 5),
        "en",
        (
            Claim(
                Frame.LEVEL,
                ("qwen",),
                ("events", "derivative_total"),
                Expected.CONFLICTING,
                "Five counts in print run from over 100,000 to over 200,000.",
                by="family",
                said=Said(200_000, None, Unit.DERIVATIVES, Hedge.OVER),
                nuance="Each count has its own definition.",
            ),
        ),
    ),
    Written(
        "Meta's Llama remains the most popular base for new models, accounting for 30% of derivatives created in "
        "August.",
        dt.date(2026, 8, 24),
        "en",
        (
            Claim(
                Frame.LEAD,
                ("llama", "meta"),
                ("derivative_share",),
                Expected.REFUTED,
                "Qwen has 47 % at the least, Llama 25 at the most.",
                by="family",
                days=month("2026-08"),
                clause="Meta's Llama remains the most popular base for new models",
            ),
            Claim(
                Frame.SHARE,
                ("llama", "meta"),
                ("derivative_share",),
                Expected.REFUTED,
                "7 %, and 25 at the most.",
                by="family",
                said=Said(0.295, 0.305, Unit.SHARE, Hedge.EXACT),
                days=month("2026-08"),
                clause="accounting for 30% of derivatives created in August",
            ),
        ),
    ),
    Written(
        "Qwen's share of new derivatives rose to 69% in February from 1% in January 2024, according to the ATOM "
        "Project.",
        dt.date(2026, 4, 22),
        "en",
        (
            Claim(
                Frame.GROWTH,
                ("qwen", "atom-project"),
                ("events", "derivative_share"),
                Expected.SUPPORTED,
                "Both ends as published.",
                by="family",
                said=Said(0.685, 0.695, Unit.SHARE, Hedge.EXACT),
                days=between("2024-01-01", "2026-02-28"),
            ),
        ),
    ),
    Written(
        "Alibaba's Qwen was responsible for more than half of language model downloads on Hugging Face over the past "
        "month.",
        dt.date(2026, 8, 23),
        "en",
        (
            Claim(
                Frame.SHARE,
                ("qwen", "alibaba", "hugging-face"),
                ("download_share",),
                Expected.CONFLICTING,
                "52.9 % in the listing read daily, from 6 to 100 by other lists and populations.",
                by="family",
                said=Said(0.5, None, Unit.SHARE, Hedge.OVER),
                days=between("2026-07-24", "2026-08-22"),
            ),
        ),
    ),
    Written(
        "Google's Gemma is the second most popular model family on Ollama, behind only Qwen.",
        dt.date(2026, 8, 21),
        "en",
        (
            Claim(
                Frame.LEAD,
                ("gemma", "google", "qwen", "ollama"),
                ("pull_share",),
                Expected.NOT_ENOUGH,
                "17.5 % this month, and the intervals allow ranks from 1 to 4.",
                by="family",
                said=Said(2, 2, Unit.RANK, Hedge.EXACT),
            ),
        ),
    ),
    Written(
        "Chinese models were downloaded twice as often as American ones on Ollama in July, the newspaper reported.",
        dt.date(2026, 8, 5),
        "en",
        (
            Claim(
                Frame.COMPARISON,
                ("CN", "US", "ollama"),
                ("pull_share",),
                Expected.REFUTED,
                "40.6 against 50.5 % of the month's pulls.",
                by="country",
                said=Said(1.8, 2.2, Unit.TIMES, Hedge.EXACT),
                days=month("2026-07"),
            ),
        ),
    ),
    Written(
        "China's share of model downloads on Ollama has more than tripled since July last year.",
        dt.date(2026, 8, 20),
        "en",
        (
            Claim(
                Frame.GROWTH,
                ("CN", "ollama"),
                ("pull_share",),
                Expected.REFUTED,
                "From 24 to 42 %, twice as much at the very most.",
                by="country",
                said=Said(3, None, Unit.TIMES, Hedge.OVER),
                days=between("2025-07-01", "2026-08-20"),
            ),
        ),
    ),
)
