"""The Hugging Face Hub's own models API: the most downloaded language models, with both download counts."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

from weighbridge.decoding import json_document
from weighbridge.errors import UsageError
from weighbridge.hub import created_on, licence_of, relation_of, repositories, tagged_parents
from weighbridge.hub_pages import hub_pages
from weighbridge.listings import Listed, listing_tables
from weighbridge.record import Reading, Record, records
from weighbridge.sources import Document, Issues, Source, Visit
from weighbridge.values import all_typed, count, repo_id, text

if TYPE_CHECKING:
    import pyarrow as pa

    from weighbridge.snapshot import Snapshot

SOURCE = Source(
    name="huggingface",
    publisher="Hugging Face",
    says="Trailing 30-day and all-time downloads, likes and lineage of the most downloaded language models.",
    homepage="https://huggingface.co/models?sort=downloads",
    licence="unstated",
    attribution="Hugging Face Hub API (huggingface.co/api/models), as of {as_of}",
    tables=("downloads", "repo_facts"),
    misleads=(
        "A download is a request to a query file, automated builds and mirrors included, not a user.",
        "Repositories below the last one listed are missing: absence is not zero.",
        "The 30-day count overlaps from day to day, and the all-time count falls when the Hub cleans up backwards.",
        "Every file of a GGUF repository counts, so repositories of many files count more often.",
        "Lineage is what uploaders declare; most declare none.",
    ),
    version=2,
)
ENDPOINT = "https://huggingface.co"
TASKS = ("text-generation", "image-text-to-text")
PER_TASK = 5_000
LIMIT_VARIABLE = "WEIGHBRIDGE_HUB_MODELS"
EXPAND = (
    "downloads", "downloadsAllTime", "likes", "createdAt", "pipeline_tag", "library_name", "tags", "safetensors",
    "gated",
)  # fmt: skip
FEWEST_ON_FIRST_PAGE, MOST_ON_PAGE = 10, 1_000


def fetch(visit: Visit) -> Iterator[Document]:
    """Yield the Hub's pages as it sends them, by downloads: `PER_TASK` models of each task. FetchError."""
    endpoint = os.environ.get("HF_ENDPOINT") or ENDPOINT
    token = os.environ.get("HF_TOKEN", "")
    for task in TASKS:
        query = {"pipeline_tag": task, "sort": "downloads", "limit": _limit(), "expand": list(EXPAND)}
        for number, reply in enumerate(hub_pages(visit.client, endpoint, token, query), start=1):
            yield visit.document(SOURCE, f"models-{task}-{number:04}.json", reply)


def _limit() -> int:
    stated = os.environ.get(LIMIT_VARIABLE, "")
    if not stated:
        return PER_TASK
    if not stated.isdecimal() or not FEWEST_ON_FIRST_PAGE <= int(stated) <= 10 * PER_TASK:
        then = f"set it to a number from {FEWEST_ON_FIRST_PAGE} to {10 * PER_TASK}, or not at all"
        raise UsageError(f"should be a number of models per task, is {stated[:40]!r}", where=LIMIT_VARIABLE, then=then)
    return int(stated)


def parse(snapshot: Snapshot, raw: bytes, issues: Issues) -> dict[str, pa.Table]:
    """Give `downloads` and `repo_facts` of one page, dated by the capture. Raises ParseError."""
    reading = Reading(snapshot.path, issues)
    listed = [_listed(model) for model in records(json_document(raw, reading), "models", reading)]
    first = snapshot.file_name.endswith("-0001.json")
    reading.expect_rows("models", len(listed), FEWEST_ON_FIRST_PAGE if first else 1, MOST_ON_PAGE)
    return listing_tables(SOURCE.name, listed, snapshot.retrieved_at, reading)


def _listed(model: Record) -> Listed:
    # The Hub leaves a field out where it knows nothing.
    model.optional("pipeline_tag", "library_name", "safetensors", "downloadsAllTime")
    repo, tags = model.take("id", repo_id), model.take("tags", all_typed)
    listed = Listed(
        repo_id=repo,
        downloads_30d=model.take("downloads", count),
        downloads_all_time=model.take_or_null("downloadsAllTime", count),
        likes=model.take("likes", count),
        created_on=model.take("createdAt", created_on),
        pipeline_tag=model.take_or_null("pipeline_tag", text),
        library=model.take_or_null("library_name", text),
        licence=licence_of(tags),
        params_total=model.take_or_null("safetensors", _total),
        base_models=repositories(tagged_parents(tags), repo, model.reading),
        relation=relation_of(tags, repo, model.reading),
    )
    model.ignore("_id", "modelId", "private", "gated")
    model.done()
    return listed


def _total(value: object) -> int | None:
    """Read the parameters that the weight files state; None where they state none."""
    if not isinstance(value, dict) or "total" not in value:
        raise ValueError("should be an object with a total")
    return count(value["total"]) or None
