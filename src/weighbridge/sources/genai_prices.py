"""genai-prices: the price list that Pydantic keeps for its libraries, with conditions by date, hour and length."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from weighbridge.decoding import json_document
from weighbridge.price_lists import Amounts, Price, StatedModel, context_over, expect_prices, offer, price_tables, usd
from weighbridge.record import Reading, Record, records
from weighbridge.sources import JSON_FILE, Document, Issues, Source, Visit
from weighbridge.values import count, day, shown, text

if TYPE_CHECKING:
    import datetime as dt

    import pyarrow as pa

    from weighbridge.snapshot import Snapshot

SOURCE = Source(
    name="genai_prices",
    publisher="Pydantic",
    says="List prices of models at their providers, with the days, hours and lengths of context at which they hold.",
    homepage="https://github.com/pydantic/genai-prices",
    licence="MIT",
    attribution="genai-prices contributors (Pydantic, MIT), github.com/pydantic/genai-prices",
    tables=("prices", "stated_models"),
    misleads=(
        "A model's id here stands for many names at the provider, matched by rules that are not used here.",
        "Its authors say that it will not be right in every case; some makers' prices are months behind.",
        "A price dated from a day says when it began; one without a date has held since an unknown day.",
        "Prices by the hour are in UTC and know no weekends, though some providers do.",
    ),
)
FILE = "data.json"
MOST_BYTES = 16_000_000
FEWEST_PROVIDERS, MOST_PROVIDERS = 10, 1_000
FEWEST_MODELS, MOST_MODELS = 300, 50_000
FEWEST_PRICES = 20
FIELDS = ("input_mtok", "output_mtok", "cache_read_mtok")
OF_PROVIDERS = (
    "name", "pricing_urls", "api_pattern", "extractors", "provider_match", "model_match", "price_comments",
    "fallback_model_providers", "description",
)  # fmt: skip
OF_MODELS = ("match", "context_window", "description", "price_comments", "deprecated")
# Prices of other things than text read and written, and of parts of it that some providers tell apart.
OF_PRICES = (
    "cache_audio_read_mtok", "cache_audio_write_1h_mtok", "cache_audio_write_5m_mtok", "cache_audio_write_mtok",
    "cache_image_read_mtok", "cache_image_write_1h_mtok", "cache_image_write_5m_mtok", "cache_image_write_mtok",
    "cache_text_read_mtok", "cache_text_write_1h_mtok", "cache_text_write_5m_mtok", "cache_text_write_mtok",
    "cache_video_read_mtok", "cache_video_write_1h_mtok", "cache_video_write_5m_mtok", "cache_video_write_mtok",
    "cache_write_1h_mtok", "cache_write_5m_mtok", "cache_write_mtok", "input_audio_mtok", "input_audio_tool_mtok",
    "input_image_mtok", "input_image_tool_mtok", "input_text_mtok", "input_text_tool_mtok", "input_tool_mtok",
    "input_video_mtok", "input_video_tool_mtok", "output_audio_citation_mtok", "output_audio_mtok",
    "output_audio_reasoning_mtok", "output_citation_mtok", "output_image_citation_mtok", "output_image_mtok",
    "output_image_reasoning_mtok", "output_reasoning_mtok", "output_text_citation_mtok", "output_text_mtok",
    "output_text_reasoning_mtok", "output_video_citation_mtok", "output_video_mtok", "output_video_reasoning_mtok",
    "audio_hours", "code_executions_kcount", "input_annotated_document_kpages", "input_audio_hours",
    "input_document_kpages", "input_gpixels", "input_mchars", "input_text_messages_kcount", "output_audio_hours",
    "requests_kcount", "rerank_searches_kcount", "social_searches_kcount", "storage_searches_kcount",
    "web_searches_kcount",
)  # fmt: skip
_HOUR = re.compile(r"[0-2][0-9]:[0-5][0-9](:[0-5][0-9])?Z")


# Amount by the length of context, in tokens, over which it holds; that over 0 is the plain one.
Steps = dict[int, float]


class Term(NamedTuple):
    """The prices of one entry, per field, and when they hold."""

    steps: dict[str, Steps]
    condition: str
    valid_from: dt.date | None
    valid_until: dt.date | None


def fetch(visit: Visit) -> Iterator[Document]:
    """Yield the list that the installed package `genai_prices` would update itself from, if it has changed."""
    # The package knows where the current list stands, and in which shape: its address has moved before.
    from genai_prices.update_prices import DEFAULT_UPDATE_URL

    yield from visit.changed(SOURCE, DEFAULT_UPDATE_URL, FILE, JSON_FILE, MOST_BYTES)


def parse(snapshot: Snapshot, raw: bytes, issues: Issues) -> dict[str, pa.Table]:
    """Give `prices` and `stated_models`, one offer per provider and id, dated by the capture. Raises ParseError."""
    reading, at = Reading(snapshot.path, issues), snapshot.retrieved_at
    if snapshot.file_name != FILE:
        raise reading.fail(f"file `{snapshot.file_name}` is not {FILE}")
    providers = _providers(json_document(raw, reading), reading)
    reading.expect_rows("providers", len(providers), FEWEST_PROVIDERS, MOST_PROVIDERS)
    prices: list[Price] = []
    models = [model for provider in providers for model in _provider(provider, at.date(), prices)]
    reading.expect_rows("models", len(models), FEWEST_MODELS, MOST_MODELS)
    expect_prices(prices, FIELDS, FEWEST_PRICES, reading)
    return price_tables(SOURCE.name, prices, models, at, reading)


def _providers(document: object, reading: Reading) -> Sequence[Record]:
    """Give the providers: the document itself, or its list of them beside the units, which stand in names here."""
    if not isinstance(document, dict):
        return records(document, "providers", reading)
    whole = Record(document, "", reading)
    found = whole.records("providers")
    whole.ignore("units")
    whole.done()
    return found


def _provider(provider: Record, on: dt.date, prices: list[Price]) -> Iterator[StatedModel]:
    """Give what is stated of each model; its prices go into `prices`."""
    name = provider.take("id", text)
    for model in provider.records("models"):
        model_id = model.take("id", text)
        model.optional("name")
        title = model.take_or_null("name", text)
        prices.extend(price for term in _terms(model, on) for price in _priced(name, model_id, term))
        model.ignore(*OF_MODELS)
        model.done()
        yield StatedModel(offer(name, model_id), title=title)
    provider.ignore(*OF_PROVIDERS)
    provider.done()


def _terms(model: Record, on: dt.date) -> list[Term]:
    """Give the terms in force on any day, and those of requests of a kind as they are `on` that day."""
    value = model.take("prices", _prices)
    if isinstance(value, list):
        terms = list(_chain(records(value, f"{model.at}.prices", model.reading)))
    else:
        terms = [Term(_steps(Record(value, f"{model.at}.prices", model.reading)), "", None, None)]
    standing = [t for t in terms if not t.condition and (t.valid_from is None or t.valid_from <= on)]
    usual = standing[0].steps if standing else {}
    return terms + [term for entry in _variants(model) if (term := _variant(entry, usual)) is not None]


def _prices(value: object) -> object:
    if not isinstance(value, dict | list):
        raise ValueError(f"should be an object or a list, is {shown(value)}")  # noqa: TRY004 - every reader raises ValueError
    return value


def _chain(entries: Sequence[Record]) -> Iterator[Term]:
    """Give the terms of entries of which later ones win, newest first: each ends where a later one began."""
    until: dt.date | None = None
    for entry in reversed(entries):
        condition, start = _constraint(entry)
        steps = _steps(entry.record("prices"))
        entry.done()
        if until is not None and start is not None and start >= until:
            continue  # a later entry has always won
        yield Term(steps, condition, start, until)
        if not condition:
            if start is None:
                return
            until = start


def _constraint(entry: Record) -> tuple[str, dt.date | None]:
    """Take the condition in words and the first day, either of which may be none."""
    value = _nested(entry, "constraint")
    if value is None:
        return "", None
    constraint = Record(value, f"{entry.at}.constraint", entry.reading)
    constraint.optional("start_date", "start_time", "end_time")
    start = constraint.take_or_null("start_date", day)
    first, last = constraint.take_or_null("start_time", hour), constraint.take_or_null("end_time", hour)
    constraint.done()
    if (first is None) != (last is None) or (start is None and first is None):
        raise entry.refuse("constraint", "should be a day, or two hours")
    return f"from {first} to {last} UTC" if first else "", start


def hour(value: object) -> str:
    """Read an hour of the day in UTC, as 00:30:00Z; gives 00:30."""
    if not isinstance(value, str) or not _HOUR.fullmatch(value):
        raise ValueError(f"should be an hour such as 00:30:00Z, is {shown(value)}")
    return value[:5]


def _variants(model: Record) -> Sequence[Record]:
    value = _nested(model, "price_variants")
    return [] if value is None else records(value, f"{model.at}.price_variants", model.reading)


def _variant(entry: Record, usual: dict[str, Steps]) -> Term | None:
    """Give the terms of requests of a kind: they replace only the prices that they name; None if not those of text."""
    kind = ", ".join(f"{name} {value}" for name, value in sorted(entry.take("when", words).items()))
    hours, start = _constraint(entry)
    steps = _steps(entry.record("prices"))
    entry.done()
    condition = ", ".join(part for part in (kind, hours) if part)
    return Term(usual | steps, condition, start, None) if steps else None


def words(value: object) -> dict[str, str]:
    """Read an object of texts."""
    if not isinstance(value, dict) or not value:
        raise ValueError(f"should be an object of texts, is {shown(value)}")
    return {text(name): text(word) for name, word in value.items()}


def _steps(prices: Record) -> dict[str, Steps]:
    """Take the prices of text by field, each by the length of context over which it holds."""
    prices.optional(*FIELDS)
    found = {name: _ladder(prices, name) for name in FIELDS}
    prices.ignore(*OF_PRICES)
    prices.done()
    return {name: steps for name, steps in found.items() if steps}


def _ladder(prices: Record, name: str) -> Steps:
    value = prices.take_or_null(name, _amount)
    if not isinstance(value, dict):
        return {} if value is None else {0: value}
    ladder = Record(value, f"{prices.at}.{name}", prices.reading)
    steps = {0: ladder.take("base", usd)}
    for tier in ladder.records("tiers"):
        steps[tier.take("start", count)] = tier.take("price", usd)
        tier.done()
    ladder.done()
    return steps


def _amount(value: object) -> float | dict[str, object]:
    return value if isinstance(value, dict) else usd(value)


def _priced(provider: str, model: str, term: Term) -> Iterator[Price]:
    """Give a price for each length of context at which any of its amounts changes."""
    for start in sorted({start for steps in term.steps.values() for start in steps}):
        amounts = (_at(term.steps.get(name, {}), start) for name in FIELDS)
        condition = ", ".join(part for part in (term.condition, context_over(start) if start else "") if part)
        yield Price(provider, model, Amounts(*amounts), condition, term.valid_from, term.valid_until)


def _at(steps: Steps, start: int) -> float | None:
    """Give the amount of requests longer than `start`: once over a length, the whole request is priced so."""
    below = [length for length in steps if length <= start]
    return steps[max(below)] if below else None


def _nested(record: Record, name: str) -> object:
    """Take what need not stand there, of whatever kind."""
    record.optional(name)
    return record.take(name, lambda value: value)
