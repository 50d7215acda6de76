"""The text layer of a PDF; runs in a process of its own."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from weighbridge.claims.reading.apart import Taken, UnreadableError, answer_with

if TYPE_CHECKING:
    from pypdf import PdfReader

MOST_PAGES = 1_000
_MOST_TEXT = 8_000_000
# A page of text needs thousands of bytes to be drawn; what unpacks to more than this is a picture or a trap.
_MOST_UNPACKED = 16_000_000
_LONGEST = 300


def text_layer(body: bytes) -> Taken:
    """Take the text of each page; UnreadableError where there is none, or more pages or text than is read."""
    from pypdf import PdfReader, overwrite_configuration
    from pypdf.errors import PyPdfError

    logging.disable()
    overwrite_configuration(
        array_based_stream_maximum_output_length=_MOST_UNPACKED,
        brotli_maximum_output_length=_MOST_UNPACKED,
        lzw_maximum_output_length=_MOST_UNPACKED,
        run_length_maximum_output_length=_MOST_UNPACKED,
        zlib_maximum_output_length=_MOST_UNPACKED,
        stream_decoding_work_maximum_length=4 * _MOST_UNPACKED,
    )
    try:
        reader = PdfReader(io.BytesIO(body), strict=False)
        text = "\n\n".join(_pages(reader))
        title, author = _stated(reader)
    except (
        PyPdfError,
        ValueError,
        TypeError,
        KeyError,
        IndexError,
        AttributeError,
        ArithmeticError,
        RecursionError,
    ) as error:
        if isinstance(error, UnreadableError):
            raise
        what = f"is a damaged or protected PDF ({type(error).__name__})"
        raise UnreadableError(what, "save it again or copy its text") from error
    if not text.strip():
        raise UnreadableError("is a PDF without a text layer", "run text recognition on it, or copy its text")
    return Taken(text, title=title, author=author)


def _pages(reader: PdfReader) -> Iterator[str]:
    if reader.is_encrypted and not reader.decrypt(""):
        raise UnreadableError("is a PDF behind a password", "save it without the password")
    total = 0
    if len(reader.pages) > MOST_PAGES:
        raise UnreadableError(f"has more than {MOST_PAGES:,} pages", "save the pages that matter on their own")
    for page in reader.pages:
        text = page.extract_text()
        total += len(text)
        if total > _MOST_TEXT:
            raise UnreadableError(f"has more than {_MOST_TEXT:,} characters", "save the pages that matter on their own")
        yield text


def _stated(reader: PdfReader) -> tuple[str, str]:
    """Give title and author. The days in a PDF are those of the file, not of the article."""
    stated: Any = reader.metadata or {}
    title, author = (" ".join(str(stated.get(key) or "").split())[:_LONGEST] for key in ("/Title", "/Author"))
    return title, author


if __name__ == "__main__":
    answer_with(text_layer)
