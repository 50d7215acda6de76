"""The page of all comparisons: of each kind, those that stand together, and whom each contender stands beside."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from weighbridge.outputs.site import identity
from weighbridge.outputs.site.compare import title
from weighbridge.outputs.site.digest import digest
from weighbridge.outputs.site.page import Page
from weighbridge.outputs.site.versus import LEADING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from weighbridge.outputs.site.identity import Link
    from weighbridge.outputs.site.languages import Language
    from weighbridge.outputs.site.register import Register
    from weighbridge.outputs.site.versus import Versus


def pages(register: Register, every: Sequence[Versus]) -> Iterator[Page]:
    """Give the page; `every` are the comparisons that there are."""
    yield Page(
        "compare",
        "comparisons",
        title=lambda language: language.says("compare_title"),
        says=lambda language: language.says("compare_says"),
        view=lambda language: _listed(language, register, every),
        made_of=digest([(versus.kind, versus.ids) for versus in every]),
        record=lambda: {"comparisons": [{"kind": v.kind, "ids": v.ids, "path": v.path} for v in every]},
    )


def _listed(language: Language, register: Register, every: Sequence[Versus]) -> dict[str, Any]:
    """Give, for each kind, those that stand together, and for each contender whom it stands beside."""
    parts = []
    for kind in LEADING:
        own = [versus for versus in every if versus.kind == kind]
        together = [(title(language, register, versus), versus.path) for versus in own if not versus.pair]
        pairs = [
            (identity.link(language, register, kind, key), _others(language, register, own, key))
            for key in _ids(register, kind, own)
        ]
        parts.append((kind, together, pairs))
    return {"parts": [part for part in parts if part[2]]}


def _ids(register: Register, kind: str, every: Iterable[Versus]) -> list[str]:
    """Give who is compared, those first of which most is known."""
    ids = {key for versus in every for key in versus.ids}
    return sorted(ids, key=lambda key: (*(-n for n in register.known(register.kin.named[kind, key])), key))


def _others(language: Language, register: Register, every: Iterable[Versus], key: str) -> list[tuple[Link, str]]:
    """Give whom a contender stands beside, each with the path of the pair."""
    pairs = [versus for versus in every if versus.pair and key in versus.ids]
    return [(identity.link(language, register, versus.kind, versus.other(key)), versus.path) for versus in pairs]
