"""The lineage of a family or model on its page: what descends from it, by whom, how surely, and its own ancestors."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from weighbridge.outputs.site import ancestry, descendants, descent_facts
from weighbridge.outputs.site.descendants import SIDES, counted
from weighbridge.outputs.site.descent_facts import part, uses
from weighbridge.outputs.site.facts import made_of, named, sources

if TYPE_CHECKING:
    from collections.abc import Iterator

    from weighbridge.contender import Contender
    from weighbridge.lineage import Lineage
    from weighbridge.outputs.site.ancestry import Node
    from weighbridge.outputs.site.descendants import Line
    from weighbridge.outputs.site.facts import Facts
    from weighbridge.outputs.site.languages import Language
    from weighbridge.outputs.site.register import Key, Register

TRACED = ("family", "model")
CLOSED = "descends_closed"
# What a source lists is the same for all that rests on it.
COUNTS = ("listed", "with_parent")


@dataclass(frozen=True)
class Told:
    """The section. `says` is a figure; without `facts` there are none, and `says` tells why."""

    says: str
    facts: Facts | None = None
    own: str = ""
    gone: str = ""
    kinds: tuple[Line, ...] = ()
    homes: tuple[Line, ...] = ()
    builders: tuple[Line, ...] = ()
    builders_note: str = ""
    roots: tuple[Node, ...] = ()
    above: tuple[str, ...] = ()
    above_facts: Facts | None = None
    absent: tuple[tuple[str, str, str], ...] = ()


def of(register: Register, one: Contender) -> Lineage | None:
    """Give the lineage of a contender, if it has repositories."""
    return register.book.lineages.of.get((one.kind, one.id))


def record(register: Register, one: Contender) -> dict[str, Any] | None:
    """Give the lineage for machines, with the sources that it rests on and those of which nothing is held.

    Days and coverage are told as the page tells them: a repository more leaves the pages of other families as they are.
    """
    if one.kind not in TRACED:
        return None
    every = register.book.lineages
    used = uses(register, found.sources) if (found := of(register, one)) else ()
    first, last, _ = made_of(used)
    return {
        "of": {name: value for name, value in vars(found).items() if name not in COUNTS} if found else None,
        "covered": round(known, 3) if found and (known := part(found)) is not None else None,
        "first_as_of": first,
        "as_of": last,
        "sources": named(used),
        "absent": every.absent,
        "whole": every.whole,
    }


def mentioned(register: Register, one: Contender) -> set[Key]:
    """Give what the section would link to."""
    found = of(register, one)
    if found is None:
        return set()
    makers = {("organisation", builder.organisation) for builder in found.builders if builder.organisation}
    homes = {("country", code) for code in (*SIDES, *(builder.country for builder in found.builders)) if code}
    return makers | homes | {("model", end.release) for end in found.ancestors if end.release}


def view(language: Language, register: Register, one: Contender) -> Told | None:
    """Give the section; none for what has no weights of its own."""
    if one.kind not in TRACED:
        return None
    absent = sources(language, register.book.lineages.absent)
    found = of(register, one)
    if found is None:
        why = _silent(register, one)
        return Told(language.says(why), absent=() if why == CLOSED else absent)
    roots = ancestry.tree(language, found)
    return Told(
        says=_says(language, found),
        facts=descent_facts.below(language, register, found),
        own=language.says("lineage_own_1" if found.own == 1 else "lineage_own_n", n=counted(found.own)),
        gone=counted(found.removed) if found.removed else "",
        kinds=tuple(descendants.kinds(language, found)),
        homes=tuple(descendants.homes(language, register, found)),
        builders=tuple(descendants.builders(language, register, found)),
        builders_note=_told_builders(language, found),
        roots=roots,
        above=tuple(_above(language, found)) if roots else (),
        above_facts=descent_facts.above(language, register, found) if roots else None,
        absent=absent,
    )


def _silent(register: Register, one: Contender) -> str:
    """Say why there is nothing."""
    releases = (one,) if one.kind == "model" else register.kin.releases(one)
    if releases and all(release.openness == "closed" for release in releases):
        return CLOSED
    return "descends_unlisted" if register.book.lineages.uses else "descends_no_data"


def _says(language: Language, found: Lineage) -> str:
    n = found.direct + found.further
    if n > 1:
        return language.says("descends_n", n=counted(n), direct=counted(found.direct), further=counted(found.further))
    return language.says("descends_1", n=counted(n)) if n else language.says("descends_0")


def _told_builders(language: Language, found: Lineage) -> str:
    if found.others:
        return language.says("descent_most", n=counted(len(found.builders)))
    return language.says("descent_every")


def _above(language: Language, found: Lineage) -> Iterator[str]:
    """Say how many of its own repositories have a known parent, how many of them are shown, and what is not."""
    shown = ancestry.leaves(found)
    own = {end.repo_id for end in found.ancestors if end.own}
    n = len(own & {step.child for step in found.steps})
    yield language.says("ancestry_n", n=counted(n), own=counted(found.own))
    if len(shown) > ancestry.MOST_SHOWN:
        yield language.says("ancestry_shown", n=counted(ancestry.MOST_SHOWN))
    if found.unnamed_steps:
        yield language.says("ancestry_unnamed", n=counted(found.unnamed_steps))
