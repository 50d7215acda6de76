"""What is mended before an article is read, in this order: each repair is one file and one function.

A repair takes a text and gives the edits that mend it, in order and without overlap. A name that is spelt wrongly is
not mended here: whether `Deep Sea` is a slip is a question of what is known, not of how the text was stored.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Protocol

from weighbridge.claims.reading.repairs.byte_slips import byte_slips
from weighbridge.claims.reading.repairs.forms import forms
from weighbridge.claims.reading.repairs.invisible import invisible
from weighbridge.claims.reading.repairs.mojibake import mojibake
from weighbridge.claims.reading.repairs.quotes import quotes
from weighbridge.claims.reading.repairs.readings import readings
from weighbridge.claims.reading.repairs.remnants import remnants
from weighbridge.claims.reading.repairs.simplified import simplified

if TYPE_CHECKING:
    from weighbridge.claims.reading.traced import Edit, Traced


class Repair(Protocol):
    """A function that gives edits, and its name."""

    __name__: str

    def __call__(self, text: str, /) -> Iterable[Edit]:
        """Give the edits that mend `text`."""
        ...


# Wrong letters hide what the later ones look for; quotation marks are judged by what then stands beside them.
REPAIRS: tuple[Repair, ...] = (
    mojibake,
    byte_slips,
    remnants,
    invisible,
    forms,
    readings,
    quotes,
    simplified,
)


def repaired(traced: Traced, repairs: Iterable[Repair] = REPAIRS) -> tuple[Traced, dict[str, int]]:
    """Give the text after all repairs, and at how many places each changed it."""
    counts: Counter[str] = Counter()
    for repair in repairs:
        traced = traced.replaced(_counted(repair, traced.text, counts))
    return traced, dict(counts)


def _counted(repair: Repair, text: str, counts: Counter[str]) -> Iterator[Edit]:
    for edit in repair(text):
        counts[repair.__name__] += 1
        yield edit
