"""Whether what stands in a text is a spelling of a name: its separators, its capitals, its borders."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from weighbridge.claims.names.common_words import (
    ANY_CASE,
    CAPITALISED,
    CHINESE_IN_COMPANY,
    IN_COMPANY,
    SHORT,
    SHORTEST_FREE,
    SPLIT,
)
from weighbridge.claims.names.folding import SEPARATORS, UNSEEN, key

FIRST_HAN = "\u2e80"
_PLAIN_GAPS = frozenset({"", " ", "-", "_", "\u00a0", "\u2010", "\u2011", "\u2013"})
_DOTTED_GAPS = _PLAIN_GAPS | {".", ". ", ".-"}
_NO_GAP = frozenset({""})
_UNSEEN = dict.fromkeys(map(ord, UNSEEN))
_JOINT = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|(?<=[A-Za-z])(?=[0-9])|(?<=[0-9])(?=[A-Za-z])")
_LONGEST_GAP = 8
_LONGEST_ABBREVIATION = 5


@dataclass(frozen=True)
class Written:
    """How a spelling may be written. Places are those of its folded characters.

    `gaps`: what may stand before a character, where anything may. `capitals`: which must be capitals. `exact`: all
    letters as they are. `company`: only beside other names of its maker. `split`: parted there it is perhaps the name.
    """

    gaps: dict[int, frozenset[str]]
    capitals: tuple[int, ...]
    exact: bool
    company: bool
    split: int | None
    letters: str


@lru_cache(maxsize=20_000)
def written(spelling: str, *, capital: bool = False) -> Written:
    """Give how `spelling` may be written. `capital`: with its capitals, unless it is known to be written small."""
    gaps, letters = _gaps(spelling)
    solid = key(spelling)
    latin = solid[:1] < FIRST_HAN
    exact = latin and _must_be_exact(spelling, solid)
    company = _needs_company(spelling, solid) if latin else spelling in CHINESE_IN_COMPANY
    capitals = (
        tuple(n for n, char in enumerate(letters) if char.isupper())
        if latin and spelling not in ANY_CASE and (capital or _capital(spelling))
        else ()
    )
    return Written(gaps, capitals, exact, company, _split(spelling, solid, gaps), letters)


def _gaps(spelling: str) -> tuple[dict[int, frozenset[str]], str]:
    gaps: dict[int, frozenset[str]] = {}
    letters = ""
    joints = {found.start() for found in _JOINT.finditer(spelling)}
    for place, char in enumerate(spelling):
        if char in SEPARATORS and not (char == "." and _between_digits(spelling, place)):
            dotted = char == "." or gaps.get(len(letters)) == _DOTTED_GAPS
            gaps[len(letters)] = _DOTTED_GAPS if dotted else _PLAIN_GAPS
            continue
        if place in joints:
            gaps.setdefault(len(letters), _PLAIN_GAPS)
        letters += char
    return gaps, letters


def _between_digits(spelling: str, place: int) -> bool:
    return spelling[place - 1 : place].isdigit() and spelling[place + 1 : place + 2].isdigit()


def _must_be_exact(spelling: str, solid: str) -> bool:
    if spelling in CAPITALISED:
        return False
    abbreviation = spelling.isupper() and spelling.isalpha() and len(solid) <= _LONGEST_ABBREVIATION
    mixed = len(solid) <= SHORTEST_FREE and any(char.isupper() for char in spelling[1:]) and spelling not in SHORT
    return len(solid) < SHORTEST_FREE or abbreviation or mixed


def _needs_company(spelling: str, solid: str) -> bool:
    if spelling in SHORT or spelling in CAPITALISED:
        return False
    abbreviation = spelling.isupper() and spelling.isalpha() and len(solid) <= SHORTEST_FREE
    return spelling in IN_COMPANY or len(solid) < SHORTEST_FREE or abbreviation


def _capital(spelling: str) -> bool:
    """Say whether the spelling's capitals are needed: of common words, of names in several words, and of handles."""
    several = " " in spelling and any(word[:1].isupper() for word in spelling.split())
    return several or spelling in CAPITALISED or spelling in IN_COMPANY


def _split(spelling: str, solid: str, gaps: dict[int, frozenset[str]]) -> int | None:
    return next(iter(gaps), None) if solid in SPLIT and key(spelling) == solid and " " not in spelling else None


def _is_solid(places: Sequence[int]) -> bool:
    return places[-1] - places[0] == len(places) - 1


def gaps_allowed(how: Written, text: str, places: Sequence[int]) -> bool:
    """Say whether only what may stand between the characters of a name stands there."""
    if _is_solid(places):
        return True
    for number in range(1, len(places)):
        before, here = places[number - 1] + 1, places[number]
        if here == before:
            continue
        if here - before > _LONGEST_GAP:
            return False
        if text[before:here].translate(_UNSEEN) not in how.gaps.get(number, _NO_GAP):
            return False
    return True


def letters_fit(how: Written, text: str, places: Sequence[int]) -> bool:
    """Say whether the letters are small and capital as the name asks."""
    if how.exact:
        solid = _is_solid(places)
        return (text[places[0] : places[-1] + 1] if solid else "".join(text[at] for at in places)) == how.letters
    return not how.capitals or all(text[places[number]].isupper() for number in how.capitals)


def is_split(how: Written, text: str, places: Sequence[int]) -> bool:
    """Say whether a name that is one word is written as two words that say something: `deep seek`, not `Deep Seek`."""
    if how.split is None or places[how.split] == places[how.split - 1] + 1:
        return False
    return not (text[places[0]].isupper() and text[places[how.split]].isupper())
