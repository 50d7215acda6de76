"""Markdown read as prose: marks go, words stay, source code becomes a paragraph that is not read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from weighbridge.claims.reading.traced import Edit

_FRONT = re.compile(r"\A\ufeff?---[ \t]*\r?\n(?P<fields>(?:(?!---)[^\n]{0,2000}\n){0,60})---[ \t]*(?:\r?\n|\Z)")
_FIELD = re.compile(
    r"^(title|author|date)[ \t]*:[ \t]*[\"']?([^\r\n]{1,300}?)[\"']?[ \t]*\r?$", re.MULTILINE | re.IGNORECASE
)
_MARK = re.compile(
    r"(?P<fence>^[ \t]{0,3}(?:```|~~~)[^\n]*\n(?:(?![ \t]{0,3}(?:```|~~~))[^\n]*\n)*(?:[ \t]{0,3}(?:```|~~~)[^\n]*)?)"
    r"|(?P<line>^(?:[ \t]{0,3}(?:#{1,6}[ \t]+|>[ \t]?)|[ \t]{0,12}[-*+][ \t]+|[ \t]{0,12}\d{1,3}[.)][ \t]+(?=\S))+)"
    r"|(?P<rule>^[ \t]{0,3}(?:[-*_=][ \t]{0,3}){3,}$|^ {0,3}\|?(?: {0,9}:?-{2,}:? {0,9}\|)+(?: {0,9}:?-{2,}:?)? {0,9}$)"
    r"|(?P<label>!?\[(?=[^\[\]\n]{0,500}\][(\[])"
    r"|\](?:\((?:[^()\s]|\([^()\s]{0,200}\)){0,500}(?:[ \t]+\"[^\"\n]{0,200}\")?\)|\[[^\[\]\n]{0,100}\]))"
    r"|<(?P<address>https?://[^<>\s]{1,500})>"
    r"|(?P<strong>\*{1,3}|(?<!\w)_{1,3}(?=\w)|(?<=\w)_{1,3}(?!\w)|~~|`+)"
    r"|\\(?P<escaped>[!-/:-@\[-`{-~])",
    re.MULTILINE,
)


def front_matter(text: str) -> dict[str, str]:
    """Give `title`, `author` and `date` as a block of fields before the text states them."""
    front = _FRONT.match(text)
    return {name.lower(): value.strip() for name, value in _FIELD.findall(front["fields"])} if front else {}


def unmarked(text: str) -> Iterator[Edit]:
    """Give the edits that take the marks of Markdown away; a block of source code goes with its marks."""
    front = _FRONT.match(text)
    begins = front.end() if front else 0
    if begins:
        yield 0, begins, ""
    for mark in _MARK.finditer(text, begins):
        kept = mark["address"] or mark["escaped"]
        if kept:
            # Only what stands around it goes, so that each of its characters keeps its place.
            yield mark.start(), mark.end(mark.lastgroup or 0) - len(kept), ""
            yield mark.end(mark.lastgroup or 0), mark.end(), ""
        else:
            yield mark.start(), mark.end(), ""
