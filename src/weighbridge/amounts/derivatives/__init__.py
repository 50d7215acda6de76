"""New models and what they were built on, by month: the choices inside every count of derivatives."""

from __future__ import annotations

from weighbridge.estimate import Choice, Option
from weighbridge.schema import RELATIONS

LISTING = Choice(
    "listing",
    "Which repositories are looked at.",
    (
        Option("hf_radar", "a feed of new repositories, the month of its capture alone: August 2026"),
        Option("hub_stats", "every repository of the Hub, read live; those deleted since are missing"),
    ),
)
# These list every repository; of any other listing only the month of its newest reading is a month of new models.
EVERY_MONTH = ("hub_stats",)
BASIS = Choice(
    "basis",
    "By what a repository is known to be built on another.",
    (
        Option("stated", "its card, or the Hub, states a parent"),
        Option("with_evidence", "where nothing is stated, evidence in name, configuration or tokenizer counts too"),
    ),
)
BASE = Choice(
    "base",
    "Which ancestor a derivative counts for.",
    (
        Option("ultimate", "the end of the line of descent"),
        Option("nearest", "the first ancestor that is not itself a quantised copy"),
    ),
)
MERGES = Choice(
    "merges",
    "For whom a merge of several models counts.",
    (
        Option("fractional", "for each parent's base by its part"),
        Option("whole", "for every base that it has, once each: shares may sum to more than one"),
        Option("left_out", "for nobody; what is built on a merge counts by parts"),
    ),
)
RELATION = Choice(
    "relations",
    "Which ways of building on a model count.",
    (
        Option("every", "finetunes, adapters, quantised copies, merges, and what does not say"),
        Option("no_quantised", "all but quantised copies"),
        Option("no_adapters", "all but adapters"),
        Option("finetunes", "neither quantised copies nor adapters"),
    ),
)
POPULATION = Choice(
    "population",
    "Which models count.",
    (
        Option("language", "models that read and write text, by the task tag or by what their base is"),
        Option("perhaps", "these, and those of which nobody says what they are for"),
        Option("all", "every repository"),
    ),
)
DOWNLOADED = Choice(
    "downloaded",
    "How much a repository must be used to count.",
    (
        Option("any", "not at all"),
        Option("over_5", "more than five downloads in the 30 days before the reading"),
    ),
)
DENOMINATOR = Choice(
    "denominator",
    "What the derivatives of a group are divided by.",
    (
        Option("derivatives", "new models with a known parent"),
        Option("new_models", "all new models: what states no parent may be built on anything, so intervals hold it"),
    ),
)
COUNTED = Choice(
    "counted",
    "What is counted.",
    (
        Option("repositories", "each repository once"),
        Option("uploaders", "each account once for a group that it built on: shares may sum to more than one"),
        Option("downloads", "each repository by its downloads in the 30 days before the reading"),
    ),
)

# A repository is in one state: its relation (the last: no parent), its field, over 5 downloads or not.
STATES = (*RELATIONS, "none")
FIELDS = ("other", "unknown", "language")
PER_RELATION = len(FIELDS) * 2
N_STATES = len(STATES) * PER_RELATION
LEFT_OUT = {
    "every": (),
    "no_quantised": ("quantized",),
    "no_adapters": ("adapter",),
    "finetunes": ("quantized", "adapter"),
}
# Accounts are dealt into this many parts by their names: draws take parts, so what one account uploads moves together.
PARTS = 64

# An account counts whole for each group in any case, what is weighed by downloads needs no line to pass, and merges are
# too few to be followed through every way of counting. What has a known parent is mostly known to be for something.
EXCLUDED = (
    *(("merges", way, "counted", what) for way in ("whole", "left_out") for what in ("uploaders", "downloads")),
    ("downloaded", "over_5", "counted", "downloads"),
    ("population", "perhaps", "denominator", "derivatives"),
)
