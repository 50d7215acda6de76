"""Weekly listing of the Hub: the 30 most downloaded repositories."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from weighbridge.decoding import json_document
from weighbridge.listings import Listed, listing_tables, observed_at
from weighbridge.record import Reading, Record
from weighbridge.sources import JSON_FILE, Document, Issues, Source, Visit
from weighbridge.values import count, repo_id, text

if TYPE_CHECKING:
    import pyarrow as pa

    from weighbridge.snapshot import Snapshot

SOURCE = Source(
    name="huggingface_listing_top30",
    publisher="Hugging Face",
    says="Trailing 30-day downloads and likes of the 30 most downloaded repositories, weekly.",
    homepage="https://huggingface.co/models?sort=downloads",
    licence="unstated",
    attribution="Hugging Face Hub API (huggingface.co/api/models), by github.com/jonasneves/pulse",
    tables=("downloads", "repo_facts"),
    misleads=(
        "A download is a request to a query file, automated builds and mirrors included, not a user.",
        "Thirty repositories, mostly embedding and classic models: too few for shares of language models.",
        "Each value covers 30 days: weekly values overlap, so their difference is not a flow.",
        "A second list of small models stands in some captures; how it was chosen is not stated, so it is not read.",
    ),
    version=2,
)
FEWEST, MOST_ROWS = 20, 30
URL = "https://raw.githubusercontent.com/jonasneves/pulse/main/data/huggingface.json"


def fetch(visit: Visit) -> Iterator[Document]:
    """Yield the newest capture, if it has changed."""
    yield from visit.changed(SOURCE, URL, "huggingface.json", JSON_FILE)


def parse(snapshot: Snapshot, raw: bytes, issues: Issues) -> dict[str, pa.Table]:
    """Give `downloads` and `repo_facts`, dated by the UTC day of `updated`. Raises ParseError."""
    reading = Reading(snapshot.path, issues)
    document = Record(json_document(raw, reading), "", reading)
    at = observed_at(document, "updated", snapshot.retrieved_at)
    listed = [_listed(model) for model in document.records("models")]
    document.ignore("smallModels")
    document.done()
    reading.expect_rows("models", len(listed), FEWEST, MOST_ROWS)
    return listing_tables(SOURCE.name, listed, at, reading)


def _listed(model: Record) -> Listed:
    listed = Listed(
        repo_id=model.take("id", repo_id),
        downloads_30d=model.take("downloads", count),
        likes=model.take("likes", count),
        pipeline_tag=model.take_or_null("pipelineTag", text),
    )
    # The collector keeps a handful of tags per model, too few to read a licence or a lineage from.
    model.ignore("rank", "url", "tags", "lastModified", "description")
    model.done()
    return listed
