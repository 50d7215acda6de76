from __future__ import annotations

import pytest

from weighbridge.claims.reading.form import Form, form_of
from weighbridge.errors import ParseError


@pytest.mark.parametrize(
    ("body", "media_type", "name", "form"),
    [
        (b"Some words.", None, "a.txt", Form.PLAIN),
        (b"Some words.", None, "-", Form.PLAIN),
        (b"# Words", None, "a.md", Form.MARKDOWN),
        (b"# Words", "text/markdown; charset=utf-8", "https://news.example/a", Form.MARKDOWN),
        (b"<p>Words", "text/html", "https://news.example/a", Form.WEB_PAGE),
        (b"\xef\xbb\xbf \n<!DOCTYPE html><p>Words", None, "-", Form.WEB_PAGE),
        (b"<?xml version='1.0'?><html>", None, "-", Form.WEB_PAGE),
        (b"<p>Words", None, "a.HTM", Form.WEB_PAGE),
        (b"<p>Words in a text", None, "a.txt", Form.PLAIN),
        (b"%PDF-1.4", "text/html", "a.html", Form.PDF),
        (b"\n%PDF-1.4", None, "-", Form.PDF),
    ],
)
def test_a_document_is_what_it_begins_with(body: bytes, media_type: str | None, name: str, form: Form) -> None:
    assert form_of(body, media_type, name) is form


@pytest.mark.parametrize(
    "start", [b"PK\x03\x04", b"{\\rtf1", b"\xd0\xcf\x11\xe0", b"\x89PNG", b"\x1f\x8b\x08", b"%!PS"]
)
def test_what_is_no_article_says_what_to_do(start: bytes) -> None:
    with pytest.raises(ParseError, match=r"a\.txt: is .*; save it as text, HTML or PDF and try again"):
        form_of(start + b"...", None, "a.txt")


def test_a_pdf_by_name_alone_is_none() -> None:
    with pytest.raises(ParseError, match="is called a PDF and is none"):
        form_of(b"Words", None, "a.pdf")
