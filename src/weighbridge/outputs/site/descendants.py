"""What descends from a family or model, in rows: by kind, by uploader and by where their makers are based."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from weighbridge.outputs.site.identity import Link, link

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from weighbridge.lineage import Builder, Held, Lineage
    from weighbridge.outputs.site.languages import Language
    from weighbridge.outputs.site.register import Register

SIDES = ("CN", "US")  # whose shares stand apart; all others stand together


@dataclass(frozen=True)
class Line:
    """A row of figures, empty where not known; `share` draws its bar. `note` stands beside the name.

    `home`: where the maker is based; `rest`: the row is of several uploaders.
    """

    name: Link
    figures: tuple[str, ...]
    share: float | None = None
    note: str = ""
    home: Link | None = None
    rest: bool = False


def kinds(language: Language, found: Lineage) -> Iterator[Line]:
    """Give a row for each kind, the most frequent first."""
    whole = found.direct + found.further
    for kind in sorted(found.kinds, key=lambda kind: -kind.held.repositories):
        every = kind.held.repositories
        figures = (counted(kind.direct), counted(kind.further), counted(every), _downloads(language, kind.held))
        yield Line(Link(language.says(f"relation_{kind.relation}"), ""), figures, share=every / whole)


def homes(language: Language, register: Register, found: Lineage) -> Iterator[Line]:
    """Give a row for each side, for all other countries, and for what is not known."""
    whole = found.direct + found.further
    parts: dict[str, list[Held]] = {side: [] for side in (*SIDES, "elsewhere", "nowhere")}
    for home in found.homes:
        side = "nowhere" if home.country is None else home.country if home.country in SIDES else "elsewhere"
        parts[side].append(home.held)
    for side, held in parts.items() if whole else ():
        other = "" if side in SIDES else language.says(f"descent_{side}")
        name = Link(other, "") if other else link(language, register, "country", side)
        n = sum(each.repositories for each in held)
        part = language.words.amount(n / whole, "share")
        yield Line(name, (counted(n), part, _summed(language, held)), share=n / whole)


def builders(language: Language, register: Register, found: Lineage) -> Iterator[Line]:
    """Give a row for each uploader that is told, makers that are known first, then one for the others."""
    for builder in sorted(found.builders, key=lambda builder: builder.organisation is None):
        home = link(language, register, "country", builder.country) if builder.country else None
        account = language.says("descent_account") if builder.organisation is None else ""
        yield Line(_builder(language, register, builder), _figures(language, builder.held), note=account, home=home)
    if found.others:
        others = language.says("descent_others", n=counted(found.others))
        yield Line(Link(others, ""), _figures(language, found.rest), rest=True)
    if found.unnamed.repositories:
        yield Line(Link(language.says("descent_unnamed"), ""), _figures(language, found.unnamed), rest=True)


def _builder(language: Language, register: Register, builder: Builder) -> Link:
    if builder.organisation is None:
        return Link(builder.account or "", "")
    return link(language, register, "organisation", builder.organisation)


def _figures(language: Language, held: Held) -> tuple[str, ...]:
    return counted(held.repositories), _downloads(language, held)


def _downloads(language: Language, held: Held) -> str:
    return "" if held.downloads_30d is None else language.words.compact(held.downloads_30d)


def _summed(language: Language, held: Sequence[Held]) -> str:
    known = [each.downloads_30d for each in held if each.downloads_30d is not None]
    return language.words.compact(sum(known)) if known or not held else ""


def counted(number: int) -> str:
    """Give a number of repositories."""
    return f"{number:,}"
