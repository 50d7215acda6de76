"""A growing catalogue of language models with Hub counts, kept by the tool llmfit."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from weighbridge.decoding import json_document
from weighbridge.listings import Configured, Listed, configurations, listing_tables
from weighbridge.record import Reading, Record, records
from weighbridge.sources import JSON_FILE, Document, Issues, Source, Visit
from weighbridge.values import count, day, repo_id, text

if TYPE_CHECKING:
    import pyarrow as pa

    from weighbridge.snapshot import Snapshot

SOURCE = Source(
    name="huggingface_listing_llmfit",
    publisher="Hugging Face",
    says="Trailing 30-day downloads, likes and parameter counts of a catalogue of language models.",
    homepage="https://github.com/AlexsJones/llmfit",
    licence="MIT",
    attribution="Hugging Face Hub API (huggingface.co/api/models), by github.com/AlexsJones/llmfit",
    tables=("downloads", "repo_facts", "configurations"),
    misleads=(
        "The catalogue grows from 33 to 1,852 repositories: sums over it are not comparable across captures.",
        "Counts may be days older than the capture.",
        "A count of zero mostly means that it was not fetched, and is read as unknown.",
        "A download is a request to a query file, automated builds and mirrors included, not a user.",
        "Dimensions are stated for most repositories in the last capture alone.",
    ),
    version=3,
)
FEWEST, MOST_ROWS = 20, 20_000
NOT_READ = (
    "provider", "parameter_count", "min_ram_gb", "recommended_ram_gb", "min_vram_gb", "quantization", "context_length",
    "use_case", "is_moe", "num_experts", "active_experts", "active_parameters", "_discovered",
    "gguf_sources", "capabilities", "format", "head_dim", "moe_intermediate_size", "shared_expert_intermediate_size",
)  # fmt: skip
# The first captures state none of them.
DIMENSIONS = ("num_hidden_layers", "hidden_size", "num_attention_heads", "num_key_value_heads", "vocab_size")
UNKNOWN = "unknown"  # the catalogue's own word for an architecture that it could not read
URL = "https://raw.githubusercontent.com/AlexsJones/llmfit/main/llmfit-core/data/hf_models.json"


def fetch(visit: Visit) -> Iterator[Document]:
    """Yield the newest capture, if it has changed."""
    yield from visit.changed(SOURCE, URL, "hf_models.json", JSON_FILE)


def parse(snapshot: Snapshot, raw: bytes, issues: Issues) -> dict[str, pa.Table]:
    """Give `downloads`, `repo_facts` and `configurations`, dated by the capture. Raises ParseError."""
    reading = Reading(snapshot.path, issues)
    stated = [_stated(model) for model in records(json_document(raw, reading), "models", reading)]
    reading.expect_rows("models", len(stated), FEWEST, MOST_ROWS)
    at = snapshot.retrieved_at
    tables = listing_tables(SOURCE.name, [listed for listed, _ in stated], at, reading)
    return tables | {"configurations": configurations(SOURCE.name, [found for _, found in stated], at, reading)}


def _stated(model: Record) -> tuple[Listed, Configured]:
    repo, downloads, likes = (
        model.take("name", repo_id),
        model.take_or_null("hf_downloads", count),
        model.take_or_null("hf_likes", count),
    )
    if not downloads:
        model.reading.note("count not fetched", repo)
        downloads = likes = None
    model.optional("release_date")
    listed = Listed(
        repo_id=repo,
        downloads_30d=downloads,
        likes=likes,
        # Equal to the Hub's creation day in every repository that another listing also dates.
        created_on=model.take_or_null("release_date", day),
        pipeline_tag=model.take_or_null("pipeline_tag", text),
        params_total=model.take_or_null("parameters_raw", count) or None,
    )
    configured = _configured(model, repo)
    model.ignore(*NOT_READ)
    model.done()
    return listed, configured


def _configured(model: Record, repo: str) -> Configured:
    architecture = model.take_or_null("architecture", text)
    model.optional(*DIMENSIONS)
    return Configured(
        repo_id=repo,
        model_type=None if architecture == UNKNOWN else architecture,
        layers=model.take_or_null("num_hidden_layers", count),
        hidden_size=model.take_or_null("hidden_size", count),
        heads=model.take_or_null("num_attention_heads", count),
        kv_heads=model.take_or_null("num_key_value_heads", count),
        vocabulary=model.take_or_null("vocab_size", count),
    )
