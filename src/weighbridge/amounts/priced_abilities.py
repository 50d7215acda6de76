"""Tested models and what their tokens cost: abilities of one fit beside the cheapest offer of each model."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from weighbridge.abilities import traits
from weighbridge.abilities.fits import fits
from weighbridge.amounts import prices
from weighbridge.amounts.model_versions import of_version, version
from weighbridge.amounts.price_days import Listed, listed
from weighbridge.estimate import Choice, Option

if TYPE_CHECKING:
    import pyarrow as pa
    from numpy.typing import NDArray

    from weighbridge.abilities import Abilities
    from weighbridge.lake import Lake

NAMESPACE = "epoch"
LEVELS = (130, 120, 140, 145, 150)
LEVEL = Choice(
    "level",
    "How capable a model must be, in points of `capability`: Claude 3.5 Sonnet is 130, GPT-5 is 150.",
    tuple(Option(str(level), f"at least {level} points") for level in LEVELS),
    apart=True,
)
FREE = Choice("free", "Whether offers at 0 count.", (prices.LEFT_OUT, prices.COUNTED))
MISLEADS = (
    "Prices are by token: a model that thinks at length costs more for a task than its price tells.",
    "A score is that of a model at the effort of its test; an offer may serve it at less, or cut in precision.",
    "Resellers and plans for coders undercut makers by ten times: such an offer counts here like any other.",
    "Models without scores and offers of moving names are not here: the truth can only be cheaper.",
    "The lists begin in Jun 2025 and Aug 2025 with few providers: part of every fall is that more offers are listed.",
)


@dataclass(frozen=True)
class Capable:
    """One fit, what its models are, and the offers of each: `model` and `name` are indices of pairs that belong."""

    by: str
    fit: Abilities
    traits: traits.Traits
    quotes: prices.Quotes
    model: NDArray[np.int64]
    name: NDArray[np.int64]
    asked: dict[tuple[str, ...], tuple[Listed, NDArray[np.float64]]] = field(default_factory=dict, compare=False)

    def rows(self) -> NDArray[np.float64]:
        """Give the abilities as (1 + draws, models), the point first."""
        return np.concatenate([self.fit.ability[None], self.fit.draws])

    def groups(self) -> NDArray[np.str_]:
        """Give the group of each model; empty where it is not known or filtered out."""
        return np.array([group or "" for group in self.traits.groups(self.fit.models)], np.str_)

    def cheapest(self, choices: Mapping[str, str]) -> tuple[Listed, NDArray[np.float64]]:
        """Give one list and the lowest price of each model on each of its days (days, models), NaN where not sold."""
        key = tuple(choices[name] for name in ("source", "part", "free"))
        if key not in self.asked:
            found = listed(self.quotes, choices["source"])
            self.asked[key] = found, self._cheapest(found, choices["part"], free=choices["free"] == "in")
        return self.asked[key]

    def _cheapest(self, found: Listed, part: str, *, free: bool) -> NDArray[np.float64]:
        names = self.quotes.names.num_rows
        price = prices.part_of(found.asked, part)
        sold = price >= 0 if free else price > 0
        asked = np.full((len(found.days), names), np.inf)
        asked[found.period[sold], found.name[sold]] = price[sold]
        least = np.full((len(self.fit.models), len(found.days)), np.inf)
        np.minimum.at(least, self.model, asked[:, self.name].T)
        return np.where(np.isinf(least), np.nan, least).T


def read(lake: Lake, by: str, where: Mapping[str, str]) -> Capable:
    """Ask for the default fit and for the offers of its models; filters are of models."""
    fit = fits(lake).abilities({})
    known = traits.traits(lake, NAMESPACE, by, where)
    offers = prices.read(lake, "country", {})
    tested = lake.names(NAMESPACE).select("key", "model_id", "setting")
    model, name = _pairs(fit.models, lake.engine.arrow(tested), offers.traits)
    return Capable(by, fit, known, offers.quotes, model, name)


def _pairs(models: tuple[str, ...], tested: pa.Table, offered: pa.Table) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Give the pairs of a model of the fit and a name of an offer of it; a moving name is of no model."""
    of = {row["key"]: (row["model_id"], version(row["setting"])) for row in tested.to_pylist()}
    sold: dict[str, list[int]] = {}
    settings = offered.column("setting").to_pylist()
    rows = zip(offered.column("model_id").to_pylist(), offered.column("alias").to_pylist(), strict=True)
    for i, (model_id, moving) in enumerate(rows):
        if model_id is not None and not moving:
            sold.setdefault(model_id, []).append(i)
    pairs = [
        (m, here[place])
        for m, (model_id, wanted) in enumerate(of.get(model, (None, version(None))) for model in models)
        for here in (sold.get(model_id or "", []),)
        for place in of_version(wanted, [version(settings[i]) for i in here])
    ]
    found = np.array(pairs, np.int64).reshape(-1, 2)
    return found[:, 0], found[:, 1]
