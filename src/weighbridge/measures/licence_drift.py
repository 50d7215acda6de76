"""Part of new derivatives that are under terms which the licence of their ancestor does not allow."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np

from weighbridge.amounts.derivatives import LISTING, POPULATION, RELATION
from weighbridge.amounts.derivatives.drawing import METHOD, drawn
from weighbridge.amounts.derivatives.rows import GROUPINGS
from weighbridge.amounts.derivatives.terms import TermsRows
from weighbridge.amounts.derivatives.terms import read as read_rows
from weighbridge.amounts.derivatives.verdicts import judged
from weighbridge.estimate import Choice, Option, Panel, Status
from weighbridge.measures import Measure
from weighbridge.stats.intervals import interval
from weighbridge.stats.proportions import wilson
from weighbridge.stats.weighted import ratio

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from weighbridge.amounts.derivatives.verdicts import Judged
    from weighbridge.lake import Lake

AGAINST = Choice(
    "against",
    "Whose licence the derivative's is held against.",
    (
        Option("ultimate", "that of the end of its line of descent"),
        Option("nearest", "that of the first ancestor that is not itself a quantised copy"),
    ),
)
UNSTATED = Choice(
    "unstated",
    "What is done with a derivative that states no licence, or one that the ancestor's text does not decide on.",
    (
        Option("left_out", "only derivatives whose terms are known and decided on are counted"),
        Option("bound", "it may be either: bounds, unless its ancestor's licence allows any terms"),
    ),
)

MEASURE = Measure(
    name="licence_drift",
    title="Licence drift",
    question="How many derivatives state a licence that their ancestor's does not allow?",
    topic="built_upon",
    definition=(
        "Of the repositories created on the Hugging Face Hub in a month that state a parent, and of which the licence "
        "and that of their ancestor are known, the part whose licence is not allowed by the text of the ancestor's. "
        "The ancestor's is the newest tag that a source states of it, else that of the release it is of; what a text "
        "allows stands in `licences` and `licence_pairs`. A merge counts for each ancestor by its part."
    ),
    unit="share",
    version=1,
    higher_is_better=None,
    reads=("derivatives", "licences", "licence_pairs", "subjects", "releases"),
    misleads=(
        "A tag is not the terms: a card may hold further terms, a copy of the ancestor's licence, or a permission.",
        "Tags are typed by hand or left at a template's default; a wrong tag says nothing of how a model is used.",
        "The ancestor's own tag may be wrong, and its terms may have changed since the derivative was made.",
        "A repository may hold code and weights under different licences, or be under two; a tag names one of them.",
        "A merge of models under several licences can state one alone.",
        "What a text allows is read clause by clause without a court or a lawyer: this is no legal advice.",
        "Many derivatives state no licence, and many licences leave the question open: see coverage and the bounds.",
        "Descent is what uploaders state: a derivative that states no parent is not counted.",
    ),
    choices=(LISTING, AGAINST, UNSTATED, RELATION, POPULATION),
    groupings=tuple(GROUPINGS),
    place=44,
    race=False,
)
DECIDED = ("allowed", "not_allowed")
OPEN = ("any", "undecided")


def read(lake: Lake, by: str, where: Mapping[str, str]) -> TermsRows:
    """Ask for the derivatives of one grouping by what their ancestors' licences say of theirs."""
    return read_rows(lake, by, where)


def compute(read: TermsRows, choices: Mapping[str, str]) -> Panel:
    """Give the part of each group's derivatives under one combination of choices."""
    found = judged(read, choices)
    bound = choices["unstated"] == "bound"
    counted = (*DECIDED, *OPEN) if bound else DECIDED
    whole, least = found.of(*counted), found.of("not_allowed")
    most = least + found.of("undecided") if bound else least
    low, high = _ends(least, whole)[0], _ends(most, whole)[1]
    cut = (most - least).sum(axis=0) > 0
    value = np.where(cut, np.nan, ratio(least.sum(axis=0), whole.sum(axis=0)))
    return Panel(
        starts=found.starts,
        ends=found.ends,
        groups=found.groups,
        value=value,
        low=low,
        high=high,
        n=found.n(*counted),
        status=_status(whole.sum(axis=0), cut),
        coverage=_coverage(found),
        certain=False,
        ci_method=f"the wider of Wilson's interval and of a {METHOD}" + ("; worst-case bounds" if bound else ""),
        sources=(choices["listing"],),
    )


def _ends(hits: NDArray[np.float64], whole: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Give the interval of a part of (PARTS, months, groups); few derivatives, or few accounts, widen it."""
    point = hits.sum(axis=0), whole.sum(axis=0)
    ends = wilson(*point)
    draws = interval(ratio(drawn(hits), drawn(whole)), ratio(*point))
    return np.fmin(ends[0], draws[0]), np.fmax(ends[1], draws[1])


def _status(whole: NDArray[np.float64], cut: NDArray[np.bool_]) -> NDArray[np.str_]:
    words = np.where(cut, str(Status.BOUNDED), str(Status.OBSERVED))
    return np.where(whole > 0, words, str(Status.MISSING)).astype(np.str_)


def _coverage(found: Judged) -> NDArray[np.float64]:
    """Give the part of the derivatives whose ancestor's group and both licences are known, and decided on."""
    return ratio(found.of(*DECIDED).sum(axis=(0, 2)), found.fraction.sum(axis=(0, 2, 3)))
