from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.claims.dates import table as date_table
from tests.claims.quantities import table as quantity_table
from tests.claims.tables import expressions
from weighbridge.claims.dates import moments
from weighbridge.claims.quantities import quantities

if TYPE_CHECKING:
    from weighbridge.quantity import Quantity

DAY = dt.date(2025, 11, 10)
KNOWN = [
    *expressions(quantity_table.ENGLISH, quantity_table.CHINESE),
    *expressions(date_table.ENGLISH, date_table.CHINESE),
]
HARMLESS = st.sampled_from(
    ["", "Nothing here.\n", "这里没有。\n", "Models are open. ", "\n\n", "The weather is fine!\n"]
)
# Pieces that recognisers look for, so that random texts come near to what they read.
PIECES = st.sampled_from(
    [*KNOWN, *"0123456789.,%$-~/:年月日个家万亿成约近 \n", "million", "two", "三", "over ", "since "]
)
TEXTS = st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=12).map("".join))


def in_order(spans: list[tuple[int, int]], text: str) -> bool:
    edges = [edge for span in spans for edge in span]
    return edges == sorted(edges) and all(0 <= start < end <= len(text) for start, end in spans)


@given(TEXTS)
@example("上月前年")
def test_spans_lie_inside_the_text_and_apart(text: str) -> None:
    assert in_order([(found.start, found.end) for found in quantities(text)], text)
    assert in_order([(found.start, found.end) for found in moments(text, DAY)], text)


@given(TEXTS)
def test_a_value_lies_between_its_bounds(text: str) -> None:
    for found in quantities(text):
        low, value, high = found.low, found.value, found.high
        assert low is None or high is None or low <= high
        assert value is None or ((low is None or low <= value) and (high is None or value <= high))
        assert low is None or low >= 0


@given(TEXTS)
def test_days_are_in_order(text: str) -> None:
    for found in moments(text, DAY):
        assert found.first is None or found.last is None or found.first <= found.last


@given(st.sampled_from(KNOWN), HARMLESS, HARMLESS)
def test_harmless_text_around_shifts_spans_only(text: str, before: str, after: str) -> None:
    def shifted(found: Quantity) -> Quantity:
        return replace(found, start=found.start + len(before), end=found.end + len(before))

    closed = f"{text}.\n"
    assert quantities(f"{before}{closed}{after}") == tuple(shifted(found) for found in quantities(closed))


@given(TEXTS)
@example("3以上周")
@example("3个以上半年")
@example("3以上周三")
def test_dates_are_no_quantities(text: str) -> None:
    dated = {place for moment in moments(text) for place in range(moment.start, moment.end)}
    assert all(dated.isdisjoint(range(found.start, found.end)) for found in quantities(text))


@pytest.mark.parametrize(
    "piece",
    [
        "7",
        "1,",
        "1.",
        "7 ",
        "二",
        "三十",
        "two ",
        "one hundred and ",
        "2024-",
        "年",
        "5月",
        "$",
        "%",
        "over ",
        "约",
        "$1-",
        "[1]",
        "a@",
        "http://a",
        "1 in ",
        "第",
        "前十",
        "last ",
        "in the last ",
        "May ",
        "since ",
        "half ",
        "每百万",
        "1:",
        "x-",
        "GPT-4-",
    ],
)  # fmt: skip - a table
def test_a_hostile_text_ends(piece: str) -> None:
    text = (piece * 40_000)[:40_000]
    assert in_order([(found.start, found.end) for found in quantities(text)], text)
    assert in_order([(found.start, found.end) for found in moments(text, DAY)], text)


def test_a_million_digits_are_no_quantity() -> None:
    assert quantities("7" * 1_000_000) == ()
