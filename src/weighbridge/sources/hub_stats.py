"""Every repository of the Hub, day by day: revisions of a dataset that lists them all (cfahlgren1/hub-stats)."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

from weighbridge.record import Reading
from weighbridge.sources import Document, Issues, Source, Visit

if TYPE_CHECKING:
    import pyarrow as pa

    from weighbridge.full_hub.dataset import Dataset, FileState
    from weighbridge.snapshot import Snapshot

REPO = "cfahlgren1/hub-stats"
FILE = "models.parquet"
SOURCE = Source(
    name="hub_stats",
    publisher="cfahlgren1 on the Hugging Face Hub",
    says="Downloads, likes, licences and declared parents of every model repository on the Hub, by day.",
    homepage=f"https://huggingface.co/datasets/{REPO}",
    licence="Apache-2.0",
    attribution=f"Hub Stats by cfahlgren1 (huggingface.co/datasets/{REPO}), Apache-2.0, as of {{as_of}}",
    tables=("downloads", "repo_facts", "configurations"),
    misleads=(
        "A day is that of the dataset's commit; the Hub was read page by page in the hours before it.",
        "A day without a commit has no reading, and a listing may be uploaded again unchanged.",
        "A download is a request to a query file, automated builds and mirrors included, not a user.",
        "All-time downloads stand in it since February 2025 only: before that they are unknown.",
        "Lineage is what uploaders declare and the Hub infers from it; most repositories declare none.",
        "Model types are read from tags, which uploaders may set: where two stand, neither is taken.",
        "Deleted and private repositories leave the list without a trace: a gap is not a fall to zero.",
    ),
    on_request=True,
    version=3,
)
ENDPOINT = "https://huggingface.co"
MEDIA_TYPE = "application/vnd.apache.parquet"


def fetch(visit: Visit) -> Iterator[Document]:
    """Yield the wanted columns of one revision for each period from `visit.since` on, oldest first. FetchError.

    Without `since` the newest revision alone. What the store holds is not read again. A revision that is not what it
    should be costs the others nothing: it is named when they are through.
    """
    from weighbridge.full_hub.dataset import Dataset
    from weighbridge.full_hub.history import History

    endpoint = os.environ.get("HF_ENDPOINT") or ENDPOINT
    dataset = Dataset(visit.client, endpoint, os.environ.get("HF_TOKEN", ""), REPO)
    history = History(
        dataset, FILE, lambda revision: dataset.file_at(revision, FILE), lambda state: _document(dataset, state, visit)
    )
    yield from history.documents(visit, SOURCE.homepage, "the others are stored; report it if it persists")


def _document(dataset: Dataset, state: FileState, visit: Visit) -> Document:
    from weighbridge.full_hub.history import file_name
    from weighbridge.full_hub.projection import projected

    body = projected(dataset.opened(state), state.commit, state.at)
    return Document(
        file_name(state), state.url, body, MEDIA_TYPE, SOURCE.licence,
        SOURCE.attribution.replace("{as_of}", str(visit.today)), etag=state.digest, verbatim=False,
        note=f"Wanted columns of {FILE} ({state.size:,} bytes), read by ranges; of tags licences, parents, types.",
    )  # fmt: skip


def parse(snapshot: Snapshot, raw: bytes, issues: Issues) -> dict[str, pa.Table]:
    """Give the tables of one listing, dated by its commit. Raises ParseError."""
    from weighbridge.full_hub.listing import listing_tables

    return listing_tables(SOURCE.name, raw, snapshot.retrieved_at, Reading(snapshot.path, issues))
