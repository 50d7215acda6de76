"""A contender: what it is, every race that it runs in, its releases, lineage and abilities, and what is said of it."""

from __future__ import annotations

import shlex
from functools import partial
from typing import TYPE_CHECKING, Any

from weighbridge.outputs.site import addresses, columns, descent, descent_rows, entries, identity, issued, running
from weighbridge.outputs.site.digest import digest
from weighbridge.outputs.site.page import Page
from weighbridge.outputs.site.register import above

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from weighbridge.contender import Contender
    from weighbridge.outputs.site.identity import Link
    from weighbridge.outputs.site.languages import Language
    from weighbridge.outputs.site.register import Key, Register
    from weighbridge.outputs.site.versus import Versus

    Linking = Callable[[str, str], Link]

MOST_ENTRIES = 60


def pages(register: Register, compared: Mapping[Key, tuple[Versus, ...]]) -> Iterator[Page]:
    """Give the page of every contender of which anything is known; `compared` are the comparisons that it stands in."""
    for key in sorted(register.pages):
        yield page(register, register.kin.named[key], compared.get(key, ()))


def page(register: Register, one: Contender, compared: tuple[Versus, ...] = ()) -> Page:
    """Give the page of a contender."""
    told = record(register, one)
    courses = [track.estimates for track in register.own(one)]
    linked = sorted(register.pages & _mentioned(register, one))
    stated = register.columns.made_of(columns.known(told["models"]))
    return Page(
        addresses.contender(one.kind, one.id),
        "contender",
        title=lambda language: language.group(one.kind, one.id, one.name),
        says=lambda language: identity.says(language, register, one),
        view=lambda language: _view(language, register, one, compared),
        made_of=digest(told, courses, linked, stated, compared),
        record=lambda: told,
        heads=running.heads(),
        rows=lambda: [
            *running.rows(register.own(one)),
            *issued.rows(register, one),
            *descent_rows.rows(register, one),
        ],
    )


def record(register: Register, one: Contender) -> dict[str, Any]:
    """Give all of a contender for machines."""
    kin = register.kin
    releases = (one,) if one.kind == "model" else kin.releases(one)
    return {
        "contender": one,
        "belongs_to": [kin.named[key] for key in above(one) if key in kin.named],
        "races": [running.record(track) for track in register.own(one)],
        "releases": [] if one.kind == "model" else releases,
        "models": [row for release in releases for row in kin.rows(release)],
        "makers": kin.below(one, "organisation"),
        "families": kin.below(one, "family"),
        "built_on_it": kin.built_on(one) if one.kind == "family" else (),
        "lineage": descent.record(register, one),
        "evidence": [row for table, row in register.entries(one) if table == "evidence"],
        "events": [row for table, row in register.entries(one) if table == "events"],
    }


def _mentioned(register: Register, one: Contender) -> set[Key]:
    """Give what the page would link to, besides races and sources."""
    kin = register.kin
    near = [*kin.releases(one), *kin.below(one, "organisation"), *kin.below(one, "family"), *kin.built_on(one)]
    found = {*above(one), *((own.kind, own.id) for own in near), *identity.origins(register, one)}
    found |= descent.mentioned(register, one)
    for _, row in register.entries(one):
        found |= {(kind, key) for kind in ("country", "organisation", "family", "model") for key in entries.ids(row)}
    return found


def _view(language: Language, register: Register, one: Contender, compared: tuple[Versus, ...]) -> dict[str, Any]:
    kin, tracks = register.kin, register.shown(one)
    said, link = register.entries(one)[:MOST_ENTRIES], partial(identity.link, language, register)
    topics = running.topics(language, tracks)
    return {
        "one": one,
        "finding": identity.finding(language, tracks) if tracks else "",
        "other_name": identity.other_name(language, register, one),
        "what": identity.what(language, register, one),
        "own_facts": identity.facts_of(language, one) if one.params_total is not None else None,
        "topics": topics,
        "counted": any(topic == "built_upon" for topic, _ in topics),
        **issued.view(language, register, one),
        "makers": _links(link, kin.below(one, "organisation")),
        "families": _links(link, kin.below(one, "family")),
        "origins": [link(*key) for key in identity.origins(register, one)],
        "derived": _links(link, kin.built_on(one)[: issued.MOST]) if one.kind == "family" else [],
        "traced": descent.view(language, register, one),
        "command": f"weighbridge lineage {shlex.quote(one.id)}" if descent.of(register, one) else "",
        "entries": [(entries.told(language, entry), _named(link, register, one, entry[1])) for entry in said],
        "compared": [(_others(link, one, versus), versus.path) for versus in compared],
    }


def _others(link: Linking, one: Contender, versus: Versus) -> list[str]:
    return [link(versus.kind, key).name for key in versus.ids if key != one.id]


def _links(link: Linking, found: Iterable[Contender]) -> list[Link]:
    """Give links, those that lead somewhere first."""
    links = [link(one.kind, one.id) for one in found]
    return sorted(links, key=lambda to: not to.path)


def _named(link: Linking, register: Register, one: Contender, row: Mapping[str, Any]) -> list[Link]:
    """Give the others that an entry names, the widest of each id: a maker and its family may share one."""
    found = []
    for key in entries.ids(row):
        kinds = [kind for kind in ("country", "organisation", "family", "model") if (kind, key) in register.pages]
        if kinds and key != one.id:
            found.append(link(kinds[0], key))
    return found
