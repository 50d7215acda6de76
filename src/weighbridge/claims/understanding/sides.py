"""Sides: of the names in a clause, those that a claim is about. Owners and examples stand back behind their heads."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING

from weighbridge.claims.understanding.cues import Turn
from weighbridge.mention import Named

if TYPE_CHECKING:
    from weighbridge.claims.understanding.clauses import Clause
    from weighbridge.mention import Mention, Naming

# From wide to narrow: an owner is wider than what it owns.
_WIDTH = {Named.COUNTRY: 0, Named.ORGANISATION: 1, Named.FAMILY: 2, Named.RELEASE: 3}
# What may stand between an owner and what it owns: `Alibaba's (open) Qwen`, `阿里巴巴的通义千问`, `OpenAI GPT`.
_OWNS = re.compile(r"(?:['’]s?)?[\s-]*(?:\([^)]{1,24}\)\s*)?(?:[\w-]+\s){0,3}|[^,;。、]{0,14}的|的?[^,;。、]{0,6}")
# A country right before a list or a kind of company tells where that is.
_PLACES = re.compile(r"(?:['’]s)?\s{0,2}")
_PLACES_REACH = 4


def groups(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """Give the mentions that name a group of a race; openness is one where no other is named."""
    every = tuple(mentions)
    found = tuple(mention for mention in every if mention.naming.named in _WIDTH)
    return found or tuple(mention for mention in every if mention.naming.named is Named.OPENNESS)


def of_kind(mentions: Iterable[Mention], named: Named) -> tuple[Naming, ...]:
    """Give what is named of one kind, each once."""
    return tuple(dict.fromkeys(mention.naming for mention in mentions if mention.naming.named is named))


def heads(text: str, clause: Clause, start: int, end: int) -> tuple[Mention, ...]:
    """Give the groups named in `text[start:end]` of a clause that are no owner, no place and no example of another."""
    inside = [mention for mention in groups(clause.mentions) if start <= mention.start and mention.end <= end]
    examples = _examples(inside, clause)
    placed = {m.start for m in clause.mentions if m.naming.named in (Named.PLATFORM, Named.ADOPTER)}
    without = [m for m in inside if m.start not in examples and not _is_place(text, m, placed)]
    return tuple(m for i, m in enumerate(without) if not _owns(text, m, without[i + 1 : i + 2]))


def named(mentions: Iterable[Mention]) -> tuple[Naming, ...]:
    """Give what the mentions name, each once."""
    return tuple(dict.fromkeys(mention.naming for mention in mentions))


def _owns(text: str, owner: Mention, following: Sequence[Mention]) -> bool:
    """Say whether a name only tells whose the next one is."""
    for owned in following:
        wider = _WIDTH.get(owner.naming.named, 9) < _WIDTH.get(owned.naming.named, 0)
        return wider and _belongs(owned.naming, owner.naming) and bool(_OWNS.fullmatch(text[owner.end : owned.start]))
    return False


def _belongs(owned: Naming, owner: Naming) -> bool:
    if owner.named is Named.COUNTRY:
        return owned.country == owner.id
    if owner.named is Named.ORGANISATION:
        return owned.organisation == owner.id
    return owned.family == owner.id or owned.id.startswith(owner.id)


def _is_place(text: str, mention: Mention, placed: AbstractSet[int]) -> bool:
    """Say whether a country stands right before a platform or an adopter: `U.S. App Store`, `Singapore's OCBC`."""
    if mention.naming.named is not Named.COUNTRY:
        return False
    near = range(mention.end, mention.end + _PLACES_REACH + 1)
    return any(start in placed and _PLACES.fullmatch(text, mention.end, start) is not None for start in near)


def _examples(inside: Sequence[Mention], clause: Clause) -> AbstractSet[int]:
    """Give where the examples of a country's makers stand that the clause is about."""
    cue = clause.first(Turn.EXAMPLES)
    wide = {other.naming.id for other in inside if other.naming.named is Named.COUNTRY}
    if cue is None or not wide:
        return frozenset()
    return {
        mention.start
        for mention in inside
        if mention.naming.named is not Named.COUNTRY
        and mention.naming.country in wide
        and (mention.start > cue.start if clause.language == "en" else mention.start < cue.start)
    }
