"""Lists of all contenders: by kind, from A to Z, and by what each weighs or when it was released."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any

from weighbridge.contender import KINDS
from weighbridge.outputs.site import addresses, identity
from weighbridge.outputs.site.digest import digest
from weighbridge.outputs.site.page import Page
from weighbridge.outputs.site.register import above
from weighbridge.outputs.site.running import LEADS, stand

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from weighbridge.contender import Contender
    from weighbridge.outputs.site.identity import Link
    from weighbridge.outputs.site.languages import Language
    from weighbridge.outputs.site.register import Register

FIRST = 12  # of each kind on the page of all kinds
NO_LETTER = "#"
# The second order of each kind; the first is by name.
ORDERS = {"country": "measures", "organisation": "measures", "family": "measures", "model": "newest"}
HEADS = ("kind", "id", "name", "name_zh", "country", "organisation", "family", "openness", "released_on", "measures",
         "leads")  # fmt: skip


@dataclass(frozen=True)
class Line:
    """One contender in a list: what it belongs to, the day of a model, and the races that it leads."""

    link: Link
    kin: tuple[Link, ...]
    day: str
    leads: tuple[tuple[str, str], ...]  # title and path
    ranked: bool  # in any race


def pages(register: Register) -> Iterator[Page]:
    """Give the page of all kinds, and two pages for each kind: by name, and in its second order."""
    yield _page(register, "contenders", KINDS, "")
    for kind, order in ORDERS.items():
        yield _page(register, f"contenders/{kind}", (kind,), "name")
        yield _page(register, f"contenders/{kind}/{order}", (kind,), order)


def _page(register: Register, path: str, kinds: tuple[str, ...], order: str) -> Page:
    held = {kind: _ordered(register, kind, order or ORDERS[kind]) for kind in kinds}
    rows = [_row(register, one) for found in held.values() for one in found]
    return Page(
        path,
        "contenders",
        title=lambda language: language.says("contenders_title" if len(kinds) > 1 else f"kinds_{kinds[0]}"),
        says=lambda language: _says(language, kinds, order),
        view=lambda language: _view(language, register, held, order),
        made_of=digest(rows, order),
        record=lambda: {
            "order": order or "measures",
            "contenders": [dict(zip(HEADS, row, strict=True)) for row in rows],
        },
        heads=HEADS,
        rows=lambda: rows,
        listed=order in ("", "name"),
    )


def _ordered(register: Register, kind: str, order: str) -> list[Contender]:
    held = [register.kin.named[key] for key in sorted(register.pages) if key[0] == kind]
    if order == "name":
        return sorted(held, key=lambda one: (_letter(one.name), one.name.casefold(), one.id))
    if order == "measures":
        return sorted(held, key=lambda one: (*(-n for n in register.known(one)), one.name.casefold(), one.id))
    return list(register.kin.newest(held))


def _says(language: Language, kinds: tuple[str, ...], order: str) -> str:
    if len(kinds) > 1:
        return language.says("contenders_says")
    return language.says(f"listed_by_{order}", kinds=language.says(f"kinds_{kinds[0]}"))


def _view(language: Language, register: Register, held: dict[str, list[Contender]], order: str) -> dict[str, Any]:
    if not order:
        parts = [(kind, [_line(language, register, one) for one in found[:FIRST]]) for kind, found in held.items()]
        return {"parts": parts, "kind": "", "order": "", "orders": ORDERS, "letters": []}
    ((kind, found),) = held.items()
    lines = [(one, _line(language, register, one)) for one in found]
    letters = _letters(lines) if order == "name" else [("", [line for _, line in lines])]
    return {"parts": [], "kind": kind, "order": order, "orders": ORDERS, "letters": letters}


def _letters(lines: Sequence[tuple[Contender, Line]]) -> list[tuple[str, list[Line]]]:
    """Put names under their first letter, as they stand in English: the order of the address is that of the list."""
    return [
        (letter, [line for _, line in own]) for letter, own in groupby(lines, key=lambda held: _letter(held[0].name))
    ]


def _letter(name: str) -> str:
    first = unicodedata.normalize("NFKD", name.strip())[:1].upper()
    return first if first.isascii() and first.isalpha() else NO_LETTER


def _line(language: Language, register: Register, one: Contender) -> Line:
    day, announced = register.kin.day(one) if one.kind == "model" else (None, False)
    told = language.day(day) if announced or not day else language.says("first_known", day=language.day(day))
    leads = [track for track in register.own(one) if track.raced and stand(track)[0] == LEADS]
    kin = [identity.link(language, register, *key) for key in above(one)]
    return Line(
        identity.link(language, register, one.kind, one.id),
        tuple({to.name: to for to in kin}.values()),
        told if day else "",
        tuple((language.title(track.chapter), addresses.race(track.chapter.name, track.series.by)) for track in leads),
        any(track.raced for track in register.own(one)),
    )


def _row(register: Register, one: Contender) -> tuple[object, ...]:
    leads = [t.chapter.name for t in register.own(one) if t.raced and stand(t)[0] == LEADS]
    day, _ = register.kin.day(one) if one.kind == "model" else (None, False)
    kin = (one.country, one.organisation, one.family)
    return (one.kind, one.id, one.name, one.name_zh, *kin, one.openness, day, register.known(one)[0], " ".join(leads))
