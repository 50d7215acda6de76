"""Quotation marks in one form, each saying whether it opens or closes, so that what is quoted can be told."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from weighbridge.claims.reading.traced import Edit

_OPENING, _CLOSING = "“", "”"
_SAME = {"„": _OPENING, "«": _OPENING, "「": _OPENING, "『": _OPENING, "〝": _OPENING, "``": _OPENING}
_SAME |= {"»": _CLOSING, "」": _CLOSING, "』": _CLOSING, "〞": _CLOSING}
# Alone, these are arrows: the path to a page is often written with them.
_PAIRED = {"«": "»", "»": "«"}
_MARK = re.compile("[“”\"„«»「」『』〝〞‟″]|``|''")
_PARAGRAPH = re.compile(r"[^\n]+")
_STOPS = "。，,.!?！？;；…—"


def quotes(text: str) -> Iterator[Edit]:
    """Give the edits that make every double quotation mark an opening or a closing one, paragraph by paragraph.

    A straight mark is judged by what stands beside it, else it closes what is open. A curly one that points the wrong
    way is turned only where both its neighbours say so.
    """
    for paragraph in _PARAGRAPH.finditer(text):
        is_open = False
        for mark in _MARK.finditer(text, paragraph.start(), paragraph.end()):
            if mark[0] in _PAIRED and _PAIRED[mark[0]] not in paragraph[0]:
                continue
            new = _direction(text, mark, is_open=is_open)
            is_open = new == _OPENING
            if new != mark[0]:
                yield mark.start(), mark.end(), new


def _direction(text: str, mark: re.Match[str], *, is_open: bool) -> str:
    stated = _SAME.get(mark[0], mark[0])
    beside = _by_neighbours(text, mark)
    if stated in (_OPENING, _CLOSING):
        agrees = (stated == _CLOSING) == is_open
        return stated if agrees or beside is None else beside
    return beside or (_CLOSING if is_open else _OPENING)


def _by_neighbours(text: str, mark: re.Match[str]) -> str | None:
    """Say what the neighbours tell; None where they tell both or neither."""
    before = text[mark.start() - 1] if mark.start() else "\n"
    after = text[mark.end()] if mark.end() < len(text) else "\n"
    opens = before.isspace() or before in "([（《:："
    closes = after.isspace() or after in f"){_STOPS}])）》:：" or before in _STOPS
    if before in _STOPS and not after.isspace():
        return None
    return None if opens == closes else _OPENING if opens else _CLOSING
