"""What sort of document some bytes are: by what they begin with, then by what came with them, then by their name."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import PurePosixPath

from weighbridge.errors import ParseError


class Form(StrEnum):
    """The sorts of documents that are read."""

    PLAIN = "plain text"
    MARKDOWN = "Markdown"
    WEB_PAGE = "web page"
    PDF = "PDF"


# What an address may answer with.
MEDIA_TYPES = {
    "text/plain": Form.PLAIN,
    "text/markdown": Form.MARKDOWN,
    "text/x-markdown": Form.MARKDOWN,
    "text/html": Form.WEB_PAGE,
    "application/xhtml+xml": Form.WEB_PAGE,
    "application/pdf": Form.PDF,
}
_SUFFIXES = {
    ".md": Form.MARKDOWN,
    ".markdown": Form.MARKDOWN,
    ".htm": Form.WEB_PAGE,
    ".html": Form.WEB_PAGE,
    ".xhtml": Form.WEB_PAGE,
    ".pdf": Form.PDF,
}
_PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)?<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_OTHERS = (
    (b"PK\x03\x04", "a packed file, as word processors write"),
    (b"{\\rtf", "a rich-text file"),
    (b"\xd0\xcf\x11\xe0", "an old file of a word processor"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
    (b"%!PS", "a PostScript file"),
)
_LONGEST_START = 4_096


def form_of(body: bytes, media_type: str | None, name: str) -> Form:
    """Say how to read `body`; ParseError where it is known to be something else than text, a web page or a PDF."""
    start = body[:_LONGEST_START]
    # Some programs write a line before it.
    if b"%PDF-" in start[:1024]:
        return Form.PDF
    for mark, what in _OTHERS:
        if start.startswith(mark):
            raise ParseError(f"is {what}", where=name, then="save it as text, HTML or PDF and try again")
    stated = MEDIA_TYPES.get((media_type or "").partition(";")[0].strip().lower())
    if stated in (Form.WEB_PAGE, Form.MARKDOWN):
        return stated
    if _PAGE.match(start.removeprefix(b"\xef\xbb\xbf")):
        return Form.WEB_PAGE
    named = _SUFFIXES.get(PurePosixPath(name).suffix.lower(), Form.PLAIN)
    if Form.PDF in (stated, named):
        raise ParseError("is called a PDF and is none", where=name, then="save it again and retry")
    return named
