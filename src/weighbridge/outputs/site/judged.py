"""What pages of checked claims share: the verdict in words, the facts of its figure, where it leads, how they count."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypeAlias

from weighbridge.outputs.site import addresses, facts
from weighbridge.outputs.site.facts import Facts

if TYPE_CHECKING:
    from weighbridge.judged_claim import JudgedClaim
    from weighbridge.outputs import Book, Chapter
    from weighbridge.outputs.site.languages import Language

Races: TypeAlias = "Mapping[tuple[str, str], Chapter]"
RULINGS = ("supported", "conflicting", "refuted", "not_enough_evidence")
# Of the row of a claim: what was taken, and what came of it.
TAKEN = ("value", "ci_low", "ci_high", "range_low", "range_high", "unit", "as_of", "part_true", "part_false")


def view(language: Language, claim: JudgedClaim) -> dict[str, Any]:
    """Give what a template shows of a verdict."""
    told = claim.told[language.code]
    return {
        "claim": claim,
        "told": told,
        "stated": _facts(language, claim, told.parts),
        "settled_by": [language.says(f"settled_by_{code}") for code in claim.settled_by],
    }


def taken(claim: JudgedClaim) -> tuple[object, ...]:
    """Give the figure that was taken of a claim as cells under `TAKEN`."""
    return (*(claim.record.get(name) for name in TAKEN[:-2]), claim.part_true, claim.part_false)


def races(book: Book) -> Races:
    """Give every race that has a page, by measure and grouping, with the chapter of its measure."""
    return {(series.measure, series.by): chapter for chapter, series in book.series()}


def race(claim: JudgedClaim) -> str:
    """Give the path of the race that a claim was held against."""
    return addresses.race(claim.measure or "", claim.by or "")


def counted(language: Language, claims: Iterable[JudgedClaim]) -> list[tuple[str, str, int]]:
    """Give each ruling that any of the claims has: code, name, how many."""
    found = Counter(claim.ruling for claim in claims)
    return [(key, language.says(f"ruling_{key}"), found[key]) for key in RULINGS if found[key]]


def _facts(language: Language, claim: JudgedClaim, parts: str) -> Facts | None:
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
