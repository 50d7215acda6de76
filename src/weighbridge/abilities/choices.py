"""The decisions inside a fit of capability, shared by every measure that rests on one."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

from weighbridge.estimate import Choice, Option
from weighbridge.stats import item_response

DOMAINS = ("mathematics", "programming", "reasoning_and_knowledge", "agentic")
_TITLES = {domain: domain.replace("_", " ") for domain in DOMAINS} | {"agentic": "agentic tasks"}

BENCHMARKS = Choice(
    "benchmarks",
    "Which benchmarks count.",
    (
        Option("all", "all that the publisher of the scores puts into its index"),
        *(Option(domain, f"those of {title} alone: an index of its own") for domain, title in _TITLES.items()),
    ),
    apart=True,
)
LEFT_OUT = Choice(
    "left_out",
    "Which of them are left out, to see how much rests on them.",
    (
        Option("nothing", "none"),
        Option("one_benchmark", "each benchmark in turn: bounds over all these fits, and no point"),
        *(Option(domain, f"those of {title}") for domain, title in _TITLES.items()),
    ),
)
CURVE = Choice(
    "curve",
    "How a score follows from ability.",
    (
        Option("two_parameter", "each benchmark has a difficulty and a slope of its own"),
        Option("one_parameter", "each benchmark has a difficulty; all share one slope (Rasch)"),
    ),
)
RESAMPLED = replace(item_response.RESAMPLED, interval=True)
LINE = replace(item_response.LINE, interval=True)
CHOICES = (BENCHMARKS, LEFT_OUT, CURVE, RESAMPLED, LINE)
# One domain alone leaves no other domain to leave out.
EXCLUDED = tuple((BENCHMARKS.name, one, LEFT_OUT.name, other) for one, other in product(DOMAINS, DOMAINS))
