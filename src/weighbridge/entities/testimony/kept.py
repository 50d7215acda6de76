"""The kept form of uses and events: the same as their files say, read in milliseconds."""

from __future__ import annotations

import datetime as dt
from typing import Any

from weighbridge.adoption import Adoption, Depth, Grade, Reference, Summary
from weighbridge.entities.testimony.held import Party, Testimony, Titled
from weighbridge.event import Event, Happening

NAME = "testimony.json"


def to_bytes(held: Testimony, of: str) -> bytes:
    """Give `held` as bytes that `from_bytes` reads back; `of` is the digest of the files that it was read from."""
    import orjson

    return orjson.dumps({"digest": of, "held": held}, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def from_bytes(kept: bytes, of: str) -> Testimony | None:
    """Give what `to_bytes` kept; null where it was made from other files than those of digest `of`."""
    import orjson

    raw = orjson.loads(kept)
    if raw["digest"] != of:
        return None
    held = raw["held"]
    return Testimony(
        tuple(_party(row) for row in held["adopters"]),
        tuple(_party(row) for row in held["platforms"]),
        tuple(_adoption(row) for row in held["adoptions"]),
        tuple(_event(row) for row in held["events"]),
        {id_: Titled(row["name"], row["name_zh"], tuple(row["above"])) for id_, row in held["titles"].items()},
    )


def _party(row: dict[str, Any]) -> Party:
    return Party(**{**row, "aliases": tuple(row["aliases"])})


def _adoption(row: dict[str, Any]) -> Adoption:
    changed = {
        "models": tuple(row["models"]),
        "grade": Grade(row["grade"]),
        "depth": Depth(row["depth"]),
        "since": _day(row["since"]),
        "until": _day(row["until"]),
    }
    return Adoption(**{**row, **changed, **_told(row)})


def _event(row: dict[str, Any]) -> Event:
    changed = {
        "happening": Happening(row["happening"]),
        "subjects": tuple(row["subjects"]),
        "objects": tuple(row["objects"]),
        "grade": Grade(row["grade"]),
        "first": _day(row["first"]),
        "last": _day(row["last"]),
        "of_what": _summary(row["of_what"]),
    }
    return Event(**{**row, **changed, **_told(row)})


def _told(row: dict[str, Any]) -> dict[str, Any]:
    """Give what uses and events have in common."""
    references = tuple(
        Reference(**{**of, "stated_on": _day(of["stated_on"]), "stated_from": _day(of["stated_from"])})
        for of in row["references"]
    )
    return {"summary": _summary(row["summary"]), "nuance": _summary(row["nuance"]), "references": references}


def _summary(row: dict[str, str] | None) -> Summary | None:
    return None if row is None else Summary(**row)


def _day(text: str | None) -> dt.date | None:
    return None if text is None else dt.date.fromisoformat(text)
