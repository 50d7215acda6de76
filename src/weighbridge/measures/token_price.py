"""What providers ask for a million tokens."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from weighbridge.amounts import GROUPINGS, prices
from weighbridge.amounts.grouping import codes
from weighbridge.amounts.own_offers import makers
from weighbridge.amounts.price_days import Listed, listed
from weighbridge.estimate import Choice, Option, Panel, Status
from weighbridge.measures import Measure
from weighbridge.stats.medians import medians

if TYPE_CHECKING:
    import pyarrow as pa
    from numpy.typing import NDArray

    from weighbridge.lake import Lake

MODEL = "model"
OFFER_OF = Choice(
    "offer_of",
    "Which of a model's offers gives its price.",
    (
        Option("maker", "the maker's own; the middle of the others where the maker sells none"),
        Option("cheapest", "the cheapest of all"),
        Option("median", "the middle of all"),
    ),
)
ALONE = Option("alone", "they are the price of a model where nobody asks money for it, and always an offer's own")
FREE = Choice("free", "Whether offers at 0 count.", (ALONE, prices.COUNTED, prices.LEFT_OUT))
MEASURE = Measure(
    name="token_price",
    title="Price of tokens",
    question="What does a million tokens cost?",
    topic="cheap",
    definition=(
        "Plain list price of an offer (a model at a provider) on the day on which a list was read; of a model one of "
        "its offers; of any other group the middle of its language models. A blend names its ratio of tokens read to "
        "tokens written. Prices that are off by 200 times or more are left out and named by `weighbridge issues`. A "
        "middle is estimated; a reading also stands for days up to 31 later on which another list is read: provisional."
    ),
    unit="USD per million tokens",
    version=1,
    higher_is_better=False,
    reads=("prices", "subjects", "organisations", "families"),
    misleads=(
        *prices.MISLEADS,
        "A change is dated between two readings, and lists learn of it late: litellm_prices often by months.",
        "A moving name (`deepseek-chat`) is an offer and says so; it prices no model, since what it serves changes.",
        "The middle of a group's models moves when a model joins or leaves, without any price having changed.",
        "More providers are listed every month: `cheapest` falls by that too.",
    ),
    choices=(prices.PART, prices.SOURCE, OFFER_OF, FREE),
    groupings=(*GROUPINGS, prices.OFFER),
    place=90,
    steps=True,
    race=False,
)


@dataclass(frozen=True)
class Priced:
    """Each name (names,) with its unit, what has one price: an offer or a model; and each unit's group (units,).

    Negative where there is none. `lists` and `panels` keep what is made of each list and under each choice.
    """

    by: str
    offers: prices.Offers
    unit: NDArray[np.int64]
    own: NDArray[np.bool_]
    group: NDArray[np.int64]
    groups: tuple[str, ...]
    labels: Mapping[str, str]
    lists: dict[str, Listed] = field(default_factory=dict, compare=False)
    panels: dict[tuple[str, ...], Panel] = field(default_factory=dict, compare=False)


def read(lake: Lake, by: str, where: Mapping[str, str]) -> Priced:
    """Ask for the offers and join them to units and groups."""
    offers = prices.read(lake, by, where)
    traits = offers.traits
    groups, of_name = codes(traits.column("group"))
    if by == prices.OFFER:
        labels = {name: f"{name} (moving name)" for name in _moving(traits)}
        return Priced(by, offers, of_name, np.ones(len(of_name), bool), np.arange(len(groups)), groups, labels)
    units, unit = _models(offers, named=by == MODEL)
    unit = np.where(_priced_by(traits) & (of_name >= 0), unit, -1)
    own = _own(lake, traits)
    if by == MODEL:
        return Priced(by, offers, unit, own, np.arange(len(units)), units, {})
    group = np.full(len(units), -1)
    group[unit[unit >= 0]] = of_name[unit >= 0]
    return Priced(by, offers, unit, own, group, groups, {})


def compute(read: Priced, choices: Mapping[str, str]) -> Panel:
    """Give the prices of each group on each day on which a list speaks."""
    # An offer has one price, whichever speaks for its model.
    felt = {**choices, "offer_of": "maker"} if read.by == prices.OFFER else choices
    key = tuple(felt.values())
    if key not in read.panels:
        read.panels[key] = _computed(read, felt)
    return read.panels[key]


def _computed(read: Priced, choices: Mapping[str, str]) -> Panel:
    if choices["source"] not in read.lists:
        read.lists[choices["source"]] = listed(read.offers.quotes, choices["source"])
    found = read.lists[choices["source"]]
    shape = len(found.days), len(read.group)
    price, unit = prices.part_of(found.asked, choices["part"]), read.unit[found.name]
    cell = np.where((unit < 0) | np.isnan(price), -1, found.period * shape[1] + unit)
    counted = _counted(price, cell, choices["free"])
    own = read.own[found.name]
    value, exact = _of_units(price[counted], cell[counted], own[counted], shape[0] * shape[1], choices["offer_of"])
    value, exact = value.reshape(shape), exact.reshape(shape)
    if read.by not in (MODEL, prices.OFFER):
        value, n = _of_groups(read, value)
        return _panel(read, found, value, n, np.zeros(n.shape, bool))
    n = np.bincount(cell[counted], minlength=value.size).reshape(shape)
    return _panel(read, found, value, n, exact)


def _models(offers: prices.Offers, *, named: bool) -> tuple[tuple[str, ...], NDArray[np.int64]]:
    """Give the models and the model of each name; `named`: a setting that a name states makes a model of its own."""
    import pyarrow as pa

    ids, settings = (offers.traits.column(name).to_pylist() for name in ("model_id", "setting"))
    rows = zip(ids, settings, strict=True)
    whole = [f"{model} ({setting})" if model and setting and named else model for model, setting in rows]
    return codes(pa.chunked_array([pa.array(whole, pa.string())]))


def _moving(traits: pa.Table) -> list[str]:
    names: list[str] = traits.filter(traits.column("alias")).column("offer").unique().to_pylist()
    return names


def _priced_by(traits: pa.Table) -> NDArray[np.bool_]:
    """Say which names price a model: those that do not move, of language models and of what is not known."""
    moving = np.array(traits.column("alias").to_pylist(), bool)
    language = np.array([kind in (None, "language") for kind in traits.column("field").to_pylist()], bool)
    found: NDArray[np.bool_] = ~moving & language
    return found


def _own(lake: Lake, traits: pa.Table) -> NDArray[np.bool_]:
    """Say which offers are their maker's own."""
    providers, made = (traits.column(name).to_pylist() for name in ("provider", "organisation_id"))
    bears = makers(lake, set(providers))
    return np.array([bears.get(p, "") == o for p, o in zip(providers, made, strict=True)], bool)


