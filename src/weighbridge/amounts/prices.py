"""Plain list prices of offers, as four lists state them on the days on which they were read; slips are left out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from weighbridge.amounts.grouping import codes, columns, filtered, numbers
from weighbridge.amounts.price_slips import LISTS, OFFERS, Slips, slips
from weighbridge.estimate import Choice, Option
from weighbridge.schema import IDENTITY, PRICES

if TYPE_CHECKING:
    import ibis.expr.types as ir
    import pyarrow as pa
    from numpy.typing import NDArray

    from weighbridge.engine import Engine
    from weighbridge.lake import Lake

OFFER = "offer"
SOURCES = ("models_dev", "litellm_prices", "llm_prices", "genai_prices")
PARTS = ("input", "output", "cached_input")
# Of a blend: tokens read and tokens written.
BLENDS = {"blend_3_1": (3, 1), "blend_1_1": (1, 1)}
SOURCE = Choice(
    "source",
    "Whose list of prices.",
    (
        Option("models_dev", "models.dev: most providers, read about once a month since Jun 2025"),
        Option("litellm_prices", "LiteLLM: read about once a month since Aug 2025; new prices can come months late"),
        Option("llm_prices", "llm-prices: makers' own prices, read once in Aug 2026"),
        Option("genai_prices", "genai-prices: read once in Jul 2026"),
    ),
)
PART = Choice(
    "part",
    "Price of what.",
    (
        Option("blend_3_1", "three tokens read and one written: (3 x input + output) / 4"),
        Option("input", "tokens read"),
        Option("output", "tokens written"),
        Option("cached_input", "tokens read from a cache"),
        Option("blend_1_1", "one token read and one written: (input + output) / 2"),
    ),
    apart=True,
)
COUNTED = Option("in", "they count: a price of 0 is a price")
LEFT_OUT = Option("out", "they are left out: somebody else pays, or a subscription does")
MISLEADS = (
    "List prices: discounts, commitments, batches and prices by the hour or by the length of a request are left out.",
    "Tokens of two makers are cut by two tokenizers, and some models write many more of them for the same task.",
    "A few prices look like another currency's numbers: a factor of about 7 cannot be told from a dear offer.",
    "0 can stand for a free trial or a subscription: `free` counts such offers or leaves them out.",
    "A slip of units is found only where three prices to compare with exist, or two that agree: others may stand.",
)


@dataclass(frozen=True)
class Quotes:
    """Plain prices in force when read, as arrays of one length, and (number, source, offer, provider) of each name.

    `day` and `name` are indices into `days` and `names`; `asked` is in USD per million tokens, NaN where not stated.
    """

    days: tuple[dt.date, ...]
    day: NDArray[np.int64]
    source: NDArray[np.int64]
    name: NDArray[np.int64]
    asked: Mapping[str, NDArray[np.float64]]
    names: pa.Table


@dataclass(frozen=True)
class Offers:
    """Quotes without slips, and of each name what its offer is.

    `kept`: the filter lets it through, or may; `group` is null where it is unknown or filtered out.
    """

    quotes: Quotes
    traits: pa.Table


class Slip(NamedTuple):
    """A price that is left out everywhere: what it is, on which days it was read, and what is usual beside what."""

    source: str
    offer: str
    part: str
    price: float
    first: dt.date
    last: dt.date
    usual: float
    beside: str


def read(lake: Lake, by: str, where: Mapping[str, str]) -> Offers:
    """Ask for the offers with their groups; an offer whose filtered attribute is unknown belongs to no group."""
    import ibis

    maker = OFFER if by == OFFER else columns(by)[0]
    quotes = lake.once(PRICES, _quotes)
    named = _named(lake, quotes)
    found = _slips(quotes, lake.engine.arrow(named.select("number", "model_id").order_by("number")))
    kept = filtered(named, where)
    kept = kept.select("number", group=kept.unsure.ifelse(None, kept[maker]), kept=ibis.literal(True))
    of = ("number", "offer", "provider", "organisation_id", "model_id", "setting", "alias", "field")
    rows = named.select(*of).left_join(kept, "number").drop("number_right").order_by("number")
    rows = rows.mutate(kept=rows.kept.fill_null(False))
    # Where one part is a slip, the others of that reading are no better known.
    slipped = np.any([found[part].far for part in PARTS], axis=0)
    asked = {part: np.where(slipped, np.nan, quotes.asked[part]) for part in PARTS}
    sound = Quotes(quotes.days, quotes.day, quotes.source, quotes.name, asked, quotes.names)
    return Offers(sound, lake.engine.arrow(rows))


def doubts(lake: Lake) -> list[Slip]:
    """Give every price that no measure uses because it looks like a slip of units, by list and offer."""
    if not lake.has(PRICES):
        return []
    quotes = lake.once(PRICES, _quotes)
    named = _named(lake, quotes)
    found = _slips(quotes, lake.engine.arrow(named.select("number", "model_id").order_by("number")))
    rows: dict[tuple[str, str, str, float], list[tuple[dt.date, float, str]]] = {}
    offers = quotes.names.column("offer").to_pylist()
    for part, (far, usual, beside) in found.items():
        for i in np.flatnonzero(far):
            key = (SOURCES[quotes.source[i]], offers[quotes.name[i]], part, float(quotes.asked[part][i]))
            rows.setdefault(key, []).append((quotes.days[quotes.day[i]], float(usual[i]), str(beside[i])))
    return [Slip(*key, min(seen)[0], max(seen)[0], *max(seen)[1:]) for key, seen in sorted(rows.items())]


def part_of(asked: Mapping[str, NDArray[np.float64]], part: str) -> NDArray[np.float64]:
    """Give one part of the prices, or a blend; NaN where anything that it needs is not stated."""
    if part not in BLENDS:
        return asked[part]
    read_, written = BLENDS[part]
    blend: NDArray[np.float64] = (read_ * asked["input"] + written * asked["output"]) / (read_ + written)
    return blend


def _quotes(engine: Engine, prices: ir.Table) -> Quotes:
    amounts = {part: f"{part}_usd_per_mtok" for part in PARTS}
    # What has an end by the day of reading is past.
    plain = prices.filter((prices.condition == "") & prices.valid_until.isnull() & prices.source.isin(SOURCES))
    key = ("source", "observed_on", "offer")
    one = plain.group_by(*key, "provider").aggregate(
        **{part: plain[column].last(order_by=plain.valid_from, include_null=True) for part, column in amounts.items()}
    )
    return _shaped(engine.arrow(one.order_by(*key)))


def _shaped(rows: pa.Table) -> Quotes:
    import pyarrow as pa

    names = rows.select(["source", "offer", "provider"]).group_by(["source", "offer", "provider"]).aggregate([])
    names = names.append_column("number", pa.array(np.arange(names.num_rows)))
    numbered = rows.select(["source", "offer"]).append_column("row", pa.array(np.arange(rows.num_rows)))
    numbered = numbered.join(names.drop_columns(["provider"]), ["source", "offer"]).sort_by("row")
    days, day = codes(rows.column("observed_on"))
    at = {name: i for i, name in enumerate(SOURCES)}
    source = np.array([at[name] for name in rows.column("source").to_pylist()], np.int64)
    name = np.asarray(numbered.column("number").to_numpy(), np.int64)
    return Quotes(days, day, source, name, {part: numbers(rows, part) for part in PARTS}, names)


def _named(lake: Lake, quotes: Quotes) -> ir.Table:
    """Give each name with what its offer is, as far as that is known."""
    of = lake.names(*SOURCES).select("namespace", "key", *IDENTITY, "model_id", "setting", "alias")
    names = lake.engine.table(quotes.names)
    rows = names.left_join(of, [names.source == of.namespace, names.offer == of.key])
    return rows.mutate(alias=rows["alias"].fill_null(False))


def _slips(quotes: Quotes, models: pa.Table) -> dict[str, Slips]:
    """Look for slips in every part; `models` has the model of each name."""
    _, model = codes(models.column("model_id"))
    _, offer = codes(quotes.names.column("offer"))
    months = np.array(quotes.days, "datetime64[M]").astype(np.int64)[quotes.day]
    reading = quotes.day * len(SOURCES) + quotes.source
    of_model, of_offer = model[quotes.name], offer[quotes.name]
    like = {
        LISTS: np.where(_newest(quotes, months), of_offer * (months.max(initial=0) + 1) + months, -1),
        OFFERS: np.where(of_model < 0, -1, reading * (model.max(initial=0) + 1) + of_model),
    }
    return {part: slips(quotes.asked[part], like, quotes.name) for part in PARTS}


def _newest(quotes: Quotes, months: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Mark the last price of each name in each month, so that no list is compared with itself."""
    order = np.lexsort((quotes.day, months, quotes.name))
    last = np.ones(len(order), bool)
    name, month = quotes.name[order], months[order]
    last[:-1] = (name[1:] != name[:-1]) | (month[1:] != month[:-1])
    out = np.zeros(len(order), bool)
    out[order[last]] = True
    return out
