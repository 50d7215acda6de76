from __future__ import annotations

from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.claims.dates import table as date_table
from tests.claims.quantities import table as quantity_table
from tests.claims.tables import expressions
from weighbridge.claims.dates import chinese_calendar, chinese_windows, english_calendar, english_windows, moments
from weighbridge.claims.pieces import Sought, pieces
from weighbridge.claims.quantities import money, multiples, names, orders, quantities, ranks, shares

KNOWN = [
    *expressions(quantity_table.ENGLISH, quantity_table.CHINESE),
    *expressions(date_table.ENGLISH, date_table.CHINESE),
    *(
        "prices quadrupled",
        "Halved, then TRIPLED",
        "S&P 500 and G7",
        "Big Three",
        "at 9 p.m.",
        "24/7",
        "五眼联盟",
        "第三位",
    ),
]


def sought(module: ModuleType) -> list[Sought]:
    rules = [rule.pattern for rule in vars(module).get("RULES", ())]
    return [*rules, *(value for value in vars(module).values() if isinstance(value, Sought))]


ALL = [
    pattern
    for module in (
        *(chinese_calendar, chinese_windows, english_calendar, english_windows),
        money,
        multiples,
        names,
        orders,
        ranks,
        shares,
    )
    for pattern in sought(module)
]  # fmt: skip - a table


@pytest.mark.parametrize("text", KNOWN)
def test_what_a_pattern_finds_holds_one_of_its_words(text: str) -> None:
    for said in (text, text.upper(), text.title()):
        for one in ALL:
            assert [found.span() for found in one.finditer(said)] == [
                found.span() for found in one.pattern.finditer(said)
            ]


@given(st.text(alphabet="a.!? \n\n\n。”", max_size=200).map(lambda text: text * 40))
def test_pieces_make_up_the_text(text: str) -> None:
    parts = list(pieces(text))
    assert "".join(piece for _, piece in parts) == text
    assert all(text[place : place + len(piece)] == piece for place, piece in parts)


@pytest.mark.parametrize("text", ["over 40 % of 385 million downloads since May 2025", "逾四成,去年底达3.853亿次下载"])
def test_what_is_found_does_not_rest_on_where_a_piece_ends(text: str) -> None:
    paragraph = f"{text}.\n"
    many = paragraph * 200
    assert len(list(pieces(many))) > 2
    for read in (quantities, moments):
        alone = [(found.start, found.end) for found in read(paragraph)]
        places = [(found.start % len(paragraph), (found.end - 1) % len(paragraph) + 1) for found in read(many)]
        assert places == alone * 200
