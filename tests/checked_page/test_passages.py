from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.checked_page import checks
from weighbridge.article import Kind
from weighbridge.checked_page.passages import UNREAD, Block, Mark, blocks, runs
from weighbridge.claims.reading import read
from weighbridge.errors import ParseError


def inked(text: str) -> str:
    return "".join(text.split())


def written(block: Block) -> str:
    return "".join(piece.text for piece in block.pieces)


def marked(found: list[Block], mark: Mark) -> str:
    return "".join(piece.text for block in found for piece in block.pieces if mark in piece.under)


def over(said: str, name: str, number: int | None = None) -> Mark:
    start = checks.TEXT.index(said)
    return Mark(start, start + len(said), name, number)


def test_a_claim_inside_a_claim_lies_under_both() -> None:
    outer, inner = over(checks.ROUTER, "supported", 1), over(checks.CHEAPER, "refuted", 2)
    found = blocks(checks.taken(checks.TEXT), [outer, inner])
    assert marked(found, outer) == checks.ROUTER
    assert marked(found, inner) == checks.CHEAPER
    (block,) = [block for block in found if checks.CHEAPER in written(block)]
    assert [piece.under for piece in block.pieces] == [(outer,), (outer, inner), (outer,)]
    assert block.notes == [2, 1]


def test_two_claims_on_one_sentence_end_together() -> None:
    both = [over(checks.BANK, "supported", 1), over(checks.BANK, "refuted", 2)]
    pieces = [piece for block in blocks(checks.taken(checks.TEXT), both) for piece in block.pieces if piece.under]
    assert [(piece.text, piece.closing) for piece in pieces] == [(checks.BANK, both)]


def test_claims_that_overlap_share_the_words_between() -> None:
    first, second = over("A bank runs thirty", "supported", 1), over("thirty tools", "refuted", 2)
    pieces = [piece for block in blocks(checks.taken(checks.TEXT), [first, second]) for piece in block.pieces]
    assert [piece.text for piece in pieces if piece.under] == ["A bank runs ", "thirty", " tools"]


def test_a_crowd_of_claims_is_numbered_whole_and_underlined_thrice() -> None:
    crowd = [over(checks.BANK, "supported", i) for i in range(1, 101)]
    (piece,) = [p for block in blocks(checks.taken(checks.TEXT), crowd) for p in block.pieces if p.under]
    assert len(piece.lines) == 3
    assert [mark.number for mark in piece.closing] == list(range(1, 101))


def test_marks_of_markdown_and_front_matter_stay() -> None:
    text = "---\ntitle: A\nlicence: B\n---\n\n# Heading of it\n\nSome **bold** words of a first paragraph.\n"
    found = blocks(checks.taken(text, "article.md"), [])
    assert inked("".join(written(block) for block in found)) == inked(text)
    assert found[0].kind == UNREAD
    assert [inked(written(block)) for block in found if "Heading" in written(block)] == ["#Headingofit"]


def test_readers_words_stand_apart() -> None:
    article = checks.taken(checks.TEXT)
    last = replace(article.passages[-1], kind=Kind.COMMENT)
    found = blocks(replace(article, passages=(*article.passages[:-1], last)), [])
    assert [comment for comment, _ in runs(found)] == [False, True]


@given(
    st.text(st.sampled_from("ab .\n競(jìng)“”*#\u200b\u202e-x。，中"), min_size=1, max_size=200),
    st.lists(st.tuples(st.integers(0, 200), st.integers(1, 60)), max_size=8),
    st.sampled_from(["a.txt", "a.md"]),
)
def test_nothing_of_the_original_is_lost(text: str, spans: list[tuple[int, int]], name: str) -> None:
    try:
        article = read(text.encode(), "text/plain; charset=utf-8" if name.endswith("txt") else None, name)
    except ParseError:
        return
    end = len(article.original)
    marks = [Mark(a, min(a + n, end), "supported", i) for i, (a, n) in enumerate(spans, 1) if a < end]
    found = blocks(article, marks)
    assert inked("".join(written(block) for block in found)) == inked(article.original)
    for mark in marks:
        assert inked(marked(found, mark)) == inked(article.original[mark.start : mark.end])
    closed = [mark for block in found for piece in block.pieces for mark in piece.closing]
    assert sorted(m.number or 0 for m in closed) == sorted(m.number or 0 for m in marks if marked(found, m))
