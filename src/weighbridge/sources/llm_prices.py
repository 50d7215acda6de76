"""llm-prices: list prices of eleven vendors with the days on which they changed, kept by Simon Willison."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from weighbridge.decoding import json_document
from weighbridge.price_lists import Amounts, Price, StatedModel, context_over, offer, price_tables, usd
from weighbridge.record import Reading, Record
from weighbridge.sources import JSON_FILE, Document, Issues, Source, Visit
from weighbridge.values import day, text

if TYPE_CHECKING:
    import pyarrow as pa

    from weighbridge.snapshot import Snapshot

SOURCE = Source(
    name="llm_prices",
    publisher="Simon Willison",
    says="List prices of the models of eleven vendors, with the days from and until which they held.",
    homepage="https://www.llm-prices.com",
    licence="unstated",
    attribution="llm-prices by Simon Willison (www.llm-prices.com), github.com/simonw/llm-prices",
    tables=("prices", "stated_models"),
    misleads=(
        "It lists what makers ask themselves, for models that its author follows: few hosts of open weights.",
        "A price without a first day has held since before the list began, not since the model came out.",
        "It can lag by months: some prices that makers have changed stand in it without an end.",
        "Prices announced for a later day are left out until that day.",
    ),
)
BASE = "https://raw.githubusercontent.com/simonw/llm-prices/main/data"
# Fewest models of each vendor: half of what is known, because a list like this grows.
VENDORS = {
    "amazon": 2, "anthropic": 8, "deepseek": 2, "google": 12, "meta-ai": 2, "minimax": 1, "mistral": 7,
    "moonshot-ai": 3, "openai": 23, "qwen": 1, "xai": 11,
}  # fmt: skip
MOST_MODELS = 1_000
MOST_BYTES = 4_000_000
# "GPT-5.5 >272k" is GPT-5.5 on longer requests, listed under an id that no provider has: gpt-5.5-272k.
_LENGTH = re.compile(r"(?P<title>.+\S)\s*(?P<side>[≤>])\s*(?P<thousands>[0-9]{1,6})k")


class Named(NamedTuple):
    """An entry's model: the vendor's id, its name without the length of context, and the condition of that length."""

    model: str
    title: str
    condition: str


def fetch(visit: Visit) -> Iterator[Document]:
    """Yield the file of each vendor that has changed."""
    for vendor in VENDORS:
        yield from visit.changed(SOURCE, f"{BASE}/{vendor}.json", f"{vendor}.json", JSON_FILE, MOST_BYTES)


def parse(snapshot: Snapshot, raw: bytes, issues: Issues) -> dict[str, pa.Table]:
    """Give `prices` and `stated_models` of one vendor, dated by the capture. Raises ParseError."""
    reading = Reading(snapshot.path, issues)
    file_vendor = snapshot.file_name.removesuffix(".json")
    if file_vendor not in VENDORS:
        raise reading.fail(f"file `{snapshot.file_name}` is of none of {', '.join(VENDORS)}")
    document = Record(json_document(raw, reading), "", reading)
    if (vendor := document.take("vendor", text)) != file_vendor:
        raise document.refuse("vendor", f"is {vendor[:40]}, in the file of {file_vendor}")
    entries = document.records("models")
    document.done()
    reading.expect_rows("models", len(entries), VENDORS[vendor], MOST_MODELS)
    prices: list[Price] = []
    # Two entries of one model, for short and for long requests, state it alike.
    models = {stated.model: stated for stated in (_model(vendor, entry, prices) for entry in entries)}
    return price_tables(SOURCE.name, prices, models.values(), snapshot.retrieved_at, reading)


def named(model: str, title: str) -> Named:
    """Tell the length of context from an entry's id and name: up to a length is the plain price, over it is not."""
    length = _LENGTH.fullmatch(title)
    if length is None:
        return Named(model, title, "")
    if length["side"] == "≤":
        return Named(model, length["title"], "")
    thousands = length["thousands"]
    return Named(model.removesuffix(f"-{thousands}k"), length["title"], context_over(int(thousands) * 1000))


def _model(vendor: str, entry: Record, prices: list[Price]) -> StatedModel:
    """Give what is stated of the model; its prices go into `prices`."""
    one = named(entry.take("id", text), entry.take("name", text))
    prices.extend(_price(vendor, one, price) for price in entry.records("price_history"))
    entry.done()
    return StatedModel(offer(vendor, one.model), title=one.title)


def _price(vendor: str, one: Named, price: Record) -> Price:
    first, end = price.take_or_null("from_date", day), price.take_or_null("to_date", day)
    if first is not None and end is not None and end <= first:
        raise price.refuse("to_date", f"is {end}, not after {first}")
    amounts = Amounts(price.take("input", usd), price.take("output", usd), price.take_or_null("input_cached", usd))
    price.done()
    return Price(vendor, one.model, amounts, one.condition, first, end)
