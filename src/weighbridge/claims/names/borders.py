"""Where a name in Latin letters ends: at the end of a word, before a plural's `s`, before a version."""

from __future__ import annotations

import re

from weighbridge.claims.names.spelling import FIRST_HAN

_TICKER = re.compile(r"\.[A-Z]{1,2}[)）]")
_PLURAL = re.compile(r"s(?![A-Za-z0-9])")


def _latin(char: str) -> bool:
    return char < FIRST_HAN and (char.isalnum() or char == "_")


def begins(text: str, start: int) -> bool:
    """Say whether a name may begin at `start`: Chinese anywhere, others where a word does."""
    if start == 0 or text[start] >= FIRST_HAN:
        return True
    return not _latin(text[start - 1]) and text[start - 1] != "@"


def ends(text: str, end: int) -> int | None:
    """Give the end of a name whose last character stands before `end`, with a plural's `s`; null where a word goes on.

    A dotted abbreviation ends with its dot (`U.S.`), and neither a ticker nor money is a name (`META.O`, `US$`).
    """
    last = text[end - 1]
    if last >= FIRST_HAN or end == len(text):
        return end
    after = text[end]
    if after == "$" or (after == "." and _TICKER.match(text, end)):
        return None
    if last.isdigit():
        goes_on = _latin(after) or (after == "." and text[end + 1 : end + 2].isdigit())
        return None if goes_on else end
    if _latin(after):
        return end + 1 if last.isalpha() and _PLURAL.match(text, end) else None
    abbreviated = after == "." and text[end - 2 : end - 1] == "."
    return end + 1 if abbreviated else end
