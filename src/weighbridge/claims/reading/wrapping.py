"""Lines that end because the page was full, not because the paragraph was: as PDFs and old mail have them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import quantiles
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from weighbridge.claims.reading.traced import Edit

# In columns, a Chinese character being two. Wider lines are paragraphs, narrower ones lists or verse.
_NARROWEST, _WIDEST = 40, 130
# Of fewer lines nothing can be told.
_FEWEST = 6
_FULL = 0.75
_ENDS = ".!?。！？:：”\"'’)）]"
_BEGINS_ANEW = re.compile(r"\s*(?:[-*•·▪]\s|\d{1,3}[.)]\s|$)")
_LINE = re.compile(r"[^\n]+")
_BROKEN = re.compile(r"[a-z]-$")
_HAN = re.compile(r"[\u3000-\u9fff]")


def unwrapped(text: str) -> Iterator[Edit]:
    """Give the edits that join the lines of a paragraph, and words broken at a hyphen; none if lines are not filled."""
    lines = [(match.start(), match.end()) for match in _LINE.finditer(text)]
    width = _width([text[start:end].rstrip() for start, end in lines])
    if not width:
        return
    for (start, end), (following, _) in pairwise(lines):
        line = text[start:end].rstrip()
        if following != end + 1 or not line or not _runs_on(line, text[following : following + 40], width):
            continue
        last = start + len(line)
        if _BROKEN.search(line) and text[following].islower():
            yield last - 1, following, ""
        else:
            yield last, following, "" if _HAN.match(line[-1]) and _HAN.match(text[following]) else " "


def _width(lines: Sequence[str]) -> int:
    """Give how wide full lines are, in columns; 0 where lines are not filled, or most full ones end a sentence."""
    if len(lines) < _FEWEST:
        return 0
    widths = [_columns(line) for line in lines]
    widest = round(quantiles(widths, n=10)[-1])
    full = [line for line, width in zip(lines, widths, strict=True) if width >= _FULL * widest]
    ended = sum(line[-1] in _ENDS for line in full if line)
    filled = 2 * len(full) >= len(lines) and 2 * ended <= len(full)
    return widest if filled and _NARROWEST <= widest <= _WIDEST else 0


def _columns(line: str) -> int:
    # What is longer than any full line need not be measured.
    return len(line) if line.isascii() or len(line) > _WIDEST else len(line) + len(_HAN.findall(line))


def _runs_on(line: str, following: str, width: int) -> bool:
    if _BEGINS_ANEW.match(following):
        return False
    return _columns(line) >= _FULL * width or (line[-1] not in _ENDS and following[0].islower())
