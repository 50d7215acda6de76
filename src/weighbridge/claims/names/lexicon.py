"""A lexicon: all names at once, and what of them a text mentions."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from weighbridge.claims.names.book import Standing, book
from weighbridge.claims.names.choosing import longest, mentions
from weighbridge.claims.names.company import company, words_that_hold
from weighbridge.claims.names.hits import Hit, hits
from weighbridge.claims.names.slips import slips_that_hold

if TYPE_CHECKING:
    from weighbridge.mention import Mention, Naming


class Lexicon:
    """Names to be found in texts, in three scripts. Made once; finding is linear in the length of the text."""

    def __init__(self, namings: Iterable[Naming]) -> None:
        self._book = book(namings)

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """Give the names in `text` in their order, none overlapping. `text`: normalised (NFKC, simplified Chinese)."""
        free: list[Hit] = []
        words: list[Hit] = []
        slips: list[Hit] = []
        for hit in hits(self._book, text):
            if hit.standing is Standing.SLIP:
                slips.append(hit)
            elif hit.standing is Standing.TAIL or hit.company:
                words.append(hit)
            else:
                free.append(hit)
        held = longest(text, free)
        among = company(held)
        more = words_that_hold(text, words, among)
        # Without words and slips what held holds still.
        if more or slips:
            held = longest(text, [*held, *more, *slips_that_hold(text, slips, among)])
        return tuple(mentions(text, held))
