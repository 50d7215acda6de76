"""A text in small letters, each in its place: patterns of many alternatives are several times faster without a flag."""

from __future__ import annotations


def small(text: str) -> str:
    """Give small letters for all that a pattern takes for them under `re.IGNORECASE`; no letter becomes two."""
    return text.replace("\u0130", "i").replace("\u0131", "i").replace("\u017f", "s").lower()
