"""How concentrated a race is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from weighbridge.amounts import GROUPINGS, Amounts, downloads, grouping, pulls, tokens
from weighbridge.estimate import Choice, Option, Panel, Status
from weighbridge.measures import Measure
from weighbridge.stats import concentration
from weighbridge.stats.intervals import interval

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from weighbridge.lake import Lake

OF = Choice(
    "of",
    "Which amounts are shared out.",
    (
        Option("tokens", "tokens of the router's daily list, trailing seven days"),
        Option("pulls", "pulls of the Ollama library within a month"),
        Option("downloads", "30-day downloads of language models in the largest Hub listing"),
    ),
    apart=True,
)
INDEX = Choice(
    "index",
    "How concentration is summed up.",
    (
        Option(
            "hhi",
            "Herfindahl-Hirschman index: the sum of squared shares; the chance that two units belong to one group",
        ),
        Option("gini", "Gini coefficient over the groups that have any"),
    ),
    apart=True,
)

MEASURE = Measure(
    name="concentration",
    title="Concentration",
    question="Is the race led by a few, and is that growing?",
    topic="used",
    definition="Herfindahl-Hirschman index or Gini coefficient of the shares of all groups in one race.",
    unit="index",
    version=1,
    higher_is_better=None,
    reads=("token_cells", "pulls", "subjects", "download_cells"),
    misleads=(
        "The unlisted rest of a list may be one group or a thousand: the index is given as bounds there.",
        "A Gini coefficient depends on how many groups a list shows; compare it within one list only.",
        "Groups of few members (countries, openness) are concentrated by nature.",
    ),
    choices=(OF, INDEX, grouping.ATTRIBUTION),
    groupings=GROUPINGS,
    place=60,
    race=False,
)
ALL = "all"
INDICES = {
    "hhi": (concentration.hhi, concentration.hhi_bounds),
    "gini": (concentration.gini, concentration.gini_bounds),
}


@dataclass(frozen=True)
class Rows:
    """What each kind of amount reads."""

    tokens: tokens.TokenRows | None
    pulls: pulls.PullRows | None
    downloads: downloads.DownloadRows | None


def read(lake: Lake, by: str, where: Mapping[str, str]) -> Rows:
    """Ask for the rows of every kind of amount that the lake holds."""
    from weighbridge.schema import DOWNLOAD_CELLS, PULLS, TOKEN_CELLS

    return Rows(
        tokens.read(lake, by, where) if lake.has(TOKEN_CELLS) else None,
        pulls.read(lake, by, where) if lake.has(PULLS) else None,
        downloads.read(lake, by, where) if lake.has(DOWNLOAD_CELLS) else None,
    )


def compute(read: Rows, choices: Mapping[str, str]) -> Panel:
    """Give the index of each period as the one group `all`."""
    found = _amounts(read, choices)
    index, bounds = INDICES[choices["index"]]
    rest = found.unknown + np.nan_to_num(found.remainder)
    value = index(found.amount)
    low, high = interval(None if found.draws is None else index(found.draws), value)
    least, most = bounds(found.amount, rest)
    cut = np.nan_to_num(found.remainder) > 0
    bounded = cut & (found.status != Status.PROVISIONAL)
    status = np.where(bounded, str(Status.BOUNDED), found.status) if len(found.ends) else found.status
    return Panel(
        starts=found.starts,
        ends=found.ends,
        groups=(ALL,),
        value=np.where(cut, np.nan, value)[:, None],
        low=np.where(rest > 0, np.minimum(low, least), low)[:, None],
        high=np.where(rest > 0, np.maximum(high, most), high)[:, None],
        n=(found.amount > 0).sum(axis=1)[:, None],
        status=status[:, None],
        coverage=_coverage(found.amount.sum(axis=1), rest),
        certain=found.draws is None,
        ci_method=found.ci_method or "worst-case bounds over the unlisted rest and unknown names",
        resolution_days=found.resolution_days,
        sources=found.sources,
    )


def _coverage(named: NDArray[np.float64], rest: NDArray[np.float64]) -> NDArray[np.float64]:
    """Give the named part of each period, NaN where nothing was counted at all."""
    whole = named + rest
    part = np.full(len(whole), np.nan)
    np.divide(named, whole, out=part, where=whole > 0)
    return part


def _amounts(read: Rows, choices: Mapping[str, str]) -> Amounts:
    from weighbridge.errors import NoDataError

    attribution = {"attribution": choices["attribution"]}
    if choices["of"] == "tokens" and read.tokens is not None:
        return tokens.amounts(read.tokens, {"list": "daily", "window": "7d", "free": "in", **attribution})
    if choices["of"] == "pulls" and read.pulls is not None:
        return pulls.amounts(read.pulls, {"quantity": "flow", "boundary": "interpolated", **attribution})
    if choices["of"] == "downloads" and read.downloads is not None:
        listing = {"listing": "huggingface_listing_top600", "population": "language", "copies": "to_maker"}
        return downloads.amounts(read.downloads, {**listing, **attribution}, "30d")
    raise NoDataError(
        f"holds no {choices['of']}", where="the lake", then="run `weighbridge fetch` and `weighbridge build`"
    )
