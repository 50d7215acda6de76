"""Invented articles: news of the race in both languages, where most sentences claim nothing, and names in a row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count

_CLAIMS = (
    "Qwen passed Llama in downloads on Hugging Face in {month} {year}, the report said.",
    "Models from China account for around {share} % of tokens on OpenRouter, up from {less} % a year earlier.",
    "Alibaba said its Qwen models were downloaded more than {millions} million times.",
    "中国模型在OpenRouter上的份额约为{share}%,千问的累计下载量超过{millions}百万次。",
    "DeepSeek costs {share} % less than models of American makers.",
    "上月,一家初创公司表示已改用DeepSeek的模型。",
)
_REST = (
    "The company opened an office in the old port last spring and moved four hundred people there before the winter.",
    "Nobody at the meeting wanted to say what the ministry would do next, and the minutes were not published.",
    "Its founder, who studied in Hangzhou and in Boston, told reporters that the team had worked through the holidays.",
    "这家公司去年搬到了城西的新园区,员工说食堂比以前好,通勤却更久了。",
    "Rents in the district rose again, while the number of visitors to the fair fell for the third year in a row.",
    "分析人士在会后的晚宴上谈到了天气、航班和孩子的学校,没有人愿意谈论下一轮融资。",
    "Investors expect more of the same, though several of them admitted that they had been wrong before.",
)
_MONTHS = ("January", "February", "March", "April", "May", "June", "July")
_WORD = re.compile(r"[A-Za-z0-9][\w.,%-]*|[\u4e00-\u9fff]{1,2}")
_SENTENCES = 5


def words(text: str) -> int:
    """Count words; two Chinese characters are one."""
    return sum(1 for _ in _WORD.finditer(text))


def article(length: int) -> str:
    """Give an article of at least `length` words, whose numbers and months differ from claim to claim."""
    parts, held = [], 0
    for paragraph in _paragraphs():
        parts.append(paragraph)
        held += words(paragraph)
        if held >= length:
            return "\n\n".join(parts)
    raise AssertionError


def solid(length: int) -> str:
    """Give names in a row, of at least `length` characters: no text has more of them."""
    return "Q1 " * (length // 3 + 1)


def _paragraphs() -> Iterator[str]:
    for number in count():
        said = _CLAIMS[number % len(_CLAIMS)].format(
            month=_MONTHS[number % len(_MONTHS)],
            year=2023 + number % 4,
            share=20 + number % 60,
            less=1 + number % 19,
            millions=100 + number * 7 % 900,
        )
        rest = [_REST[(number + step) % len(_REST)] for step in range(_SENTENCES - 1)]
        yield " ".join([rest[0], said, *rest[1:]])
