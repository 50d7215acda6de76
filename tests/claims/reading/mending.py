"""Mend a text in a test, and see where each character of what comes out stood."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from weighbridge.claims.reading.traced import Traced

if TYPE_CHECKING:
    from weighbridge.article import Origin
    from weighbridge.claims.reading.traced import Edit


def mended(repair: Callable[[str], Iterable[Edit]], text: str) -> Traced:
    """Give `text` after one repair."""
    return Traced.of(text).replaced(repair(text))


def stood(traced: Traced, original: str, part: str) -> str:
    """Give what `part` of the mended text was in the original."""
    start = traced.text.index(part)
    first, last = traced.origin.span(start, start + len(part))
    return original[first:last]


def check_origin(text: str, origin: Origin, original: str) -> None:
    """Every character has a place inside the original, and places never go back."""
    starts, ends = origin.starts.tolist(), origin.ends.tolist()
    assert len(starts) == len(ends) == len(text)
    assert origin.length == len(original)
    assert all(0 <= start <= end <= len(original) for start, end in zip(starts, ends, strict=True))
    assert starts == sorted(starts)
    assert ends == sorted(ends)
