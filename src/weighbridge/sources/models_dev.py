"""models.dev: what providers ask for the models that they offer, and a list of the models themselves, kept by hand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from weighbridge.decoding import json_document
from weighbridge.price_lists import Amounts, Price, StatedModel, context_over, expect_prices, offer, price_tables, usd
from weighbridge.record import Reading, Record, records
from weighbridge.sources import Document, Issues, Source, Visit
from weighbridge.values import count, day, flag, text

if TYPE_CHECKING:
    import datetime as dt

    import pyarrow as pa

    from weighbridge.snapshot import Snapshot

SOURCE = Source(
    name="models_dev",
    publisher="models.dev",
    says="List prices of models at their providers, whether their weights are open, and when they came out.",
    homepage="https://models.dev",
    licence="MIT",
    attribution="models.dev contributors (MIT), github.com/anomalyco/models.dev",
    tables=("prices", "stated_models"),
    misleads=(
        "It is typed in by contributors: prices, dates and the flag of open weights were wrong at times.",
        "The number of providers grows because contributors add them, not only because the market does.",
        "Offers with free quotas and subscriptions stand at a price of 0.",
        "Names such as deepseek-chat, or any that end in -latest, move: a new price may be that of another model.",
        "A few prices are off by a hundred times or more: they stay, and `weighbridge issues` names them.",
    ),
)
BASE = "https://models.dev"
OFFERS, MODELS = "api.json", "models.json"
MOST_BYTES = 32_000_000
FEWEST_OFFERS, MOST_OFFERS = 100, 50_000
FEWEST_MODELS, MOST_MODELS = 50, 10_000
FEWEST_PRICES = 20
# The publisher keeps its own list of models in a folder of this name; `alibaba/...` alone is an offer of Alibaba's.
CANONICAL = "models"
# What contributors called the price of cached input; from mid-2026 most say `cache_read`.
CACHED = ("cache_read", "cached_input", "cache_input", "cached_read", "cached")
OF_PROVIDERS = ("env", "npm", "api", "name", "doc")
OF_MODELS = (
    "family", "attachment", "reasoning", "reasoning_options", "tool_call", "interleaved", "structured_output",
    "temperature", "knowledge", "last_updated", "modalities", "limit", "status", "experimental", "provider",
    "benchmarks", "weights", "links",
)  # fmt: skip
OF_COSTS = (
    "cache_write", "cached_write", "reasoning", "input_audio", "output_audio", "image", "citation", "request",
)  # fmt: skip
MONTH = len("2026-01")


def fetch(visit: Visit) -> Iterator[Document]:
    """Yield each of the two files that has changed."""
    for name in (OFFERS, MODELS):
        yield from visit.changed(SOURCE, f"{BASE}/{name}", name, {"application/json"}, MOST_BYTES)


def parse(snapshot: Snapshot, raw: bytes, issues: Issues) -> dict[str, pa.Table]:
    """Give `prices` and `stated_models` of the offers, dated by the capture. Raises ParseError.

    The list of models gives `stated_models` only, each as `models/<maker>/<id>`.
    """
    reading, at = Reading(snapshot.path, issues), snapshot.retrieved_at
    if snapshot.file_name not in (OFFERS, MODELS):
        raise reading.fail(f"file `{snapshot.file_name}` is neither {OFFERS} nor {MODELS}")
    document = Record({"models": json_document(raw, reading)}, "", reading)
    prices: list[Price] = []
    if snapshot.file_name == MODELS:
        models = [_canonical(name, model, at.date()) for name, model in document.named("models")]
        reading.expect_rows("models", len(models), FEWEST_MODELS, MOST_MODELS)
        return price_tables(SOURCE.name, prices, models, at, reading)
    models = [m for name, provider in document.named("models") for m in _provider(name, provider, at.date(), prices)]
    reading.expect_rows("models", len(models), FEWEST_OFFERS, MOST_OFFERS)
    expect_prices(prices, ("cost", "cost", "cache_read"), FEWEST_PRICES, reading)
    return price_tables(SOURCE.name, prices, models, at, reading)


def _provider(name: str, provider: Record, on: dt.date, prices: list[Price]) -> Iterator[StatedModel]:
    """Give what is stated of each model; its prices go into `prices`."""
    _expect_id(provider, name)
    provider.ignore(*OF_PROVIDERS)
    for model_id, model in provider.named("models"):
        _expect_id(model, model_id)
        stated = _model(offer(name, model_id), model, on)
        if (cost := _nested(model, "cost")) is not None:
            by_condition = _amounts(Record(cost, f"{model.at}.cost", model.reading))
            open_weights = stated.open_weights
            prices += (Price(name, model_id, a, c, open_weights=open_weights) for c, a in by_condition.items())
        model.done()
        yield stated
    provider.done()


def _canonical(name: str, model: Record, on: dt.date) -> StatedModel:
    _expect_id(model, name)
    maker, slash, _ = name.partition("/")
    stated = _model(offer(CANONICAL, name), model, on, maker if slash else None)
    model.done()
    return stated


def _expect_id(record: Record, name: str) -> None:
    if (stated := record.take("id", text)) != name:
        raise record.refuse("id", f"is {stated[:80]}, and stands under {name[:80]}")


def _model(name: str, model: Record, on: dt.date, maker: str | None = None) -> StatedModel:
    model.optional("license")
    stated = StatedModel(
        model=name,
        title=model.take("name", text),
        maker=maker,
        licence=model.take_or_null("license", text),
        open_weights=model.take("open_weights", flag),
        released_on=_released(name, model, on),
    )
    model.ignore(*OF_MODELS)
    return stated


def _released(name: str, model: Record, on: dt.date) -> dt.date | None:
    """Take the day of release: null where a month stands, or a day on which no model can have come out."""
    stated = model.take("release_date", text)
    try:
        released = day(stated)
    except ValueError:
        released = None
    if released is not None and released <= on:
        return released
    kind = "release known to the month only" if len(stated) == MONTH else "release on a day that cannot be"
    model.reading.note(kind, f"{name} {stated[:40]}")
    return None


def _amounts(cost: Record) -> dict[str, Amounts]:
    """Give the amounts by condition, the plain ones under no condition."""
    tiers, over_200k = _tiers(cost), _nested(cost, "context_over_200k")
    longer = None if over_200k is None else _three(Record(over_200k, f"{cost.at}.context_over_200k", cost.reading))
    # The field is older than tiers and stays beside them for one of them, whatever its size.
    if tiers and longer is not None and longer not in tiers.values():
        cost.reading.note("long context priced in two ways", cost.at)
    if not tiers and longer is not None:
        tiers = {context_over(200_000): longer}
    return {"": _three(cost)} | tiers


def _tiers(cost: Record) -> dict[str, Amounts]:
    value = _nested(cost, "tiers")
    found = [] if value is None else records(value, f"{cost.at}.tiers", cost.reading)
    tiers = {_condition(tier.record("tier")): _three(tier) for tier in found}
    if len(tiers) != len(found):
        raise cost.refuse("tiers", "states one size twice")
    return tiers


def _condition(tier: Record) -> str:
    size = tier.take("size", count)
    if (kind := tier.take("type", text)) != "context":
        raise tier.refuse("type", f"should be context, is {kind[:40]}")
    tier.done()
    return context_over(size)


def _three(record: Record) -> Amounts:
    record.optional(*CACHED)
    read, written = record.take("input", usd), record.take("output", usd)
    cached = [amount for name in CACHED if (amount := record.take_or_null(name, usd)) is not None]
    record.ignore(*OF_COSTS)
    record.done()
    return Amounts(read, written, cached[0] if cached else None)


def _nested(record: Record, name: str) -> object:
    """Take what need not stand there, of whatever kind."""
    record.optional(name)
    return record.take(name, lambda value: value)
