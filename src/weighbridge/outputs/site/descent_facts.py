"""What the figures of a lineage state beside themselves: as of when, from whom, of how much, and how sure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weighbridge.outputs.site import facts
from weighbridge.outputs.site.descendants import counted
from weighbridge.outputs.site.facts import Facts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from weighbridge.estimate import SourceUse
    from weighbridge.lineage import Lineage
    from weighbridge.outputs.site.languages import Language
    from weighbridge.outputs.site.register import Register


def uses(register: Register, names: Iterable[str]) -> tuple[SourceUse, ...]:
    """Give the sources of these names."""
    held = set(names)
    return tuple(use for use in register.book.lineages.uses if use.name in held)


def part(found: Lineage) -> float | None:
    """Give the part of what the sources list that has a known parent; none where nothing is listed."""
    return found.with_parent / found.listed if found.listed else None


def below(language: Language, register: Register, found: Lineage) -> Facts:
    """Give the facts of what descends from a family or model."""
    used = uses(register, found.sources)
    return Facts(
        facts.days(language, [use.as_of for use in used]),
        facts.sources(language, used),
        _coverage(language, register, found),
        _sure(language, found),
    )


def above(language: Language, register: Register, found: Lineage) -> Facts:
    """Give the facts of what its own repositories were built on."""
    used = uses(register, (step.source for step in found.steps))
    said = {step.known_by for step in found.steps}
    order = ("declared", "hub_inferred", "name", "configuration", "tokenizer")
    return Facts(
        facts.days(language, [step.stated_on for step in found.steps]),
        facts.sources(language, used),
        _coverage(language, register, found),
        language.says("listed").join(language.says(f"by_{by}") for by in order if by in said),
    )


def _coverage(language: Language, register: Register, found: Lineage) -> str:
    whole = "descent_whole" if register.book.lineages.whole else "descent_least"
    known = part(found)
    if known is None:
        return language.says(whole)
    told = language.says(
        "descent_listed", part=language.words.amount(known, "share"), n=language.words.compact(found.listed)
    )
    return language.says("comma").join((told, language.says(whole)))


def _sure(language: Language, found: Lineage) -> str:
    sure = found.sure
    counts = (("declared", sure.declared), ("hub_inferred", sure.hub_inferred), ("evidence", sure.evidence))
    told = [language.says(f"descent_{by}", n=counted(n)) for by, n in counts if n]
    if sure.evidence and sure.low is not None:
        span = language.words.span(sure.low, sure.high, "share")
        told[-1] = language.says("descent_holds", told=told[-1], span=span)
    return language.says("listed").join(told) or language.says("descent_looked")
