"""Every place in a text that is spelt as a name may be, with what the name still asks for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from weighbridge.claims.names import borders, versions
from weighbridge.claims.names.book import Book, Standing, Way
from weighbridge.claims.names.common_words import IN_COMPANY
from weighbridge.claims.names.folding import folded
from weighbridge.claims.names.guards import NOT_BEFORE_CHINA
from weighbridge.claims.names.spelling import FIRST_HAN, gaps_allowed, is_split, letters_fit
from weighbridge.mention import Named, Naming

# The longest stretch of a text that a spelling may fill, beyond its own characters.
_MOST_GAPS = 64


class Hit(NamedTuple):
    """`text[start:end]` is spelt as `naming`. `company`: it holds only where its maker is named otherwise.

    `prolonged`: the name of a family with what follows it.
    """

    start: int
    end: int
    naming: Naming | None
    standing: Standing
    company: bool = False
    also: tuple[Naming, ...] = ()
    prolonged: bool = False


def hits(book: Book, text: str) -> Iterator[Hit]:
    """Give all hits in the order of their ends; they may overlap."""
    seen = folded(text)
    # Numbers of Python's own: taking one out of an array of numpy's costs several times as much.
    place_of = seen.places.data
    for last, found in book.automaton.iter(seen.text):
        first = last - len(found) + 1
        start, end = place_of[first], place_of[last] + 1
        if end - start > len(found) + _MOST_GAPS or not borders.begins(text, start):
            continue
        places = range(start, end) if end - start == len(found) else place_of[first : last + 1].tolist()
        yield from _at(book, text, places, book.ways(found))


def _at(book: Book, text: str, places: Sequence[int], ways: tuple[Way, ...]) -> list[Hit]:
    """Give what one stretch names: the first thing that it names wherever it is read, and what it names in company."""
    found: list[Hit] = []
    for entry, how, family in ways:
        if not (gaps_allowed(how, text, places) and letters_fit(how, text, places)):
            continue
        if _no_country(entry.spelling, text, places[0]):
            continue
        hit = Hit(places[0], places[-1] + 1, entry.naming, entry.standing, how.company, entry.also)
        if entry.standing is Standing.NAME and is_split(how, text, places):
            hit = hit._replace(standing=Standing.SLIP, company=False)
        ended = _ended(book, text, hit, family)
        if ended:
            found.append(ended)
            if ended.standing is not Standing.TAIL and not ended.company:
                break
    return found


def _no_country(spelling: str, text: str, start: int) -> bool:
    """Say whether `中` is the end of the word before: `其中美企`."""
    abbreviated = spelling[0] == "中" and spelling[1] != "国"
    return abbreviated and start > 0 and text[start - 1] in NOT_BEFORE_CHINA


def _ended(book: Book, text: str, hit: Hit, family: Naming | None) -> Hit | None:
    """Let a hit end where its name does: after its version, where it is a family's."""
    if family:
        release = _release(book, text, hit, family)
        if release:
            return release
        end = versions.number(text, hit.end)
        if end is not None:
            return hit._replace(
                end=versions.with_size(text, end), naming=family, company=hit.company and _is_count(text, hit.end, end)
            )
    counted = hit.naming and hit.naming.named is Named.RELEASE and text[hit.end - 2 : hit.end - 1] == " "
    if counted and versions.counts(text, hit.end):
        return None
    end = borders.ends(text, hit.end)
    if end is None:
        return None
    word, _, rest = text[hit.start : end].partition(" ")
    if rest.isdigit() and word in IN_COMPANY:
        hit = hit._replace(company=True)
    modelled = hit.naming and hit.naming.named in (Named.FAMILY, Named.RELEASE)
    end = versions.with_size(text, end) if modelled else end
    return hit if end == hit.end else hit._replace(end=end)


def _release(book: Book, text: str, hit: Hit, family: Naming) -> Hit | None:
    for follows in versions.words(text, hit.end):
        found = book.release(family, follows.key)
        if found is None:
            continue
        if _is_count(text, hit.end, follows.end) and versions.counts(text, follows.end):
            continue
        # A version makes a name of a word. Neither another word nor a bare number does: `Step 3`.
        company = hit.company and (follows.key.isalpha() or _is_count(text, hit.end, follows.end))
        end = versions.with_size(text, follows.end)
        return hit._replace(end=end, naming=found, company=company, prolonged=True)
    return None


def _is_count(text: str, start: int, end: int) -> bool:
    """Say whether a bare number follows, after a space."""
    return text[start].isspace() and text[start:end].strip().isdigit()


def is_han(char: str) -> bool:
    """Say whether a character is none of the Latin script."""
    return char >= FIRST_HAN
