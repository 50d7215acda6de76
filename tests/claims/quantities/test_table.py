from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from tests.claims.quantities.table import CHINESE, ENGLISH
from tests.claims.tables import Cells, expressions
from weighbridge.claims.quantities import quantities

if TYPE_CHECKING:
    from weighbridge.quantity import Quantity

EXPRESSIONS = expressions(ENGLISH, CHINESE)
# Thirds have no end in decimals.
EQUAL = Decimal("1e-20")


def number(cell: str) -> Decimal | None:
    if cell == "-":
        return None
    some, _, whole = cell.partition("/")
    return Decimal(some) / Decimal(whole or 1)


def same(one: Decimal | None, two: Decimal | None) -> bool:
    return one is two or (one is not None and two is not None and abs(one - two) < EQUAL)


def is_meant(found: Quantity, text: str, cells: Cells) -> bool:
    said, value, bounds, unit, hedge = cells
    low, high = (number(end.strip()) for end in bounds.split(".. "))
    words = (text[found.start : found.end], found.unit, found.hedge) == (said, unit, hedge)
    return words and same(found.value, number(value)) and same(found.low, low) and same(found.high, high)


def test_the_table_is_half_chinese() -> None:
    english, chinese = expressions(ENGLISH), expressions(CHINESE)
    assert len(english) + len(chinese) >= 240
    assert len(chinese) >= 0.45 * (len(english) + len(chinese))


@pytest.mark.parametrize("text", EXPRESSIONS)
def test_words_mean(text: str) -> None:
    found = quantities(text)
    assert len(found) == len(EXPRESSIONS[text]), found
    assert all(is_meant(one, text, cells) for one, cells in zip(found, EXPRESSIONS[text], strict=True)), found


@pytest.mark.parametrize("text", EXPRESSIONS)
def test_words_mean_the_same_inside_a_sentence(text: str) -> None:
    around = quantities(f"Nothing is known。\n{text}。\nNothing else")
    assert [(one.value, one.low, one.high, one.unit) for one in around] == [
        (one.value, one.low, one.high, one.unit) for one in quantities(text)
    ]
