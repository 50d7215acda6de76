"""Text that was decoded by the wrong encoding: `â€œ` for `“`, `æ¨¡åž‹` or `妯″瀷` for `模型`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from weighbridge.claims.reading.traced import Edit

# Pieces of this length bound what one strange character can make the library do over.
_PIECE = re.compile(r"[^\n]{1,4000}\n?|\n")
_FOREIGN = re.compile(r"[^\x00-\x7f]+")
_HAN_LIKE = re.compile(r"[\u3001-\u303f\u4e00-\u9fff\uff01-\uff5e]")
# Fewer characters than these are valid in both encodings by chance.
_FEWEST = 3


def mojibake(text: str) -> Iterator[Edit]:
    """Give the edits that decode again what was decoded wrongly."""
    from ftfy import fix_encoding
    from ftfy.badness import is_bad

    for piece in _PIECE.finditer(text):
        line = piece[0]
        if line.isascii():
            continue
        fixed = fix_encoding(line) if is_bad(line) else line
        if fixed != line:
            yield from _between(line, fixed, piece.start())
        else:
            yield from _read_as_chinese(line, piece.start())


def _between(line: str, fixed: str, offset: int) -> Iterator[Edit]:
    """Give edits as small as can be told: what is ASCII on both sides was not touched."""
    if _FOREIGN.split(line) == _FOREIGN.split(fixed):
        for old, new in zip(_FOREIGN.finditer(line), _FOREIGN.finditer(fixed), strict=True):
            if old[0] != new[0]:
                yield offset + old.start(), offset + old.end(), new[0]
        return
    head = _same(line, fixed)
    tail = _same(line[head:][::-1], fixed[head:][::-1])
    yield offset + head, offset + len(line) - tail, fixed[head : len(fixed) - tail]


def _same(one: str, other: str) -> int:
    """Give how many characters both begin with."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))


def _read_as_chinese(line: str, offset: int) -> Iterator[Edit]:
    """UTF-8 that was read as GBK: both are made of Chinese characters, so only the bytes tell."""
    for run in _FOREIGN.finditer(line):
        if len(run[0]) < _FEWEST:
            continue
        try:
            meant = run[0].encode("gb18030").decode("utf-8")
        except UnicodeError:
            continue
        if len(_HAN_LIKE.findall(meant)) * 2 > len(meant):
            yield offset + run.start(), offset + run.end(), meant
