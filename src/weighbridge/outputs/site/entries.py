"""Uses and events as a page tells them: what is said, how surely, what it leaves out, and who says so."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from weighbridge import evidence_wording
from weighbridge.adoption import Grade
from weighbridge.event import Happening
from weighbridge.outputs.site import addresses

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from weighbridge.evidence_wording import Language as Tongue
    from weighbridge.outputs.site.languages import Language
    from weighbridge.outputs.site.register import Entry

# How the sources of an entry stand in its row: parts apart by a bar, the address last.
APART = " | "
_ADDRESS = re.compile(r"(?:, )?(https?://[^\s<>\"']+)$")
OWN_LICENCE = "Apache-2.0"  # of what the project states itself: words of entries, curated facts


@dataclass(frozen=True)
class Told:
    """One entry in one language; `sources` are (text, address), the address empty where there is none."""

    id: str
    day: str
    datetime: str
    kind: str
    says: str
    leaves_out: str
    grade: str
    stated: str
    population: str
    licence: str
    sources: tuple[tuple[str, str], ...]


def told(language: Language, entry: Entry) -> Told:
    """Give an entry in a language."""
    table, row = entry
    tongue: Tongue = "en" if language.english else "zh"
    suffix = "en" if language.english else "zh_hans"
    first, last = row.get("first_on"), row.get("last_on")
    happening = Happening(row["happening"]) if row.get("happening") else None
    return Told(
        addresses.slug(f"{table}-{row.get('use_id') or row.get('event_id')}"),
        _days(language, first, last) if first and last else language.day(row.get("since_on") or row["stated_on"]),
        str(last or row.get("since_on") or row["stated_on"]),
        evidence_wording.KINDS[tongue][happening],
        row[f"summary_{suffix}"],
        row.get(f"nuance_{suffix}") or "",
        evidence_wording.GRADES[tongue][Grade(row["grade"])],
        language.day(row["stated_on"]),
        row.get(f"of_what_{suffix}") or language.says("entry_population_unstated"),
        OWN_LICENCE,
        tuple(_source(text) for text in row["sources"].split(APART)),
    )


def ids(row: Mapping[str, Any]) -> tuple[str, ...]:
    """Give the ids of makers, families, releases and countries that a row names, each once."""
    named = (str(row.get(column) or "").split() for column in ("model_ids", "subject_ids", "object_ids"))
    return tuple(dict.fromkeys(key for keys in named for key in keys))


def _days(language: Language, first: dt.date, last: dt.date) -> str:
    if first == last:
        return language.day(first)
    return language.says("between", after=language.day(first), until=language.day(last))


def _source(text: str) -> tuple[str, str]:
    found = _ADDRESS.search(text)
    return (text[: found.start()], found[1]) if found else (text, "")
