"""A checked article as one plain object: what `weighbridge check --format json` prints. Its schema is documented.

Offsets count characters of the original, as `claims/reading` defines it.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from weighbridge import check_wording

if TYPE_CHECKING:
    from weighbridge.article import Article
    from weighbridge.check_wording import Tongue
    from weighbridge.checking import Checked
    from weighbridge.claim import Claim
    from weighbridge.proposing import Proposals
    from weighbridge.verdict import Binding, Verdict

VERSION = 1


def document(checked: Checked, stamp: str, tongue: Tongue) -> dict[str, Any]:
    """Give a checked article as mappings, lists, texts, numbers and nulls."""
    article = checked.article
    return {
        "version": VERSION,
        "article": {
            "title": article.title,
            "language": article.language,
            "day": _day(checked.dated.day),
            "day_known": checked.dated.how,
            "characters": len(article.original),
            "comments_from": _place(article, article.comments_from),
            "repairs": dict(article.repairs),
        },
        "language": tongue,
        "extractor": _proposals(checked.proposals),
        "claims": [_claim(article, verdict, tongue) for verdict in checked.verdicts],
        "not_judged": [
            {"text": article.quoted(one.start, one.end), **_span(article, one.start, one.end), "kind": one.kind.value}
            for one in checked.left
        ],
        "made_from": stamp,
    }


def _claim(article: Article, verdict: Verdict, tongue: Tongue) -> dict[str, Any]:
    claim = verdict.claim
    return {
        "id": verdict.id,
        "text": article.quoted(claim.start, claim.end),
        **_span(article, claim.start, claim.end),
        "translation": _translation(article, claim),
        "kind": claim.frame.value,
        "speaker": {"voice": claim.speaker.voice.value, "name": claim.speaker.name},
        "possible": claim.possible,
        "found_by": "extractor" if claim.proposed else "rules",
        "binding": binding(verdict.binding, claim),
        "verdict": verdict.ruling.value,
        "value": verdict.value,
        "ci_low": verdict.ci_low,
        "ci_high": verdict.ci_high,
        "range_low": verdict.range_low,
        "range_high": verdict.range_high,
        "unit": verdict.unit or None,
        "as_of": _day(verdict.as_of),
        "part_true": verdict.part_true,
        "part_false": verdict.part_false,
        "reasons": [
            {"code": reason.code, "text": check_wording.sentence(reason, tongue)} for reason in verdict.reasons
        ],
        "sources": [
            {"name": use.name, "publisher": use.publisher, "licence": use.licence, "attribution": use.attribution}
            for use in verdict.sources
        ]
        + [
            {
                "entry": one.entry,
                "publisher": one.publisher,
                "title": one.title,
                "on": _day(one.stated_on),
                "url": one.url,
            }
            for one in verdict.cited
        ],
    }


def binding(bound: Binding, claim: Claim) -> dict[str, Any]:
    """Give a binding with the names of what it is about."""
    return {
        "yardstick": bound.yardstick,
        "measure": bound.measure,
        "by": bound.by,
        "test": bound.test.value,
        "groups": list(bound.groups),
        "against": list(bound.against),
        "low": bound.low,
        "high": bound.high,
        "first": _day(bound.first),
        "last": _day(bound.last),
        "choices": dict(bound.choices),
        "where": dict(bound.where),
        "topic": claim.topic.value,
        "platform": claim.platform.id if claim.platform else None,
        "negated": claim.negated,
        "notes": list(bound.notes),
    }


def _proposals(made: Proposals | None) -> dict[str, Any] | None:
    if made is None:
        return None
    return {
        "model": made.model,
        "proposed": made.proposed,
        "taken": len(made.claims),
        "unused": dict(made.unused),
        "unsent_sentences": made.unsent,
    }


def _span(article: Article, start: int, end: int) -> dict[str, int]:
    first, last = article.span(start, end)
    return {"start": first, "end": last}


def _translation(article: Article, claim: Claim) -> dict[str, int] | None:
    return _span(article, *claim.translation) if claim.translation else None


def _place(article: Article, place: int | None) -> int | None:
    return None if place is None else article.span(place, place)[0]


def _day(day: dt.date | None) -> str | None:
    return None if day is None else day.isoformat()
