"""OpenRouter's model catalogue: the bridge from its model names to repositories of the Hugging Face Hub."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from weighbridge.decoding import json_document
from weighbridge.record import Reading, Record
from weighbridge.rows import Row, table_of
from weighbridge.schema import CATALOGUE
from weighbridge.sources import Document, Issues, Source, Visit
from weighbridge.values import repo_id, text, unix_instant

if TYPE_CHECKING:
    import datetime as dt

    import pyarrow as pa

    from weighbridge.snapshot import Snapshot

SOURCE = Source(
    name="openrouter_models",
    publisher="OpenRouter",
    says="The models that OpenRouter offers, with their permanent slugs and, for some, their Hub repositories.",
    homepage="https://openrouter.ai/models",
    licence="unstated",
    attribution="OpenRouter models API (openrouter.ai/api/v1/models)",
    tables=("catalogue",),
    misleads=(
        "It ages fast: half of the most used slugs of a day are missing from a catalogue three months older.",
        "A missing repository does not mean that the weights are closed.",
        "One slug stands more than once, as serving variants of one model.",
    ),
)
FEWEST, MOST_MODELS = 100, 5_000
NOT_READ = (
    "description", "context_length", "architecture", "pricing", "top_provider", "per_request_limits",
    "supported_parameters", "default_parameters", "supported_voices", "knowledge_cutoff", "expiration_date", "links",
)  # fmt: skip
URL = "https://openrouter.ai/api/v1/models"


def fetch(visit: Visit) -> Iterator[Document]:
    """Yield the catalogue, if it has changed."""
    yield from visit.changed(SOURCE, URL, "models.json", {"application/json"})


def parse(snapshot: Snapshot, raw: bytes, issues: Issues) -> dict[str, pa.Table]:
    """Give `catalogue`, one row per offered id, dated by the capture. Raises ParseError."""
    reading = Reading(snapshot.path, issues)
    document = Record(json_document(raw, reading), "", reading)
    rows = [_row(model, snapshot.retrieved_at) for model in document.records("data")]
    document.done()
    reading.expect_rows("data", len(rows), FEWEST, MOST_MODELS)
    return {"catalogue": table_of(CATALOGUE, rows, reading)}


def _row(model: Record, observed_at: dt.datetime) -> Row:
    row = {
        "source": SOURCE.name,
        "observed_on": observed_at.date(),
        "id": model.take("id", text),
        "slug": model.take("canonical_slug", text),
        "name": model.take("name", text),
        "repo_id": model.take_or_null("hugging_face_id", repo_id),
        "created_on": model.take("created", unix_instant).date(),
        "observed_at": observed_at,
    }
    model.ignore(*NOT_READ)
    model.done()
    return row
