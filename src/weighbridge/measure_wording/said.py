"""What is said of a measure in simplified Chinese, and of which English it is the translation."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

_DIGITS = 8


class Said(NamedTuple):
    """What a measure says of itself; `of` is the digest of the English that was translated."""

    title: str
    question: str
    definition: str
    misleads: tuple[str, ...]
    of: str


def digest(title: str, question: str, definition: str, misleads: Iterable[str]) -> str:
    """Name an English text, so that a translation of another one is found out."""
    return sha256("\n".join((title, question, definition, *misleads)).encode()).hexdigest()[:_DIGITS]
