"""Texts of strangers: whatever bytes they are, they are read, checked and told, or refused in a sentence."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import weighbridge
from tests.claims.checking import bombs
from tests.claims.test_articles import FOLDER, needs_articles
from tests.conftest import ROOT
from weighbridge import checked_document, checked_page
from weighbridge.errors import WeighbridgeError

DAY = dt.date(2026, 8, 1)
CORPUS = (
    "Qwen passed Llama in downloads in May 2025, the report said. 千问的累计下载量超过3.853億次,競(jìng)賽還沒結束。",
    "# A title\n\nModels from China account for nearly 30 % of tokens on OpenRouter, up from 5 % a year earlier.\n",
    "BEIJING, March 23 (Agency) - Airbnb uses Qwen, its “chief” said on Monday.\n\nComments\n\nZippo leads!\n",
    "\ufeffDeep Sea trails OpenAI by seven months? It may catch up.\r\n上月,阿里巴巴发布了Qwen3。\r\n",
)
SPLICED = (
    b"\x00",
    b"\xff\xfe",
    b"\xe2\x80\xae",
    b"\xe2\x80\x8b",
    b"<script>",
    b"%",
    b"9" * 400,
    b"(" * 200,
    b"\xed\xa0\x80",
)
CLAIMS = 10_000


@cache
def scale() -> weighbridge.Weighbridge:
    return weighbridge.open(Path(mkdtemp()))


def checked(body: bytes) -> int:
    """Check some bytes and tell the result in every form; give how many claims there are."""
    try:
        found = scale().check(scale().read("a.txt", body), DAY)
    except WeighbridgeError as error:
        assert str(error).endswith(".")  # noqa: PT017 - either it is checked, or it says why not
        return 0
    orjson.dumps(checked_document.document(found, "stamp", "zh"))
    assert "<script>alert" not in checked_page.html(scale(), found, "en")
    return len(found.verdicts)


def mutated(body: bytes, changes: list[tuple[int, int, bytes]]) -> bytes:
    for place, length, put in changes:
        at = place % (len(body) + 1)
        body = body[:at] + put + body[at + length :]
    return body


CHANGES = st.lists(
    st.tuples(st.integers(0, 10**6), st.integers(0, 9), st.binary(max_size=4) | st.sampled_from(SPLICED)), max_size=6
)


@settings(max_examples=150)
@given(st.sampled_from(CORPUS), CHANGES)
def test_changed_bytes_are_checked_or_refused(text: str, changes: list[tuple[int, int, bytes]]) -> None:
    checked(mutated(text.encode(), changes))


@needs_articles
@settings(max_examples=20)
@given(st.data(), CHANGES)
def test_changed_articles_are_checked_or_refused(data: st.DataObject, changes: list[tuple[int, int, bytes]]) -> None:
    file = data.draw(st.sampled_from(sorted(FOLDER.iterdir())))
    checked(mutated(file.read_bytes(), changes))


def test_bombs_end() -> None:
    # The process ends itself after some minutes of computing: a square of the length would take longer.
    command = [sys.executable, "-m", "tests.claims.checking.bombs"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.stdout.endswith("all checked\n"), f"stopped in: {done.stdout.splitlines()[-1:]} {done.stderr[-500:]}"


@pytest.mark.parametrize("part", list(bombs.texts(10)))
def test_bombs_are_told_in_every_form(part: str) -> None:
    checked(bombs.texts(2_000)[part].encode())


@pytest.mark.slow
def test_ten_thousand_claims_in_one_paragraph_are_each_judged() -> None:
    body = " ".join(f"Qwen has {number} downloads on Hugging Face." for number in range(1_000, 1_000 + CLAIMS))
    found = scale().check(scale().read("a.txt", body.encode()), DAY)
    assert len(found.verdicts) == CLAIMS
    assert len({verdict.id for verdict in found.verdicts}) == CLAIMS


def test_a_million_digits_are_no_quantity() -> None:
    assert checked(b"Qwen was downloaded " + b"9" * 1_000_000 + b" times.") <= 1


@pytest.mark.slow
def test_two_hundred_thousand_sentences_are_read() -> None:
    found = scale().check(
        scale().read("a.txt", b"Nothing was said. " * 200_000 + b"Qwen passed Llama in downloads."), DAY
    )
    assert len(found.verdicts) == 1


def test_a_deep_page_ends(tmp_path: Path) -> None:
    page = b"<html><title><script>alert(1)</script></title>" + b"<div>" * 50_000 + b"<p>Qwen passed Llama.</p>"
    file = tmp_path / "deep.html"
    file.write_bytes(page)
    try:
        found = scale().check(scale().read(str(file)), DAY)
    except WeighbridgeError as error:
        assert str(error).endswith(".")  # noqa: PT017 - either it is checked, or it says why not
    else:
        assert "<script>alert" not in checked_page.html(scale(), found, "en")
