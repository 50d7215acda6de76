"""Claims of the press and what came of checking each: verdict, figure, its range over definitions, nuance, sources."""

from __future__ import annotations

import shlex
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from weighbridge.outputs.site import addresses, facts
from weighbridge.outputs.site.digest import digest
from weighbridge.outputs.site.facts import Facts
from weighbridge.outputs.site.page import Page

if TYPE_CHECKING:
    from weighbridge.outputs import Book
    from weighbridge.outputs.site.languages import Language
    from weighbridge.press_claim import PressClaim, Stated

PATH = "claims"
RULINGS = ("supported", "conflicting", "refuted", "not_enough_evidence")
HEADS = ("id", "claim", "ruling", "publisher", "stated_on", "measure", "by", "value", "ci_low", "ci_high", "range_low",
         "range_high", "unit", "as_of", "part_true", "part_false")  # fmt: skip
_TAKEN = ("value", "ci_low", "ci_high", "range_low", "range_high", "unit", "as_of")


def pages(book: Book) -> Iterator[Page]:
    """Give the list of claims and a page for each."""
    yield Page(
        PATH,
        "claims",
        title=lambda language: language.says("claims_title"),
        says=lambda language: language.says("claims_says"),
        view=lambda language: _list(language, book),
        made_of=digest(book.checked, [chapter.name for chapter in book.chapters]),
        record=lambda: {"claims": [_record(claim) for claim in book.checked]},
        heads=HEADS,
        rows=lambda: [_row(claim) for claim in book.checked],
    )
    raced = {(series.measure, series.by): series.unit for _, series in book.series()}
    for claim in book.checked:
        yield _page(claim, (claim.measure, claim.by) in raced)


def _page(claim: PressClaim, raced: bool) -> Page:  # noqa: FBT001 - whether there is a page to lead to
    return Page(
        path(claim),
        "claim",
        title=lambda language: _in(language, claim.stated.said),
        says=lambda language: _sentence(language, claim),
        view=lambda language: _view(language, claim) | {"race": _race(claim) if raced else ""},
        made_of=digest(claim, raced),
        record=lambda: _record(claim),
    )


def _sentence(language: Language, claim: PressClaim) -> str:
    return language.says("claim_says", ruling=claim.told[language.code].ruling, said=_said(language, claim))


def path(claim: PressClaim) -> str:
    """Give the path of a claim."""
    return f"{PATH}/{addresses.slug(claim.stated.id)}"


def _race(claim: PressClaim) -> str:
    return addresses.race(claim.measure or "", claim.by or "")


def _list(language: Language, book: Book) -> dict[str, Any]:
    found = Counter(claim.ruling for claim in book.checked)
    counted = [(key, language.says(f"ruling_{key}"), found[key]) for key in RULINGS if found[key]]
    return {
        "claims": [_view(language, claim) | {"path": path(claim)} for claim in book.checked],
        "counted": counted,
    }


def _view(language: Language, claim: PressClaim) -> dict[str, Any]:
    told = claim.told[language.code]
    return {
        "claim": claim,
        "id": addresses.slug(claim.stated.id),
        "said": _said(language, claim),
        "quoted_said": shlex.quote(_said(language, claim)),
        "who": _in(language, claim.stated.who),
        "day": _day(language, claim.stated),
        "told": told,
        "measure": claim.measure,
        "stated": _facts(language, claim, told.parts),
        "settled_by": [language.says(f"settled_by_{code}") for code in claim.settled_by],
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


def _facts(language: Language, claim: PressClaim, parts: str) -> Facts | None:
    """Give the facts of the figure that was taken; None where none was."""
    if claim.as_of is None:
        return None
    seen = claim.coverage
    covered = None if seen is None else language.says("covered", part=language.words.span(seen, seen, "share"))
    return Facts(
        language.day(claim.as_of),
        facts.sources(language, claim.uses),
        covered or language.says("coverage_unstated"),
        parts or language.says("claim_one_definition"),
    )


def _row(claim: PressClaim) -> tuple[object, ...]:
    stated, record = claim.stated, claim.record
    held = (claim.ruling, stated.reference.publisher, stated.reference.stated_on, claim.measure, claim.by)
    return (stated.id, stated.said.en, *held, *(record.get(name) for name in _TAKEN), claim.part_true, claim.part_false)


def _record(claim: PressClaim) -> dict[str, Any]:
    return {"stated": claim.stated, "ruling": claim.ruling, "checked": claim.record, "settled_by": claim.settled_by,
            "coverage": claim.coverage}  # fmt: skip
