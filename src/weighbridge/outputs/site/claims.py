"""Claims of the press and what came of checking each: verdict, figure, its range over definitions, nuance, sources."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from weighbridge.outputs.site import addresses, articles, judged
from weighbridge.outputs.site.digest import digest
from weighbridge.outputs.site.page import Page

if TYPE_CHECKING:
    from weighbridge.outputs import Book
    from weighbridge.outputs.site.drawing import Drawings
    from weighbridge.outputs.site.languages import Language
    from weighbridge.press_claim import PressClaim, Stated

PATH = "claims"
HEADS = ("id", "claim", "ruling", "publisher", "stated_on", "measure", "by", *judged.TAKEN)


def pages(book: Book, drawings: Drawings) -> Iterator[Page]:
    """Give the list of claims and a page for each."""
    yield Page(
        PATH,
        "claims",
        title=lambda language: language.says("claims_title"),
        says=lambda language: language.says("claims_says"),
        view=lambda language: _list(language, book),
        made_of=digest(book.checked, [chapter.name for chapter in book.chapters], articles.listed(book.articles)),
        record=lambda: {
            "claims": [_record(claim) for claim in book.checked],
            "articles": [articles.summary(article) for article in book.articles],
        },
        heads=HEADS,
        rows=lambda: [_row(claim) for claim in book.checked],
    )
    races = judged.races(book)
    for claim in book.checked:
        yield _page(claim, (claim.measure or "", claim.by or "") in races, drawings)
    yield from articles.pages(book)


def _page(claim: PressClaim, raced: bool, drawings: Drawings) -> Page:  # noqa: FBT001 - whether there is a page to lead to
    return Page(
        path(claim),
        "claim",
        title=lambda language: _in(language, claim.stated.said),
        says=lambda language: _sentence(language, claim),
        view=lambda language: {
            **_view(language, claim),
            "race": judged.race(claim) if raced else "",
            "picture_of": drawings.claim(language, claim),
        },
        made_of=digest(claim, raced),
        record=lambda: _record(claim),
        drawn=any(told.chart for told in claim.told.values()),
    )


def _sentence(language: Language, claim: PressClaim) -> str:
    return language.says("claim_says", ruling=claim.told[language.code].ruling, said=_said(language, claim))


def path(claim: PressClaim) -> str:
    """Give the path of a claim."""
    return f"{PATH}/{addresses.slug(claim.stated.id)}"


def _list(language: Language, book: Book) -> dict[str, Any]:
    return {
        "claims": [_view(language, claim) | {"path": path(claim)} for claim in book.checked],
        "counted": judged.counted(language, book.checked),
        **articles.newest(language, book),
    }


def _view(language: Language, claim: PressClaim) -> dict[str, Any]:
    return judged.view(language, claim) | {
        "id": addresses.slug(claim.stated.id),
        "said": _said(language, claim),
        "quoted_said": shlex.quote(_said(language, claim)),
        "who": _in(language, claim.stated.who),
        "day": _day(language, claim.stated),
        "measure": claim.measure,
    }


def _said(language: Language, claim: PressClaim) -> str:
    return _in(language, claim.stated.said)


def _in(language: Language, of: Any) -> str:  # noqa: ANN401 - a Summary
    return str(of.en if language.english else of.zh)


def _day(language: Language, stated: Stated) -> str:
    """Say when it was stated: a day, or the stretch in which it must have been."""
    reference = stated.reference
    if reference.stated_from is None or reference.stated_from == reference.stated_on:
        return language.day(reference.stated_on)
    return language.says("between", after=language.day(reference.stated_from), until=language.day(reference.stated_on))


def _row(claim: PressClaim) -> tuple[object, ...]:
    stated = claim.stated
    held = (claim.ruling, stated.reference.publisher, stated.reference.stated_on, claim.measure, claim.by)
    return (stated.id, stated.said.en, *held, *judged.taken(claim))


def _record(claim: PressClaim) -> dict[str, Any]:
    return {"stated": claim.stated, "ruling": claim.ruling, "checked": claim.record, "settled_by": claim.settled_by,
            "coverage": claim.coverage}  # fmt: skip
