"""What is said of a source in simplified Chinese, and of which English it is the translation."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

_DIGITS = 8


class Said(NamedTuple):
    """What a source is called, what it says of itself, and when it misleads; `of` is the digest of the English."""

    name: str
    says: str
    misleads: tuple[str, ...]
    of: str


def digest(says: str, misleads: Iterable[str]) -> str:
    """Name an English text, so that a translation of another one is found out."""
    return sha256("\n".join((says, *misleads)).encode()).hexdigest()[:_DIGITS]