def _counted(price: NDArray[np.float64], cell: NDArray[np.int64], free: str) -> NDArray[np.bool_]:
    """Say which prices count: those that belong somewhere, and of those at 0 what `free` says."""
    asked = (cell >= 0) & (price > 0)
    if free == prices.LEFT_OUT.name:
        return asked
    paid = np.zeros(cell.max(initial=-1) + 2, bool)
    paid[cell[asked]] = True
    kept: NDArray[np.bool_] = (cell >= 0) & (asked | ~paid[cell] | np.bool_(free == prices.COUNTED.name))
    return kept


def _of_units(
    price: NDArray[np.float64], cell: NDArray[np.int64], own: NDArray[np.bool_], cells: int, offer_of: str
) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    """Give one price for each cell (a unit on a day), NaN where there is none, and whether it is some offer's."""
    if offer_of == "maker":
        sold = np.zeros(cells, bool)
        sold[cell[own]] = True
        spoken = own | ~sold[cell]
        price, cell = price[spoken], cell[spoken]
    least, most = np.full(cells, np.inf), np.full(cells, -np.inf)
    np.minimum.at(least, cell, price)
    np.maximum.at(most, cell, price)
    if offer_of == "cheapest":
        return np.where(np.isinf(least), np.nan, least), np.ones(cells, bool)
    return medians(cell, price, cells), least == most


def _of_groups(read: Priced, value: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    """Give the middle of each group's models by day, and how many they are."""
    shape = len(value), len(read.groups)
    known = (read.group >= 0)[None, :] & ~np.isnan(value)
    cell = (np.arange(shape[0])[:, None] * shape[1] + read.group[None, :])[known]
    size = shape[0] * shape[1]
    return medians(cell, value[known], size).reshape(shape), np.bincount(cell, minlength=size).reshape(shape)


def _panel(
    read: Priced, found: Listed, value: NDArray[np.float64], n: NDArray[np.int64], exact: NDArray[np.bool_]
) -> Panel:
    told = np.where(exact, str(Status.OBSERVED), str(Status.ESTIMATED))
    told = np.where(found.carried[:, None], str(Status.PROVISIONAL), told)
    return Panel(
        starts=found.days,
        ends=found.days,
        groups=read.groups,
        value=value,
        low=value,
        high=value,
        n=n,
        status=np.where(n > 0, told, str(Status.MISSING)),
        coverage=_coverage(read, found),
        certain=True,
        ci_method="none: prices as listed",
        resolution_days=31,
        sources=(found.source,),
        labels=read.labels,
    )


def _coverage(read: Priced, found: Listed) -> NDArray[np.float64]:
    """Give the part of each day's offers, as far as the filter keeps them, whose group is known."""
    placed = read.unit >= 0
    if read.by not in (MODEL, prices.OFFER):
        placed &= read.group[read.unit] >= 0
    kept = np.array(read.offers.traits.column("kept").to_pylist(), bool)
    size = len(found.days)
    seen, counted = (np.bincount(found.period[those[found.name]], minlength=size) for those in (kept, kept & placed))
    return np.asarray(counted / np.where(seen > 0, seen, np.nan))
