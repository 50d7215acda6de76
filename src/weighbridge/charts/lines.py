"""Text that fits into a line of a chart, where a Chinese letter is as wide as two others."""

from __future__ import annotations

import re
import textwrap
import unicodedata

from weighbridge.wording import plain

_WIDE = 2.0  # letters' room that one Chinese letter takes in small print
_WIDE_IN_NAMES = 5 / 3  # the same in names, which are printed bold
# A line ends between two Chinese letters or at a space, never inside a day, before a mark that closes or after one that
# opens; where it is half full already, it ends after a mark.
_PIECES = re.compile(
    r"[（「《]*(?:\d+年(?:\d+月)?(?:\d+日)?|[^\s\u2e80-\u9fff\uff00-\uffef]+|[\u2e80-\u9fff\uff00-\uffef])[，。；：、）」》！？]*\s*"
)
_MARKS = tuple("，。；、")


def width(text: str, wide: float = _WIDE) -> float:
    """Give the room that a text takes, in letters."""
    if text.isascii():  # as most names are: no letter needs to be looked at
        return float(len(text))
    return sum(wide if _is_wide(letter) else 1.0 for letter in text)


def wrapped(text: str, room: int) -> list[str]:
    """Break a text into lines of at most `room` letters, as far as its words allow."""
    if not any(map(_is_wide, text)):
        return textwrap.wrap(text, room)
    lines = [""]
    for phrase in _phrases(text):
        whole = "".join(phrase).rstrip()
        if width(lines[-1]) > room / 2 and width(lines[-1] + whole) > room >= width(whole):
            lines.append("")
        for piece in phrase:
            if lines[-1] and width((lines[-1] + piece).rstrip()) > room:
                lines.append("")
            lines[-1] += piece
    return [line.rstrip() for line in lines]


def _phrases(text: str) -> list[list[str]]:
    """Give what may stand on lines of their own, by the marks that end it."""
    phrases: list[list[str]] = [[]]
    for piece in _PIECES.findall(text):
        phrases[-1].append(piece)
        if piece.rstrip().endswith(_MARKS):
            phrases.append([])
    return phrases


def cut(text: str, room: int) -> str:
    """Give a name on one line, cut with an ellipsis where it takes more room than `room` letters."""
    line = plain(text, room)
    while width(line, _WIDE_IN_NAMES) > room and any(map(_is_wide, line)):
        line = plain(line.removesuffix("…"), len(line) - 1 - line.endswith("…"))
    return line


def _is_wide(letter: str) -> bool:
    return unicodedata.east_asian_width(letter) in "WF"
