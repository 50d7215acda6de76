"""What measures say of intervals, of no race and of missing figures, in simplified Chinese; they say it in English."""

from __future__ import annotations


def reason(text: str) -> str:
    """Give the Chinese of such a text."""
    return text
