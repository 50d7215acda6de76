"""All spellings of all names, by what they fold to, and the automaton that finds them in one pass."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import IntEnum
from typing import TYPE_CHECKING, Any, NamedTuple

from weighbridge.claims.names.folding import key
from weighbridge.claims.names.guards import ABREAST, GUARDS
from weighbridge.claims.names.spelling import Written, written
from weighbridge.mention import Named, Naming

if TYPE_CHECKING:
    from collections.abc import Mapping

# The end of a release's name that stands for it in an article about its maker: R1, K2, V4 Flash.
_TAIL = re.compile(r"[A-Z][0-9]{1,2}(?:\.[0-9])?(?:[ -][A-Z][a-z]+)?\Z")
# Where one spelling names several things, its own name goes before an alias, and then these in their order.
_RANK = {
    named: rank
    for rank, named in enumerate(
        (Named.COUNTRY, Named.OPENNESS, Named.PLATFORM, Named.ORGANISATION, Named.FAMILY, Named.RELEASE, Named.ADOPTER)
    )
}


class Standing(IntEnum):
    """What a spelling is to its name; where two of one length stand at one place, the first holds."""

    NAME = 0
    TAIL = 1
    SLIP = 2
    ABREAST = 3
    GUARD = 4


class Entry(NamedTuple):
    """One spelling of one name. Of countries abreast `also` are those after the first; a guard names nothing."""

    spelling: str
    naming: Naming | None
    standing: Standing = Standing.NAME
    also: tuple[Naming, ...] = ()


class Way(NamedTuple):
    """An entry, how it may be written, and, of a name, the family that the same spelling names."""

    entry: Entry
    how: Written
    family: Naming | None


@dataclass
class Book:
    """Entries by folded spelling. `automaton` finds all keys of a folded text: (place of the last character, key)."""

    entries: dict[str, list[Entry]] = field(default_factory=dict)
    automaton: Any = None
    _ways: dict[str, tuple[Way, ...]] = field(default_factory=dict)

    def ways(self, folded: str) -> tuple[Way, ...]:
        """Give the entries of a folded spelling as they may be written: worked out once, where one is met."""
        if folded not in self._ways:
            entries = self.entries[folded]
            family = self.family(entries)
            self._ways[folded] = tuple(
                Way(entry, _written(entry), family if entry.standing is Standing.NAME else None) for entry in entries
            )
        return self._ways[folded]

    def release(self, family: Naming, rest: str) -> Naming | None:
        """Give the release of `family` whose name goes on with `rest`."""
        for entry in self.entries.get(key(family.name) + rest, ()):
            found = entry.naming
            if found and found.named is Named.RELEASE and found.family == family.id:
                return found
        return None

    def family(self, entries: Iterable[Entry]) -> Naming | None:
        """Give the family among what one spelling names."""
        return next((of.naming for of in entries if of.naming and of.naming.named is Named.FAMILY), None)


def _written(entry: Entry) -> Written:
    country = entry.naming is not None and entry.naming.named is Named.COUNTRY
    return written(entry.spelling, capital=country or entry.standing is Standing.TAIL)


def book(namings: Iterable[Naming]) -> Book:
    """Make the book of all spellings; a spelling of one Chinese character holds beside another only."""
    import ahocorasick

    made = Book()
    short: dict[str, Naming] = {}
    heads: set[tuple[str | None, str]] = set()
    for naming in sorted(namings, key=lambda of: _RANK[of.named]):
        _add(made, naming, short)
        if naming.named is Named.FAMILY:
            heads.update((naming.id, key(spelling)) for spelling in naming.spellings)
        elif naming.named is Named.RELEASE:
            _add_tail(made.entries, naming, heads)
    _add_phrases(made.entries, short)
    made.automaton = ahocorasick.Automaton()
    for folded, entries in made.entries.items():
        if len(entries) > 1:
            # Stable: its own name first, then by rank.
            entries.sort(key=lambda of: (of.standing, of.naming is not None and of.spelling != of.naming.name))
        made.automaton.add_word(folded, folded)
    made.automaton.make_automaton()
    return made


def _add(made: Book, naming: Naming, short: dict[str, Naming]) -> None:
    for spelling in naming.spellings:
        folded = key(spelling)
        if len(folded) == 1 and naming.named is Named.COUNTRY:
            short[folded] = naming
        elif len(folded) > 1:
            made.entries.setdefault(folded, []).append(Entry(spelling, naming))
    for spelling in naming.slips:
        made.entries.setdefault(key(spelling), []).append(Entry(spelling, naming, Standing.SLIP))


def _add_tail(entries: dict[str, list[Entry]], naming: Naming, heads: set[tuple[str | None, str]]) -> None:
    for spelling in naming.spellings:
        tail = _TAIL.search(spelling)
        if tail and (naming.family, key(spelling[: tail.start()])) in heads:
            entries.setdefault(key(tail[0]), []).append(Entry(tail[0], naming, Standing.TAIL))
            return


def _add_phrases(entries: dict[str, list[Entry]], short: Mapping[str, Naming]) -> None:
    for phrase in GUARDS:
        entries.setdefault(key(phrase), []).append(Entry(phrase, None, Standing.GUARD))
    for abreast in ABREAST:
        if set(abreast) <= short.keys():
            first, *also = (short[char] for char in abreast)
            entries.setdefault(abreast, []).append(Entry(abreast, first, Standing.ABREAST, tuple(also)))
