"""Every quantity in a text: number, unit and hedge, and the values that its words allow.

Deterministic and linear in the length of the text. Dates are not quantities, nor are digits of names, versions and
addresses; `one` and `一` before a noun are articles. Words of no order (`many`, `several models`, `多家`) are not read.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from weighbridge.claims import dates
from weighbridge.claims.pieces import pieces
from weighbridge.claims.quantities import counted, money, multiples, names, orders, ranges, ranks, shares, written
from weighbridge.claims.quantities.drafts import Draft, carried, draft
from weighbridge.quantity import MEASURED, Hedge, Unit

if TYPE_CHECKING:
    from weighbridge.claims.quantities.amount import Amount
    from weighbridge.moment import Moment
    from weighbridge.quantity import Quantity

# Earlier ones hold where words overlap: `half a million` before `million`.
_FINDERS = (shares.find, multiples.find, ranks.find, orders.find)
_WRITTEN = (written.in_digits, written.in_english, written.in_chinese)
# No letter, digit, blank or mark of punctuation.
_NOTHING = "\N{SUBSTITUTE}"


def quantities(text: str, moments: Sequence[Moment] | None = None) -> tuple[Quantity, ...]:
    """Give the quantities of `text` in their order, none overlapping. `text`: normalised (NFKC, simplified Chinese).

    `moments`: those of the text, where they are known; a date is no quantity.
    """
    dated = dates.moments(text) if moments is None else moments
    return tuple(
        replace(quantity, start=place + quantity.start, end=place + quantity.end)
        for place, piece in pieces(text)
        for quantity in _quantities(piece, _inside(dated, place, place + len(piece)))
    )


def _inside(moments: Sequence[Moment], first: int, last: int) -> list[tuple[int, int]]:
    """Give the places, in the piece `text[first:last]`, of the moments that begin there."""
    begin, end = (bisect_left(moments, place, key=lambda moment: moment.start) for place in (first, last))
    return [(moment.start - first, moment.end - first) for moment in moments[begin:end]]


def _quantities(text: str, dated: Iterable[tuple[int, int]]) -> list[Quantity]:
    text = _undated(text, dated)
    context = counted.Context(text)
    kept: list[Draft] = []
    for amount in _amounts(text):
        since = kept[-1].end if kept else 0
        read = draft(text, amount, since, context) if amount.start >= since else None
        if read is None or read.start < since:
            continue
        if kept:
            read = carried(text, kept[-1], read)
        pair = ranges.linked(text, kept[-1], read) if kept else None
        if pair:
            kept[-1:] = pair
        else:
            kept.append(read)
    return [read.quantity() for read in kept if _counts(text, read)]


def _counts(text: str, read: Draft) -> bool:
    """Say whether an amount counts something: by its unit, or its hedge or scale, and is no version, label or list."""
    if read.hedge is not Hedge.EXACT or read.amount.scale > 1 or read.unit in MEASURED:
        return True
    amount = read.amount
    if "," in text[amount.start : amount.end]:
        return True
    return read.unit is not None and not (
        names.labelled(text, amount.start, amount.end)
        or names.listed(text, amount.start, amount.end)
        or (read.unit is Unit.PLAIN and amount.end - amount.start > names.LONGEST_NUMBER)
    )


def _undated(text: str, dated: Iterable[tuple[int, int]]) -> str:
    """Put a mark of nothing in the place of dates: no digit, hedge, unit or noun of a quantity is sought in them."""
    kept: list[str] = []
    since = 0
    for start, end in dated:
        kept += text[since:start], _NOTHING * (end - start)
        since = end
    return "".join([*kept, text[since:]]) if kept else text


def _amounts(text: str) -> list[Amount]:
    taken = bytearray(len(text))
    _take(taken, chain(names.masked(text), money.counted_tokens(text)))
    found: list[Amount] = []
    for find in _FINDERS:
        found += _free(taken, find(text))
    for find in _WRITTEN:
        found += _free(taken, (amount for amount in find(text) if not names.glued(text, amount.start, amount.end)))
    return sorted(found, key=lambda amount: amount.start)


def _take(taken: bytearray, spans: Iterable[tuple[int, int]]) -> None:
    for start, end in spans:
        taken[start:end] = b"\1" * (end - start)


def _free(taken: bytearray, amounts: Iterable[Amount]) -> list[Amount]:
    """Give the amounts whose place is free, and take it."""
    kept = [amount for amount in amounts if not any(taken[amount.start : amount.end])]
    _take(taken, ((amount.start, amount.end) for amount in kept))
    return kept
