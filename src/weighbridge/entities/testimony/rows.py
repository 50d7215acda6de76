"""Uses and events as rows of the tables `evidence` and `events`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from weighbridge.schema import ADOPTIONS, EVENTS

if TYPE_CHECKING:
    from weighbridge.adoption import Adoption, Reference, Summary
    from weighbridge.entities.testimony.held import Testimony
    from weighbridge.event import Event
    from weighbridge.schema import Table


def rows(held: Testimony) -> dict[Table, list[dict[str, Any]]]:
    """Give the rows of both tables, in the order of their files."""
    return {
        ADOPTIONS: [_use(of, held.titles[of.adopter].name) for of in held.adoptions],
        EVENTS: [_event(of) for of in held.events],
    }


def _use(of: Adoption, adopter: str) -> dict[str, Any]:
    return {
        "use_id": of.id,
        "adopter_id": of.adopter,
        "adopter": adopter,
        "model_ids": " ".join(of.models),
        "use": of.use,
        "depth": str(of.depth),
        "since_on": of.since,
        "until_on": of.until,
        "stated_count": of.count,
        "not_only": of.not_only,
        **_told(of),
    }


def _event(of: Event) -> dict[str, Any]:
    same = ("measure", "place", "value", "value_low", "value_high", "unit")
    return {
        "event_id": of.id,
        "happening": str(of.happening),
        "subject_ids": " ".join(of.subjects),
        "object_ids": " ".join(of.objects) or None,
        "first_on": of.first,
        "last_on": of.last,
        "platform_id": of.platform,
        **{name: getattr(of, name) for name in same},
        **_words("of_what", of.of_what),
        **_told(of),
    }


def _told(of: Adoption | Event) -> dict[str, Any]:
    return {
        "grade": str(of.grade),
        **_words("summary", of.summary),
        **_words("nuance", of.nuance),
        "bare": of.bare,
        "stated_on": min(source.stated_on for source in of.references),
        "sources": " | ".join(map(_source, of.references)),
    }


def _words(name: str, words: Summary | None) -> dict[str, str | None]:
    en, zh = (None, None) if words is None else (words.en, words.zh)
    return {f"{name}_en": en, f"{name}_zh_hans": zh}


def _source(of: Reference) -> str:
    citing = f"citing {of.quotes}" if of.quotes else None
    parts = (of.publisher, of.title, of.stated_on.isoformat(), citing, of.url)
    return ", ".join(part for part in parts if part)
