"""Fields of the price lists that must be there, by file."""

from __future__ import annotations

from weighbridge.sources.llm_prices import VENDORS

_VENDOR = ("vendor", "models", "id", "name", "price_history", "input", "output", "from_date", "to_date", "input_cached")

TAKEN = {
    "genai_prices/data.json": ("id", "models", "prices", "cache_read_mtok", "output_mtok", "input_mtok"),
    "litellm_prices/litellm_model_prices_and_context_window.json": (
        "litellm_provider", "mode", "output_cost_per_token", "cache_read_input_token_cost", "input_cost_per_token",
    ),
    "models_dev/api.json": (
        "id", "name", "models", "cost", "input", "output", "cache_read", "release_date", "open_weights",
    ),
    "models_dev/models.json": ("id", "name", "release_date", "open_weights"),
} | {f"llm_prices/{vendor}.json": _VENDOR for vendor in VENDORS}  # fmt: skip
# One model cannot be far too few of a vendor that has one.
TOO_SHORT_TO_SHORTEN = {"llm_prices/minimax.json", "llm_prices/qwen.json"}
