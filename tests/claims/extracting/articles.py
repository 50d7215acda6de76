"""Small articles, and the names that a lexicon of the tests knows."""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import TYPE_CHECKING

from weighbridge.claims import understanding
from weighbridge.claims.names import Lexicon
from weighbridge.claims.reading import read
from weighbridge.entities import namings, testimony

if TYPE_CHECKING:
    from weighbridge.article import Article
    from weighbridge.claim import Understood

DAY = dt.date(2026, 3, 5)
ENGLISH = (
    "Open models and their users\n\n"
    "Chinese models took over 40 percent of tokens on OpenRouter last week. "
    "Alibaba's Qwen was ahead of Meta's Llama in downloads on Hugging Face. "
    "As for the rival from Hangzhou, DeepSeek, it is Mistral that it now edges out on Hugging Face.\n\n"
    "Qwen could soon overtake everybody in downloads on Hugging Face, analysts expect. "
    "Will Llama return to the top of Hugging Face downloads?\n\n"
    "OCBC, a bank in Singapore, moved some thirty of its tools onto Gemma and Qwen in August 2025."
)
CHINESE = "开源模型之争\n\n上周中国模型在OpenRouter上占了四成以上的词元。\n\n在Hugging Face上,通义千问把Llama甩在身后。"


def article(text: str = ENGLISH) -> Article:
    return read(text.encode(), None, "test")


@cache
def lexicon() -> Lexicon:
    return Lexicon((*namings.namings(), *testimony.namings()))


def understood(one: Article) -> Understood:
    return understanding.understood(one, lexicon(), DAY)


def edges_out() -> dict[str, object]:
    """A claim that the rules do not see: who edges out whom."""
    return {
        "sentence": 4,
        "quote": "it is Mistral that it now edges out on Hugging Face",
        "frame": "comparison",
        "topic": "downloads",
        "relation": "exceeds",
        "subjects": ["DeepSeek"],
        "objects": ["Mistral"],
        "platform": "Hugging Face",
        "quantity": None,
        "moment": None,
    }
