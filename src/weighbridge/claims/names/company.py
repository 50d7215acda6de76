"""Which hits hold that are names only beside other names: common words, and the ends of releases' names."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from weighbridge.claims.names.book import Standing
from weighbridge.claims.names.sentences import holds_one

if TYPE_CHECKING:
    from weighbridge.claims.names.hits import Hit


@dataclass
class Company:
    """The names that stand on their own: their makers, and where."""

    places: dict[str, list[int]] = field(default_factory=dict)
    of_models: list[int] = field(default_factory=list)

    def near(self, organisation: str, start: int, reach: int) -> bool:
        """Say whether `organisation` is named within `reach` characters of `start`."""
        return holds_one(self.places.get(organisation, []), start - reach, start + reach)


def company(held: Iterable[Hit]) -> Company:
    """Give the company that the names which hold make; they come in their order."""
    made = Company()
    for hit in held:
        if hit.naming and hit.naming.organisation:
            made.places.setdefault(hit.naming.organisation, []).append(hit.start)
            made.of_models.append(hit.start)
    return made


def words_that_hold(text: str, hits: Iterable[Hit], among: Company) -> list[Hit]:
    """Give the common words that are names here, and the ends of names whose maker was named before."""
    kept = []
    tails: dict[tuple[int, int], list[Hit]] = {}
    for hit in hits:
        maker = maker_of(hit)
        if hit.standing is Standing.TAIL:
            if among.places.get(maker, [hit.start])[0] < hit.start:
                tails.setdefault((hit.start, hit.end), []).append(hit)
        elif maker in among.places and not _begins_a_sentence(text, hit.start):
            kept.append(hit)
    return kept + [_latest(found, among) for found in tails.values()]


def maker_of(hit: Hit) -> str:
    """Give the id of the maker that a hit names, or whose family or release it names; empty where none is known."""
    return (hit.naming.organisation if hit.naming else None) or ""


def _latest(tails: list[Hit], among: Company) -> Hit:
    """Of several releases with one end of their names, give the one whose maker was named last before it."""

    def last(tail: Hit) -> int:
        places = among.places[maker_of(tail)]
        return places[bisect_left(places, tail.start) - 1]

    return max(tails, key=last)


def _begins_a_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - 3) : start].rstrip(" “\"'‘(")
    return not before or before[-1] in ".!?。!?\n:;"
