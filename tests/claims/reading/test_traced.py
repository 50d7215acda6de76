from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.claims.reading.mending import check_origin, stood
from weighbridge.claims.reading.traced import Edit, Traced


def test_untouched_text_stands_where_it_stood() -> None:
    traced = Traced.of("abc")
    assert [traced.origin.span(at, at + 1) for at in range(3)] == [(0, 1), (1, 2), (2, 3)]
    assert traced.origin.span(0, 3) == (0, 3)


def test_what_is_taken_away_is_spanned_and_not_pointed_at() -> None:
    traced = Traced.of("ab--cd").replaced([(2, 4, "")])
    assert traced.text == "abcd"
    assert traced.origin.starts.tolist() == [0, 1, 4, 5]
    assert traced.origin.span(0, 2) == (0, 2)
    assert traced.origin.span(1, 3) == (1, 5)


def test_an_edit_of_equal_length_keeps_each_place() -> None:
    traced = Traced.of("abc").replaced([(0, 3, "xyz")])
    assert traced.origin.span(1, 2) == (1, 2)


def test_an_edit_of_other_length_spans_all_that_it_replaced() -> None:
    traced = Traced.of("a&lt;b").replaced([(1, 5, "<>")])
    assert traced.text == "a<>b"
    assert [traced.origin.span(at, at + 1) for at in range(4)] == [(0, 1), (1, 5), (1, 5), (5, 6)]


def test_what_is_put_in_has_a_place_and_no_width() -> None:
    traced = Traced.of("ab").replaced([(1, 1, "-"), (2, 2, "!")])
    assert traced.text == "a-b!"
    assert [traced.origin.span(at, at + 1) for at in range(4)] == [(0, 1), (1, 1), (1, 2), (2, 2)]


def test_an_empty_span_has_a_place() -> None:
    traced = Traced.of("abc").replaced([(0, 1, "")])
    assert [traced.origin.span(at, at) for at in range(3)] == [(1, 1), (2, 2), (3, 3)]


def test_steps_add_up() -> None:
    original = "a&amp;lt;b"
    traced = Traced.of(original).replaced([(1, 6, "&")]).replaced([(1, 5, "<")])
    assert traced.text == "a<b"
    assert stood(traced, original, "<") == "&amp;lt;"


@pytest.mark.parametrize("edits", [[(1, 3, ""), (2, 4, "")], [(2, 3, ""), (0, 1, "")], [(3, 2, "")]])
def test_edits_out_of_order_are_refused(edits: list[Edit]) -> None:
    with pytest.raises(ValueError, match="overlaps"):
        Traced.of("abcdef").replaced(edits)


@st.composite
def edited(draw: st.DrawFn) -> tuple[str, list[list[Edit]]]:
    """A text, and rounds of edits that fit what the rounds before have made of it."""
    text = draw(st.text(max_size=20))
    rounds, length = [], len(text)
    for _ in range(draw(st.integers(0, 3))):
        marks = sorted(draw(st.lists(st.integers(0, length), max_size=6)))
        edits = [(*pair, draw(st.text(max_size=3))) for pair in zip(marks[::2], marks[1::2], strict=False)]
        length += sum(len(new) - (end - start) for start, end, new in edits)
        rounds.append(edits)
    return text, rounds


@given(edited())
def test_places_stay_in_order_whatever_is_edited(case: tuple[str, list[list[Edit]]]) -> None:
    original, rounds = case
    traced = Traced.of(original)
    for edits in rounds:
        wanted = traced.text
        for start, end, new in reversed(edits):
            wanted = wanted[:start] + new + wanted[end:]
        traced = traced.replaced(edits)
        assert traced.text == wanted
    check_origin(traced.text, traced.origin, original)
