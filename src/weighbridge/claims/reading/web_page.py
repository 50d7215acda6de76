"""The article in a web page, its comments, and what the page states of it; runs in a process of its own."""

from __future__ import annotations

import re

from weighbridge.claims.reading.apart import Taken, UnreadableError, answer_with
from weighbridge.claims.reading.encoding import decoded

_CHARSET = re.compile(rb"<meta[^>]{1,200}?charset=[\"']?([\w.:-]{1,40})", re.IGNORECASE)
# A character that XML may not hold stops the parser at it.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_SPACES = re.compile(r"[ \t\r\n]+")
_HEAD = 4_096


def article(body: bytes) -> Taken:
    """Take the article out of a page; UnreadableError where there is none."""
    from trafilatura import bare_extraction
    from trafilatura.settings import Document

    charset = _CHARSET.search(body[:_HEAD])
    page = _NOT_XML.sub("", decoded(body, charset[1].decode("ascii") if charset else None, "the page"))
    found = bare_extraction(
        page,
        include_comments=True,
        include_tables=True,
        favor_recall=True,
        with_metadata=True,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    if not isinstance(found, Document) or not found.text:
        raise UnreadableError("holds no article that could be found", "copy its text into a text file and try again")
    named = (found.title, found.author, found.date)
    return Taken(found.text, found.comments or "", *(_SPACES.sub(" ", value or "") for value in named))


if __name__ == "__main__":
    answer_with(article)
