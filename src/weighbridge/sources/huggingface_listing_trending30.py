"""Weekly listing of the Hub: the 30 repositories at the top of its trending list."""

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
    name="huggingface_listing_trending30",
    publisher="Hugging Face",
    says="Trailing 30-day downloads and likes of the 30 trending repositories, weekly.",
    homepage="https://huggingface.co/models?sort=trending",
    licence="unstated",
    attribution="Hugging Face Hub API (huggingface.co/api/models), by github.com/silverheart-seoultech/trendings",
    tables=("downloads", "repo_facts"),
    misleads=(
        "Trending is the Hub's own undocumented score: it selects what is new and talked about, not what is used.",
        "A repository stays for a week or two, so there are no series, only first sightings.",
        "A download is a request to a query file, automated builds and mirrors included, not a user.",
    ),
    version=2,
)
FEWEST, MOST_ROWS = 20, 30
URL = "https://raw.githubusercontent.com/silverheart-seoultech/trendings/main/data/hf_trending.json"


def fetch(visit: Visit) -> Iterator[Document]:
    """Yield the newest capture, if it has changed."""
    yield from visit.changed(SOURCE, URL, "hf_trending.json", JSON_FILE)


def parse(snapshot: Snapshot, raw: bytes, issues: Issues) -> dict[str, pa.Table]:
    """Give `downloads` and `repo_facts`, dated by the UTC day of `last_updated`. Raises ParseError."""
    reading = Reading(snapshot.path, issues)
    document = Record(json_document(raw, reading), "", reading)
    at = observed_at(document, "last_updated", snapshot.retrieved_at)
    listed = [_listed(model) for model in document.records("trending_models")]
    document.ignore("trending_spaces")
    document.done()
    reading.expect_rows("trending_models", len(listed), FEWEST, MOST_ROWS)
    return listing_tables(SOURCE.name, listed, at, reading)


def _listed(model: Record) -> Listed:
    listed = Listed(
        repo_id=model.take("id", repo_id),
        downloads_30d=model.take("downloads", count),
        likes=model.take("likes", count),
        pipeline_tag=model.take_or_null("pipeline_tag", text),
    )
    model.ignore("url", "trending_score")
    model.done()
    return listed
