"""Share of the tokens that a router serves."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from weighbridge.amounts import GROUPINGS, tokens
from weighbridge.measures import Measure
from weighbridge.stats.shares import UNLISTED, shares

if TYPE_CHECKING:
    from weighbridge.estimate import Panel
    from weighbridge.lake import Lake

MEASURE = Measure(
    name="token_share",
    title="Share of tokens",
    question="Whose models serve the tokens that pass one router?",
    topic="used",
    definition=(
        "Prompt and completion tokens of the models of a group, divided by all tokens of the router in the window. "
        "What the router does not list by name may belong to any group, so a share is given as bounds."
    ),
    unit="share",
    version=1,
    higher_is_better=True,
    reads=("token_cells",),
    misleads=(
        "One router, with under one per cent of the world's tokens; its users are not the world's users.",
        "Tokens are counted by each provider's own tokenizer: they are not the same unit across makers.",
        "Free and discounted models draw tokens; tokens are neither users nor money.",
        "A model's tokens count where the model was made, not where it was served.",
        "The newest day is restated at the next reading.",
    ),
    choices=(*tokens.CHOICES, UNLISTED),
    groupings=GROUPINGS,
    place=10,
    excluded=(*tokens.EXCLUDED, ("list", "chart", "unlisted", "bound"), ("list", "chart", "unlisted", "alike")),
)


def read(lake: Lake, by: str, where: Mapping[str, str]) -> tokens.TokenRows:
    """Ask for token cells of one grouping."""
    return tokens.read(lake, by, where)


def compute(read: tokens.TokenRows, choices: Mapping[str, str]) -> Panel:
    """Give the shares under one combination of choices."""
    return shares(tokens.amounts(read, choices), choices["unlisted"])
