"""Who a contender is: its names, what it belongs to, what is known of it with what says so, and where it leads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from weighbridge.countries import SEVERAL
from weighbridge.outputs.site.entries import OWN_LICENCE
from weighbridge.outputs.site.facts import Facts
from weighbridge.outputs.site.kin import ABOVE
from weighbridge.outputs.site.register import above
from weighbridge.outputs.site.running import AHEAD, LEADS, stand

if TYPE_CHECKING:
    from collections.abc import Iterable

    from weighbridge.contender import Contender
    from weighbridge.outputs.site.languages import Language
    from weighbridge.outputs.site.register import Key, Register
    from weighbridge.outputs.site.tracks import Track


@dataclass(frozen=True)
class Link:
    """A name and the path of its page; the path is empty where it has none."""

    name: str
    path: str


@dataclass(frozen=True)
class Item:
    """One thing known of a contender: as text, or as links; both empty where it is not known."""

    key: str
    text: str = ""
    links: tuple[Link, ...] = ()
    figure: bool = False


def link(language: Language, register: Register, kind: str, key: str) -> Link:
    """Name a contender, with the path of its page if it has one."""
    known = register.kin.named.get((kind, key))
    return Link(language.group(kind, key, known.name if known else key), language.path(kind, key))


def origins(register: Register, one: Contender) -> tuple[Key, ...]:
    """Give the families that a model, or the releases of a family, were built on."""
    releases = (one,) if one.kind == "model" else register.kin.releases(one) if one.kind == "family" else ()
    return tuple(dict.fromkeys(("family", release.built_on) for release in releases if release.built_on))


def other_name(language: Language, register: Register, one: Contender) -> str:
    """Give the name in the other language, where it is another."""
    held = register.kin.named[one.kind, one.id]
    other = held.name_zh if language.english else held.name
    return "" if other == (held.name if language.english else held.name_zh) else other


def what(language: Language, register: Register, one: Contender) -> list[Item]:
    """Give what is known of a contender, with a place for what is not."""
    items = [Item(kind, links=(link(language, register, kind, key),) if (key := getattr(one, kind)) else ())
             for kind in ABOVE.get(one.kind, ())]  # fmt: skip
    if (one.kind, one.id) == ("country", SEVERAL):
        items.append(Item("meaning", language.says("several_countries", code=SEVERAL)))
    if one.kind != "model":
        return items
    day, announced = register.kin.day(one)
    released = language.day(day) if announced else language.says("first_known", day=language.day(day)) if day else ""
    return [
        *items,
        Item("openness", language.words.OPENNESS.get(one.openness or "", "")),
        Item("licence", one.licence or ""),
        Item("released", released),
        *_params(language, register, one),
        *([Item("built_on", links=(link(language, register, "family", one.built_on),))] if one.built_on else []),
    ]


def says(language: Language, register: Register, one: Contender) -> str:
    """Say in one sentence what a contender is, and where it leads."""
    kin = [link(language, register, kind, key).name for kind, key in above(one)]
    parts = [language.says(f"kind_{one.kind}"), *kin]
    if one.kind == "model":
        day, announced = register.kin.day(one)
        parts += [told] if (told := language.words.OPENNESS.get(one.openness or "", "")) else []
        parts += [language.says("released_on", day=language.day(day))] if day and announced else []
    tracks = register.own(one)
    told = language.says("sentence", told=language.says("comma").join(parts))
    return told + (language.says("between_sentences") + finding(language, tracks) if tracks else "")


def finding(language: Language, tracks: Iterable[Track]) -> str:
    """Say which races a contender leads, and in which it is ahead undecided."""
    held = [(stand(track)[0], language.title(track.chapter)) for track in tracks if track.raced]
    told = []
    for state in (LEADS, AHEAD):
        titles = [title for own, title in held if own == state]
        told += [language.says(f"finding_{state}", told=language.says("listed").join(titles))] if titles else []
    if told:
        return language.says("between_sentences").join(told)
    return language.says("finding_none") if held else language.says("finding_unranked")


def facts_of(language: Language, one: Contender) -> Facts:
    """Give what every figure of a curated release states."""
    return Facts(
        language.day(one.checked_on),
        ((language.says("curated"), "about", OWN_LICENCE),),
        language.says("curated_coverage"),
        language.says("curated_sure"),
    )


def _params(language: Language, register: Register, one: Contender) -> list[Item]:
    """Give the size of a release; none where it has none of its own and the table of its sizes states them."""
    if one.params_total is None and any(row.params_total is not None for row in register.kin.rows(one)):
        return []
    return [Item("params", _sizes(language, one), figure=one.params_total is not None)]


def _sizes(language: Language, one: Contender) -> str:
    if one.params_total is None:
        return ""
    total = language.words.compact(one.params_total)
    if one.params_active is None:
        return total
    return language.says("of_which_active", total=total, active=language.words.compact(one.params_active))
