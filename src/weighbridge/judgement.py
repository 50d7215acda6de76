"""A verdict as pages tell it: its card in every language, with coverage and what would settle it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from weighbridge.checked_page.drawing import series_of
from weighbridge.entities import testimony
from weighbridge.judged_claim import JudgedClaim, Quoted, Sketch, Told
from weighbridge.verdict import Ruling

if TYPE_CHECKING:
    from weighbridge.api import Weighbridge
    from weighbridge.check_wording import Tongue
    from weighbridge.checked_page.cards import Card
    from weighbridge.checked_page.drawing import Picture
    from weighbridge.contender import Contender
    from weighbridge.verdict import Verdict

TONGUES: tuple[Tongue, ...] = ("en", "zh")
# What would settle a claim that is not settled, by the reasons that its verdict gives.
SETTLED_BY = {
    "no_days": "time",
    "other_silent": "time",
    "bounds_open": "bounds",
    "both": "definition",
    "denominator": "definition",
    "open_only_unweighed": "open_only",
    "no_measure": "measure",
    "nothing_held": "entry",
    "use": "entry",
}
_OPEN = (Ruling.CONFLICTING, Ruling.NOT_ENOUGH_EVIDENCE)


def judgement(
    scale: Weighbridge, verdict: Verdict, cards: Mapping[Tongue, Card], record: Mapping[str, Any]
) -> JudgedClaim:
    """Give what came of a claim. `cards`: what is told of its verdict, by language; `record`: the same for machines."""
    bound = verdict.binding
    return JudgedClaim(
        verdict.ruling.value,
        {tongue: _told(made) for tongue, made in cards.items()},
        bound.measure,
        bound.by,
        verdict.as_of,
        _coverage(scale, verdict),
        verdict.sources,
        verdict.part_true,
        verdict.part_false,
        tuple(_settled_by(verdict)),
        record,
    )


def _told(made: Card) -> Told:
    return Told(
        ruling=made.name,
        kind=made.frame,
        point=made.point,
        interval=made.interval,
        about=made.about,
        range=made.range,
        parts=made.parts.says if made.parts else "",
        reasons=made.reasons,
        quoted=tuple(dict.fromkeys(Quoted(one.publisher, one.title, one.day, one.url) for one in made.citations)),
        terms=made.terms,
        choices=made.choices,
        commands=made.commands,
        chart=_sketch(made.picture) if made.picture else None,
    )


def _sketch(of: Picture) -> Sketch:
    wide, narrow = of.specs
    return Sketch(wide, narrow, of.says)


def _coverage(scale: Weighbridge, verdict: Verdict) -> float | None:
    """Give which part the figure taken has seen; None where that is not known or no figure was taken."""
    bound = verdict.binding
    if verdict.as_of is None or bound.measure is None or bound.by is None:
        return None
    series = series_of(scale, bound)
    taken = series.estimates if series else ()
    known = [e.coverage for e in taken if e.period_end == verdict.as_of and e.group_id in bound.groups]
    return next((coverage for coverage in known if coverage is not None), None)


def _settled_by(verdict: Verdict) -> Iterator[str]:
    if verdict.ruling in _OPEN:
        codes = (SETTLED_BY.get(reason.code) for reason in verdict.reasons)
        yield from dict.fromkeys(code for code in codes if code)


def names(contenders: Sequence[Contender], tongue: Tongue) -> dict[str, str]:
    """Give what ids are called: makers before families of one id, as elsewhere, and whoever else entries name."""
    chinese = tongue == "zh"
    held: Any = testimony.load()
    found = {id_: title.name_zh if chinese else title.name for id_, title in held.titles.items()}
    for kind in ("model", "family", "organisation"):
        found |= {one.id: one.name_zh if chinese else one.name for one in contenders if one.kind == kind}
    return found
