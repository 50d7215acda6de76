"""Where sentences end, in English and in Chinese."""

from __future__ import annotations

import re
from collections.abc import Iterator

# Points behind these end no sentence.
_SHORT = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Lt|Col|Jr|Sr|St|No|Nos|Fig|vs|cf|e\.g|i\.e|etc|approx|Inc|Ltd|Corp|Co|Jan|Feb|"
    r"Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)|\b[A-Z](?:\.[A-Z]){0,5})\.$"
)
_END = re.compile(
    r"(?:[。!?…]+|(?<=[\u3400-\u9fff])[;；]|\.(?=[\s”’\")\]]|$)|\.(?=\[\d)|\n)[”’\")\]]*(?:\[\d{1,3}\])*\s*"
)
_LOOK_BACK = 16


def sentences(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Give the sentences of `text[start:end]` as offsets into `text`, without the spaces around them."""
    stop = len(text) if end is None else end
    begins = start
    for mark in _END.finditer(text, start, stop):
        if _is_short(text, mark, stop):
            continue
        yield from _trimmed(text, begins, mark.end())
        begins = mark.end()
    yield from _trimmed(text, begins, stop)


def _is_short(text: str, mark: re.Match[str], stop: int) -> bool:
    if mark[0][0] != "." or mark.end() >= stop:
        return False
    after = text[mark.end()]
    if after.islower() or after in ",;:":
        return True
    point = mark.start() + 1
    return _SHORT.search(text[max(0, point - _LOOK_BACK) : point]) is not None and mark[0].strip() == "."


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end
