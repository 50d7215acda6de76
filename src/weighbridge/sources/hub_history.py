"""Every model repository of the Hub in the years before `hub_stats`: revisions of a dataset of CSV files.

The dataset is Weyaxi/huggingface-leaderboard. What its files and columns are called is documented nowhere and was never
compared with the publisher's files: they are found by the names in `full_hub/csv_columns.py`, and what no rule knows is
refused with the columns that it has.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

from weighbridge.record import Reading
from weighbridge.sources import Document, Issues, Source, Visit

if TYPE_CHECKING:
    import pyarrow as pa

    from weighbridge.full_hub.dataset import Dataset, FileState
    from weighbridge.full_hub.revisions import Revision
    from weighbridge.snapshot import Snapshot

REPO = "Weyaxi/huggingface-leaderboard"
SOURCE = Source(
    name="hub_history",
    publisher="Weyaxi on the Hugging Face Hub",
    says="Downloads and likes of every model repository on the Hub, by day, from October 2023 into 2025.",
    homepage=f"https://huggingface.co/datasets/{REPO}",
    licence="unstated",
    attribution=f"huggingface-leaderboard by Weyaxi (huggingface.co/datasets/{REPO}), as of {{as_of}}",
    tables=("downloads",),
    misleads=(
        "Nobody documents its columns: they are found by their names, unchecked against the publisher's own files.",
        "Nothing is taken by its place: a header that no rule knows is refused, with the columns that it has.",
        "Its `downloads` are taken for the Hub's field: the trailing 30 days; all-time is what is named so.",
        "A day is that of the dataset's commit; when the Hub was read for it is not stated.",
        "A day without a commit has no reading, and a listing may be uploaded again unchanged.",
        "Its terms are not stated: its figures ship aggregated by family or maker only.",
        "A download is a request to a query file, automated builds and mirrors included, not a user.",
        "Deleted and private repositories leave the list without a trace: a gap is not a fall to zero.",
    ),
    on_request=True,
)
ENDPOINT = "https://huggingface.co"
MEDIA_TYPE = "application/vnd.apache.parquet"
THEN = "the others are stored; report the columns or files that are named, so that a rule can be written"


def fetch(visit: Visit) -> Iterator[Document]:
    """Yield the wanted columns of one revision for each period from `visit.since` on, oldest first. FetchError.

    Without `since` the newest revision alone. What the store holds is not read again. A revision that is not what it
    should be costs the others nothing: it is named, with the columns that it has, when they are through.
    """
    from weighbridge.full_hub.dataset import Dataset
    from weighbridge.full_hub.history import History

    endpoint = os.environ.get("HF_ENDPOINT") or ENDPOINT
    dataset = Dataset(visit.client, endpoint, os.environ.get("HF_TOKEN", ""), REPO)
    history = History(
        dataset, "CSV file", lambda revision: _file(dataset, revision), lambda state: _document(dataset, state, visit)
    )
    yield from history.documents(visit, SOURCE.homepage, THEN)


def _file(dataset: Dataset, revision: Revision) -> FileState | None:
    from weighbridge.full_hub.csv_choice import listing_of_models
    from weighbridge.full_hub.csv_rows import header

    files = dataset.files_at(revision, ".csv")
    return listing_of_models(files, lambda state: header(dataset.opened(state)))


def _document(dataset: Dataset, state: FileState, visit: Visit) -> Document:
    from weighbridge.full_hub.csv_projection import projected
    from weighbridge.full_hub.history import file_name

    body = projected(dataset.opened(state), state)
    return Document(
        file_name(state), state.url, body, MEDIA_TYPE, SOURCE.licence,
        SOURCE.attribution.replace("{as_of}", str(visit.today)), etag=state.digest, verbatim=False,
        note=f"Columns of {state.path[:100]} ({state.size:,} bytes) with known names, as text.",
    )  # fmt: skip


def parse(snapshot: Snapshot, raw: bytes, issues: Issues) -> dict[str, pa.Table]:
    """Give the table of one listing, dated by its commit. Raises ParseError."""
    from weighbridge.full_hub.csv_listing import history_tables

    return history_tables(SOURCE.name, raw, snapshot.retrieved_at, Reading(snapshot.path, issues))
