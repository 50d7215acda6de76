"""Share of new models that are built on the models of a family, maker or country."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from weighbridge.amounts.derivatives import (
    BASE,
    BASIS,
    COUNTED,
    DENOMINATOR,
    DOWNLOADED,
    EXCLUDED,
    LISTING,
    MERGES,
    POPULATION,
    RELATION,
)
from weighbridge.amounts.derivatives.counting import amounts
from weighbridge.amounts.derivatives.reading import DerivativeRows
from weighbridge.amounts.derivatives.reading import read as read_rows
from weighbridge.amounts.derivatives.rows import GROUPINGS
from weighbridge.measures import Measure
from weighbridge.stats.shares import shares

if TYPE_CHECKING:
    from weighbridge.estimate import Panel
    from weighbridge.lake import Lake

MEASURE = Measure(
    name="derivative_share",
    title="Share of new derivatives",
    question="Whose models do new models build on?",
    topic="built_upon",
    definition=(
        "Of the repositories created on the Hugging Face Hub in a month that have a known parent, the part whose line "
        "of descent ends at a model of the group."
    ),
    unit="share",
    version=1,
    higher_is_better=True,
    reads=("derivatives",),
    misleads=(
        "Nearly half of new repositories state no parent, and most of all do not: this is a share of those that do.",
        "A parent is what the uploader says; where nothing is said, what a model was built on is not known.",
        "A feed of new repositories holds part of a month: HF//RADAR lists few that were created before its last days.",
        "One account can upload hundreds of variants: see the count of uploaders beside that of repositories.",
        "Repositories that were deleted before the reading are missing; those whose removal a list notes still count.",
        "A derivative is not a use: most are downloaded by nobody.",
    ),
    choices=(LISTING, BASIS, BASE, MERGES, RELATION, POPULATION, DOWNLOADED, DENOMINATOR, COUNTED),
    groupings=tuple(GROUPINGS),
    place=40,
    excluded=EXCLUDED,
)


def read(lake: Lake, by: str, where: Mapping[str, str]) -> DerivativeRows:
    """Ask for the derivatives of one grouping."""
    return read_rows(lake, by, where)


def compute(read: DerivativeRows, choices: Mapping[str, str]) -> Panel:
    """Give the shares under one combination of choices."""
    return shares(amounts(read, choices), "left_out")
