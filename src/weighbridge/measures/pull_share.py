"""Share of the pulls from the Ollama library."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from weighbridge.amounts import GROUPINGS, pulls
from weighbridge.measures import Measure
from weighbridge.stats.shares import shares

if TYPE_CHECKING:
    from weighbridge.estimate import Panel
    from weighbridge.lake import Lake

MEASURE = Measure(
    name="pull_share",
    title="Share of pulls",
    question="Whose models do people pull to run on their own machines?",
    topic="used",
    definition=(
        "Pulls of the names of a group in the Ollama library, divided by the pulls of all its names: within a month "
        "(the difference of cumulative counters), or of all time."
    ),
    unit="share",
    version=1,
    higher_is_better=True,
    reads=("pulls", "subjects"),
    misleads=(
        "One library; what counts as a pull is not documented.",
        "Counters are rounded to 0.1 million above one million: a small month of a large name is uncertain.",
        "A library name holds many sizes, so most pulls have no size class.",
        "`deepseek-r1` holds distillations of Qwen and Llama: by `attribution` they stay with DeepSeek.",
        "What has no known group counts in the total alone: values are low by up to that part; intervals hold it.",
        "Names that left the listing are not counted after that; what they had stays in the cumulative quantity.",
        "No capture between 9 Jul and 17 Aug 2026: the figures of July and August 2026 rest on a straight line.",
    ),
    choices=pulls.CHOICES,
    groupings=GROUPINGS,
    place=20,
)


def read(lake: Lake, by: str, where: Mapping[str, str]) -> pulls.PullRows:
    """Ask for the counters of one grouping."""
    return pulls.read(lake, by, where)


def compute(read: pulls.PullRows, choices: Mapping[str, str]) -> Panel:
    """Give the shares under one combination of choices."""
    return shares(pulls.amounts(read, choices), "left_out")
