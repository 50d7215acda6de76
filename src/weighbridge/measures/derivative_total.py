"""How many repositories descend from the models of a family, maker or country."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from weighbridge.amounts.derivatives import BASE, BASIS, COUNTED, DOWNLOADED, MERGES, POPULATION, RELATION
from weighbridge.amounts.derivatives.counting import complete
from weighbridge.amounts.derivatives.reading import DerivativeRows
from weighbridge.amounts.derivatives.reading import read as read_rows
from weighbridge.amounts.derivatives.rows import GROUPINGS
from weighbridge.amounts.derivatives.stock import LISTING, NO_RACE, REMOVED
from weighbridge.estimate import Choice, Option
from weighbridge.measures import Measure
from weighbridge.stats.totals import totals

if TYPE_CHECKING:
    from weighbridge.estimate import Panel
    from weighbridge.lake import Lake

# Accounts are no derivatives, and a sum of downloads is of another measure.
COUNTED_AS = Choice(
    COUNTED.name,
    COUNTED.says,
    (
        Option("repositories", "each repository once"),
        Option("uploaders", "each account once for a group that it built on"),
    ),
    apart=True,
)
UNITS = {"uploaders": "accounts"}

MEASURE = Measure(
    name="derivative_total",
    title="Derivatives of all time",
    question="How many models are built on a group's models?",
    topic="built_upon",
    definition=(
        "Repositories whose line of descent ends at a model of the group, of any day of creation, at the newest "
        "reading of one listing."
    ),
    unit="derivatives",
    version=1,
    higher_is_better=True,
    reads=("derivatives",),
    misleads=(
        "A total is one of the listing: a feed of new repositories holds a hundredth of the Hub, trees no other bases.",
        "Most repositories state no parent: whatever they are built on, they are in no total.",
        "A total only grows: what was built on years ago leads long after nobody builds on it.",
        "Repositories that were deleted before a listing read them were never counted.",
        "Quantised copies of one model by many hands, and hundreds of variants by one, all count.",
        "Published totals differ by these choices: copies, adapters, chains of descent, and names that say a family.",
    ),
    choices=(LISTING, BASIS, BASE, MERGES, RELATION, POPULATION, DOWNLOADED, REMOVED, COUNTED_AS),
    groupings=tuple(GROUPINGS),
    place=41,
    # An account counts whole for each group in any case.
    excluded=(("merges", "whole", "counted", "uploaders"),),
)


def read(lake: Lake, by: str, where: Mapping[str, str]) -> Mapping[str, DerivativeRows]:
    """Ask for the derivatives of one grouping, without those that are gone and with them."""
    return {"out": read_rows(lake, by, where, "standing"), "in": read_rows(lake, by, where, "ever")}


def compute(read: Mapping[str, DerivativeRows], choices: Mapping[str, str]) -> Panel:
    """Give the totals under one combination of choices; derivatives of an unknown base's may be any group's."""
    found = complete(read[choices["removed"]], choices)
    # An account or a merge may count for several groups: what is known is a part of each once.
    assert found.whole is not None  # noqa: S101 - counting gives it
    return replace(
        totals(found, "derivatives whose base's group is unknown", "a complete count of the listing"),
        unit=UNITS.get(choices["counted"], ""),
        no_race=NO_RACE.get(choices["listing"], ""),
    )
