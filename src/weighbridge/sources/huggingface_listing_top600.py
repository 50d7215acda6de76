"""Daily listing of the Hub: the union of the 300 most liked and the 300 most downloaded repositories."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from weighbridge.decoding import json_document
from weighbridge.errors import FetchError
from weighbridge.hub import created_on
from weighbridge.listings import Listed, listing_tables, observed_at
from weighbridge.record import Reading, Record
from weighbridge.sources import JSON_FILE, Document, Issues, Source, Visit
from weighbridge.values import count, repo_id, text

if TYPE_CHECKING:
    import pyarrow as pa

    from weighbridge.snapshot import Snapshot

SOURCE = Source(
    name="huggingface_listing_top600",
    publisher="Hugging Face",
    says="Trailing 30-day downloads and likes of the 300 most liked and the 300 most downloaded repositories, daily.",
    homepage="https://huggingface.co/models",
    licence="unstated",
    attribution="Hugging Face Hub API (huggingface.co/api/models), by github.com/namhyeokwoo/huggingface-trending",
    tables=("downloads", "repo_facts"),
    misleads=(
        "A download is a request to a query file, automated builds and mirrors included, not a user.",
        "Each value covers 30 days: neighbouring values overlap, so their difference is not a flow.",
        "Repositories enter when they are already popular and leave below the line: absence is not zero.",
        "The largest counts are embedding and classic models, not language models.",
    ),
    version=2,
)
FEWEST, MOST_ROWS = 300, 600
LISTING = "https://api.github.com/repos/namhyeokwoo/huggingface-trending/contents/data/snapshots"
FILES = "https://raw.githubusercontent.com/namhyeokwoo/huggingface-trending/main/data/snapshots"
_DAY_FILE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\.json")


def fetch(visit: Visit) -> Iterator[Document]:
    """Yield the file of every day that the store does not hold, from `visit.since` or the last 30 days on."""
    listed = visit.client.get(LISTING, media_types={"application/json"}, max_bytes=20_000_000)
    held = {snapshot.url for snapshot in visit.known}
    first = visit.since or visit.today - dt.timedelta(days=30)
    for name in _days_listed(listed.body):
        if f"{FILES}/{name}" not in held and name >= f"{first}.json":
            yield from visit.changed(SOURCE, f"{FILES}/{name}", name, JSON_FILE)


def _days_listed(body: bytes) -> list[str]:
    try:
        entries = json.loads(body)
        names = [entry["name"] for entry in entries]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise FetchError("did not list its files as documented", where=LISTING, then="try again later") from error
    # A name becomes an address and a file, so only plain days pass.
    return sorted(name for name in names if isinstance(name, str) and _DAY_FILE.fullmatch(name))


def parse(snapshot: Snapshot, raw: bytes, issues: Issues) -> dict[str, pa.Table]:
    """Give `downloads` and `repo_facts`, dated by the UTC day of `fetched_at`. Raises ParseError."""
    reading = Reading(snapshot.path, issues)
    document = Record(json_document(raw, reading), "", reading)
    at = observed_at(document, "fetched_at", snapshot.retrieved_at)
    listed = [_listed(model) for model in document.records("models")]
    # The collector's own `date` is the day in Korea; the instant carries its offset.
    document.ignore("date", "source")
    document.done()
    reading.expect_rows("models", len(listed), FEWEST, MOST_ROWS)
    return listing_tables(SOURCE.name, listed, at, reading)


def _listed(model: Record) -> Listed:
    listed = Listed(
        repo_id=model.take("id", repo_id),
        downloads_30d=model.take("downloads", count),
        likes=model.take("likes", count),
        created_on=model.take("createdAt", created_on),
        pipeline_tag=model.take_or_null("pipeline_tag", text),
        library=model.take_or_null("library_name", text),
    )
    model.ignore("lastModified")
    model.done()
    return listed
