"""All-time downloads, where a source counts them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from weighbridge.amounts import GROUPINGS, downloads, grouping
from weighbridge.estimate import Choice, Option
from weighbridge.measures import Measure
from weighbridge.stats.totals import totals

if TYPE_CHECKING:
    from weighbridge.estimate import Panel
    from weighbridge.lake import Lake

LISTING = Choice(
    "listing",
    "Which source of all-time counts.",
    (
        Option(
            "redhat_hf_stats", "all repositories of two accounts: RedHatAI to 4 May 2025, ibm-granite to 16 May 2026"
        ),
        Option("huggingface", "the most downloaded language models, read live from the Hub"),
    ),
)

MEASURE = Measure(
    name="download_total",
    title="Downloads of all time",
    question="How often were a group's models downloaded since they exist, where a source counts that?",
    topic="downloaded",
    definition="Sum of the Hub's all-time counters over the repositories of a group that one source reads on one day.",
    unit="downloads",
    version=1,
    higher_is_better=True,
    reads=("download_cells",),
    misleads=(
        "The archived source holds two accounts: a total is one of their repositories, not of a family or a country.",
        "The counter is not monotone: the Hub removes spam backwards.",
        "A download is an HTTP request to a query file, not a user.",
    ),
    choices=(LISTING, downloads.POPULATION, downloads.COPIES, grouping.ATTRIBUTION),
    groupings=GROUPINGS,
    place=40,
    excluded=downloads.EXCLUDED,
)

TWO_ACCOUNTS = "the source holds two accounts, not the field"


def read(lake: Lake, by: str, where: Mapping[str, str]) -> downloads.DownloadRows:
    """Ask for download cells of one grouping."""
    return downloads.read(lake, by, where)


def compute(read: downloads.DownloadRows, choices: Mapping[str, str]) -> Panel:
    """Give the totals under one combination of choices; repositories of unknown group may belong to any."""
    found = downloads.amounts(read, choices, "all_time")
    only = TWO_ACCOUNTS if choices["listing"] == "redhat_hf_stats" else ""
    return replace(totals(found, "repositories of unknown group", "a complete count"), no_race=only)
