"""HF//RADAR: a feed of new, trending and top repositories of the Hub, with their declared lineage."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from weighbridge.decoding import json_document, json_lines
from weighbridge.errors import FetchError
from weighbridge.gunzip import gunzip
from weighbridge.hub import created_on, relation_of, repositories, tagged_parents
from weighbridge.listings import Configured, Listed, configurations, listing_tables
from weighbridge.model_types import model_type_of
from weighbridge.record import Reading, Record
from weighbridge.sources import JSON_FILE, Document, Issues, Source, Visit
from weighbridge.values import all_typed, count, flag, repo_id, text, typed

if TYPE_CHECKING:
    import pyarrow as pa

    from weighbridge.snapshot import Snapshot

SOURCE = Source(
    name="hf_radar",
    publisher="Hugging Face",
    says="New, trending and top repositories of the Hub: counts, licence, parameters and declared lineage.",
    homepage="https://github.com/686f6c61/radar-huggingface-dataset",
    licence="CC-BY-4.0",
    attribution="HF//RADAR (github.com/686f6c61/radar-huggingface-dataset), as of {as_of}",
    tables=("downloads", "repo_facts", "configurations"),
    misleads=(
        "Nine tenths of it were created in the month of the capture: it shows new models, not the stock of the Hub.",
        "Nearly half of the repositories declare no parent: shares of lineage are shares of declared lineage.",
        "Quantised copies name quantised parents, so the first parent is often not the base model.",
        "A removed repository keeps its last counts in the feed; they are read as unknown.",
        "Model types are read from tags, which uploaders may set: where two stand, neither is taken.",
    ),
    version=3,
)
FEWEST, MOST_ROWS = 3_000, 1_000_000
NOT_READ = (
    "schema", "slug", "author", "url", "updated_at", "license_family", "languages", "trending_score",
    "parameters_human", "storage_bytes", "storage_human", "formats", "is_conversational", "gated", "removed_at",
    "benchmarks", "sources", "ficha",
)  # fmt: skip
INDEX = "https://raw.githubusercontent.com/686f6c61/radar-huggingface-dataset/main/index.json"
BULK = "https://github.com/686f6c61/radar-huggingface-dataset/releases/download/latest/models.jsonl.gz"
GZIP_FILE = frozenset({"application/gzip", "application/x-gzip", "application/octet-stream"})
MOST_BYTES = 500_000_000


def fetch(visit: Visit) -> Iterator[Document]:
    """Yield the index and the bulk file, unpacked, if they have changed. FetchError if the bulk file is not gzip."""
    yield from visit.changed(SOURCE, INDEX, "index.json", JSON_FILE)
    for packed in visit.changed(SOURCE, BULK, "models.jsonl", GZIP_FILE):
        try:
            yield replace(packed, body=gunzip(packed.body, MOST_BYTES), media_type="application/x-ndjson")
        except ValueError as error:
            raise FetchError(f"sent a damaged gzip file ({error})", where=BULK, then="try again later") from error


def parse(snapshot: Snapshot, raw: bytes, issues: Issues) -> dict[str, pa.Table]:
    """Give the tables of the bulk file, dated by the capture; the index is only checked."""
    reading = Reading(snapshot.path, issues)
    if snapshot.file_name == "index.json":
        _check_index(Record(json_document(raw, reading), "", reading))
        return {}
    stated = [_stated(model) for model in json_lines(raw, reading)]
    reading.expect_rows("lines", len(stated), FEWEST, MOST_ROWS)
    at = snapshot.retrieved_at
    tables = listing_tables(SOURCE.name, [listed for listed, _ in stated], at, reading)
    return tables | {"configurations": configurations(SOURCE.name, [found for _, found in stated], at, reading)}


def _check_index(index: Record) -> None:
    stated, entries = index.take("models", count), index.records("entries")
    index.ignore("dataset", "schema", "updated_at")
    index.done()
    index.reading.expect_rows("entries", len(entries), FEWEST, MOST_ROWS)
    if stated != len(entries):
        index.reading.note("total differs from rows", f"models is {stated}, {len(entries)} entries are listed")


def _stated(model: Record) -> tuple[Listed, Configured]:
    repo, tags = model.take("id", repo_id), model.take("tags", all_typed)
    removed, downloads = model.take("removed", flag), model.take("downloads_30d", count)
    declared = model.take_or_null("base_model", typed)
    parents = repositories(declared.split(",") if declared else tagged_parents(tags), repo, model.reading)
    if removed:
        model.reading.note("last count of a removed repository", repo)
    listed = Listed(
        repo_id=repo,
        downloads_30d=None if removed else downloads,
        likes=model.take("likes", count),
        created_on=model.take("created_at", created_on),
        pipeline_tag=model.take_or_null("pipeline_tag", text),
        library=model.take_or_null("library", text),
        licence=model.take_or_null("license", text),
        params_total=model.take_or_null("parameters", count) or None,
        base_models=parents,
        inferred_models=[] if declared else parents,
        relation=relation_of(tags, repo, model.reading),
        removed=removed,
    )
    model.ignore(*NOT_READ)
    model.done()
    return listed, Configured(repo, model_type_of(tags, repo, model.reading))
