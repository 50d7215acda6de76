"""A lag below none is a lead: the words of the one turned into those of the other, in any language."""

from __future__ import annotations

from typing import Final

MINUS: Final = "\u2212"


def turned(said: str, most: str, least: str, to: str) -> str:
    """Tell a lag, as the language words it, as a lead; empty where not all of it lies below none.

    `most` and `least` are what the language says before a bound, `to` what it says between two ends.
    """
    if said.startswith(most + MINUS):
        return least + said.removeprefix(most + MINUS)
    if not said.startswith(MINUS):
        return ""
    low, between, high = said.removeprefix(MINUS).partition(to)
    if not between:
        return low
    if not high.startswith(MINUS):
        return ""
    number, space, unit = high.removeprefix(MINUS).partition(" ")
    return f"{number}–{low}{space}{unit}"
