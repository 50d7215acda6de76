"""List prices, as publishers of price lists state them."""

from __future__ import annotations

from weighbridge.schema.table import OBSERVED_AT, OBSERVED_ON, SOURCE, Column, Kind, Layer, Table, day, text

# Ten times the dearest list price of a text model so far.
MOST_USD_PER_MTOK = 10_000.0


def _price(name: str, says: str) -> Column:
    return Column(name, Kind.NUMBER, says, nullable=True, low=0, high=MOST_USD_PER_MTOK, unit="USD per million tokens")


PRICES = Table(
    "prices",
    Layer.FACT,
    "List price of a model at a provider, per million tokens of text. A price of 0 is a price; null is unknown.",
    (
        SOURCE,
        OBSERVED_ON,
        text("offer", "provider/model: the key of `subjects` for price lists."),
        text("provider", "Who serves it, by the source's id."),
        text("model", "The provider's id of the model."),
        text("condition", "When this price holds, in the source's words; empty: always, or where nothing else does."),
        day("valid_from", "First day of the price, where the source dates it.", nullable=True),
        day("valid_until", "Day on which the next price began, where the source dates it.", nullable=True),
        _price("input_usd_per_mtok", "Tokens read."),
        _price("output_usd_per_mtok", "Tokens written."),
        _price("cached_input_usd_per_mtok", "Tokens read from a cache."),
        Column("open_weights", Kind.FLAG, "The source's own word on the weights.", nullable=True),
        OBSERVED_AT,
    ),
    ("source", "observed_on", "offer", "condition", "valid_from", "valid_until"),
    day="observed_on",
    stated_whole=("source", "observed_on", "provider"),
)
