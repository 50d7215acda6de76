"""LiteLLM's price map: what a gateway charges its users for, by model and provider, in USD per token."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from weighbridge.decoding import json_document
from weighbridge.price_doubts import pointed
from weighbridge.price_lists import (
    Amounts,
    Price,
    StatedModel,
    context_over,
    expect_prices,
    offer,
    price_tables,
    usd_per_token,
)
from weighbridge.record import Reading, Record, records
from weighbridge.sources import JSON_FILE, Document, Issues, Source, Visit
from weighbridge.values import count, shown, text

if TYPE_CHECKING:
    import pyarrow as pa

    from weighbridge.snapshot import Snapshot

SOURCE = Source(
    name="litellm_prices",
    publisher="LiteLLM",
    says="Prices per token of text models at their providers, as a gateway uses them to reckon what requests cost.",
    homepage="https://github.com/BerriAI/litellm",
    licence="MIT",
    attribution="LiteLLM (BerriAI, MIT), github.com/BerriAI/litellm/blob/main/model_prices_and_context_window.json",
    tables=("prices", "stated_models"),
    misleads=(
        "It lags: a maker's new price can be missing for months.",
        "Providers here are LiteLLM's routes: Bedrock, Vertex AI and Azure each stand under several names.",
        "Regions and commitments of one model are separate offers.",
        "Prices of one provider are off by a hundred thousand: left out beyond any price, else named as an issue.",
        "Only models that answer in text are read: embeddings, images, speech and search are counted and left.",
    ),
)
URL = "https://raw.githubusercontent.com/BerriAI/litellm/main/model_prices_and_context_window.json"
# As the collector called it whose daily copies the store may hold, so that all captures are of one file.
FILE = "litellm_model_prices_and_context_window.json"
MOST_BYTES = 32_000_000
FEWEST_OFFERS, MOST_OFFERS = 500, 50_000
FEWEST_PRICES = 100
# Keys that are no model: a specimen of an entry, and rules for names that are not listed.
NO_MODELS = frozenset({"sample_spec", "fallback_generalizations"})
TEXT_MODES = frozenset({"chat", "completion", "responses"})
OTHER_MODES = frozenset({
    "audio_speech", "audio_transcription", "embedding", "guardrail", "image_edit", "image_generation", "moderation",
    "ocr", "realtime", "rerank", "search", "vector_store", "video_generation",
})  # fmt: skip
FIELDS = ("input_cost_per_token", "output_cost_per_token", "cache_read_input_token_cost")
# An older name of the last.
CACHE_HIT = "input_cost_per_token_cache_hit"
CONDITIONS = {
    **{f"_above_{thousands}k_tokens": context_over(thousands * 1000) for thousands in (128, 200, 256, 272, 512)},
    "_batches": "batch",
    "_flex": "flex",
    "_priority": "priority",
}
OTHER_PRICES = (
    "cache_creation_input_audio_token_cost", "cache_creation_input_token_cost",
    "cache_creation_input_token_cost_above_1hr", "cache_creation_input_token_cost_above_1hr_above_200k_tokens",
    "cache_creation_input_token_cost_above_200k_tokens", "cache_creation_input_token_cost_above_272k_tokens",
    "cache_creation_input_token_cost_above_272k_tokens_flex", "cache_creation_input_token_cost_flex",
    "cache_creation_input_token_cost_priority", "cache_read_input_audio_token_cost",
    "cache_read_input_image_token_cost", "cache_read_input_token_cost_above_200k_tokens_priority",
    "cache_read_input_token_cost_above_272k_tokens_flex", "cache_read_input_token_cost_above_272k_tokens_priority",
    "cache_read_input_token_cost_per_audio_token", "citation_cost_per_token", "code_interpreter_cost_per_session",
    "input_cost_per_audio_per_second", "input_cost_per_audio_per_second_above_128k_tokens",
    "input_cost_per_audio_token", "input_cost_per_audio_token_priority", "input_cost_per_character",
    "input_cost_per_character_above_128k_tokens", "input_cost_per_image", "input_cost_per_image_above_128k_tokens",
    "input_cost_per_image_token", "input_cost_per_request", "input_cost_per_second",
    "input_cost_per_token_above_200k_tokens_priority", "input_cost_per_token_above_272k_tokens_flex",
    "input_cost_per_token_above_272k_tokens_priority", "input_cost_per_video_per_second",
    "input_cost_per_video_per_second_above_128k_tokens", "input_dbu_cost_per_token", "output_cost_per_audio_token",
    "output_cost_per_character", "output_cost_per_character_above_128k_tokens", "output_cost_per_image",
    "output_cost_per_image_token", "output_cost_per_reasoning_token", "output_cost_per_second",
    "output_cost_per_token_above_200k_tokens_priority", "output_cost_per_token_above_272k_tokens_flex",
    "output_cost_per_token_above_272k_tokens_priority", "output_cost_per_video_token", "output_db_cost_per_token",
    "output_dbu_cost_per_token", "regional_endpoint_uplift_multiplier", "regional_processing_uplift_multiplier_eu",
    "regional_processing_uplift_multiplier_us", "search_context_cost_per_query", "web_search_billing_unit",
)  # fmt: skip

NOT_READ = (
    "bedrock_converse_supports_strict_tools", "bedrock_output_config_effort_ceiling", "comment", "deprecation_date",
    "gemini_audio_only_live", "gemini_native_audio", "max_audio_length_hours", "max_audio_per_prompt",
    "max_images_per_prompt", "max_input_tokens", "max_output_tokens", "max_pdf_size_mb", "max_tokens",
    "max_video_length", "max_videos_per_prompt", "metadata", "prompt_cache_min_tokens", "provider_specific_entry",
    "rpd", "rpm", "source", "supported_endpoints", "supported_modalities", "supported_output_modalities",
    "supported_regions", "supports_adaptive_thinking", "supports_assistant_prefill", "supports_audio_input",
    "supports_audio_output", "supports_code_execution", "supports_computer_use", "supports_file_search",
    "supports_function_calling", "supports_image_size", "supports_low_reasoning_effort",
    "supports_max_reasoning_effort", "supports_mid_conversation_system", "supports_minimal_reasoning_effort",
    "supports_native_streaming", "supports_native_structured_output", "supports_none_reasoning_effort",
    "supports_output_config", "supports_parallel_function_calling", "supports_parallel_tool_use_config",
    "supports_pdf_input", "supports_preset", "supports_prompt_cache_breakpoint", "supports_prompt_caching",
    "supports_reasoning", "supports_response_schema", "supports_sampling_params", "supports_service_tier",
    "supports_speed", "supports_system_messages", "supports_tool_choice", "supports_tool_search",
    "supports_url_context", "supports_video_input", "supports_vision", "supports_web_search",
    "supports_xhigh_reasoning_effort", "tool_use_system_prompt_tokens", "tpm", "use_openai_responses_path",
)  # fmt: skip


class Entry(NamedTuple):
    """One key of the map: the offer that it means, and its amounts by condition."""

    key: str
    provider: str
    model: str
    amounts: dict[str, Amounts]

    @property
    def offer(self) -> str:
        """Give provider/model."""
        return offer(self.provider, self.model)

    @property
    def named_whole(self) -> bool:
        """Say whether the key states its provider."""
        return self.key == self.offer


def fetch(visit: Visit) -> Iterator[Document]:
    """Yield the map, if it has changed."""
    yield from visit.changed(SOURCE, URL, FILE, JSON_FILE, MOST_BYTES)


def parse(snapshot: Snapshot, raw: bytes, issues: Issues) -> dict[str, pa.Table]:
    """Give `prices` and `stated_models` of the models that answer in text, dated by the capture. Raises ParseError."""
    reading, at = Reading(snapshot.path, issues), snapshot.retrieved_at
    if snapshot.file_name != FILE:
        raise reading.fail(f"file `{snapshot.file_name}` is not {FILE}")
    document = Record({"models": json_document(raw, reading)}, "", reading)
    read = [_entry(key, entry) for key, entry in _of_text(document.named("models"), reading)]
    reading.expect_rows("mode", len(read), FEWEST_OFFERS, MOST_OFFERS)
    entries = _one_per_offer(read, reading)
    prices = [
        Price(entry.provider, entry.model, amounts, condition)
        for entry in entries
        for condition, amounts in entry.amounts.items()
    ]
    expect_prices(prices, FIELDS, FEWEST_PRICES, reading)
    return price_tables(SOURCE.name, prices, [StatedModel(entry.offer) for entry in entries], at, reading)


def _of_text(entries: Iterable[tuple[str, Record]], reading: Reading) -> Iterator[tuple[str, Record]]:
    """Give the entries of models that answer in text; the others are counted by mode."""
    left: Counter[str] = Counter()
    for key, entry in entries:
        if key in NO_MODELS:
            continue
        entry.optional("mode")
        mode = entry.take_or_null("mode", text)
        if mode in TEXT_MODES:
            yield key, entry
        elif mode is None:
            reading.note("entry without a mode", key)
        else:
            left[mode] += 1
    for mode, n in left.items():
        kind = "entry of another mode than text" if mode in OTHER_MODES else "entry of an unknown mode"
        reading.note(kind, mode, n)


def _entry(key: str, record: Record) -> Entry:
    provider = record.take("litellm_provider", text)
    model = key.removeprefix(f"{provider}/") or key
    amounts = _amounts(record)
    record.ignore(*OTHER_PRICES, *NOT_READ)
    record.done()
    return Entry(key, provider, model, amounts)


def _amounts(record: Record) -> dict[str, Amounts]:
    """Give the amounts by condition; where the map states none but by length of context, the shortest is the plain."""
    found: dict[str, Amounts] = {}
    for suffix, condition in {"": "", **CONDITIONS}.items():
        three = _three(record, suffix)
        if three.stated:
            found[condition] = three
    for condition, three in _tiers(record).items():
        if found.setdefault(condition, three) != three:
            record.reading.note("long context priced in two ways", record.at)
    return found


def _three(record: Record, suffix: str = "") -> Amounts:
    names = [f"{name}{suffix}" for name in FIELDS]
    record.optional(*names)
    read, written, cached = (record.take_or_null(name, usd_per_token) for name in names)
    if not suffix:
        record.optional(CACHE_HIT)
        hit = record.take_or_null(CACHE_HIT, usd_per_token)
        cached = hit if cached is None else cached
    return Amounts(read, written, cached)


def _tiers(record: Record) -> dict[str, Amounts]:
    record.optional("tiered_pricing")
    value = record.take("tiered_pricing", lambda stated: stated)
    tiers: dict[str, Amounts] = {}
    for tier in [] if value is None else records(value, f"{record.at}.tiered_pricing", record.reading):
        over = tier.take("range", first_of_range)
        tiers[context_over(over) if over else ""] = _three(tier)
        tier.ignore(*OTHER_PRICES)
        tier.done()
    return tiers


def first_of_range(value: object) -> int:
    """Read a range of lengths of context, [first, last], in tokens; gives the first."""
    if not isinstance(value, list) or len(value) != len(("first", "last")):
        raise ValueError(f"should be two lengths of context, is {shown(value)}")
    first, last = count(value[0]), count(value[1])
    if last <= first:
        raise ValueError(f"should run upwards, is {first} to {last}")
    return first


def _one_per_offer(entries: Iterable[Entry], reading: Reading) -> list[Entry]:
    """Keep one entry of each offer: the key that states its provider, before one that leaves it out."""
    kept: dict[str, Entry] = {}
    differ: list[str] = []
    for entry in sorted(entries, key=lambda entry: not entry.named_whole):
        first = kept.setdefault(entry.offer, entry)
        if first is not entry and first.amounts != entry.amounts:
            differ.append(f"{first.key} {_shown(first)}, {entry.key} {_shown(entry)}")
    pointed("two keys price one offer differently, the one with its provider stands", differ, reading)
    return list(kept.values())


def _shown(entry: Entry) -> str:
    plain = entry.amounts.get("", Amounts(None, None, None))
    return "/".join("-" if amount is None else f"{amount:g}" for amount in plain)
