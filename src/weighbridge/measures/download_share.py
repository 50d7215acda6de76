"""Share of the trailing 30-day downloads of a Hub listing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from weighbridge.amounts import GROUPINGS, downloads, grouping
from weighbridge.estimate import Choice, Option
from weighbridge.measures import Measure
from weighbridge.stats.shares import shares

if TYPE_CHECKING:
    from weighbridge.estimate import Panel
    from weighbridge.lake import Lake

LISTING = Choice(
    "listing",
    "Which listing of the Hub: each is cut by its own rule, so each is a population of its own.",
    (
        Option(
            "huggingface_listing_top600",
            "the 300 most downloaded and the 300 most liked repositories, daily from 7 Aug 2026",
        ),
        Option("huggingface_listing_llmfit", "a growing catalogue of language models, 15 Feb to 10 May 2026"),
        Option("hf_radar", "new, trending and top repositories, one day: 22 Aug 2026"),
        Option("huggingface_listing_top30", "the 30 most downloaded repositories, weekly from 28 Feb 2026"),
        Option("huggingface", "the most downloaded language models, read live from the Hub"),
    ),
)

MEASURE = Measure(
    name="download_share",
    title="Share of downloads",
    question="Whose models are downloaded from the Hugging Face Hub?",
    topic="downloaded",
    definition=(
        "Downloads in the trailing 30 days of the repositories of a group, divided by those of all repositories of the "
        "same listing and population. A share of the listing, not of the Hub."
    ),
    unit="share",
    version=1,
    higher_is_better=True,
    reads=("download_cells",),
    misleads=(
        "A download is an HTTP request to a query file: test runs and mirrors count, users are not told apart.",
        "Listings are cut at the top: what is below the line is absent, not zero.",
        "Trailing windows overlap: the difference of two readings is not a flow.",
        "Counts jump for reasons of counting; seventyfold jumps within a month are on record.",
        "What has no known group counts in the total alone: values are low by up to that part; intervals hold it.",
        "Repositories of many small files, and every GGUF file, count more often.",
    ),
    choices=(LISTING, downloads.POPULATION, downloads.COPIES, grouping.ATTRIBUTION),
    groupings=GROUPINGS,
    place=30,
    excluded=downloads.EXCLUDED,
)


def read(lake: Lake, by: str, where: Mapping[str, str]) -> downloads.DownloadRows:
    """Ask for download cells of one grouping."""
    return downloads.read(lake, by, where)


def compute(read: downloads.DownloadRows, choices: Mapping[str, str]) -> Panel:
    """Give the shares of the listing under one combination of choices."""
    return shares(downloads.amounts(read, choices, "30d"), "left_out")
