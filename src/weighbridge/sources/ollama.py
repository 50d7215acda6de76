"""The Ollama library: all-time pulls per listed name, as collected daily from its page."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from weighbridge.decoding import json_document
from weighbridge.record import Reading, Record
from weighbridge.rows import Row, table_of
from weighbridge.schema import PULLS
from weighbridge.sources import JSON_FILE, Document, Issues, Source, Visit
from weighbridge.values import count, instant, shown

if TYPE_CHECKING:
    import pyarrow as pa

    from weighbridge.snapshot import Snapshot

SOURCE = Source(
    name="ollama",
    publisher="Ollama",
    says="All-time pulls of every name listed in the Ollama library.",
    homepage="https://ollama.com/library",
    licence="MIT",
    attribution="Ollama library (ollama.com/library), collected by github.com/auditomatic/ollama-models-registry",
    tables=("pulls",),
    misleads=(
        "Pulls are cumulative: only differences show use, and rounding makes short differences noise.",
        "The library shows 0.1 M steps from a million on, so a young name may be off by five per cent.",
        "A name without a count is new, not unused; names that leave the library take their pulls with them.",
        "What counts as a pull is not documented; updates and automated builds may be in it.",
        "A name is a family in Ollama's sense: deepseek-r1 holds distillations of Qwen and Llama.",
    ),
)
FEWEST, MOST_NAMES = 100, 1_000
_PULLS = re.compile(r"([0-9]{1,6}(?:\.[0-9])?)([KMB]?)")
_SCALE = {"": 1, "K": 10**3, "M": 10**6, "B": 10**9}


class Pulls(NamedTuple):
    """A count as shown, and half of the last digit kept, both in pulls."""

    shown: int
    rounding: int


def pulls(value: object) -> Pulls:
    """Read "118.7M": one decimal is kept and a trailing .0 dropped, so "98M" is as coarse as "98.1M"."""
    shape = _PULLS.fullmatch(value) if isinstance(value, str) else None
    if shape is None or ("." in shape[1] and not shape[2]):
        raise ValueError(f"should be a count such as 916.9K or 118.7M, is {shown(value)}")
    scale = _SCALE[shape[2]]
    return Pulls(int(Decimal(shape[1]) * scale), scale // 20)


URL = "https://raw.githubusercontent.com/auditomatic/ollama-models-registry/main/data/models.json"


def fetch(visit: Visit) -> Iterator[Document]:
    """Yield the newest capture, if it has changed."""
    yield from visit.changed(SOURCE, URL, "models.json", JSON_FILE)


def parse(snapshot: Snapshot, raw: bytes, issues: Issues) -> dict[str, pa.Table]:
    """Give `pulls`, one row per listed name, dated by the collector's own instant. Raises ParseError."""
    reading = Reading(snapshot.path, issues)
    document = Record(json_document(raw, reading), "", reading)
    observed_at = document.take("lastUpdated", instant)
    if observed_at > snapshot.retrieved_at + dt.timedelta(days=1):
        raise document.refuse("lastUpdated", f"is {observed_at}, after the capture")
    stated = document.take("totalModels", count)
    rows = [_row(name, model, observed_at) for name, model in document.named("models")]
    document.ignore("totalTags", "categories", "topModels")
    document.done()
    reading.expect_rows("models", len(rows), FEWEST, MOST_NAMES)
    if stated != len(rows):
        reading.note("total differs from rows", f"totalModels is {stated}, {len(rows)} are listed")
    return {"pulls": table_of(PULLS, rows, reading)}


def _row(name: str, model: Record, observed_at: dt.datetime) -> Row:
    shown_pulls = model.take_or_null("pullCount", pulls)
    if shown_pulls is None:
        model.reading.note("pulls not shown yet", name)
    model.ignore("description", "categories", "tagCount", "lastUpdated", "tags", "extractedAt")
    model.done()
    return {
        "source": SOURCE.name,
        "observed_on": observed_at.date(),
        "name": name,
        "pulls_all_time": shown_pulls.shown if shown_pulls else None,
        "rounding_pulls": shown_pulls.rounding if shown_pulls else None,
        "observed_at": observed_at,
    }
