from __future__ import annotations

import importlib
from collections.abc import Iterator
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.claims.dates import table as date_table
from tests.claims.quantities import table as quantity_table
from tests.claims.tables import expressions
from weighbridge.claims.dates import chinese_calendar, chinese_windows, english_calendar, english_windows, moments
from weighbridge.claims.pieces import Sought, pieces
from weighbridge.claims.quantities import money, multiples, names, orders, quantities, ranks, shares

# How wide a pattern is only re's own parser knows.
PARSER = importlib.import_module("re._parser")
FILLER = "Nobody said so. 没有人这么说。" * 3
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
        *("One China", "Five Eyes", "Magnificent Seven", "six little dragons", "Fortune 500", "8K超高清"),
        *[
            "七巨头",
            "四小龙",
            "六小虎",
            "七国集团",
            "十四五",
            "十五五",
            "五角大楼",
            "百度",
            "千问",
            "万相",
            "万向",
            "三星",
            "千寻",
            "零一万物",
            "百川",
            "九章",
        ],
        *["一带一路", "世界五百强", "财富500强", "二十国集团"],
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


@pytest.mark.parametrize("one", ALL, ids=lambda one: one.pattern.pattern[:32])
def test_around_its_words_a_pattern_finds_what_it_finds_in_the_whole_text(one: Sought) -> None:
    @settings(max_examples=6)
    @given(st.lists(st.tuples(st.from_regex(one.pattern), st.integers(0, 3)), min_size=1, max_size=3))
    def holds(said: list[tuple[str, int]]) -> None:
        text = "".join(f"{words} {FILLER * many}" for words, many in said)
        assert [found.span() for found in one.finditer(text)] == [found.span() for found in one.pattern.finditer(text)]

    holds()


@pytest.mark.parametrize("one", [one for one in ALL if one.reach], ids=lambda one: one.pattern.pattern[:32])
def test_a_reach_is_longer_than_all_that_a_pattern_looks_at(one: Sought) -> None:
    assert one.reach is not None
    parsed = PARSER.parse(one.pattern.pattern, one.pattern.flags)
    assert parsed.getwidth()[1] + ahead(parsed) <= one.reach


def ahead(parsed: Any) -> int:  # noqa: ANN401 - of re's own parser
    """Give the most characters that the assertions in a parsed pattern look at behind it."""
    furthest = 0
    for name, value in parsed:
        parts = value if isinstance(value, tuple | list) else ()
        if str(name) in ("ASSERT", "ASSERT_NOT") and value[0] == 1:
            furthest = max(furthest, value[1].getwidth()[1])
        furthest = max([furthest, 10**6 * ("AT_END" in str(value)), *(ahead(part) for part in _parsed(parts))])
    return furthest


def _parsed(parts: Any) -> Iterator[Any]:  # noqa: ANN401 - of re's own parser
    """Give the patterns within one: those of a group, of a repeat, or of alternatives."""
    for part in parts:
        if isinstance(part, PARSER.SubPattern):
            yield part
        elif isinstance(part, list):
            yield from _parsed(part)


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
