"""Of hits that overlap the longest holds; a name and its repeat beside it are one."""

from __future__ import annotations

import re
from collections.abc import Iterable

from weighbridge.claims.names.book import Standing
from weighbridge.claims.names.hits import Hit, is_han
from weighbridge.mention import Mention, Named

_OPENS = re.compile(r"\s?[(（]\s?")
_CLOSES = re.compile(r"\s?[)）]")


def longest(text: str, hits: Iterable[Hit]) -> list[Hit]:
    """Give hits of which none overlaps another, in their order: the longest, then what stands first of `Standing`."""
    taken = bytearray(len(text))
    held = []
    for hit in sorted(hits, key=lambda of: (of.start - of.end, of.standing, of.prolonged, _is_country(of), of.start)):
        # A longer one that is held never lies within a shorter one: both ends tell.
        if not (taken[hit.start] or taken[hit.end - 1]):
            taken[hit.start : hit.end] = b"\1" * (hit.end - hit.start)
            held.append(hit)
    return sorted(held, key=lambda of: of.start)


def _is_country(hit: Hit) -> bool:
    # `对华为`: the maker, not the country.
    return hit.naming is not None and hit.naming.named is Named.COUNTRY


def mentions(text: str, held: Iterable[Hit]) -> list[Mention]:
    """Give what is named, without guards, countries abreast one by one, and repeats folded."""
    found: list[Mention] = []
    for hit in held:
        for mention in _of(hit):
            folded = _folded(text, found[-1], mention) if found else None
            if folded:
                found[-1] = folded
            else:
                found.append(mention)
    return found


def _of(hit: Hit) -> list[Mention]:
    if hit.naming is None:
        return []
    if hit.also:
        return [Mention(hit.start + n, hit.start + n + 1, of) for n, of in enumerate((hit.naming, *hit.also))]
    return [Mention(hit.start, hit.end, hit.naming, possible=hit.standing is Standing.SLIP)]


def _folded(text: str, one: Mention, two: Mention) -> Mention | None:
    """Give the two as one where the second says the first again: in brackets, in another script, or twice."""
    same = (one.naming.named, one.naming.id) == (two.naming.named, two.naming.id)
    if not same:
        return None
    between = text[one.end : two.start]
    closing = _CLOSES.match(text, two.end)
    if _OPENS.fullmatch(between) and closing:
        return Mention(one.start, closing.end(), one.naming, possible=one.possible and two.possible)
    other_script = is_han(text[one.start]) != is_han(text[two.start])
    if (between == " " and other_script) or (not between and is_han(text[one.start])):
        return Mention(one.start, two.end, one.naming, possible=one.possible and two.possible)
    return None
