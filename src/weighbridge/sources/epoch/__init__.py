"""Epoch AI: the Capabilities Index with the scores it is fitted to, and the Benchmarking Hub's runs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from weighbridge.decoding import csv_records
from weighbridge.errors import FetchError
from weighbridge.record import Reading
from weighbridge.sources import CSV_FILE, Document, Issues, Source, Visit
from weighbridge.sources.epoch import abilities, fit, hub
from weighbridge.sources.epoch.hub_files import HUB_FILES
from weighbridge.unzip import unzip

if TYPE_CHECKING:
    import pyarrow as pa

    from weighbridge.snapshot import Snapshot

SOURCE = Source(
    name="epoch",
    publisher="Epoch AI",
    says="Capabilities Index of models, the scores and benchmarks behind it, and runs of the Benchmarking Hub.",
    homepage="https://epoch.ai/benchmarks",
    licence="CC-BY-4.0",
    attribution="Epoch AI, 'AI Benchmarking Hub', epoch.ai/benchmarks (CC BY 4.0), as of {as_of}",
    tables=("scores", "abilities", "difficulties", "runs", "stated_models"),
    misleads=(
        "Every refit moves every ability: figures of two dates do not stand on one scale.",
        "In the matrix, scores of many benchmarks are lifted so that guessing is 0; in the hub they are as published.",
        "One model has many entries in the hub, one for each setting of reasoning effort.",
        "Files of the hub named external hold figures of third parties, run in their own ways.",
        "Open weights include those under non-commercial licences.",
        "The release date is that of the model, not that of the test.",
        "Its costs of Aider's runs mix dollars by task and by run, and are not read: Aider's own list is.",
    ),
    version=3,
)
BASE = "https://epoch.ai/data"
LIVE = ("eci_scores.csv", "eci_benchmarks.csv", "edi_scores.csv")
ZIP = f"{BASE}/benchmark_data.zip"
ZIP_FILE = frozenset({"application/zip", "application/x-zip-compressed", "application/octet-stream"})
SHAPES = abilities.FILES | fit.FILES | hub.FILES
MOST_PACKED, MOST_UNPACKED = 20_000_000, 200_000_000
MEMBERS = (*HUB_FILES, *hub.FILES, "epoch_capabilities_index.csv", "eci_benchmark_difficulties_and_slopes.csv",
           "eci_scaling.csv")  # fmt: skip


def fetch(visit: Visit) -> Iterator[Document]:
    """Yield the index's files and the hub's, those that have changed. FetchError if the hub's zip is unsound."""
    for name in LIVE:
        yield from visit.changed(SOURCE, f"{BASE}/{name}", name, CSV_FILE)
    for packed in visit.changed(SOURCE, ZIP, "benchmark_data.zip", ZIP_FILE, MOST_PACKED):
        yield from _members(packed)


def _members(packed: Document) -> Iterator[Document]:
    try:
        found = unzip(packed.body, MEMBERS, MOST_UNPACKED)
    except ValueError as error:
        raise FetchError(f"sent a zip that is not used ({error})", where=ZIP, then="try again later") from error
    if not found:
        what = "sent a zip with none of the known files"
        raise FetchError(what, where=ZIP, then="report that the publisher changed its files")
    *first, last = ((name, found[name]) for name in MEMBERS if name in found)
    for name, body in first:
        # Only the last carries the entity tag: a visit cut off before it asks for the whole again.
        yield replace(packed, file_name=name, body=body, media_type="text/csv", etag="", last_modified="")
    yield replace(packed, file_name=last[0], body=last[1], media_type="text/csv")


def parse(snapshot: Snapshot, raw: bytes, issues: Issues) -> dict[str, pa.Table]:
    """Give the tables of one file, dated by the capture. Raises ParseError."""
    reading = Reading(snapshot.path, issues)
    name, at = snapshot.file_name, snapshot.retrieved_at
    seen = {"source": SOURCE.name, "observed_on": at.date(), "observed_at": at}
    if name in HUB_FILES:
        return hub.hub_tables(HUB_FILES[name], csv_records(raw, reading), seen, reading)
    shape = SHAPES.get(name)
    if shape is None:
        raise reading.fail(f"file `{name[:80]}` is none of {', '.join((*LIVE, *MEMBERS))}")
    records = csv_records(raw, reading)
    reading.expect_rows("rows", len(records), shape.fewest, 100_000)
    return shape.read(records, seen, reading)
