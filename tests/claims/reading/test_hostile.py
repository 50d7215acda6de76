from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.claims.reading import hostile
from tests.claims.reading.mending import check_origin
from tests.claims.reading.small_pdf import assembled, pdf, stream
from tests.conftest import ROOT
from weighbridge.claims import reading
from weighbridge.claims.reading import read
from weighbridge.claims.reading.apart import Taken, taken_apart
from weighbridge.errors import ParseError, WeighbridgeError

WORDS = "Downloads of open models from one maker passed those of another in the autumn. "
GIBIBYTE = 1 << 30
DEEP = 100_000


def ran(code: str) -> str:
    """Run code in a process of its own, so that its memory is its own."""
    command = [sys.executable, "-c", code]
    return subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT).stdout


def test_hostile_texts_end() -> None:
    # The process ends itself after a minute of computing: a square of the length would take longer.
    command = [sys.executable, "-m", "tests.claims.reading.hostile"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.stdout.endswith("all read\n"), f"stopped in: {done.stdout.splitlines()[-1:]} {done.stderr[-500:]}"


@pytest.mark.parametrize("name", list(hostile.texts(10)))
def test_hostile_texts_keep_their_places(name: str) -> None:
    text = hostile.texts(2_000)[name]
    try:
        article = read(text.encode(), None, "a.md")
    except ParseError as error:
        assert "holds no text" in str(error)  # noqa: PT017 - either it is read, or it says that it holds nothing
        return
    check_origin(article.text, article.origin, article.original)
    assert all(passage.start < passage.end <= len(article.text) for passage in article.passages)


def test_five_megabytes_fit_into_a_gibibyte() -> None:
    code = (
        "from pathlib import Path\n"
        "from weighbridge.claims.reading import read\n"
        "part = 'Qwen passed Llama in 2025, the report said.\\n通義千問的下載量在2025年超過了Llama。\\n'\n"
        "article = read((part * (5_000_000 // len(part.encode()))).encode(), None, 'a.txt')\n"
        # What getrusage tells begins with the memory of the process that started this one.
        "peak = Path('/proc/self/status').read_text().split('VmHWM:')[1].split()[0]\n"
        "print(len(article.passages), int(peak) * 1024)\n"
    )
    passages, most = map(int, ran(code).split())
    assert passages > 90_000
    assert most < GIBIBYTE


@pytest.mark.parametrize(
    ("limit", "message"),
    [("MOST_BYTES", "larger than 10 bytes"), ("MOST_CHARACTERS", "more than 10 characters")],
)
def test_what_is_too_long_says_so(monkeypatch: pytest.MonkeyPatch, limit: str, message: str) -> None:
    monkeypatch.setattr(reading, limit, 10)
    with pytest.raises(ParseError, match=f"{message}; give the part that matters"):
        read(b"eleven here", None, "a.txt")


def test_more_paragraphs_than_any_article_has_are_refused() -> None:
    with pytest.raises(ParseError, match="more than 200,000 paragraphs"):
        read(b"ab\n" * 200_001, None, "a.txt")


@pytest.mark.parametrize(
    "page",
    [
        f"<html><body><p>{WORDS}</p>{'<div>' * DEEP}deep",
        f"<html><body><article><p>{WORDS * 9}</p></article>{'<b>' * DEEP}",
        f"<!DOCTYPE html [<!ENTITY a '{'x' * 999}'><!ENTITY b '&a;&a;&a;&a;'>]><html><body><p>{WORDS * 9}&b;&b;</p>",
        f"<html><body><p>{WORDS * 9}\x00\x1b[2J</p><p>{WORDS}</p>",
        f"<html><head><meta charset='utf-7'></head><body><p>+ADw-b+AD4- {WORDS * 9}</p>",
        f"<html><body><p>{WORDS * 9}{'9' * 1_000_000}</p>",
    ],
    ids=["deep", "deep behind", "entities", "controls", "utf-7", "digits"],
)
def test_hostile_pages_end_and_run_nothing(page: str) -> None:
    try:
        article = read(page.encode(), "text/html", "a")
    except ParseError as error:
        assert "no article" in str(error)  # noqa: PT017 - too deep to be found is an answer too
        return
    assert "\x1b" not in article.text
    assert "xxx" not in article.text
    assert "<b>" not in article.text
    check_origin(article.text, article.origin, article.original)


def test_a_page_that_takes_too_long_is_given_up() -> None:
    attributes = " ".join(f"a{number}=1" for number in range(200_000))
    page = f"<html><body><p {attributes}>{WORDS}</p>"
    with pytest.raises(ParseError, match="could not be opened within 2 s and the memory allowed; save its text"):
        taken_apart("web_page", page.encode(), "a", seconds=2)


def test_a_title_with_a_script_is_text() -> None:
    head = '<title>x</title><meta property="og:title" content="A &lt;script&gt;alert(1)&lt;/script&gt; \u202etitle">'
    page = f"<html><head>{head}</head><body><article><p>{WORDS * 9}</p></article></body></html>"
    title = read(page.encode(), "text/html", "a").title
    assert title is not None
    assert "script" not in title
    assert "\u202e" not in title


def tree_in_a_circle() -> bytes:
    return assembled([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>"])


def bomb() -> bytes:
    packed = stream(b"0" * 200_000_000, times=2)
    page = b"<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<<>>>>"
    return assembled([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>", page, packed])


def forms_in_forms() -> bytes:
    """Each form shows the next one ten times: ten to the twentieth lines of text."""
    form = "/Type/XObject/Subtype/Form/BBox[0 0 9 9]"
    page = b"<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>>>"
    shown = b"<</Length 5>>stream\n/X Do\nendstream"
    forms = [
        f"<<{form}/Resources<</XObject<</X {6 + depth} 0 R>>>>/Length 60>>stream\n{'/X Do ' * 10}\nendstream".encode()
        for depth in range(20)
    ]
    return assembled([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>", page, shown, *forms])


def nested_arrays() -> bytes:
    return assembled([b"<</Type/Catalog/Pages 2 0 R/X " + b"[" * DEEP + b"]" * DEEP + b">>", b"<</Type/Pages/Kids[]>>"])


def many_pages() -> bytes:
    kids = b"3 0 R " * 50_000
    page = b"<</Type/Page/Parent 2 0 R/Resources<<>>>>"
    return assembled([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[" + kids + b"]/Count 50000>>", page])


@pytest.mark.parametrize("made", [tree_in_a_circle, bomb, forms_in_forms, nested_arrays, many_pages])
def test_hostile_pdfs_end(made: Callable[[], bytes]) -> None:
    with pytest.raises(ParseError, match=r"; (save|run|copy)"):
        taken_apart("pdf_text", made(), "a.pdf", seconds=10)


@pytest.mark.parametrize("cut", [10, 200, 400, 600])
def test_a_pdf_that_is_cut_off_is_read_or_refused(cut: int) -> None:
    body = pdf([WORDS])[:-cut]
    try:
        assert isinstance(taken_apart("pdf_text", body, "a.pdf"), Taken)
    except ParseError as error:
        assert error.then  # noqa: PT017 - what is left decides which of the two it is


def test_a_document_may_hold_only_so_much() -> None:
    with pytest.raises(ParseError, match="the memory allowed"):
        taken_apart("pdf_text", pdf([WORDS]), "a.pdf", memory=20_000_000)


@given(st.binary(max_size=300), st.sampled_from([None, "text/plain; charset=gbk", "text/markdown"]))
def test_any_bytes_are_read_or_refused(body: bytes, media_type: str | None) -> None:
    if body.lstrip()[:1] == b"<" or b"%PDF" in body:
        return
    try:
        article = read(body, media_type, "a")
    except WeighbridgeError as error:
        assert str(error).endswith(".")  # noqa: PT017 - both are answers
        return
    check_origin(article.text, article.origin, article.original)


@given(
    st.text(
        alphabet=st.sampled_from('aA1 .,!?“”"()\n\r-—:：。!Qé競賽(ā)\u200b\u00a0　2025年-月日#*[]`_>|<p/&;'),
        max_size=200,
    )
)
def test_any_text_keeps_its_places(text: str) -> None:
    for name in ("a.txt", "a.md"):
        try:
            article = read(text.encode(), None, name)
        except ParseError:
            continue
        assert article.original == text
        check_origin(article.text, article.origin, text)
        spans = [(passage.start, passage.end) for passage in article.passages]
        assert spans == sorted(spans)
        assert all(passage.translation_of is None or passage.translation_of < place
                   for place, passage in enumerate(article.passages))  # fmt: skip
