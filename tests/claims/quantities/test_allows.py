from __future__ import annotations

from decimal import Decimal

import pytest

from weighbridge.claims.quantities import quantities


@pytest.mark.parametrize(
    ("text", "inside", "outside"),
    [
        ("over 40 %", ["0.401", "0.9"], ["0.4", "0.39"]),
        ("at least 40 %", ["0.4", "0.9"], ["0.399"]),
        ("under 15%", ["0", "0.149"], ["0.15"]),
        ("nearly 40%", ["0.36", "0.399"], ["0.4", "0.35"]),
        ("40 %", ["0.395", "0.405"], ["0.39", "0.41"]),
        ("385.3 million downloads", ["385250000", "385350000"], ["385200000", "385400000"]),
        ("十多个模型", ["11", "19"], ["10", "20"]),
        ("数十个模型", ["20", "99"], ["19", "100"]),
        ("dozens of models", ["24", "5000"], ["12"]),
        ("30-40%", ["0.3", "0.4"], ["0.29", "0.41"]),
        ("13 models", ["13"], ["12", "14"]),
    ],
)
def test_words_allow(text: str, inside: list[str], outside: list[str]) -> None:
    (found,) = quantities(text)
    assert all(found.allows(Decimal(figure)) for figure in inside)
    assert not any(found.allows(Decimal(figure)) for figure in outside)


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("10.6 million downloads", "1060万次下载"),
        ("0.5 million downloads", "50万次下载"),
        ("$200 million", "2亿美元"),
        ("two thirds of them", "三分之二"),
        ("a hundred thousand models", "10万个模型"),
    ],
)  # fmt: skip - a table
def test_both_languages_allow_the_same(english: str, chinese: str) -> None:
    (one,), (two,) = quantities(english), quantities(chinese)
    assert (one.value, one.low, one.high, one.unit) == (two.value, two.low, two.high, two.unit)
